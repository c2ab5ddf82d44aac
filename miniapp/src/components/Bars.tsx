import { yuan } from '@shared/money'
import { View } from '@tarojs/components'
import { aria, heading } from './aria'
import { Icon } from './Icon'
import { Dot } from './Ledger'
import { Pressable } from './Pressable'

export type BarRow = {
  name: string
  fen: number
  /** Words of the link at the right: 凭证2张. Then the whole row leads there. */
  more?: string
  onPress?: () => void
}

export type BarsProps = {
  kind: 'in' | 'out'
  rows: readonly BarRow[]
  /** The largest item of both lists: full width. */
  maxFen: number
  /** 钱从哪里来, with the total in fen at its right. */
  title?: string
  totalFen?: number
}

/** 收入 or 支出 by item: words and amount first, the bar under them. */
export function Bars({ kind, rows, maxFen, title, totalFen }: BarsProps) {
  return (
    <View>
      {title && (
        <View className="mw-bars-head">
          <View className="mw-bars-title mw-h2" {...heading(2)}>
            <Dot kind={kind} />
            {title}
          </View>
          {totalFen !== undefined && (
            <View className="mw-bars-total">
              {kind === 'in' ? '＋' : '－'}
              {yuan(totalFen)}
            </View>
          )}
        </View>
      )}
      <View {...aria({ role: 'list' })}>
        {rows.map((row) => (
          <Bar key={row.name} kind={kind} row={row} share={maxFen > 0 ? row.fen / maxFen : 0} />
        ))}
      </View>
    </View>
  )
}

function Bar({ kind, row, share }: { kind: 'in' | 'out'; row: BarRow; share: number }) {
  const { name, fen, more, onPress } = row
  const label = `${name}${yuan(fen)}元${more ? `，${more}` : ''}`
  const inside = (
    <>
      <View className="mw-bar-line">
        <View>{name}</View>
        <View className="mw-bar-sum">{yuan(fen)}</View>
      </View>
      <View className="mw-bar-line track">
        <View className="mw-track">
          <View
            className={`mw-track-fill mw-c-${kind}`}
            style={`width:${Math.min(100, Math.max(1.5, share * 100)).toFixed(1)}%`}
          />
        </View>
        {more && (
          <View className="mw-bar-more">
            {more}
            <Icon name="right" />
          </View>
        )}
      </View>
    </>
  )
  return onPress ? (
    <View {...aria({ role: 'listitem' })}>
      <Pressable className="mw-bar go" role="link" onPress={onPress}>
        {inside}
      </Pressable>
    </View>
  ) : (
    <View className="mw-bar" {...aria({ role: 'listitem', label })}>
      {inside}
    </View>
  )
}
