import { yuan } from '@shared/money'
import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { Button, IconButton } from '../../components/Button'
import { Two } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Field, type FieldProps } from '../../components/Field'
import { Dot, LedgerSummary } from '../../components/Ledger'
import { MoneyField, NumberField } from '../../components/NumberField'
import { TextField } from '../../components/TextField'
import { emptyLine, moneyTyped, type Sums, type TypedLine } from './typed'
import './form.scss'

export type LinesFieldProps = FieldProps & {
  lines: readonly TypedLine[]
  onChange: (lines: readonly TypedLine[]) => void
  /** 期初＋收入－支出 as far as typed; undefined while there are no lines */
  sums?: Sums
}

/** 收支明细: one card a line, and a sum that runs along. */
export function LinesField({ lines, onChange, sums, ...field }: LinesFieldProps) {
  const keys = useKeys(lines.length)
  const add = (direction: TypedLine['direction']) => onChange([...lines, emptyLine(direction)])
  const change = (at: number, to: Partial<TypedLine>) =>
    onChange(lines.map((line, i) => (i === at ? { ...line, ...to } : line)))
  return (
    <Field {...field} role="group">
      {lines.map((line, i) => (
        <Line
          key={keys.of(i)}
          nth={i + 1}
          line={line}
          onChange={(to) => change(i, to)}
          onRemove={() => {
            keys.drop(i)
            onChange(lines.filter((_, at) => at !== i))
          }}
        />
      ))}
      <View className="mw-field-tools">
        <Button kind="second" small icon="plus" onPress={() => add('in')}>
          加一笔收入
        </Button>
        <Button kind="second" small icon="plus" onPress={() => add('out')}>
          加一笔支出
        </Button>
      </View>
      {sums && <RunningSum {...sums} />}
    </Field>
  )
}

// A line keeps its key when one above it goes, or its half-typed amount would slip into the neighbour's box.
function useKeys(length: number) {
  const [first] = useState(() => ({ next: length, keys: Array.from({ length }, (_, i) => i) }))
  const box = useRef(first)
  while (box.current.keys.length < length) box.current.keys.push(box.current.next++)
  box.current.keys.length = length
  return { of: (i: number) => box.current.keys[i], drop: (i: number) => box.current.keys.splice(i, 1) }
}

type LineProps = { nth: number; line: TypedLine; onChange: (to: Partial<TypedLine>) => void; onRemove: () => void }

function Line({ nth, line, onChange, onRemove }: LineProps) {
  const word = line.direction === 'in' ? '收入' : '支出'
  return (
    <View className="mw-line">
      <View className="mw-line-head">
        <Dot kind={line.direction} />
        <View className="mw-strong">
          第{nth}笔 {word}
        </View>
        <IconButton icon="trash" label={`删掉第${nth}笔`} onPress={onRemove} />
      </View>
      <Two>
        <TextField
          label="什么钱"
          value={line.category}
          maxLength={30}
          onChange={(category) => onChange({ category })}
        />
        <MoneyField
          label="金额"
          value={typeof line.amount === 'number' ? line.amount : undefined}
          onChange={(fen, typed) => onChange({ amount: moneyTyped(fen, typed) })}
        />
      </Two>
      <Two>
        <TextField
          label="做什么用"
          note="可以不填"
          value={line.purpose}
          maxLength={60}
          onChange={(purpose) => onChange({ purpose })}
        />
        <NumberField
          label="凭证"
          note="可以不填"
          unit="张"
          value={line.vouchers}
          onChange={(vouchers) => onChange({ vouchers })}
        />
      </Two>
    </View>
  )
}

function RunningSum({ opening, income, expense, right, off }: Sums) {
  return (
    <View className="mw-line-sum">
      <View className="mw-card">
        <LedgerSummary openingFen={opening} incomeFen={income} expenseFen={expense} closingFen={right} />
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
