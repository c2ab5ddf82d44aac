import { heardBy, hourInChina, nextSession, type Session, type SessionRule, sessionsBetween } from '@shared/calendar'
import type { Person as Actor, Day } from '@shared/engine/case'
import { addDays } from '@shared/engine/deadline'
import { isRefusal, type Refusal } from '@shared/engine/refusal'
import { cn } from '@shared/rules/fact'
import { actOn, keyed, openAs } from './acting'
import { withDays } from './sessionChanges'
import { waitingRows } from './sessionRows'
import type { StoredCase } from './store/caseStore'
import type { VillageAt } from './store/placeStore'
import type { SessionChanges } from './store/sessionStore'
import type { House } from './stores'
import { sweepAll } from './sweeping'
import { holidays, sessionOf, sessionsOf, today } from './world'

/** Time itself, where it acts. */
export const clock: Actor = { id: 'clock', kind: 'clock', roles: [] }
/** So far back sessions are opened that were missed while nothing ran. */
const missedDays = 40

/**
 * What comes with the hour: what time has done to cases is written, sessions open, whoever waits is reminded, and what waits
 * stands on the day that holds now. Returns how many cases were swept. Safe to run twice, late, or to be killed anywhere.
 */
export const clockwork = async (house: House): Promise<number> => {
  const swept = await sweepAll(house)
  const { townships } = await house.stores.places.places()
  let broken: unknown
  // one village's trouble isn't the next one's
  for (const { id } of townships.flatMap((t) => t.villages))
    await villageHour(house, id).catch((e: unknown) => {
      broken ??= e
    })
  if (broken) throw broken
  return swept
}

const villageHour = async (house: House, village: string): Promise<void> => {
  const at = (await house.stores.places.village(village))!
  const settings = await house.stores.settings.of(at.place, at.village.session.days)
  const kept = await house.stores.sessions.change(village, (was) =>
    withDays(was, sessionOf(at, settings, was), { holidays, today: today(house) }),
  )
  if (isRefusal(kept)) return
  const rule = sessionOf(at, settings, kept)
  await openDue(house, at, rule, kept)
  if (kept.unsettled) await settleSessions(house, at)
  const near = cutOffBy(house, rule, today(house))
  const waiting = near.length ? await redateWaiting(house, village, rule, kept) : []
  for (const session of near) await remind(house, session, waiting)
}

/** After a change, puts whatever waits on its day, and notes that it is done; begun anew, it changes nothing twice. */
export const settleSessions = async (house: House, at: VillageAt): Promise<void> => {
  const { village } = at.place
  const { rule, kept, version } = await sessionsOf(house, at)
  if (!kept.unsettled) return
  await redateWaiting(house, village, rule, kept)
  await house.stores.sessions.settle(village, version)
}

/** The id of the one case that a village's session of that day has. */
export const sessionCaseId = (house: Pick<House, 'secret'>, village: string, on: Day): string =>
  `c${keyed(house, `session\u0000${village}\u0000${on}`).slice(0, 24)}`

/** Opens the session of that day, with those that were missed before it, once nothing more can be raised for it. */
export const openSessionOf = async (house: House, village: string, on: Day): Promise<void> => {
  const at = await house.stores.places.village(village)
  if (!at || on < today(house) || (await house.stores.cases.get(sessionCaseId(house, village, on)))) return
  const { rule, kept } = await sessionsOf(house, at)
  await openDue(house, at, rule, kept)
}

/** The sessions from a day on whose cut-off has passed, soonest first. */
const cutOffBy = (house: House, rule: SessionRule, from: Day): readonly Session[] => {
  const now = hourInChina(house.now())
  const until = addDays(today(house), rule.cutOff.daysBefore)
  return sessionsBetween(from, until, rule, holidays).filter((s) => s.cutOff < now)
}

const openDue = async (house: House, at: VillageAt, rule: SessionRule, { days }: SessionChanges): Promise<void> => {
  const { village } = at.place
  const due = cutOffBy(house, rule, addDays(today(house), -missedDays))
  const latest = due.at(-1)
  // they are opened in order: none before it is missing
  if (!latest || (await house.stores.cases.get(sessionCaseId(house, village, latest.on)))) return
  const begin = await openedUntil(house, at)
  // by days that were set since, none was held before
  const missed = due.filter((s) => s.on >= begin && s.on >= (days?.since ?? begin))
  for (const session of missed) {
    const opened = await openSession(house, village, session)
    if (isRefusal(opened)) throw new Error(`session ${village} ${session.on}: ${opened.says}`)
  }
}

/** From which day on a session may have been missed: that after the latest, else the village's first day of use. */
const openedUntil = async (house: House, { village, place }: VillageAt): Promise<Day> => {
  const [row] = (await house.stores.cases.ofKind(place.village, '会', { limit: 1 })).rows
  const last = row && (await house.stores.cases.get(row.pk))?.found.fields.sessionOn
  return typeof last === 'string' ? addDays(last, 1) : (village.since ?? today(house))
}

const named = { fixed: '说事日', evening: '晚上说事', mobile: '流动说事' } as const

/** Opens the case of one session, once. */
export const openSession = async (house: House, village: string, session: Session): Promise<StoredCase | Refusal> => {
  const id = sessionCaseId(house, village, session.on)
  const there = await house.stores.cases.get(id)
  if (there) return there
  const { on, startsAt, place, hosts, kind } = session
  return openAs(house, clock, {
    ...{ workflow: 'session', village, actId: `session:${on}`, id, opener: clock.id },
    form: { title: `${cn(on)}${named[kind]}`, sessionOn: on, startsAt, place, hosts, kind },
  })
}

type Waiting = { id: string; dueOn: Day }

/** Puts whatever waits to be heard on the day on which it will be, as the village's sessions stand now. */
export const redateWaiting = async (
  house: House,
  village: string,
  rule: SessionRule,
  { off }: Pick<SessionChanges, 'off'>,
): Promise<readonly Waiting[]> => {
  const left = new Set(off.map((on) => heardBy(on, holidays)))
  const waiting: Waiting[] = []
  for (const { pk: id } of await waitingRows(house, village)) {
    const found = (await house.stores.cases.get(id))?.found
    if (found?.step !== 'hearing' || !found.dueOn) continue
    const { on } = nextSession(found.log[0].at, rule, holidays, found.enteredOn)
    const dueOn = heardBy(on, holidays)
    // what is late stays late, unless its session was put off before it came
    if (dueOn === found.dueOn || (found.dueOn < today(house) && !left.has(found.dueOn))) {
      waiting.push({ id, dueOn: found.dueOn })
      continue
    }
    const nth = found.log.filter((e) => e.aside === 'redate').length
    const act = { actId: `redate:${found.visit}:${nth}`, seen: 0, aside: 'redate' }
    const told = await actOn(house, id, { ...act, form: { reason: `说事日是${cn(on)}` } }, () => clock)
    // someone has heard it in between, or it was withdrawn
    if (isRefusal(told) || told.found.step !== 'hearing') continue
    waiting.push({ id, dueOn: told.found.dueOn! })
  }
  return waiting
}

/** Tells whoever waits for this session when and where it is, once; what is late waits for every one. */
const remind = async (house: House, session: Session, waiting: readonly Waiting[]): Promise<void> => {
  const { on, startsAt, place } = session
  const theirs = waiting.filter(({ dueOn }) => dueOn === heardBy(on, holidays) || dueOn < today(house))
  // whatever has gone on since need not be reminded
  for (const { id } of theirs)
    await actOn(
      house,
      id,
      { actId: `reminded:${on}`, seen: 0, aside: 'reminded', form: { sessionOn: on, startsAt, place } },
      () => clock,
    )
}
