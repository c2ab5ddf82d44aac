import { minutesTemplate } from '@shared/minutes'
import { View } from '@tarojs/components'
import { ChoiceField, ChoiceRow } from '../../components/ChoiceField'
import { RollField as PresentField, VoteField } from '../../components/CountFields'
import { DayField, TimeField } from '../../components/DayField'
import { FieldError } from '../../components/Field'
import { MoneyField, NumberField } from '../../components/NumberField'
import { LongTextField, TextField } from '../../components/TextField'
import { rollIn } from '../roll/rollSheet'
import { AttachField, type AttachFieldProps } from './AttachField'
import { CaseField, type ChosenCase } from './CaseField'
import { CompactChoice } from './CompactChoice'
import { isCompact } from './compact'
import { MilestonesField } from './MilestonesField'
import { MinutesField } from './MinutesField'
import { NamesField } from './NamesField'
import { OwnWords } from './OwnWords'
import { PeopleField } from './PeopleField'
import { PeriodField } from './PeriodField'
import { ProofField } from './ProofField'
import type { Counting } from './problems'
import { isOfRoll, RollField, RollFigure } from './RollField'
import { rollWords } from './rollWords'
import { SelectField } from './SelectField'
import { StagesField } from './StagesField'
import { SheetField } from './sheet/SheetField'
import { isMinutes, takesTemplate } from './templates'
import { attachedOf, type Field, moneyTyped, type Typed, type TypedStage } from './typed'

/** Where the form is filled in: the village, the case, what that is about and called, its 组, and the one that it is to be merged into. */
export type Place = {
  village: string
  from?: string
  category?: string
  title?: string
  into?: ChosenCase
  group?: number
}

export type StepFieldProps = {
  /** its name, for what only some forms have; and where its draft is kept */
  form: string
  draft: string
  field: Field
  typed: Typed
  error?: string
  onChange: (name: string, value: unknown) => void
  /** the meeting that is counted, and whose heads */
  counting?: Counting
  /** YYYY-MM-DD */
  today: string
  sources: AttachFieldProps['sources']
  /** already kept on the phone: said under long texts */
  saved: boolean
  /** who may be named as handler */
  people: readonly { id: string; says: string }[]
  latest: () => Typed
  place: Place
}

/** The place on the page that the error summary leads to. */
export const idOf = (place: string): string => `f-${place}`

const text = (value: unknown) => (typeof value === 'string' ? value : '')
const whole = (value: unknown) => (typeof value === 'number' ? value : undefined)
// above that many a list of rows is longer than the rest of the form
const mostRows = 8

/** One field of a form, drawn by its kind. */
export function StepField(props: StepFieldProps) {
  const { form, draft, field, typed, error, onChange, counting, today, sources, saved, people, latest, place } = props
  const roll = counting?.roll
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
  if (isOfRoll(name) && rollIn(typed.roll)) return <RollFigure {...common} {...{ name, unit, value, roll, optional }} />
  switch (kind) {
    case 'text':
      if (name === 'period') return <PeriodField {...common} {...{ field, typed, today }} onChange={set} />
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
    case 'longText': {
      const words = {
        ...{ ...common, value: text(value), maxLength: max, onChange: set },
        saved: saved && value ? '已帮您存好草稿' : '',
      }
      const template = isMinutes(name) ? minutesTemplate(form, place.title ?? '') : undefined
      if (template) return <MinutesField {...words} template={template} />
      return takesTemplate(form, name) ? (
        <OwnWords {...words} village={place.village} category={place.category} />
      ) : (
        <LongTextField {...words} />
      )
    }
    case 'names':
      return (
        <NamesField
          {...common}
          value={text(value)}
          max={max ?? 200}
          onChange={(names, count, before) => {
            set(names)
            // whoever is named came; a figure that someone has typed stays
            if (typed.attended === undefined || typed.attended === before) onChange('attended', count || undefined)
          }}
        />
      )
    case 'stages':
      return (
        <StagesField
          {...common}
          stages={(value as readonly TypedStage[] | undefined) ?? []}
          max={max ?? 6}
          today={today}
          onChange={set}
        />
      )
    case 'case':
      return (
        <CaseField
          {...common}
          village={place.village}
          of={place.from ?? ''}
          value={text(value)}
          chosen={place.into}
          today={today}
          onChange={set}
        />
      )
    case 'number':
      if (field.steps)
        return (
          <MilestonesField
            {...common}
            steps={field.steps}
            before={field.done ?? 0}
            value={whole(value)}
            today={today}
            onChange={set}
          />
        )
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
      if (isCompact(field)) return <CompactChoice {...common} options={options} value={text(value)} onChange={set} />
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
        <PresentField
          {...common}
          label="到会人数"
          roster={rollWords(roll.name, roll.on)}
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
    case 'voice':
    case 'proof': {
      const files = {
        ...{ ...common, sources, max: max ?? 9, attached: attachedOf(value), onChange: set },
        latest: () => attachedOf(latest()[name]),
      }
      return kind === 'photos' || kind === 'files' ? (
        <AttachField {...files} kind={kind} />
      ) : (
        <ProofField {...files} kind={kind} />
      )
    }
    case 'people':
      return <PeopleField {...common} people={people} chosen={(value as string[] | undefined) ?? []} onChange={set} />
    case 'sheet':
      if (field.list === 'roll') return <RollField {...common} {...{ typed, draft, counting, place, onChange }} />
      return field.list ? (
        <SheetField
          {...common}
          kind={field.list}
          typed={value}
          period={text(typed.period) || undefined}
          village={place.village}
          from={place.from}
          whole={typed.kind === 'whole'}
          today={today}
          onChange={set}
        />
      ) : null
    case 'choices':
    case 'hidden':
      return null
  }
}
