import { cutOffOf, heardBy, hourInChina, type Session, type SessionRule, sessionsBetween } from '@shared/calendar'
import type { Case, Day } from '@shared/engine/case'
import { addDays } from '@shared/engine/deadline'
import { type Refusal, refuse } from '@shared/engine/refusal'
import { cn } from '@shared/rules/fact'
import type { Citizen } from '@shared/schemas/person'
import type { SessionPlanView, SessionRunView, SessionsView } from '@shared/schemas/requestViews'
import type { CardView } from '@shared/schemas/views'
import { sessionCaseId } from '../clockwork'
import { audiencesAt } from '../scope'
import { decidedOf, dueOf, promisedRows, sessionBefore, waitingRows } from '../sessionRows'
import type { VillageAt } from '../store/placeStore'
import type { Row } from '../store/table'
import type { House } from '../stores'
import { sessionsOf, today } from '../world'

const mostPast = 6

/** A session as it is told to everyone. */
export const planView = ({ planned: _, ...session }: Session, caseId?: string): SessionPlanView => ({
  ...session,
  ...(caseId && { case: caseId }),
})

/** A village's sessions: the rule, a year ahead, the latest past ones, and who changed what. */
export const sessionsView = async (house: House, at: VillageAt, mayChange: boolean): Promise<SessionsView> => {
  const { stores } = house
  const { village } = at
  const [{ rule, kept, holidays }, latest] = await Promise.all([
    sessionsOf(house, at),
    stores.cases.ofKind(village.id, '会', { limit: mostPast + 2 }),
  ])
  const ahead = sessionsBetween(today(house), addDays(today(house), 365), rule, holidays)
  const open = async ({ on, cutOff }: Session) => {
    const id = sessionCaseId(house, village.id, on)
    return cutOff < hourInChina(house.now()) && (await stores.cases.get(id)) ? id : undefined
  }
  const [sessions, cases] = await Promise.all([
    Promise.all(ahead.map(async (s) => planView(s, await open(s)))),
    Promise.all(latest.rows.map(async (r) => (await stores.cases.get(r.pk))?.found)),
  ])
  const { days, startsAt, place, hosts = '', movesOffHolidays, cutOff } = rule
  return {
    ...{ today: today(house), village: village.id, villageName: village.name },
    rule: { days: [...days], startsAt, place, hosts, movesOffHolidays, cutOff },
    ...{ mayChange, sessions },
    past: cases
      .filter((c) => c !== undefined)
      .map((c) => ({ on: String(c.fields.sessionOn), case: c.id, ...recordOf(c) }))
      .filter(({ on }) => on < today(house))
      .sort((a, b) => (a.on < b.on ? 1 : -1))
      .slice(0, mostPast),
    changes: kept.edits.toReversed(),
  }
}

/** How far the record of a session has come, and whether it was held. */
const recordOf = ({ step, log }: Case): { step: string; outcome?: string } => {
  const outcome = log.find((e) => !e.aside && e.step === 'meeting')?.outcome
  return { step, ...(outcome && { outcome }) }
}

/** One session as it is run, as far as this reader may see. */
export const sessionRunView = async (
  house: House,
  at: VillageAt,
  on: Day,
  person: Citizen | undefined,
): Promise<SessionRunView | Refusal> => {
  const { village } = at
  const [{ rule, holidays }, stored] = await Promise.all([
    sessionsOf(house, at),
    house.stores.cases.get(sessionCaseId(house, village.id, on)),
  ])
  const now = today(house)
  const [ruled] = sessionsBetween(on, on, rule, holidays)
  const session = stored && (!ruled || on < now) ? asHeld(stored.found, rule, ruled) : ruled
  if (!session) return refuse('notFound', noneThen(on, sessionsBetween(now, addDays(now, 70), rule, holidays)))
  const before = sessionBefore(on, rule, holidays)
  const [waiting, unacknowledged, heard, promised] = await Promise.all([
    waitingRows(house, village.id),
    notTakenInHand(house, village.id, session, before),
    house.stores.cases.heardOn(village.id, on),
    promisedRows(house, village.id, before),
  ])
  const audiences = audiencesAt(person, at.place, now)
  const cards = (rows: readonly Row[]) =>
    rows.filter((r) => audiences.includes(r.sees)).map((r) => JSON.parse(r.card!) as CardView)
  const heardCards = (rows: readonly Row[]) =>
    rows.flatMap((r) => cards([r]).map((card) => ({ card, decided: decidedOf(r) })))
  const due = heardBy(on, holidays)
  // what one that is still to come before it hears isn't this one's
  const others = before && before.on >= now ? heardBy(before.on, holidays) : ''
  const agenda = waiting.filter((r) => dueOf(r) <= due && dueOf(r) > others)
  return {
    ...{ today: now, village: village.id, villageName: village.name },
    session: planView(session, stored?.found.id),
    ...(stored && recordOf(stored.found)),
    agenda: byRaised(cards(agenda)),
    unacknowledged: byRaised(cards(unacknowledged)),
    later: byRaised(cards(waiting.filter((r) => dueOf(r) > due))),
    heard: heardCards(heard),
    ...(before && { before: before.on }),
    promised: heardCards(promised),
    counts: { agenda: agenda.length, heard: heard.length },
  }
}

const byRaised = (cards: CardView[]): CardView[] =>
  cards.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1))

/** A past session as it was: its case knows, whatever the rule has become since. */
const asHeld = ({ fields }: Case, rule: SessionRule, ruled: Session | undefined): Session => {
  const { sessionOn, startsAt, place, hosts, kind } = fields as Record<string, string>
  const base = ruled ?? { planned: sessionOn, cutOff: cutOffOf(sessionOn, rule) }
  return { ...base, on: sessionOn, startsAt, place, hosts, kind: kind as Session['kind'] }
}

const noneThen = (on: Day, next: readonly Session[]): string => {
  const soon = next.slice(0, 2).map((s) => cn(s.on))
  return `${cn(on)}没有说事日。${soon.length ? `接下来的是${soon.join('、')}，` : ''}请从说事日的日历里打开。`
}

/** What was raised in time for this session, not for one before it that is still to come, and isn't taken in hand yet. */
const notTakenInHand = async (
  house: House,
  village: string,
  { cutOff }: Session,
  before: Session | undefined,
): Promise<readonly Row[]> => {
  const rows = (await house.stores.cases.deskKeys(`${village}#clerk`)).filter((r) =>
    r.sort.endsWith('#说#说#acknowledgement'),
  )
  const inTime = await Promise.all(
    rows.map(async (row) => {
      const { on } = JSON.parse(row.card!) as CardView
      // the card knows the day: only on the day of a cut-off the hour counts
      const hour = [cutOff, before?.cutOff].some((c) => c?.startsWith(on)) ? await hourOf(house, row) : `${on}T`
      return hour <= cutOff && !(before && before.on >= today(house) && hour <= before.cutOff)
    }),
  )
  return rows.filter((_, i) => inTime[i])
}

const hourOf = async (house: House, { pk }: Row): Promise<string> =>
  hourInChina((await house.stores.cases.get(pk))!.found.log[0].at)
