import { wan } from '@shared/money'
import { View } from '@tarojs/components'
import { aria } from './aria'
import { Dot } from './Ledger'

export type AccountBar = {
  /** 5月; with its year where it is another: 2025年12月 */
  words: string
  incomeFen: number
  expenseFen: number
  /** the one that this page is about */
  here?: boolean
}

/**
 * 收入 and 支出 beside each other, period by period: two bars from one zero line, each with its figure in 万元. A screen reader is
 * told each period in a sentence.
 */
export function AccountBars({ label, bars }: { label: string; bars: readonly AccountBar[] }) {
  const most = Math.max(1, ...bars.flatMap((bar) => [bar.incomeFen, bar.expenseFen]))
  const rows = [
    ['in', 'incomeFen'],
    ['out', 'expenseFen'],
  ] as const
  return (
    <View>
      <View className="mw-acc-key" {...aria({ hidden: true })}>
        <View className="mw-acc-kind">
          <Dot kind="in" />
          收入
        </View>
        <View className="mw-acc-kind">
          <Dot kind="out" />
          支出
        </View>
        <View className="mw-meta">单位：万元</View>
      </View>
      <View {...aria({ role: 'list', label })}>
        {bars.map(({ words, here, ...sums }) => (
          <View
            key={words}
            className={here ? 'mw-acc here' : 'mw-acc'}
            {...aria({
              role: 'listitem',
              label: `${words}，收入${wan(sums.incomeFen)}万元，支出${wan(sums.expenseFen)}万元`,
            })}
          >
            <View className="mw-acc-words">{words}</View>
            <View className="mw-acc-bars">
              {rows.map(([kind, of]) => (
                <View key={kind} className="mw-acc-line">
                  <View className="mw-acc-track">
                    <View
                      className={`mw-acc-fill mw-c-${kind}`}
                      style={`width:${((sums[of] / most) * 100).toFixed(1)}%`}
                    />
                  </View>
                  <View className="mw-acc-sum">{wan(sums[of])}</View>
                </View>
              ))}
            </View>
          </View>
        ))}
      </View>
    </View>
  )
}
