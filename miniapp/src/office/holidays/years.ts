import { addDays, daysBetween } from '@shared/engine/deadline'
import { fixedDays } from '@shared/holidayTables'
import type { HolidaysView, HolidayTable } from '@shared/schemas/monitorViews'
import { monthDay, weekday } from '../../words'

export type Year = HolidaysView['years'][number]

/** The first year of which nothing is known yet: the one that can be entered. */
export const nextYear = ({ until }: Pick<HolidaysView, 'until'>): number => Number(until.slice(0, 4)) + 1

/** The last day that the State Council's published tables cover. */
export const publishedUntil = ({ years }: Pick<HolidaysView, 'years'>): string =>
  `${Math.max(...years.filter(({ standing }) => standing === 'published').map(({ year }) => year))}-12-31`

/** 2月15日到2月23日，放9天; 1月1日，放1天. */
export const rangeWords = ({ from, until }: { from: string; until: string }): string => {
  const days = daysBetween(from, until) + 1
  return days === 1 ? `${monthDay(from)}，放1天` : `${monthDay(from)}到${monthDay(until)}，放${days}天`
}

/** 2月14日（星期六）, 2月28日（星期六）; said where there is none. */
export const workedWords = (on: readonly string[]): readonly string[] =>
  on.length > 0 ? on.map((day) => `${monthDay(day)}（${weekday(day)}）`) : ['没有']

/** 放假28天，调休上班6天 */
export const sumWords = ({ off, on }: HolidayTable): string => {
  const free = off.reduce((sum, { from, until }) => sum + daysBetween(from, until) + 1, 0)
  return `放假${free}天，调休上班${on.length}天`
}

/** 从2027年1月1日起，期限都是暂定的: what holds of days that no table covers. */
export const provisionalWords = ({ until }: Pick<HolidaysView, 'until'>): string => {
  const from = addDays(until, 1)
  return `从${monthDay(from, '')}起，放假安排还没有记，落在以后的期限都写“暂定”，到时候可能改一两天。`
}

/** This year and those to come, or those that are over, the latest first. */
export const yearsThatAre = (years: readonly Year[], which: 'now' | 'over', today: string): readonly Year[] =>
  years.filter(({ year }) => year >= Number(today.slice(0, 4)) === (which === 'now')).sort((a, b) => b.year - a.year)

const movable = ['春节', '清明', '端午', '中秋']

/** What a new year's form begins with: the statutory days that fall on the same date, and the names of the others. */
export const tableToFill = (year: number): HolidayTable => {
  const off: HolidayTable['off'] = []
  for (const [day, name] of Object.entries(fixedDays)) {
    const on = `${year}-${day}`
    const last = off.at(-1)
    if (last && last.name === name && addDays(last.until, 1) === on) last.until = on
    else off.push({ name, from: on, until: on })
  }
  const [newYear, ...others] = off
  const [spring, tombs, ...later] = movable.map((name) => ({ name, from: '', until: '' }))
  return { off: [newYear, spring, tombs, ...others.slice(0, 1), ...later, ...others.slice(1)], on: [] }
}
