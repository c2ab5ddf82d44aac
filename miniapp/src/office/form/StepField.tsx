import { catalogueItem } from '@shared/catalogue'
import type { Option } from '@shared/schemas/fields'
import { View } from '@tarojs/components'
import { ChoiceField, ChoiceRow } from '../../components/ChoiceField'
import { RollField, VoteField } from '../../components/CountFields'
import { DayField, TimeField } from '../../components/DayField'
import { FieldError } from '../../components/Field'
import { MoneyField, NumberField } from '../../components/NumberField'
import { LongTextField, TextField } from '../../components/TextField'
import { AttachField, type AttachFieldProps } from './AttachField'
import { PeopleField } from './PeopleField'
import { periodOption, periodsOf } from './periods'
import type { Roll } from './problems'
import { rollWords } from './rollWords'
import { SelectField } from './SelectField'
import { SheetField } from './sheet/SheetField'
import { attachedOf, type Field, moneyTyped, type Typed } from './typed'

export type StepFieldProps = {
  field: Field
  typed: Typed
  error?: string
  onChange: (name: string, value: unknown) => void
  roll?: Roll
  /** YYYY-MM-DD */
  today: string
  sources: AttachFieldProps['sources']
  /** already kept on the phone: said under long texts */
  saved: boolean
  /** who may be named as handler */
  people: readonly { id: string; says: string }[]
  latest: () => Typed
  /** in which village, and the case whose list is taken over */
  place: { village: string; from?: string }
}

/** The place on the page that the error summary leads to. */
export const idOf = (place: string): string => `f-${place}`

const text = (value: unknown) => (typeof value === 'string' ? value : '')
const whole = (value: unknown) => (typeof value === 'number' ? value : undefined)
// above that many a list of rows is longer than the rest of the form
const mostRows = 8

/** One field of a form, drawn by its kind. */
export function StepField(props: StepFieldProps) {
  const { field, typed, error, onChange, roll, today, sources, saved, people, latest, place } = props
  const { name, kind, label, help, optional, max, unit, options = [] } = field
  const value = typed[name]
  const set = (next: unknown) => onChange(name, next)
  const common = {
    id: idOf(name),
    label,
    help,
    error,
    ...(optional && !help?.startsWith('可以不') && { note: '可以不填' }),
  }
  switch (kind) {
    case 'text':
      if (name === 'period')
        return (
          <SelectField
            {...common}
            options={periodOptions(field, typed, today)}
            value={text(value)}
            onChange={(to) => set(to === noPeriod ? undefined : to)}
          />
        )
      return <TextField {...common} value={text(value)} maxLength={max} onChange={set} />
    case 'person':
      return (
        <SelectField
          {...common}
          help={optional ? '不选，就由接下这件事的人办' : help}
          options={people.map(({ id, says }) => ({ value: id, label: says }))}
          value={text(value)}
          onChange={set}
        />
      )
    case 'longText':
      return (
        <LongTextField
          {...common}
          value={text(value)}
          maxLength={max}
          saved={saved && value ? '已帮您存好草稿' : ''}
          onChange={set}
        />
      )
    case 'number':
      return <NumberField {...common} unit={unit} value={whole(value)} onChange={set} />
    case 'money':
      return (
        <MoneyField {...common} value={whole(value)} onChange={(fen, typedText) => set(moneyTyped(fen, typedText))} />
      )
    case 'day':
      return <DayField {...common} value={text(value)} today={today} onChange={set} />
    case 'time':
      return <TimeField {...common} value={text(value)} onChange={set} />
    case 'choice':
      return options.length > mostRows ? (
        <SelectField {...common} options={options} value={text(value)} onChange={set} />
      ) : (
        <ChoiceField
          {...common}
          options={options.map((o) => ({ value: o.value, words: o.label, detail: o.help }))}
          value={text(value)}
          onChange={set}
        />
      )
    case 'switch':
      return (
        <View id={idOf(name)} className="mw-field">
          <ChoiceRow many words={label} detail={help} on={value === true} onPress={() => set(value !== true)} />
          {error && <FieldError says={error} />}
        </View>
      )
    case 'present':
      return roll ? (
        <RollField
          {...common}
          label="到会人数"
          roster={rollWords(roll.name)}
          eligible={roll.eligible}
          value={whole(value)}
          onChange={set}
        />
      ) : (
        <NumberField {...common} unit="人" value={whole(value)} onChange={set} />
      )
    case 'votes':
      return name === 'votesFor' ? (
        <VoteField
          {...common}
          id={idOf('votes')}
          label="投票结果"
          note="三项加起来要等于实到人数"
          value={{ yes: whole(typed.votesFor), no: whole(typed.votesAgainst), abstain: whole(typed.votesAbstain) }}
          onChange={({ yes, no, abstain }) => {
            if (yes !== typed.votesFor) onChange('votesFor', yes)
            if (no !== typed.votesAgainst) onChange('votesAgainst', no)
            if (abstain !== typed.votesAbstain) onChange('votesAbstain', abstain)
          }}
        />
      ) : null
    case 'photos':
    case 'files':
      return (
        <AttachField
          {...common}
          kind={kind}
          max={max ?? 9}
          attached={attachedOf(value)}
          sources={sources}
          latest={() => attachedOf(latest()[name])}
          onChange={set}
        />
      )
    case 'people':
      return <PeopleField {...common} people={people} chosen={(value as string[] | undefined) ?? []} onChange={set} />
    case 'sheet':
      return field.list ? (
        <SheetField
          {...common}
          kind={field.list}
          typed={value}
          period={text(typed.period) || undefined}
          village={place.village}
          from={place.from}
          today={today}
          onChange={set}
        />
      ) : null
    case 'choices':
    case 'hidden':
      return null
  }
}

const noPeriod = 'none'

// A correction keeps its period; an older one than the wheel offers stays what it is.
const periodOptions = ({ options, optional }: Field, typed: Typed, today: string): readonly Option[] => {
  if (options) return options
  const item = catalogueItem(String(typed.item))
  const usual = item ? periodsOf(item, today) : []
  const now = text(typed.period)
  const known = now === '' || usual.some(({ value }) => value === now)
  return [
    ...(known ? usual : [periodOption(now), ...usual]),
    ...(optional ? [{ value: noPeriod, label: '不是定期公开的' }] : []),
  ]
}
