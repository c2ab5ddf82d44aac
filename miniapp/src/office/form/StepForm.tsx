import { Fragment } from 'react'
import { Two } from '../../components/Card'
import { Note } from '../../components/Chip'
import { LiveCheck } from '../../components/LiveCheck'
import { liveRows } from './liveRows'
import type { Counting } from './problems'
import { StepField, type StepFieldProps } from './StepField'
import type { Field } from './typed'
import type { FormState } from './useForm'
import './form.scss'

export type StepFormProps = {
  form: FormState
  counting?: Counting
  /** the step is counted, but the village's roster doesn't say whose heads */
  lacksRoll?: boolean
  today: string
  sources: StepFieldProps['sources']
  /** who may be named as handler; nobody while a case is only being opened */
  people?: StepFieldProps['people']
  place: StepFieldProps['place']
  /** what is said under a field beyond its own help: the first day on which the meeting may be */
  hints?: Readonly<Record<string, string>>
}

const nobody: StepFieldProps['people'] = []

/** Any form, drawn from its fields; a counted one with its live check under the votes. */
export function StepForm({ form, counting, lacksRoll, today, sources, people = nobody, place, hints }: StepFormProps) {
  const draw = (field: Field) => (
    <StepField
      key={field.name}
      form={form.form}
      draft={form.draft}
      field={hints?.[field.name] ? { ...field, help: hints[field.name] } : field}
      typed={form.typed}
      error={form.told[field.kind === 'votes' ? 'votes' : field.name]}
      onChange={form.set}
      counting={counting}
      today={today}
      sources={sources}
      saved={form.saved}
      people={people}
      latest={form.latest}
      place={place}
    />
  )
  return (
    <>
      {lacksRoll && <Note tone="zhe">名册里还没有这个会的应到人数，记不了票。请先请文书导入名册。</Note>}
      {inRows(form.fields).map((row) => (
        <Fragment key={row[0].name}>
          {row.length > 1 ? <Two>{row.map(draw)}</Two> : draw(row[0])}
          {counting && row[0].name === 'votesFor' && <LiveCheck rows={liveRows(counting, form.value)} />}
        </Fragment>
      ))}
    </>
  )
}

// 几点 and 地点 share a line; of the three votes the first stands for all.
const inRows = (fields: readonly Field[]): Field[][] => {
  const rows: Field[][] = []
  for (const field of fields) {
    if (field.kind === 'hidden' || (field.kind === 'votes' && field.name !== 'votesFor')) continue
    const before = rows.at(-1)
    if (before?.length === 1 && before[0].kind === 'time' && field.kind === 'text') before.push(field)
    else rows.push([field])
  }
  return rows
}
