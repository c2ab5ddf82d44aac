import { type CatalogueItem, catalogue, catalogueItem, type Every } from './catalogue'
import type { Day, Holidays } from './engine/case'
import { addDays, moveOffHoliday } from './engine/deadline'
import { kindOf, monthsOf } from './period'

/** What a county, a township or a village sets about one item; the nearer one wins. */
export type ItemSetting = {
  /** not owed here, and why */
  off?: string
  /** for an item that is owed quarterly, or monthly where much money moves */
  every?: 'month' | 'quarter'
  /** on which day of its month it is due, 1 to 28 */
  day?: number
}
export type DisclosureSettings = Readonly<Record<string, ItemSetting>>

/** The settings as they stood on a day: what was changed later is not held against what was due before. */
export type SettingsThen = (on: Day) => DisclosureSettings

/** One thing that a village owes: an item for a period, or for what happened on a day (`@` before it). */
export type Duty = { code: string; period: string; dueOn: Day; provisional?: true }

/** What a row of the index `owed` says; days are days on which it hung first. */
export type Disclosed = {
  id: string
  code: string
  period: string
  postedOn?: Day
  /**
   * nothing: declared that there was nothing in this period · major: what happened is a 重大财务事项 · old: taken down
   * or replaced · correction: replaces another, so that nothing new has happened · oldCorrection: one that was replaced itself
   */
  flag?: 'nothing' | 'major' | 'old' | 'correction' | 'oldCorrection'
}

/** 未到期 · 已公开 · 迟公开 · 缺 · 本期无 · 不适用 */
export type DisclosureState = 'notDue' | 'posted' | 'late' | 'missing' | 'nothing' | 'notApplicable'

export type Disclosure = Duty & { state: DisclosureState; postedOn?: Day; id?: string }

type Regular = Exclude<Every, 'busy'>
const span: Readonly<Record<Regular, number>> = { month: 1, quarter: 3, half: 6, year: 12 }
/** 每月的次月10日 is ours; 每季首月20日 is local practice. */
const usualDay: Readonly<Record<Regular, number>> = { month: 10, quarter: 20, half: 20, year: 20 }

const monthAfter = (month: string, by = 1): string => {
  const n = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by
  return `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`
}

const quarterOf = (month: string): string =>
  `${month.slice(0, 4)}-${String(Math.floor((Number(month.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')}`

/** How often an item is owed here; undefined for items that only events owe. */
export const everyOf = (item: CatalogueItem, setting: ItemSetting = {}): Regular | undefined =>
  item.every === 'busy' ? (setting.every ?? 'quarter') : item.every

/** The month in which a period's item is due; undefined if that isn't a period. */
const monthDue = (item: CatalogueItem, period: string): string | undefined => {
  const [first, last] = monthsOf(period)
  if (first === undefined) return undefined
  // a yearly review may be held at any time of the year after: only a whole year without one is a year missed
  if (item.once) return monthAfter(last, 12)
  return item.ahead ? first : monthAfter(last)
}

/** The day on which an item of that period is due where nothing else is set. */
export const usualDayOf = (item: CatalogueItem, every: Regular): number => (item.once ? 31 : usualDay[every])

const plainDue = (item: CatalogueItem, period: string, setting: ItemSetting = {}): Day | undefined => {
  const month = monthDue(item, period)
  return month && `${month}-${String(setting.day ?? usualDayOf(item, kindOf(period)!)).padStart(2, '0')}`
}

/** 重大财务事项自发生之日起五日内公布: 浙江省农村集体资产管理条例第二十五条. */
export const majorWithin = 5

const eventDue = (item: CatalogueItem, happenedOn: Day, flag?: Disclosed['flag']): Day => {
  const within = item.within ?? 3
  // what has been replaced no longer says whether it was a major one: it is given the longer time
  return addDays(happenedOn, flag === 'major' ? majorWithin : flag === 'old' ? Math.max(majorWithin, within) : within)
}

/** The year under which a row of `owed` is kept: that in which it is due by the catalogue. */
export const owedYear = (code: string, period: string): string => {
  const item = catalogueItem(code)
  const happenedOn = period.startsWith('@') ? period.slice(1) : undefined
  const due = item && (happenedOn ? !item.once && eventDue(item, happenedOn) : plainDue(item, period))
  return (due || period.replace('@', '')).slice(0, 4)
}

type Planned = { period: string; every: Regular; from: string; until: string; month: string }
const planned = new Map<string, readonly Planned[]>()

/** Every period of an item that may be due in a year, first to last, with its months and that in which it is due. */
const plannedIn = (year: number, item: CatalogueItem): readonly Planned[] => {
  const key = `${year}${item.code}`
  const known = planned.get(key)
  if (known || !item.every) return known ?? []
  const name = (every: Regular, y: number, n: number) =>
    ({ month: `${y}-${String(n).padStart(2, '0')}`, quarter: `${y}-Q${n}`, half: `${y}-H${n}`, year: `${y}` })[every]
  const kinds = item.every === 'busy' ? (['month', 'quarter'] as const) : [item.every]
  const all = [year - 1, year]
    .flatMap((y) => kinds.flatMap((k) => Array.from({ length: 12 / span[k] }, (_, i) => name(k, y, i + 1))))
    .map((period): Planned => {
      const [from, until] = monthsOf(period) as [string, string]
      return { period, from, until, every: kindOf(period)!, month: monthDue(item, period)! }
    })
    .filter((p) => p.month.startsWith(String(year)))
    .sort((a, b) => (a.month < b.month ? -1 : 1))
  planned.set(key, all)
  return all
}

/** Those that are owed. How often is settled as a quarter begins. */
const owedIn = (year: number, item: CatalogueItem, settings: SettingsThen): readonly Planned[] =>
  plannedIn(year, item).filter(
    (p) => item.every !== 'busy' || everyOf(item, settings(`${quarterOf(p.from)}-01`)[item.code]) === p.every,
  )

/**
 * Whether what was disclosed by months must be looked up in the year before too: an item that is owed by the quarter, of
 * whose last quarter December is among the rows. `rows` are one village's, of that year.
 */
export const wantsYearBefore = (year: number, rows: readonly Disclosed[], settings: SettingsThen): boolean =>
  catalogue.some((item) => {
    const mine = rows.filter((r) => r.code === item.code || r.code === item.alsoBy)
    return (
      item.every === 'busy' &&
      everyOf(item, settings(`${year - 1}-10-01`)[item.code]) === 'quarter' &&
      mine.some((r) => r.period === `${year - 1}-12`) &&
      !mine.some((r) => r.period === `${year - 1}-Q4` && r.postedOn)
    )
  })

type Terms = { today: Day; holidays: Holidays; settings: SettingsThen; since?: Day }

const reached = (on: Day, holidays: Holidays): Pick<Duty, 'dueOn' | 'provisional'> => {
  const moved = moveOffHoliday({ on, provisional: false, how: [] }, holidays)
  return { dueOn: moved.on, ...(moved.provisional && { provisional: true }) }
}

/**
 * What one village owes in a year and how it stands, from its rows of `owed`. What happened is owed by its own case alone, so
 * a village where nothing happened is never 缺. Nothing that was due before `since`, its first day here, is held against it.
 * An item that was switched off owes nothing for the months in which it was.
 */
export const disclosureOf = (year: number, rows: readonly Disclosed[], terms: Terms): readonly Disclosure[] => {
  const yearEnds = `${year}-12-31`
  const settled = terms.settings(terms.today < yearEnds ? terms.today : yearEnds)
  const of = (code?: string) => (code ? rows.filter((r) => r.code === code) : [])
  return catalogue.flatMap((item): Disclosure[] => {
    const { code } = item
    if (settled[code]?.off !== undefined)
      return [{ code, period: String(year), dueOn: yearEnds, state: 'notApplicable' }]
    const mine = of(code)
    const events = eventsOf(year, item, mine, terms)
    const also = of(item.alsoBy).filter((r) => r.flag !== 'nothing')
    const periodic = item.once && events.length > 0 ? [] : owedIn(year, item, terms.settings)
    const near = [...mine, ...also].flatMap(spanning)
    return [
      ...periodic.flatMap((plan): Disclosure[] => {
        const { period, month } = plan
        const then = terms.settings(`${month}-01`)[code] ?? {}
        const duty = { code, period, ...reached(plainDue(item, period, then)!, terms.holidays) }
        const stood = stands(duty, plan, near, terms.today)
        return then.off !== undefined && !stood.postedOn ? [] : [stood]
      }),
      ...events,
    ].flatMap((d) => forgiven(d, terms.since))
  })
}

/** What was due before a village's first day here is shown if it was posted, and held against nobody. */
const forgiven = (d: Disclosure, since?: Day): Disclosure[] => {
  if (!since || d.dueOn >= since) return [d]
  return d.postedOn ? [{ ...d, state: d.state === 'late' ? 'posted' : d.state }] : []
}

/** What happened, each by its own case. A correction isn't something that happened: it is read in place of what it replaced. */
const eventsOf = (
  year: number,
  item: CatalogueItem,
  rows: readonly Disclosed[],
  { today, holidays }: Terms,
): readonly Disclosure[] =>
  rows
    .filter((r) => r.period.startsWith('@') && r.flag !== 'correction' && r.flag !== 'oldCorrection')
    .filter((r) => owedYear(item.code, r.period) === String(year) && (item.within !== undefined || r.postedOn))
    .map((r) => {
      const due = item.within === undefined ? r.postedOn! : eventDue(item, r.period.slice(1), r.flag)
      const duty = { code: item.code, period: r.period, ...reached(due, holidays) }
      const newer = rows.filter((n) => n.flag === 'correction' && n.period === r.period && n.postedOn)
      const stood = standing(duty, today, r.postedOn)
      return { ...stood, id: (r.flag === 'old' && newer.sort(byPosting).at(-1)?.id) || r.id }
    })

const byPosting = (a: Disclosed, b: Disclosed): number => ((a.postedOn ?? '') < (b.postedOn ?? '') ? -1 : 1)

const standing = (duty: Duty, today: Day, postedOn?: Day): Disclosure =>
  postedOn
    ? { ...duty, postedOn, state: postedOn > duty.dueOn ? 'late' : 'posted' }
    : { ...duty, state: today > duty.dueOn ? 'missing' : 'notDue' }

/** Whether it hangs no more: a newer version took its place, or it was taken down. */
export const isReplaced = ({ flag }: Pick<Disclosed, 'flag'>): boolean => flag === 'old' || flag === 'oldCorrection'

type Spanning = Disclosed & { from: string; until: string }

const spanning = (row: Disclosed): Spanning[] => {
  const [from, until] = monthsOf(row.period)
  return from === undefined ? [] : [{ ...row, from, until }]
}

/** A period is disclosed when each of its months is, by a notice of this period, of a part of it, or of a longer one. */
const stands = (duty: Duty, { from, until }: Planned, rows: readonly Spanning[], today: Day): Disclosure => {
  const near = rows.filter((r) => r.from <= until && r.until >= from)
  const hung = near.filter((r) => r.postedOn).sort(byPosting)
  const months = Array.from({ length: 12 }, (_, i) => monthAfter(from, i)).filter((m) => m <= until)
  const days = months.map((m) => hung.find((r) => r.from <= m && m <= r.until)?.postedOn)
  const postedOn = days.includes(undefined) ? undefined : [...days].sort().at(-1)
  const stood = standing(duty, today, postedOn)
  const draft = near.find((r) => r.period === duty.period) ?? near[0]
  if (!postedOn) return { ...stood, ...(draft && { id: draft.id }) }
  const shown = hung.filter((r) => !isReplaced(r))
  const whole = shown.filter((r) => r.period === duty.period)
  const latest = whole.at(-1) ?? shown.at(-1) ?? hung.at(-1)!
  const isNothing = shown.length > 0 && (whole.length ? [latest] : shown).every((r) => r.flag === 'nothing')
  return { ...stood, ...(stood.state === 'posted' && isNothing && { state: 'nothing' as const }), id: latest.id }
}

/** What a key of `owed` says: village, item, period, day of first hanging, flag. */
export const owedSort = (village: string, d: Omit<Disclosed, 'id'>): string =>
  [village, d.code, d.period || '-', d.postedOn ?? '-', d.flag ?? '-'].join('#')

/** Reads a key of `owed` back. */
export const readOwed = (row: { pk: string; sort: string }): Disclosed & { village: string } => {
  const [village, code, period, postedOn, flag] = row.sort.split('#')
  return {
    ...{ id: row.pk, village, code, period },
    ...(postedOn !== '-' && { postedOn }),
    ...(flag !== '-' && { flag: flag as Disclosed['flag'] }),
  }
}
