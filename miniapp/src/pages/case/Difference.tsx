import { yuan } from '@shared/money'
import type { DifferenceView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { useCall } from '../../api/useCall'
import { aria, heading } from '../../components/aria'
import { Chip } from '../../components/Chip'
import { Loaded } from '../../screen/Loaded'
import { type Columns, cellWords } from './cells'

const yuanWords = (fen: number | undefined) => (fen === undefined ? undefined : `${yuan(fen)}元`)

/** 哪里不一样: words, sums and rows as they were and as they are. */
export function Difference({ id }: { id: string }) {
  const found = useCall('difference', { params: { id } })
  return (
    <View className="case-difference">
      <Loaded of={found} kind="lines" label="正在对照">
        {({ fields, sums, columns, rows, more }) => {
          const changed = sums.filter((sum) => sum.before !== sum.after)
          return (
            <>
              {fields.map((field) => (
                <BeforeAfter key={field.label} {...field} />
              ))}
              {changed.map(({ label, before, after }) => (
                <BeforeAfter key={label} label={label} before={yuanWords(before)} after={yuanWords(after)} />
              ))}
              {rows.map((row, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows of a difference have no name and never move
                <ChangedRow key={i} row={row} columns={columns} />
              ))}
              {more > 0 && <View className="mw-second">还有{more}行也变了，没有全列出来。</View>}
              {fields.length + changed.length + rows.length === 0 && (
                <View className="mw-second">文字、合计和明细都一样，变的是附件或别的说明。</View>
              )}
            </>
          )
        }}
      </Loaded>
    </View>
  )
}

function BeforeAfter({ label, before, after }: { label: string; before?: string; after?: string }) {
  return (
    <View className="case-row">
      <View className="case-row-title" {...heading(3)}>
        {label}
      </View>
      <Lines before={before ?? '没有写'} after={after ?? '去掉了'} />
    </View>
  )
}

function Lines({ before, after }: { before: string; after: string }) {
  return (
    <>
      <View className="case-before" {...aria({ label: `原来：${before}` })}>
        <View className="mw-meta">原来</View>
        <View className="mw-pre">{before}</View>
      </View>
      <View className="case-after" {...aria({ label: `现在：${after}` })}>
        <View className="mw-meta">现在</View>
        <View className="mw-pre mw-strong">{after}</View>
      </View>
    </>
  )
}

const words = {
  new: { kind: 'dai', words: '新增', icon: 'plus' },
  gone: { kind: 'hui', words: '去掉了', icon: 'minusc' },
  changed: { kind: 'zhe', words: '改了', icon: 'edit' },
} as const

function ChangedRow({ row, columns }: { row: DifferenceView['rows'][number]; columns: Columns }) {
  const { change, before = {}, after = {} } = row
  const told = change === 'gone' ? before : after
  const apart = change === 'changed' ? columns.filter(({ key }) => before[key] !== after[key]) : []
  const same = columns.filter((column) => !apart.includes(column))
  return (
    <View className="case-row">
      <Chip {...words[change]} />
      <View>
        {same
          .flatMap((column) => cellWords(column, told[column.key]) ?? [])
          .slice(0, 6)
          .join(' · ')}
      </View>
      {apart.map((column) => (
        <View key={column.key} className="case-cell">
          <View className="mw-meta">{column.label}</View>
          <Lines
            before={cellWords(column, before[column.key]) ?? '空着'}
            after={cellWords(column, after[column.key]) ?? '空着'}
          />
        </View>
      ))}
    </View>
  )
}
