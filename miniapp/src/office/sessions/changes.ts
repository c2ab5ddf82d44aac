import { addDays } from '@shared/engine/deadline'
import {
  type SessionPlanView,
  type SessionsChange,
  type SessionsView,
  sessionsChange,
} from '@shared/schemas/requestViews'
import { monthDay, timeWords } from '../../words'

export type ChangeName = SessionsChange['change']

/** What stands in the form; each change takes the fields that it has. */
export type TypedChange = {
  kind?: 'evening' | 'mobile' | ''
  on?: string
  to?: string
  startsAt?: string
  place?: string
  hosts?: string
  why?: string
  movesOffHolidays?: boolean
}
export type FieldName = keyof TypedChange

/** One change that is being made; `session` is the one that is moved or called off. */
export type Changing = { change: ChangeName; session?: SessionPlanView; kind?: 'evening' | 'mobile' }

/** What the page was opened for: a change of the rule, of the session on that day, or an extra one; undefined when it can't be. */
export const changingOf = (
  { change, on, kind }: { change: string; on: string; kind: string },
  { mayChange, sessions }: SessionsView,
): Changing | undefined => {
  if (!mayChange) return undefined
  if (change === 'rule') return { change }
  if (change === 'add') return { change, ...((kind === 'evening' || kind === 'mobile') && { kind }) }
  const session = sessions.find((one) => one.on === on)
  const fits = (change === 'move' && session?.kind === 'fixed') || (change === 'drop' && session?.kind !== 'fixed')
  return session && fits ? { change, session } : undefined
}

/** Which fields a change asks for, in the order in which they are asked. */
export const fieldsOf: Readonly<Record<ChangeName, readonly FieldName[]>> = {
  rule: ['startsAt', 'place', 'hosts', 'movesOffHolidays'],
  move: ['to', 'startsAt', 'place', 'hosts', 'why'],
  add: ['kind', 'on', 'startsAt', 'place', 'hosts'],
  drop: ['why'],
}

/** What the form begins with: as it stands now; an extra session in the evening of a day within the week. */
export const startOf = ({ change, session, kind }: Changing, { rule, today, sessions }: SessionsView): TypedChange => {
  if (change === 'rule') {
    const { startsAt, place, hosts, movesOffHolidays } = rule
    return { startsAt, place, hosts, movesOffHolidays }
  }
  if (change === 'add') {
    const evening = { place: rule.place, hosts: rule.hosts, startsAt: '19:00' }
    return kind ? { ...evening, kind, on: freeDay(addDays(today, 3), sessions) } : { ...evening, kind: '' }
  }
  return change === 'move' && session
    ? { to: '', startsAt: session.startsAt, place: session.place, hosts: session.hosts, why: '' }
    : { why: '' }
}

/** The days that may be chosen for `on` or `to`: a session that moves stays between the one before it and the one after. */
export const daysFor = ({ session }: Changing, { today, sessions }: SessionsView): { from: string; until: string } => {
  const nth = sessions.findIndex(({ on }) => on === session?.on)
  const before = nth > 0 ? addDays(sessions[nth - 1].on, 1) : today
  const after = nth >= 0 ? sessions[nth + 1] : undefined
  const tomorrow = addDays(today, 1)
  return { from: before > tomorrow ? before : tomorrow, until: after ? addDays(after.on, -1) : addDays(today, 365) }
}

const freeDay = (day: string, sessions: readonly SessionPlanView[]): string =>
  sessions.some(({ on }) => on === day) ? freeDay(addDays(day, 1), sessions) : day

/** The change as it is sent. */
export const changeOf = ({ change, session }: Changing, typed: TypedChange): Readonly<Record<string, unknown>> => ({
  change,
  ...(session && { on: session.on }),
  ...Object.fromEntries(fieldsOf[change].map((field) => [field, typed[field]])),
})

export type Errors = Readonly<Partial<Record<FieldName, string>>>

const asked: Readonly<Partial<Record<FieldName, string>>> = {
  kind: '请选晚上开，还是到大家那里去开。',
  on: '请选哪一天加开。',
  to: '请选改到哪一天。',
  startsAt: '请选几点开始。',
}

/** What is wrong, by field, in the server's words; what only the village's other sessions tell comes first. */
export const errorsOf = (changing: Changing, typed: TypedChange, { sessions, today }: SessionsView): Errors => {
  const schema = sessionsChange.options.find(({ shape }) => shape.change.value === changing.change)
  const issues = schema?.safeParse(changeOf(changing, typed)).error?.issues ?? []
  const found: Partial<Record<FieldName, string>> = {}
  for (const { path, message } of issues) {
    const field = path[0] as FieldName
    found[field] ??= typed[field] ? message : (asked[field] ?? message)
  }
  for (const field of ['on', 'to'] as const) {
    const day = typed[field]
    if (!fieldsOf[changing.change].includes(field) || found[field] || !day) continue
    if (day <= today) found[field] = '要给大家留出说事的时间，请选今天以后的日子。'
    else if (day !== changing.session?.on && sessions.some(({ on }) => on === day))
      found[field] = `${monthDay(day, today)}本来就有说事日，请换一天。`
  }
  return found
}

export type Consequence = { title: string; lines: readonly string[]; act: string; safe: string; danger?: true }

/** What follows of it, before it is done. `waiting`: how many stand on that session's agenda, where that is known. */
export const consequenceOf = (
  { change, session }: Changing,
  typed: TypedChange,
  today: string,
  waiting: number | undefined,
): Consequence => {
  const when = typed.startsAt ? `${timeWords(typed.startsAt)}，${typed.place ?? ''}` : ''
  if (change === 'rule')
    return {
      title: '以后的说事日都按这个开？',
      lines: [`${when}，值班：${typed.hosts ?? ''}。`, '单独改过的、加开的那几次不变。'],
      ...{ act: '改', safe: '再看看' },
    }
  if (change === 'add')
    return {
      title: `${monthDay(typed.on ?? today, today)}加开一次？`,
      lines: [`${when}。`, '等着听的事，赶得上的排到这次听，会告诉说事人。'],
      ...{ act: '加开', safe: '再看看' },
    }
  if (change === 'move') {
    const to = monthDay(typed.to ?? today, today)
    const same = typed.to === session?.on
    return {
      title: same ? `${to}这次改时间地点？` : `改到${to}？`,
      lines: [`${when}。`, `${waitingWords(waiting, same ? '按新的时间地点听' : '跟着改')}。`],
      ...{ act: '改期', safe: '再看看' },
    }
  }
  return {
    title: `${monthDay(session?.on ?? today, today)}这次不开了？`,
    lines: [`${waitingWords(waiting, '放到下一次说事日听')}。`],
    ...{ act: '取消加开', safe: '照开', danger: true },
  }
}

const waitingWords = (waiting: number | undefined, what: string) =>
  waiting === 0
    ? '现在没有事排在这次'
    : `排在这次的${waiting === undefined ? '' : `${waiting}件`}事${what}，会告诉说事人`
