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
  /** 分步的打算: which day what is done */
  stages: { term: string; words: string }[]
  /** ids */
  photos: string[]
  papers: string[]
  voices: string[]
  /** what shows that someone agreed: voices and pictures, for the office alone */
  proof?: { label: string; ids: string[] }
}

type Stage = { on: string; does: string }

// Shown elsewhere: in the head of the page, or for the engine only.
const elsewhere = [
  ...['title', 'category', 'visibility', 'nameShown', 'board', 'item', 'period', 'audience'],
  ...['budget', 'funds', 'finishBy', 'motive', 'happenedOn', 'nothing', 'topic', 'body', 'joint', 'actsFor'],
  // beside the votes
  ...['notVoting', 'online', 'proxies', 'householdsPresent'],
]

// Told whole by the case that it opens, or by the heading that it stands under.
const brief: Readonly<Record<string, readonly string[]>> = {
  ...{ billOfDecision: ['purpose', 'amount'], sealOfDecision: ['document', 'amount'], sendBack: ['reason'] },
}

const inCall = ['meetOn', 'meetAt', 'meetPlace']

const nothing: Told = { when: '', prose: [], facts: [], stages: [], photos: [], papers: [], voices: [] }

/** When and where people are called to meet, in one sentence. */
const calledTo = ({ meetOn, meetAt, meetPlace }: Values, today: string) =>
  `通知大家${dayWords(String(meetOn), today)} ${timeWords(String(meetAt))}，在${meetPlace}开会。`

/** The same of 约谈. */
const talkOn = ({ meetOn, meetAt, meetPlace }: Values, today: string) =>
  `${dayWords(String(meetOn), today)} ${timeWords(String(meetAt))}，在${meetPlace}谈。`

/** Told in one sentence what was told to whoever raised it. */
const remindedOf = ({ sessionOn, startsAt, place }: Values, today: string) =>
  `${dayWords(String(sessionOn), today)} ${timeWords(String(startsAt))}，在${place}听这件事。`

/** Sorts what was filled in: when and where, what was said, facts, papers. */
export function toldBy(form: string, values: Values, on: string, today: string): Told {
  if (form === 'reminder')
    return { ...nothing, when: monthDay(on, today), prose: [{ label: '', words: remindedOf(values, today) }] }
  const isElsewhere = ({ name, kind }: Field) =>
    // 钱从哪来 stands in the head; what an audit says of funds is said here
    (elsewhere.includes(name) && kind !== 'longText') ||
    (name === 'plan' && form !== 'triage') ||
    (brief[form] && !brief[form].includes(name))
  const fields = fieldsOf(form).filter((f) => !isElsewhere(f) && values[f.name] !== undefined)
  const isMeeting = values.heldOn !== undefined
  const isCall = values.meetAt !== undefined
  const isTalk = form === 'summons' || form === 'interview'
  const told: Told = { ...nothing, prose: [], facts: [], photos: [], papers: [], voices: [] }
  if (isCall)
    told.prose.push(
      isTalk ? { label: '约好了', words: talkOn(values, today) } : { label: '开会', words: calledTo(values, today) },
    )
  const when = [monthDay(isMeeting ? (values.heldOn as string) : on, today)]
  for (const field of fields) {
    const { name, kind, label } = field
    const value = values[name]
    const words = valueWords(field, value, today)
    if (kind === 'photos') told.photos.push(...(value as string[]))
    else if (kind === 'files') told.papers.push(...(value as string[]))
    else if (kind === 'voice') told.voices.push(...(value as string[]))
    else if (kind === 'proof') told.proof = { label, ids: value as string[] }
    else if (kind === 'stages')
      told.stages = (value as Stage[]).map(({ on: day, does }) => ({ term: monthDay(day, today), words: does }))
    else if (name === 'channel') when.push(...(value === 'online' || !words ? [] : [words]))
    else if (kind === 'names') told.facts.push({ term: label, words: (value as string[]).join('、') })
    else if (name === 'heldOn' || words === undefined || (isCall && inCall.includes(name))) continue
    else if (name === 'startsAt' && isMeeting) when[0] += ` ${words}`
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
