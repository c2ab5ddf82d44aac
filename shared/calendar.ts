import chineseDays from 'chinese-days'
import type { Day, Holidays } from './engine/case'
import { addDays, holidayOn, isWorkday, moveOffHoliday } from './engine/deadline'
import { fixedDays } from './holidayTables'

/** The last day of the last holiday table that the State Council had published for the kept library. */
export const lastPublished: Day = '2026-12-31'
const firstKnown: Day = '2024-01-01'

const isWeekend = (day: Day) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/** The statutory holidays and 调休 as data for the engine. `extra` is a county's own overlay: a table that came out later. */
export const holidaysWith = (extra: Partial<Pick<Holidays, 'until' | 'off' | 'on'>> = {}): Holidays => {
  const off: Record<Day, string> = {}
  const on: Record<Day, string> = {}
  for (let day = firstKnown; day <= lastPublished; day = addDays(day, 1)) {
    const { name, work } = chineseDays.getDayDetail(day)
    // the library names ordinary days by their weekday and published days as "English,中文,days"
    const called = name.split(',')[1]
    if (!called) continue
    if (chineseDays.isHoliday(day) && !work) off[day] = called
    else if (work && isWeekend(day)) on[day] = called
  }
  return {
    until: extra.until ?? lastPublished,
    off: { ...off, ...extra.off },
    on: { ...on, ...extra.on },
    fixed: fixedDays,
  }
}

/** The day in China at an instant. */
export const dayInChina = (instant: string | number): Day =>
  new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

export type SessionKind = 'fixed' | 'evening' | 'mobile'
/** Where a fixed session was moved to, and why. */
export type MovedSession = { to: Day; startsAt: string; place: string; hosts: string; why: string }
/** One that is held beside the fixed ones. */
export type ExtraSession = { on: Day; kind: 'evening' | 'mobile'; startsAt: string; place: string; hosts: string }

export type SessionRule = {
  /** days of the month, 10 and 20 by default */
  days: readonly number[]
  startsAt: string
  place: string
  /** who is on duty */
  hosts?: string
  /** what was raised by that hour of the day before is heard */
  cutOff: { daysBefore: number; at: string }
  /** a session that falls on a statutory holiday moves to the next working day */
  movesOffHolidays: boolean
  /** by the day that the rule gives */
  moved?: Readonly<Record<Day, MovedSession>>
  extra?: readonly ExtraSession[]
}

/** `planned` is the day that the rule gives, under which a change of it is kept; `was` the day it would have been, `why` it isn't. */
export type Session = {
  on: Day
  startsAt: string
  place: string
  hosts: string
  cutOff: string
  kind: SessionKind
  planned: Day
  was?: Day
  why?: string
}

/** Until when something may be raised for a session of that day: an hour in China. */
export const cutOffOf = (on: Day, { cutOff }: Pick<SessionRule, 'cutOff'>): string =>
  `${addDays(on, -cutOff.daysBefore)}T${cutOff.at}`

/** The hour in China at an instant, to be held against a cut-off: what is raised in its minute is still in time. */
export const hourInChina = (instant: string | number): string =>
  new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(0, 16)

/** The day on which what waits for a session of that day is due: of one on a holiday the next working day. */
export const heardBy = (on: Day, holidays: Holidays): Day =>
  moveOffHoliday({ on, provisional: false, how: [] }, holidays).on

/** The sessions of a month by the village's rule alone. A day that the month doesn't have falls on its last day. */
const ruledIn = (month: string, rule: SessionRule, holidays: Holidays): Session[] => {
  const [y, m] = month.split('-').map(Number)
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate()
  return rule.days.map((d) => {
    const day = `${month}-${String(Math.min(d, last)).padStart(2, '0')}`
    const holiday = rule.movesOffHolidays ? holidayOn(day, holidays) : undefined
    let on = day
    if (holiday) while (!isWorkday(on, holidays)) on = addDays(on, 1)
    const { startsAt, place, hosts = '' } = rule
    return {
      ...{ on, startsAt, place, hosts, cutOff: cutOffOf(on, rule), kind: 'fixed', planned: on },
      ...(holiday && { was: day, why: `${holiday}放假，顺延` }),
    }
  })
}

/** The sessions by the rule from one day to another; one of the month before may have moved off a holiday into the first. */
const ruledBetween = (from: Day, until: Day, rule: SessionRule, holidays: Holidays): Session[] => {
  const found: Session[] = []
  for (let month = monthBefore(from); month <= until.slice(0, 7); month = nextMonth(month))
    found.push(...ruledIn(month, rule, holidays).filter(({ on }) => on >= from && on <= until))
  return found
}

/** The sessions from one day to another, both included, soonest first, as they have been changed. Two on one day are one. */
export const sessionsBetween = (from: Day, until: Day, rule: SessionRule, holidays: Holidays): Session[] => {
  const { moved = {}, extra = [] } = rule
  const here = (on: Day) => on >= from && on <= until
  const stayed = ruledBetween(from, until, rule, holidays).filter(({ planned }) => !moved[planned])
  const went = Object.entries(moved).flatMap(([planned, { to, ...changed }]) => {
    // a change of a day that is none any more, because the rule has changed since, holds nothing
    const [ruled] = here(to) ? ruledBetween(planned, planned, rule, holidays) : []
    const was = to === planned ? ruled?.was : planned
    return ruled ? [{ ...ruled, ...changed, on: to, cutOff: cutOffOf(to, rule), was }] : []
  })
  const more = extra
    .filter(({ on }) => here(on))
    .map((e): Session => ({ ...e, cutOff: cutOffOf(e.on, rule), planned: e.on }))
  const all = new Map([...stayed, ...went, ...more].map((s) => [s.on, s]))
  return [...all.values()].sort((a, b) => (a.on < b.on ? -1 : 1))
}

const longest = 31

/** The sessions from a day on, soonest first. */
export const sessionsFrom = (day: Day, rule: SessionRule, holidays: Holidays, many = 3): Session[] => {
  // whatever is changed goes no further than to the session after it, so that this many months have enough
  for (let months = Math.ceil(many / Math.max(rule.days.length, 1)) + 2; ; months *= 2) {
    const found = sessionsBetween(day, addDays(day, months * longest), rule, holidays)
    if (found.length >= many || rule.days.length === 0) return found.slice(0, many)
  }
}

/** The next session that a request raised at this instant still joins, from a day on: its cut-off hadn't passed by then. */
export const nextSession = (
  instant: string,
  rule: SessionRule,
  holidays: Holidays,
  from = dayInChina(instant),
): Session => {
  // earlier ones were cut off before; of two from here on the first may be
  const first = addDays(dayInChina(instant), rule.cutOff.daysBefore)
  const local = hourInChina(instant)
  return sessionsFrom(from > first ? from : first, rule, holidays, 2).find((s) => local <= s.cutOff)!
}

const nextMonth = (month: string): string => {
  const [y, m] = month.split('-').map(Number)
  return m === 12 ? `${y + 1}-01` : `${y}-${String(m + 1).padStart(2, '0')}`
}
const monthBefore = (day: Day): string => addDays(`${day.slice(0, 7)}-01`, -1).slice(0, 7)
