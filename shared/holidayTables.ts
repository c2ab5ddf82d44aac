import type { Day, Holidays } from './engine/case'
import { addDays, daysBetween, isDay, monthDay } from './engine/deadline'
import type { HolidayTable } from './schemas/monitorViews'

/** Tables that were entered by hand, by year: `2027`. */
export type HolidayTables = Readonly<Record<string, HolidayTable>>

/** Statutory days that fall on the same date every year, whatever else is free. */
export const fixedDays: Readonly<Record<string, string>> = {
  '01-01': '元旦',
  '05-01': '劳动节',
  '10-01': '国庆节',
  '10-02': '国庆节',
  '10-03': '国庆节',
}

const worked = '调休上班'
/** no holiday has lasted longer; what does is a slip of the finger */
const longest = 15

const yearOf = (day: Day): number => Number(day.slice(0, 4))
const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
const daysOf = ({ from, until }: { from: Day; until: Day }): readonly Day[] =>
  Array.from({ length: daysBetween(from, until) + 1 }, (_, i) => addDays(from, i))

/** The entered years on top of the published ones, up to the first that nobody knows. A published year stays as published. */
export const withTables = (published: Holidays, tables: HolidayTables): Holidays => {
  const off = { ...published.off }
  const on = { ...published.on }
  let year = yearOf(published.until)
  for (let table = tables[year + 1]; table; table = tables[year + 1]) {
    year++
    for (const { name, ...range } of table.off) for (const day of daysOf(range)) off[day] = name
    for (const day of table.on) on[day] = worked
  }
  return { ...published, off, on, until: `${year}-12-31` }
}

/** The table of a year that is known, as it is written down: days of one name that follow each other are one line. */
export const tableOf = (year: number, { off, on }: Pick<Holidays, 'off' | 'on'>): HolidayTable => {
  const lines: HolidayTable['off'] = []
  const inYear = (days: Readonly<Record<Day, string>>) =>
    Object.keys(days)
      .filter((day) => yearOf(day) === year)
      .sort()
  for (const day of inYear(off)) {
    const last = lines.at(-1)
    if (last && last.name === off[day] && addDays(last.until, 1) === day) last.until = day
    else lines.push({ from: day, until: day, name: off[day] })
  }
  return { off: lines, on: inYear(on) }
}

/** What is wrong, and with which line of `off` or `on`, counted from 0. */
export type TableProblem = { field: 'year' | 'off' | 'on'; line?: number; says: string }

/** What keeps a table from being entered, where `until` is the last day known and `published` the last that was published. */
export const tableProblems = (
  year: number,
  table: HolidayTable,
  known: { published: Day; until: Day },
): readonly TableProblem[] => {
  if (year <= yearOf(known.published))
    return [{ field: 'year', says: `${year}年的放假安排是国家公布的，已经在这里，不能改。请选以后的年份。` }]
  const next = yearOf(known.until) + 1
  if (year > next) return [{ field: 'year', says: `${next}年的还没有记。请先记${next}年的，再记${year}年的。` }]
  return [...offProblems(year, table.off), ...onProblems(year, table), ...notFree(year, table.off)]
}

const offProblems = (year: number, off: HolidayTable['off']): readonly TableProblem[] => {
  const taken = new Map<Day, string>()
  return off.flatMap((range, line): TableProblem[] => {
    const says = offProblem(year, range, taken)
    if (!says) for (const day of daysOf(range)) taken.set(day, range.name)
    return says ? [{ field: 'off', line, says }] : []
  })
}

const offProblem = (
  year: number,
  { from, until, name }: HolidayTable['off'][number],
  taken: ReadonlyMap<Day, string>,
): string | undefined => {
  if (!isDay(from) || !isDay(until)) return `“${name}”的日子不对，请从日历里选。`
  if (until < from) return `“${name}”${monthDay(until)}结束，比${monthDay(from)}开始还早。请改过来。`
  if (yearOf(from) !== year || yearOf(until) !== year)
    return `“${name}”有日子不在${year}年。别的年份的日子请写到那一年的表里。`
  if (daysBetween(from, until) >= longest)
    return `“${name}”连着放${daysBetween(from, until) + 1}天，太长了。请核对起止日期。`
  const twice = daysOf({ from, until }).find((day) => taken.has(day))
  return twice && `${monthDay(twice)}在“${taken.get(twice)}”和“${name}”里都写了。请去掉一处。`
}

const onProblems = (year: number, { off, on }: HolidayTable): readonly TableProblem[] =>
  on.flatMap((day, line): TableProblem[] => {
    const says = onProblem(year, day, off, on.indexOf(day) < line)
    return says ? [{ field: 'on', line, says }] : []
  })

const onProblem = (year: number, day: Day, off: HolidayTable['off'], isTwice: boolean): string | undefined => {
  if (!isDay(day)) return '调休上班的日子不对，请从日历里选。'
  if (yearOf(day) !== year) return `调休上班的${monthDay(day)}不在${year}年。别的年份的日子请写到那一年的表里。`
  if (isTwice) return `调休上班的${monthDay(day)}写了两遍。请去掉一处。`
  const free = off.find(({ from, until }) => day >= from && day <= until)
  if (free) return `${monthDay(day)}又在“${free.name}”里放假，又调休上班。请去掉一处。`
  return isWeekend(day) ? undefined : `${monthDay(day)}不是星期六、星期天，本来就上班，不用写调休。请去掉。`
}

const notFree = (year: number, off: HolidayTable['off']): readonly TableProblem[] => {
  const missing = Object.entries(fixedDays).filter(([day]) => {
    const on = `${year}-${day}`
    return !off.some(({ from, until }) => on >= from && on <= until)
  })
  if (!missing.length) return []
  const days = missing.map(([day, name]) => `${name}（${monthDay(`${year}-${day}`)}）`)
  return [{ field: 'off', says: `${days.join('、')}是法定假日，要放假。请补上。` }]
}

/** The first day on which two tables differ, or from which only one of them knows; undefined where they are the same. */
export const firstChange = (before: Holidays, after: Holidays): Day | undefined => {
  const differs = (a: Readonly<Record<Day, string>>, b: Readonly<Record<Day, string>>) =>
    [...Object.keys(a), ...Object.keys(b)].filter((day) => a[day] !== b[day])
  const [sooner, later] = [before.until, after.until].sort()
  const days = [...differs(before.off, after.off), ...differs(before.on, after.on)]
  return [...days, ...(sooner === later ? [] : [addDays(sooner, 1)])].sort()[0]
}
