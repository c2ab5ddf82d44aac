import type { Day, FormValue, Holidays } from './case'
import type { Num, Span } from './workflow'

const DAY = 86_400_000
const utc = (day: Day) => Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8, 10))

/** Adds whole days to a day. */
export const addDays = (day: Day, days: number): Day => new Date(utc(day) + days * DAY).toISOString().slice(0, 10)

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((utc(to) - utc(from)) / DAY)

export const isDay = (value: unknown): value is Day =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(utc(value)) &&
  addDays(value, 0) === value

/** The name of the statutory holiday that falls on the day. Beyond the last published table the fixed days still count. */
export const holidayOn = (day: Day, holidays: Holidays): string | undefined =>
  holidays.off[day] ?? (day > holidays.until ? holidays.fixed[day.slice(5)] : undefined)

/** Working days incl. 调休: a weekend day that is worked counts, a holiday doesn't. */
export const isWorkday = (day: Day, holidays: Holidays): boolean => {
  if (holidayOn(day, holidays)) return false
  if (holidays.on[day]) return true
  const weekday = new Date(utc(day)).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** A whole number or a setting held to the law's floor and ceiling. */
export const numberOf = (num: Num, settings: Readonly<Record<string, unknown>>): number => {
  if (typeof num === 'number') return num
  const set = settings[num.setting]
  const value = typeof set === 'number' && Number.isFinite(set) ? set : (num.atLeast ?? num.atMost ?? 0)
  return Math.min(Math.max(value, num.atLeast ?? value), num.atMost ?? Number.MAX_SAFE_INTEGER)
}

/** A day that was worked out, how, and whether it lies beyond the last published holiday table (暂定). */
export type Reached = { on: Day; provisional: boolean; how: readonly string[] }

/** 6月8日 */
export const monthDay = (day: Day): string => `${+day.slice(5, 7)}月${+day.slice(8)}日`

type Basis = { enteredOn: Day; fields: FormValue }
type Terms = { settings: Readonly<Record<string, unknown>>; holidays: Holidays }

const cn = (day: Day) => `${+day.slice(0, 4)}年${monthDay(day)}`

/** The day from which a span runs: the latest of its days. Undefined while one of them isn't known. */
export const spanFrom = (span: Span, basis: Basis): Day | undefined => {
  const days = (span.from ?? ['entered']).map((f) => (f === 'entered' ? basis.enteredOn : basis.fields[f]))
  return days.every(isDay) ? [...(days as Day[])].sort().at(-1) : undefined
}

/** The last day of a span. The first day isn't counted: posted on the 5th, fifteen days are full on the 20th. */
export const spanEnd = (span: Span, basis: Basis, { settings, holidays }: Terms): Reached | undefined => {
  const from = spanFrom(span, basis)
  if (!from) return undefined
  if ('days' in span) {
    const n = numberOf(span.days, settings)
    const on = addDays(from, n)
    if (n === 0) return { on, provisional: false, how: [`定的就是${cn(on)}`] }
    return { on, provisional: false, how: [`从${cn(from)}起算，当天不算，满${n}天是${cn(on)}`] }
  }
  const n = numberOf(span.workdays, settings)
  const skipped: string[] = []
  let on = from
  for (let left = n; left > 0; ) {
    on = addDays(on, 1)
    if (isWorkday(on, holidays)) left--
    else skipped.push(holidayOn(on, holidays) ?? '周末')
  }
  const how = [`从${cn(from)}起算，当天不算，${n}个工作日到${cn(on)}`]
  if (skipped.length) how.push(`中间跳过${[...new Set(skipped)].join('、')}共${skipped.length}天`)
  return { on, provisional: on > holidays.until, how }
}

/** A reply or handling day: one that falls on a statutory holiday moves to the next working day. */
export const dueDay = (span: Span, basis: Basis, terms: Terms): Reached | undefined => {
  const end = spanEnd(span, basis, terms)
  return end && moveOffHoliday(end, terms.holidays)
}

/** Moves a day that falls on a statutory holiday to the next working day. */
export const moveOffHoliday = (reached: Reached, holidays: Holidays): Reached => {
  const holiday = holidayOn(reached.on, holidays)
  const provisional = reached.provisional || reached.on > holidays.until
  if (!holiday) return { ...reached, provisional }
  let on = reached.on
  while (!isWorkday(on, holidays)) on = addDays(on, 1)
  return { on, provisional, how: [...reached.how, `当天是${holiday}，顺延到${cn(on)}`] }
}

/** A due day that days were granted to: it too moves off a statutory holiday. */
export const movedBy = (
  days: number,
  from: Day,
  holidays: Holidays,
  provisional = false,
): { dueOn: Day; dueIsProvisional?: true } => {
  const due = moveOffHoliday({ on: addDays(from, days), provisional, how: [] }, holidays)
  return { dueOn: due.on, ...(due.provisional && { dueIsProvisional: true }) }
}

/** The first day on which a notice or display has run its days: the day after they are full. It never gets shorter. */
export const dayAfter = (span: Span, basis: Basis, terms: Terms): Day | undefined => {
  const end = spanEnd(span, basis, terms)
  return end && addDays(end.on, 1)
}

/** Late from the day after, not on the day. */
export const isOverdue = (dueOn: Day | undefined, today: Day): boolean => dueOn !== undefined && today > dueOn
