import { catalogueItem } from '@shared/catalogue'
import type { Option } from '@shared/schemas/fields'
import type { FieldProps } from '../../components/Field'
import { periodOption, periodsOf } from './periods'
import { SelectField } from './SelectField'
import type { Field, Typed } from './typed'

export type PeriodFieldProps = FieldProps & {
  field: Field
  typed: Typed
  /** YYYY-MM-DD */
  today: string
  onChange: (period: string | undefined) => void
}

const none = 'none'

/** 哪个时期: the periods in which the chosen item is disclosed. */
export function PeriodField({ field, typed, today, onChange, ...labelled }: PeriodFieldProps) {
  return (
    <SelectField
      {...labelled}
      options={periodOptions(field, typed, today)}
      value={typeof typed.period === 'string' ? typed.period : ''}
      onChange={(to) => onChange(to === none ? undefined : to)}
    />
  )
}

// A correction keeps its period; an older one than the wheel offers stays what it is.
const periodOptions = ({ options, optional }: Field, typed: Typed, today: string): readonly Option[] => {
  if (options) return options
  const item = catalogueItem(String(typed.item))
  const usual = item ? periodsOf(item, today) : []
  const now = typeof typed.period === 'string' ? typed.period : ''
  const known = now === '' || usual.some(({ value }) => value === now)
  return [
    ...(known ? usual : [periodOption(now), ...usual]),
    ...(optional ? [{ value: none, label: '不是定期公开的' }] : []),
  ]
}
