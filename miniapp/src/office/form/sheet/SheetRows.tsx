import { yuan } from '@shared/money'
import type { RowsView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { cls } from '../../../components/cls'
import { Dot } from '../../../components/Ledger'
import { monthDay } from '../../../words'

type Columns = RowsView['columns']
type Cells = RowsView['rows'][number]['cells']
export type ShownRow = { no: number; cells: Cells; change?: 'new' | 'changed' }

/** How a cell is written: money with two decimals, days as 5月8日, choices by their label. */
export const cellWords = ({ kind, options }: Columns[number], value: string | number): string => {
  if (kind === 'money') return yuan(Number(value))
  if (kind === 'day') return monthDay(String(value))
  return options?.find((option) => option.value === value)?.label ?? String(value)
}

// What a row is called by, and what it comes to; the rest stands small beneath.
const called = ['category', 'name', 'party', 'document']
const comesTo = ['amount', 'rent', 'value', 'cost']

/** Rows of a list, each with what it is, what it comes to, and the rest in one line. */
export function SheetRows({ columns, rows }: { columns: Columns; rows: readonly ShownRow[] }) {
  return (
    <View>
      {rows.map((row) => (
        <SheetRow key={row.no} columns={columns} row={row} />
      ))}
    </View>
  )
}

export function SheetRow({ columns, row: { no, cells, change } }: { columns: Columns; row: ShownRow }) {
  const has = (key: string) => cells[key] !== undefined && cells[key] !== ''
  const name = columns.find(({ key }) => called.includes(key) && has(key))
  const sum = columns.find(({ key }) => comesTo.includes(key) && has(key))
  const direction = cells.direction === 'in' || cells.direction === 'out' ? cells.direction : undefined
  const rest = columns.filter((column) => has(column.key) && column !== name && column !== sum)
  return (
    <View className="mw-sheet-row">
      <View className="mw-sheet-row-head">
        <View className="mw-sheet-row-name">
          {no}. {direction && <Dot kind={direction} />}
          {name ? cellWords(name, cells[name.key]) : ''}
          {change && <View className="mw-sheet-change">{change === 'new' ? '新加的' : '有变化'}</View>}
        </View>
        {sum && (
          <View className={cls('mw-sheet-row-sum', direction)}>
            {direction ? (direction === 'in' ? '＋' : '－') : ''}
            {cellWords(sum, cells[sum.key])}
          </View>
        )}
      </View>
      <View className="mw-meta">
        {rest
          .filter(({ key }) => key !== 'direction' || !direction)
          .map((column) => said(column, cellWords(column, cells[column.key])))
          .join(' · ')}
      </View>
    </View>
  )
}

const plain = ['on', 'purpose', 'what', 'group', 'place', 'party', 'name', 'unit']
const said = ({ key, label }: Columns[number], words: string) => (plain.includes(key) ? words : `${label}${words}`)
