import type { Workflow } from '@shared/engine/workflow'
import { yuan } from '@shared/money'
import type { FieldMeta } from '@shared/schemas/fields'
import { fieldsOf } from '@shared/schemas/stepForms'
import type { EntryView } from '@shared/schemas/views'
import { dayWords, monthDay, timeWords } from '../../words'

type Field = FieldMeta & { name: string }
type Values = Readonly<Record<string, unknown>>

/** The form that a line of the log was filled in with. */
export const formOfEntry = (workflow: Workflow, { step, aside }: Pick<EntryView, 'step' | 'aside'>): string =>
  (aside
    ? workflow.asides.find((a) => a.id === aside)?.form
    : step === 'open'
      ? workflow.openForm
      : workflow.steps.find((s) => s.id === step)?.form) ?? 'nothing'

/** How a value is written out; undefined for what has a place of its own (files, lists, votes). */
export function valueWords({ kind, options, unit }: Field, value: unknown, today: string): string | undefined {
  if (value === undefined || value === null || value === '') return undefined
  switch (kind) {
    case 'money':
      return `${yuan(value as number)}元`
    case 'day':
      return dayWords(value as string, today)
    case 'time':
      return timeWords(value as string)
    case 'number':
      return `${value}${unit ?? ''}`
    case 'switch':
      return value ? '是' : '否'
    case 'choice':
      return options?.find((o) => o.value === value)?.label
    case 'choices':
      return (value as string[]).map((v) => options?.find((o) => o.value === v)?.label).join('、')
    case 'text':
    case 'longText':
      return String(value)
    default:
      return undefined
  }
}

/** What a line of the log says, sorted by how it is shown. */
export type Told = {
  /** date, time, place, heads: one line */
  when: string
  /** sentences, with their label where there are several */
  prose: { label: string; words: string }[]
  facts: { term: string; words: string }[]
  /** 会议记录: folded */
  record?: string
  /** ids */
  photos: string[]
  papers: string[]
}

// Shown elsewhere: in the head of the page, or for the engine only.
const elsewhere = [
  ...['title', 'category', 'visibility', 'nameShown', 'channel', 'board', 'item', 'period', 'audience'],
  ...['budget', 'funds', 'finishBy', 'motive', 'happenedOn', 'nothing'],
]

/** Sorts what was filled in: when and where, what was said, facts, papers. */
export function toldBy(form: string, values: Values, on: string, today: string): Told {
  const fields = fieldsOf(form).filter((f) => !elsewhere.includes(f.name) && values[f.name] !== undefined)
  const isMeeting = values.heldOn !== undefined
  const told: Told = { when: '', prose: [], facts: [], photos: [], papers: [] }
  const when = [monthDay(isMeeting ? (values.heldOn as string) : on, today)]
  for (const field of fields) {
    const { name, kind, label } = field
    const value = values[name]
    const words = valueWords(field, value, today)
    if (kind === 'photos') told.photos.push(...(value as string[]))
    else if (kind === 'files') told.papers.push(...(value as string[]))
    else if (name === 'heldOn' || words === undefined) continue
    else if (name === 'startsAt') when[0] += ` ${words}`
    else if (name === 'place' && isMeeting) when.push(words)
    else if (name === 'attended') when.push(`到场${words}`)
    else if (name === 'minutes') told.record = words
    else if (kind === 'longText') told.prose.push({ label, words })
    else told.facts.push({ term: label, words })
  }
  return { ...told, when: when.join(' · ') }
}

/** The facts of a case by the names of their fields, as far as they are known: the head of a matter. */
export function factsOf(workflow: Workflow, values: Values, names: readonly string[], today: string) {
  const forms = [workflow.openForm, ...workflow.steps.map((s) => s.form)]
  const all = forms.flatMap((form) => fieldsOf(form))
  return names.flatMap((name) => {
    const field = all.find((f) => f.name === name)
    const words = field && valueWords(field, values[name], today)
    return field && words ? [{ term: field.label, words }] : []
  })
}
