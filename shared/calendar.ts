import chineseDays from 'chinese-days'
import type { Day, Holidays } from './engine/case'
import { addDays, holidayOn, isWorkday } from './engine/deadline'

/** The last day of the last holiday table that the State Council had published for the kept library. */
export const lastPublished: Day = '2026-12-31'
const firstKnown: Day = '2024-01-01'

/** Statutory days that fall on the same date every year, for years whose table isn't out yet. */
const fixed: Readonly<Record<string, string>> = {
  '01-01': '元旦',
  '05-01': '劳动节',
  '10-01': '国庆节',
  '10-02': '国庆节',
  '10-03': '国庆节',
}

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
  return { until: extra.until ?? lastPublished, off: { ...off, ...extra.off }, on: { ...on, ...extra.on }, fixed }
}

/** The day in China at an instant. */
export const dayInChina = (instant: string | number): Day =>
  new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

export type SessionRule = {
  /** days of the month, 10 and 20 by default */
  days: readonly number[]
  startsAt: string
  place: string
  /** what was raised by that hour of the day before is heard */
  cutOff: { daysBefore: number; at: string }
  /** a session that falls on a statutory holiday moves to the next working day */
  movesOffHolidays: boolean
}

export type Session = { on: Day; startsAt: string; place: string; cutOff: string }

/** The sessions of a month by the village's rule. A day that the month doesn't have falls on its last day. */
const sessionsOfMonth = (month: string, rule: SessionRule, holidays: Holidays): Session[] => {
  const [y, m] = month.split('-').map(Number)
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate()
  return rule.days.map((d) => {
    let on = `${month}-${String(Math.min(d, last)).padStart(2, '0')}`
    if (rule.movesOffHolidays && holidayOn(on, holidays)) while (!isWorkday(on, holidays)) on = addDays(on, 1)
    return {
      on,
      startsAt: rule.startsAt,
      place: rule.place,
      cutOff: `${addDays(on, -rule.cutOff.daysBefore)}T${rule.cutOff.at}`,
    }
  })
}

/** The sessions from a day on, soonest first. */
export const sessionsFrom = (day: Day, rule: SessionRule, holidays: Holidays, many = 3): Session[] => {
  const found = new Map<Day, Session>()
  if (rule.days.length === 0) return []
  // from the month before: its last session may have moved off a holiday into this one
  const before = addDays(`${day.slice(0, 7)}-01`, -1).slice(0, 7)
  for (let month = before; found.size < many; month = nextMonth(month))
    for (const s of sessionsOfMonth(month, rule, holidays)) if (s.on >= day) found.set(s.on, s)
  return [...found.values()].sort((a, b) => a.on.localeCompare(b.on)).slice(0, many)
}

/** The next session that a request raised at this instant still joins, from a day on: its cut-off hadn't passed by then. */
export const nextSession = (
  instant: string,
  rule: SessionRule,
  holidays: Holidays,
  from = dayInChina(instant),
): Session => {
  const local = new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(0, 16)
  return sessionsFrom(from, rule, holidays, 4).find((s) => local <= s.cutOff)!
}

const nextMonth = (month: string): string => {
  const [y, m] = month.split('-').map(Number)
  return m === 12 ? `${y + 1}-01` : `${y}-${String(m + 1).padStart(2, '0')}`
}
