import { heardBy, hourInChina, type Session, sessionsBetween } from '@shared/calendar'
import type { Day } from '@shared/engine/case'
import { addDays } from '@shared/engine/deadline'
import { isRefusal, type Refusal } from '@shared/engine/refusal'
import { cn } from '@shared/rules/fact'
import { actOn, keyed, openAs } from './acting'
import { checkpointAll } from './checkpoints/checkpointAll'
import { each } from './clock/each'
import { clock } from './clock/person'
import { redateAll } from './clock/redateAll'
import { redateWaiting, type Waiting } from './clock/redateWaiting'
import { remindAll } from './clock/remindAll'
import { keepSnapshots } from './clock/snapshots'
import { sendAll } from './messages/sendAll'
import { forgetAll } from './privacy/forgetAll'
import { finishDeletions } from './privacy/forgetPerson'
import { forgetUnused } from './privacy/forgetUnused'
import { withDays } from './sessionChanges'
import type { StoredCase } from './store/caseStore'
import type { VillageAt } from './store/placeStore'
import type { House } from './stores'
import { sweepAll } from './sweeping'
import { type SessionsAt, sessionOf, sessionsOf, today } from './world'

/** So far back sessions are opened that were missed while nothing ran. */
const missedDays = 40

/**
 * What comes with the hour: what time has done to cases is written, what the days before have left is kept, sessions open, what
 * waits stands on the day that holds now, whoever waits is reminded, whoever agreed is told by WeChat; what need not be kept any longer is forgotten. Returns how many cases
 * were swept. Safe to run twice, late, or to be killed anywhere; what goes wrong in one of them doesn't stop the next.
 */
export const clockwork = async (house: House): Promise<number> => {
  const swept = await sweepAll(house)
  const { townships } = await house.stores.places.places()
  const villages = townships.flatMap((t) => t.villages)
  await each(
    [
      () => keepSnapshots(house),
      () => each(villages, ({ id }) => villageHour(house, id)),
      () => redateAll(house),
      () => remindAll(house),
      () => finishDeletions(house),
      () => forgetAll(house),
      () => forgetUnused(house),
      // what this hour has written is in the day's checkpoint
      () => checkpointAll(house),
      () => sendAll(house),
    ],
    (job: () => Promise<unknown>) => job(),
  )
  return swept
}

const villageHour = async (house: House, village: string): Promise<void> => {
  const at = (await house.stores.places.village(village))!
  const [settings, holidays] = await Promise.all([
    house.stores.settings.of(at.place, at.village.session.days),
    house.stores.holidays.of(at.place.county),
  ])
  const kept = await house.stores.sessions.change(village, (was) =>
    withDays(was, sessionOf(at, settings, was), { holidays, today: today(house) }),
  )
  if (isRefusal(kept)) return
  const sessions = { rule: sessionOf(at, settings, kept), kept, holidays }
  await openDue(house, at, sessions)
  if (kept.unsettled) await settleSessions(house, at)
  const near = cutOffBy(house, sessions, today(house))
  const waiting = near.length ? await redateWaiting(house, village, sessions) : []
  for (const session of near) await remind(house, session, sessions, waiting)
}

/** After a change, puts whatever waits on its day, and notes that it is done; begun anew, it changes nothing twice. */
export const settleSessions = async (house: House, at: VillageAt): Promise<void> => {
  const { village } = at.place
  const sessions = await sessionsOf(house, at)
  if (!sessions.kept.unsettled) return
  await redateWaiting(house, village, sessions)
  await house.stores.sessions.settle(village, sessions.version)
}

/** The id of the one case that a village's session of that day has. */
export const sessionCaseId = (house: Pick<House, 'secret'>, village: string, on: Day): string =>
  `c${keyed(house, `session\u0000${village}\u0000${on}`).slice(0, 24)}`

/** Opens the session of that day, with those that were missed before it, once nothing more can be raised for it. */
export const openSessionOf = async (house: House, village: string, on: Day): Promise<void> => {
  const at = await house.stores.places.village(village)
  if (!at || on < today(house) || (await house.stores.cases.get(sessionCaseId(house, village, on)))) return
  await openDue(house, at, await sessionsOf(house, at))
}

/** The sessions from a day on whose cut-off has passed, soonest first. */
const cutOffBy = (house: House, { rule, holidays }: SessionsAt, from: Day): readonly Session[] => {
  const now = hourInChina(house.now())
  const until = addDays(today(house), rule.cutOff.daysBefore)
  return sessionsBetween(from, until, rule, holidays).filter((s) => s.cutOff < now)
}

const openDue = async (house: House, at: VillageAt, sessions: SessionsAt): Promise<void> => {
  const { village } = at.place
  const { days } = sessions.kept
  const due = cutOffBy(house, sessions, addDays(today(house), -missedDays))
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

/** Tells whoever waits for this session when and where it is, once; what is late waits for every one. */
const remind = async (
  house: House,
  session: Session,
  { holidays }: SessionsAt,
  waiting: readonly Waiting[],
): Promise<void> => {
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
