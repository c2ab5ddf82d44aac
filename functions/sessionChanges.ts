import { cutOffOf, hourInChina, type Session, type SessionRule, sessionsBetween } from '@shared/calendar'
import type { Day, Holidays } from '@shared/engine/case'
import { addDays } from '@shared/engine/deadline'
import { isRefusal, type Refusal, refuse } from '@shared/engine/refusal'
import { cn } from '@shared/rules/fact'
import type { SessionsChange } from '@shared/schemas/requestViews'
import type { SessionChanges } from './store/sessionStore'

/** What a change is judged by: the rule as it stands with the changes so far, the instant and the day, and who asks. */
export type SessionsNow = {
  ruleOf: (kept: SessionChanges) => SessionRule
  holidays: Holidays
  now: number
  today: Day
  who: string
}

const ahead = 366
const mostExtra = 12
/** What was changed longer ago than this is forgotten: the cases of those sessions say how they were. */
const remembered = 1100

type Asked<K extends SessionsChange['change']> = Extract<SessionsChange, { change: K }>
type Changed = { next: SessionChanges; says: string }
type About = { kept: SessionChanges; rule: SessionRule; sessions: readonly Session[]; at: SessionsNow }

/** A village's sessions with one thing changed, or why that can't be. What changes nothing is returned as it was. */
export const changed = (kept: SessionChanges, change: SessionsChange, at: SessionsNow): SessionChanges | Refusal => {
  const sessionsOf = (of: SessionChanges) =>
    sessionsBetween(at.today, addDays(at.today, ahead), at.ruleOf(of), at.holidays)
  const about = { kept, rule: at.ruleOf(kept), sessions: sessionsOf(kept), at }
  const made =
    change.change === 'rule'
      ? ruled(about, change)
      : change.change === 'move'
        ? moved(about, change)
        : change.change === 'add'
          ? added(about, change)
          : dropped(about, change)
  if (!made || isRefusal(made)) return made ?? kept
  const after = sessionsOf(made.next)
  const lost = notIn(after, about.sessions)
  // people have been told of it, and know of no other
  const closed = [...lost, ...notIn(about.sessions, after)].find((s) => hourInChina(at.now) > s.cutOff)
  if (closed) return refuse('tooLate', `这样改会动到${cn(closed.on)}，说事已经截止。请过了这一天再改。`)
  const off = offWith(kept, lost, after)
  const since = addDays(at.today, -remembered)
  return {
    ...made.next,
    moved: Object.fromEntries(Object.entries(made.next.moved).filter(([, { to }]) => to >= since)),
    extra: made.next.extra.filter(({ on }) => on >= since),
    off: off.filter((on) => on >= since),
    unsettled: true,
    edits: [...kept.edits, { on: at.today, who: at.who, says: made.says }],
  }
}

/** The same, where the days of the month were set anew above the village: the clock notes it within the hour. */
export const withDays = (
  kept: SessionChanges,
  rule: SessionRule,
  { holidays, today }: Pick<SessionsNow, 'holidays' | 'today'>,
): SessionChanges => {
  const was = kept.days?.on
  if (was && was.join() === rule.days.join()) return kept
  if (!was) return { ...kept, days: { on: rule.days } }
  const ofDays = (days: readonly number[]) => sessionsBetween(today, addDays(today, ahead), { ...rule, days }, holidays)
  const after = ofDays(rule.days)
  const off = offWith(kept, notIn(after, ofDays(was)), after)
  return { ...kept, days: { on: rule.days, since: today }, off, unsettled: true }
}

const offWith = ({ off }: SessionChanges, lost: readonly Session[], after: readonly Session[]): readonly Day[] =>
  [...new Set([...off, ...lost.map((s) => s.on)])].filter((on) => !after.some((s) => s.on === on))

const notIn = (these: readonly Session[], of: readonly Session[]): readonly Session[] =>
  of.filter(({ on }) => !these.some((s) => s.on === on))

const ruled = ({ kept, rule }: About, { change: _, ...wanted }: Asked<'rule'>): Changed | undefined => {
  const names = ['startsAt', 'place', 'hosts', 'movesOffHolidays'] as const
  if (names.every((name) => rule[name] === wanted[name])) return undefined
  const { startsAt, place, hosts, movesOffHolidays } = wanted
  const holidays = movesOffHolidays ? '碰上放假顺延' : '放假照开'
  return { next: { ...kept, rule: wanted }, says: `固定日改成${startsAt}，${place}，${hosts}值班，${holidays}` }
}

const moved = (about: About, { change: _, on, ...wanted }: Asked<'move'>): Changed | Refusal => {
  const { kept, sessions, at } = about
  const found = sessionOn(about, on)
  if (isRefusal(found)) return found
  if (found.kind !== 'fixed') return refuse('ruleNotMet', '加开的不能改期。请先取消这一次，再加开一次。')
  if (hourInChina(at.now) > found.cutOff)
    return refuse('tooLate', `${cutOffWords(found)}已经截止，不能再改期。开不成的，到时记“没有开成”，再加开一次。`)
  const nth = sessions.indexOf(found)
  const [before, after] = [sessions[nth - 1], sessions[nth + 1]]
  const first = [firstDay(about), ...(before ? [addDays(before.on, 1)] : [])].sort().at(-1)!
  const last = after ? addDays(after.on, -1) : addDays(at.today, ahead)
  if (wanted.to < first || wanted.to > last)
    return refuse(
      'ruleNotMet',
      `只能改到${first === last ? cn(first) : `${cn(first)}到${cn(last)}之间的一天`}，请重新选。`,
      {
        ...{ field: 'to', notBefore: first, notAfter: last },
      },
    )
  const { to, startsAt, place, why } = wanted
  const where = to === on ? `${cn(on)}这一次改成` : `${cn(on)}改到${cn(to)}`
  const next = { ...kept, moved: { ...kept.moved, [found.planned]: wanted } }
  return { next, says: `${where}${startsAt}，${place}：${why}` }
}

const added = (about: About, { change: _, ...wanted }: Asked<'add'>): Changed | Refusal => {
  const { kept, sessions, at } = about
  const { on, kind, startsAt, place } = wanted
  const [first, last] = [firstDay(about), addDays(at.today, ahead - 1)]
  if (on < first || on > last)
    return refuse('ruleNotMet', `加开最早是${cn(first)}，最远一年以内，要给大家留出说事的时间。请重新选。`, {
      ...{ field: 'on', notBefore: first, notAfter: last },
    })
  if (sessions.some((s) => s.on === on))
    return refuse('ruleNotMet', `${cn(on)}已经有说事日，请换一天。`, { field: 'on' })
  const extra = kept.extra.filter((e) => e.on >= at.today)
  if (extra.length >= mostExtra)
    return refuse('ruleNotMet', `往后一年最多加开${mostExtra}次，已经排了${mostExtra}次。请先取消不用的。`)
  const says = `${cn(on)}加开一次${kind === 'evening' ? '晚上说事' : '流动说事'}，${startsAt}，${place}`
  // a day on which one was held before that the rule has since left
  return { next: { ...kept, extra: [...kept.extra.filter((e) => e.on !== on), wanted] }, says }
}

const dropped = (about: About, { on, why }: Asked<'drop'>): Changed | Refusal => {
  const { kept, at } = about
  const found = sessionOn(about, on)
  if (isRefusal(found)) return found
  if (found.kind === 'fixed') return refuse('ruleNotMet', '固定的说事日不能取消，可以改到别的日子。')
  if (hourInChina(at.now) > found.cutOff)
    return refuse('tooLate', `${cutOffWords(found)}已经截止，不能取消。开不成的，到时记“没有开成”。`)
  return { next: { ...kept, extra: kept.extra.filter((e) => e.on !== on) }, says: `取消${cn(on)}加开的一次：${why}` }
}

const sessionOn = ({ sessions }: About, on: Day): Session | Refusal =>
  sessions.find((s) => s.on === on) ??
  refuse('notFound', `${cn(on)}没有要开的说事日。${nextWords(sessions)}请刷新以后重新选。`)

const nextWords = (sessions: readonly Session[]): string => {
  const next = sessions.slice(0, 2).map((s) => cn(s.on))
  return next.length ? `接下来的是${next.join('、')}。` : ''
}

/** The first day after today for which something can still be raised. */
const firstDay = ({ rule, at }: About): Day => {
  let on = addDays(at.today, 1)
  while (hourInChina(at.now) > cutOffOf(on, rule)) on = addDays(on, 1)
  return on
}

const cutOffWords = ({ cutOff }: Session): string => `${cn(cutOff.slice(0, 10))}${cutOff.slice(11)}`
