import { accountKinds } from '@shared/accounts'
import type { Problem } from '@shared/engine/case'
import { yuan } from '@shared/money'
import { type Column, type SheetKind, sheetKinds } from '@shared/sheetKinds'
import { View } from '@tarojs/components'
import { Link } from '../../../components/Button'
import { ChoiceField } from '../../../components/ChoiceField'
import { cls } from '../../../components/cls'
import { DayField } from '../../../components/DayField'
import { FieldError } from '../../../components/Field'
import { Icon } from '../../../components/Icon'
import { Dot } from '../../../components/Ledger'
import { MoneyField } from '../../../components/NumberField'
import { Pressable } from '../../../components/Pressable'
import { TextField } from '../../../components/TextField'
import { SelectField } from '../SelectField'
import { moneyTyped } from '../typed'
import { counter, type TypedRow } from './typedSheet'

export type TypedRowCardProps = {
  kind: SheetKind
  nth: number
  row: TypedRow
  open: boolean
  today: string
  faults?: readonly Problem[]
  onOpen: () => void
  onChange: (to: TypedRow) => void
  onRemove: () => void
}

const directionWords = { in: '收入', out: '支出' } as const
const directionOf = ({ direction }: TypedRow) =>
  direction === 'in' || direction === 'out' ? (direction as 'in' | 'out') : undefined

/** One row: a line that says what it is; open, one field a column. */
export function TypedRowCard({
  kind,
  nth,
  row,
  open,
  today,
  faults = [],
  onOpen,
  onChange,
  onRemove,
}: TypedRowCardProps) {
  const direction = directionOf(row)
  const name = `第${nth}${counter(kind)}`
  const columns = sheetKinds[kind].columns.filter(({ key }) => !(kind === 'statement' && key === 'direction'))
  return (
    <View className={cls('mw-line', faults.length > 0 && 'err')}>
      <Pressable
        className="mw-line-head"
        label={`${name}，${summary(row)}，${open ? '收起' : '打开来改'}`}
        onPress={onOpen}
      >
        {direction && <Dot kind={direction} />}
        <View className="mw-line-name">
          <View className="mw-strong">
            {name} {direction ? directionWords[direction] : ''}
          </View>
          {!open && <View className="mw-meta">{summary(row)}</View>}
        </View>
        {!open && typeof row.amount === 'number' && <View className="mw-sheet-row-sum">{yuan(row.amount)}</View>}
        <Icon name={open ? 'down' : 'right'} />
      </Pressable>
      {open && (
        <>
          {columns.map((column) => (
            <Cell
              key={column.key}
              column={column}
              row={row}
              today={today}
              error={faults.find(({ field }) => field === column.key)?.says}
              onChange={(value) => onChange({ [column.key]: value })}
            />
          ))}
          <View className="mw-sheet-links">
            <Link words={`删掉${name}`} icon="trash" onPress={onRemove} />
            <Link words="收起" icon="check" onPress={onOpen} />
          </View>
        </>
      )}
      {!open && faults.length > 0 && <FieldError says={faults[0].says} />}
    </View>
  )
}

// What tells a closed row apart from the others.
const summary = (row: TypedRow): string => {
  const said = ['category', 'name', 'party', 'document', 'purpose', 'what'].flatMap((key) => {
    const value = row[key]
    return value === undefined || value === '' ? [] : [String(value)]
  })
  return said.slice(0, 2).join('：') || '还没填'
}

type CellProps = {
  column: Column
  row: TypedRow
  today: string
  error?: string
  onChange: (value: string | number | undefined) => void
}

const fewOptions = 3
// of money alone
const help: Readonly<Record<string, string>> = { decision: '大额支出要写四议的编号' }

function Cell({ column, row, today, error, onChange }: CellProps) {
  const { key, label, kind, optional, max } = column
  const value = row[key]
  const text = value === undefined ? '' : String(value)
  const common = { label, error, help: directionOf(row) && help[key], ...(optional && { note: '可以不填' }) }
  switch (kind) {
    case 'day':
      return <DayField {...common} value={text} today={today} onChange={onChange} />
    case 'money':
      return (
        <MoneyField
          {...common}
          value={typeof value === 'number' ? value : undefined}
          onChange={(fen, typed) => onChange(moneyTyped(fen, typed))}
        />
      )
    case 'choice': {
      const options = optionsOf(column, row)
      return options.length > fewOptions || optional ? (
        <SelectField {...common} options={options} value={text} onChange={onChange} />
      ) : (
        <ChoiceField
          {...common}
          options={options.map((o) => ({ value: o.value, words: o.label }))}
          value={text}
          onChange={onChange}
        />
      )
    }
    default:
      return <TextField {...common} value={text} maxLength={kind === 'number' ? 12 : max} onChange={onChange} />
  }
}

// 科目 of money that came in aren't those of money that went out.
const optionsOf = ({ key, options = [] }: Column, row: TypedRow) =>
  key === 'category' && row.direction !== undefined
    ? accountKinds.filter((k) => k.direction === row.direction).map(({ name }) => ({ value: name, label: name }))
    : options
