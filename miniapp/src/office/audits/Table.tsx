import { View } from '@tarojs/components'
import { aria } from '../../components/aria'
import { Button, Link } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { monthDay } from '../../words'
import { type Due, dueWords, heldWords, whyWords } from './due'
import './audits.scss'

export type DueProps = {
  rows: readonly Due[]
  today: string
  /** absent for whoever only reads */
  onBegin?: (row: Due) => void
}

const heads = ['哪天以前', '村', '谁', '为什么审', '上一次', '']

/** Who is to be audited, a row each, in a wide window. */
export function Table({ rows, today, onBegin }: DueProps) {
  return (
    <View className="audits-table" {...aria({ role: 'table', label: '谁该审计了' })}>
      <View className="audits-row head" {...aria({ role: 'row' })}>
        {heads.map((words) => (
          <View key={words} {...aria({ role: 'columnheader' })}>
            {words}
          </View>
        ))}
      </View>
      {rows.map((row) => (
        <View key={keyOf(row)} className="audits-row" {...aria({ role: 'row' })}>
          <View>
            {!row.open && <View>{monthDay(row.dueOn, today)}</View>}
            <Chip {...dueWords(row, today)} />
          </View>
          <View>{row.villageName}</View>
          <View>
            <View className="audits-name">{row.name}</View>
            <View className="mw-meta">
              {row.title}，{heldWords(row)}
            </View>
          </View>
          <View className="mw-second">{whyWords(row)}</View>
          <Last row={row} today={today} />
          <Begin {...{ row, onBegin }} />
        </View>
      ))}
    </View>
  )
}

export const keyOf = ({ village, person, post }: Due): string => `${village} ${person} ${post}`

/** The audit before this one. */
export function Last({ row: { last }, today }: { row: Due; today: string }) {
  return last ? (
    <View>
      <Link words={monthDay(last.on, today)} onPress={() => go(routes.case(last.id))} />
    </View>
  ) : (
    <View className="mw-meta">没有审过</View>
  )
}

/** Begin it, or go on with the one in hand. */
export function Begin({ row, onBegin, block }: { row: Due; onBegin?: (row: Due) => void; block?: boolean }) {
  const { open } = row
  if (open)
    return (
      <Button kind="second" small block={block} onPress={() => go(routes.case(open.id))}>
        {open.step}
      </Button>
    )
  return onBegin ? (
    <Button kind="second" small block={block} label={`开始审计${row.name}`} onPress={() => onBegin(row)}>
      开始审计
    </Button>
  ) : null
}
