import { yuan } from '@shared/money'
import { type SheetKind, sheetKinds } from '@shared/sheetKinds'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { aria } from '../../../components/aria'
import { Button } from '../../../components/Button'
import { ChoiceRow } from '../../../components/ChoiceField'
import { Icon } from '../../../components/Icon'
import type { Imported } from './keepSheet'
import { SheetRows } from './SheetRows'

export type BadRowsProps = {
  kind: SheetKind
  read: Imported
  name: string
  busy: boolean
  /** numbers of rows of the workbook */
  onDrop: (rows: readonly number[]) => void
}

/** What was read, and every row that can't be taken, with its cell and what to do: mend it in the workbook, or leave it out. */
export function BadRows({ kind, read, name, busy, onDrop }: BadRowsProps) {
  const rows = byRow(read.problems)
  const [chosen, setChosen] = useState<readonly number[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another reading is another list of rows
  useEffect(() => setChosen([]), [read])
  const toggle = (row: number) =>
    setChosen((before) => (before.includes(row) ? before.filter((r) => r !== row) : [...before, row]))
  const dropped = [...chosen].sort((a, b) => a - b)
  const { found, more } = read
  const bad = rows.filter(({ row }) => row > 0).length + more
  return (
    <View className="mw-sheet-bad" {...aria({ role: 'alert' })}>
      <View className="mw-sheet-bad-head">
        <Icon name="alert" bold />
        <View>
          <View className="mw-strong">{bad > 0 ? `有${bad}行要改，一行都还没存` : '这个文件还读不了，一行都没存'}</View>
          <View className="mw-meta">
            {name}里读到{found.rows}行{kind === 'statement' && sumWords(found)}
          </View>
        </View>
      </View>
      {rows.map(({ row, problems }) => (
        <View key={row} className="mw-sheet-bad-row">
          {problems.map(({ cell, field, says }) => (
            <View key={field + says} className="mw-sheet-fault">
              {(cell || row > 0) && <View className="mw-sheet-cell">{cell ?? `第${row}行`}</View>}
              <View>{says}</View>
            </View>
          ))}
          {row > 0 && <ChoiceRow many words={`去掉第${row}行`} on={chosen.includes(row)} onPress={() => toggle(row)} />}
        </View>
      ))}
      {more > 0 && <View className="mw-meta">还有{more}行没有列出来，改好这些再传一次就会列出来。</View>}
      <View className="mw-second">
        在Excel里改好这几格，存好再传；不要的行可以勾“去掉”，
        {kind === 'roster' ? '去掉的人不进名册。' : '去掉的不公开，也不算进合计。'}
      </View>
      {dropped.length > 0 && (
        <Button kind="danger" block busy={busy} busyWords="正在重新核对…" onPress={() => onDrop(dropped)}>
          {`去掉第${dropped.join('、')}行，重新核对`}
        </Button>
      )}
      {found.preview.length > 0 && (
        <View>
          <View className="mw-strong">读对了的，先看几行</View>
          <SheetRows
            columns={[...sheetKinds[kind].columns].map(({ options, ...column }) => ({
              ...column,
              ...(options && { options: [...options] }),
            }))}
            rows={found.preview.slice(0, 3).map((cells, i) => ({ no: i + 1, cells }))}
          />
        </View>
      )}
    </View>
  )
}

const sumWords = ({ income, expense, opening, closing }: Imported['found']) =>
  [
    `，收入${yuan(income)}元，支出${yuan(expense)}元`,
    opening !== undefined && `，期初${yuan(opening)}元`,
    closing !== undefined && `，期末${yuan(closing)}元`,
  ]
    .filter(Boolean)
    .join('')

type Bad = Imported['problems'][number]

const byRow = (problems: readonly Bad[]): { row: number; problems: Bad[] }[] => {
  const rows = new Map<number, Bad[]>()
  for (const problem of problems) rows.set(problem.row, [...(rows.get(problem.row) ?? []), problem])
  return [...rows].map(([row, of]) => ({ row, problems: of }))
}
