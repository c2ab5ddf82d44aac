import { sessionsBetween } from '@shared/calendar'
import { startOf } from '@shared/engine/asOf'
import type { FormValue } from '@shared/engine/case'
import { addDays } from '@shared/engine/deadline'
import { isRefusal, type Refusal } from '@shared/engine/refusal'
import type { RollName } from '@shared/engine/workflow'
import { calledOn } from '@shared/rolls'
import type { Sheet } from '@shared/sheets'
import { actOn, openCase } from '../acting'
import { clock } from '../clock/person'
import { remindAll } from '../clock/remindAll'
import { keepSnapshots } from '../clock/snapshots'
import { openSession, sessionCaseId } from '../clockwork'
import type { Deps } from '../deps'
import { actorAt } from '../scope'
import type { StoredCase } from '../store/caseStore'
import type { House } from '../stores'
import { sweepAll, sweepCase } from '../sweeping'
import { sessionsOf, today } from '../world'
import { type Album, albumOf } from './album'
import type { Drawing } from './drawings'
import { stillStores } from './stillStores'

/** One thing that someone does; `day` counts from the day of the first start: -3 is three days before it. */
export type Line = {
  day: number
  /** 'HH:MM' in China; on the day of the start itself the hours are squeezed into those that have gone by */
  at?: string
  by: string
  outcome?: string
  aside?: string
  form?: FormValue
  /** drawings that the form carries, by field */
  pictures?: Readonly<Record<string, readonly Drawing[]>>
  /** the list that the form names */
  sheet?: Sheet
  /** who was ticked at a meeting: how many of those called, and how many of them had an interest */
  roll?: { of: RollName; came: number; recused?: number; group?: number }
  /** the key of the request that this one is merged into */
  into?: string
  /** heard at the session of that day */
  atSession?: true
}

/**
 * A case of the story: opened by someone, perhaps going on from or asking about the case of another key, or following by
 * itself from the case of another key, or a session that the clock opened; then what is done on it, in order.
 */
export type Told = {
  key: string
  village: string
  lines: readonly Line[]
} & (
  | { workflow: string; opens: Line; linked?: { from: string } | { about: string } }
  /** `nth`: which of the cases that followed from it, counted from 0 */
  | { from: string; nth?: number }
  | { session: number }
)

type Happening = Line & { told: Told; no: number; on: string; instant: number }

const minutes = (at: string) => Number(at.slice(0, 2)) * 60 + Number(at.slice(3))

/** Hours that differ from case to case, and grow within one. */
const hourOf = (key: string, no: number): number =>
  8 * 60 + 20 + ([...key].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 331, 7) % 331) + (no % 10) * 17

const happenings = (began: number, cases: readonly Told[]): readonly Happening[] => {
  const start = today({ now: () => began })
  const all = cases.flatMap((told) => {
    const first: readonly Line[] =
      'opens' in told ? [told.opens] : 'session' in told ? [{ day: told.session - 1, at: '18:05', by: clock.id }] : []
    const lines = [...first, ...told.lines]
    return lines.map((line, i): Happening => {
      const no = 'from' in told ? i + 1 : i
      const on = addDays(start, line.day)
      const midnight = Date.parse(startOf(on))
      const minute = line.at ? minutes(line.at) : hourOf(told.key, no)
      const length = on === start ? (began - midnight) / 1440 : 60_000
      return { ...line, told, no, on, instant: Math.floor(midnight + minute * length) }
    })
  })
  return all.sort((a, b) => a.instant - b.instant || a.no - b.no)
}

/**
 * Tells the story through the engine, day by day, each act at its hour, with what the clock does every morning: it sweeps,
 * reminds and keeps what yesterday left behind. Ids derive from the keys of the story, so telling it again goes on where it
 * stopped. Returns the lines that were refused, in words.
 */
export const tell = async (deps: Deps, began: number, cases: readonly Told[]): Promise<readonly string[]> => {
  const clock = { at: began }
  const now = () => clock.at
  const house: House = {
    ...deps,
    now,
    stores: stillStores({ table: deps.table, files: deps.files, secret: deps.secret, now }),
  }
  const album = albumOf(house)
  const ids = new Map<string, string>()
  const refused: string[] = []
  const all = happenings(began, cases)
  const last = today({ now: () => began })
  let next = 0
  for (let day = all[0]?.on ?? last; day <= last; day = addDays(day, 1)) {
    clock.at = Math.min(Date.parse(startOf(day)) + 60_000, began)
    await sweepAll(house)
    await remindAll(house)
    await keepSnapshots(house)
    for (; all[next]?.on === day; next++) {
      const h = all[next]
      clock.at = h.instant
      const done = await happens(house, album, ids, h)
      if (isRefusal(done)) refused.push(`${h.told.key} ${h.no} ${h.outcome ?? h.aside ?? ''}: ${done.says}`)
      else if (done.found.pending.length) await sweepCase(house, done.found.id)
    }
  }
  clock.at = began
  await sweepAll(house)
  return refused
}

const nothingThere: Refusal = { refusal: 'notFound', says: '没有这件事。' }

const happens = async (
  house: House,
  album: Album,
  ids: Map<string, string>,
  h: Happening,
): Promise<StoredCase | Refusal> => {
  const { told, no, by, on, outcome, aside } = h
  const { village } = told
  const person = by === clock.id ? undefined : (await house.stores.people.get(by))!
  const actId = `demo:${told.key}:${no}`
  const form = await formOf(house, album, ids, h, actId)
  if (no === 0 && 'session' in told) return noted(ids, told.key, await sessionOpened(house, village))
  if (no === 0 && 'opens' in told && person) {
    const linked = Object.entries(told.linked ?? {}).map(([how, key]) => [how, ids.get(key)])
    if (linked.some(([, id]) => !id)) return nothingThere
    const wanted = { workflow: told.workflow, village, actId, form, ...Object.fromEntries(linked) }
    return noted(ids, told.key, await openCase(house, person, wanted))
  }
  const id = ids.get(told.key) ?? ('from' in told && (await childOf(house, ids.get(told.from)!, told.nth)))
  if (!id) return nothingThere
  ids.set(told.key, id)
  const seen = (await house.stores.cases.get(id))!.found.seen
  // as the page of a session and the clock themselves would name it
  const named = h.atSession
    ? `heard:${sessionCaseId(house, village, on)}:${id}`
    : aside === 'reminded'
      ? `reminded:${form.sessionOn}`
      : actId
  const act = { actId: named, seen, form, ...(outcome && { outcome }), ...(aside && { aside }) }
  return actOn(house, id, act, (found) => (person ? actorAt(person, found.place, today(house)) : clock))
}

const noted = (ids: Map<string, string>, key: string, opened: StoredCase | Refusal) => {
  if (!isRefusal(opened)) ids.set(key, opened.found.id)
  return opened
}

/** What is written, with pictures, a list, or the case that another is merged into. */
const formOf = async (
  house: House,
  album: Album,
  ids: Map<string, string>,
  { by, form: written = {}, pictures = {}, sheet, roll, into, told, on }: Happening,
  actId: string,
): Promise<Record<string, unknown>> => {
  const form: Record<string, unknown> = { ...written, ...(into && { into: ids.get(into) }) }
  for (const [field, drawings] of Object.entries(pictures)) {
    const files = await Promise.all(drawings.map((d, i) => album(`${actId}:${field}:${i}`, d, by)))
    if (files.every((f) => f !== undefined)) form[field] = files
  }
  if (sheet) form.sheet = (await house.stores.sheets.save(sheet)).id
  if (roll) form.roll = (await house.stores.sheets.save(await rollOf(house, told.village, on, roll))).id
  return form
}

/** The first of those who were called on that day, as they signed or showed their code; whoever has an interest comes last. */
const rollOf = async (
  house: House,
  village: string,
  on: string,
  { of, came, recused = 0, group }: NonNullable<Line['roll']>,
): Promise<Sheet> => {
  const called = calledOn(of, await house.stores.rosters.members(village, on), on, group)
  const rows = called.slice(0, came).map((m, i) => ({
    ...{ no: m.no, how: i % 3 ? 'signed' : 'code' },
    ...(i >= came - recused && { recused: 'yes', why: '承包的地就在边上' }),
  }))
  return { kind: 'roll', rows }
}

/** The session of the next day, as the village's calendar has it: the clock opens it on the evening before. */
const sessionOpened = async (house: House, village: string): Promise<StoredCase | Refusal> => {
  const at = (await house.stores.places.village(village))!
  const on = addDays(today(house), 1)
  const { rule, holidays } = await sessionsOf(house, at)
  const [session] = sessionsBetween(on, on, rule, holidays)
  return session ? openSession(house, village, session) : nothingThere
}

const childOf = async (house: House, parent: string, nth = 0): Promise<string | undefined> =>
  (await house.stores.cases.get(parent))?.found.children[nth]?.id
