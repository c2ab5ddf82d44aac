import { yuan } from '@shared/money'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Two } from '../../../components/Card'
import { Note } from '../../../components/Chip'
import { FieldError } from '../../../components/Field'
import { LedgerSummary } from '../../../components/Ledger'
import { MoneyField } from '../../../components/NumberField'
import { ledgerPeriod } from '../periods'
import { moneyTyped } from '../typed'
import { mostTyped } from './rowsToType'
import { TypedRowCard } from './TypedRowCard'
import { emptyRow, rowFaults, type Sums, sumsOf, type TypedSheet } from './typedSheet'
import { useKeys } from './useKeys'

export type TypeSheetProps = {
  sheet: TypedSheet
  period?: string
  today: string
  /** what is wrong with the list; then each row says what is wrong with it */
  error?: string
  onChange: (sheet: TypedSheet) => void
}

/** A list typed row by row: one row open at a time, and for a statement a sum that runs along. */
export function TypeSheet({ sheet, period, today, error, onChange }: TypeSheetProps) {
  const { kind, rows, opening, closing } = sheet
  const keys = useKeys(rows.length)
  const [open, setOpen] = useState<number | undefined>(rows.length === 1 ? 0 : undefined)
  const faults = error ? rowFaults(sheet, period) : new Map()
  const set = (next: Partial<TypedSheet>) => onChange({ ...sheet, ...next })
  const add = (direction?: 'in' | 'out') => {
    setOpen(rows.length)
    set({ rows: [...rows, emptyRow(kind, direction, rows.at(-1))] })
  }
  const remove = (at: number) => {
    keys.drop(at)
    setOpen(undefined)
    set({ rows: rows.filter((_, i) => i !== at) })
  }
  const isStatement = kind === 'statement'
  const sums = sumsOf(sheet)
  return (
    <View className="mw-sheet">
      {isStatement && (
        <Two>
          <MoneyField
            label="期初结余"
            value={typeof opening === 'number' ? opening : undefined}
            onChange={(fen, typed) => set({ opening: moneyTyped(fen, typed) })}
          />
          <MoneyField
            label="期末结余"
            value={typeof closing === 'number' ? closing : undefined}
            onChange={(fen, typed) => set({ closing: moneyTyped(fen, typed) })}
          />
        </Two>
      )}
      {rows.map((row, i) => (
        <TypedRowCard
          key={keys.of(i)}
          kind={kind}
          nth={i + 1}
          row={row}
          open={open === i}
          today={today}
          faults={faults.get(i)}
          onOpen={() => setOpen(open === i ? undefined : i)}
          onChange={(to) => set({ rows: rows.map((r, at) => (at === i ? { ...r, ...to } : r)) })}
          onRemove={() => remove(i)}
        />
      ))}
      {rows.length < mostTyped ? (
        <View className="mw-field-tools">
          {isStatement ? (
            <>
              <Button kind="second" small icon="plus" onPress={() => add('in')}>
                加一笔收入
              </Button>
              <Button kind="second" small icon="plus" onPress={() => add('out')}>
                加一笔支出
              </Button>
            </>
          ) : (
            <Button kind="second" small icon="plus" onPress={() => add()}>
              加一行
            </Button>
          )}
        </View>
      ) : (
        <Note tone="zhe">手填最多{mostTyped}行，更多的请从Excel导入。</Note>
      )}
      {error && <FieldError says={error} />}
      {sums && <RunningSum {...sums} period={period} />}
    </View>
  )
}

function RunningSum({ opening, income, expense, right, off, period }: Sums & { period?: string }) {
  return (
    <View className="mw-line-sum">
      <View className="mw-card">
        <LedgerSummary
          {...{ openingFen: opening, incomeFen: income, expenseFen: expense, closingFen: right }}
          period={ledgerPeriod(period)}
        />
      </View>
      {off === undefined ? null : off === 0 ? (
        <Note tone="song">和填的期末结余对得上。</Note>
      ) : (
        <Note tone="jiang">
          填的期末结余{off > 0 ? '多' : '少'}了{yuan(Math.abs(off))}元，算下来应该是{yuan(right)}元。请核对明细。
        </Note>
      )}
    </View>
  )
}
