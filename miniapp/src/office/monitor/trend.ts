import { addDays, daysBetween } from '@shared/engine/deadline'
import type { TrendsView } from '@shared/schemas/monitorViews'
import { monthDay } from '../../words'

/** One bar; without a number nothing was kept that week. */
export type Week = { on: string; overdue?: number }

/** So many weeks up to now: the last is what is overdue today where that is known, the others what was kept last in their week. */
export const weeksOf = (
  kept: TrendsView['weeks'],
  today: string,
  overdue: number | undefined,
  many = 12,
): readonly Week[] => {
  const yesterday = addDays(today, -1)
  const back = ({ on }: { on: string }) => Math.ceil(daysBetween(on, yesterday) / 7)
  return Array.from({ length: many }, (_, i) => {
    const ago = many - 1 - i
    const on = addDays(yesterday, -7 * ago)
    if (ago === 0 && overdue !== undefined) return { on: today, overdue }
    const found = kept.filter((week) => back(week) === ago).at(-1)
    return found ? { on: found.on, overdue: found.overdue } : { on }
  })
}

/** 逾期件数，近12周：3月23日46件……现在33件。有2周没有记。 */
export const weeksWords = (weeks: readonly Week[], today: string): string => {
  const told = weeks.flatMap(({ on, overdue }) =>
    overdue === undefined ? [] : [`${on === today ? '现在' : monthDay(on, today)}${overdue}件`],
  )
  const missing = weeks.length - told.length
  return `逾期件数，近${weeks.length}周：${told.join('，')}。${missing > 0 ? `有${missing}周没有记。` : ''}`
}

/** Which bars carry their number: the first, the last, and the highest where it is higher than both and stands apart from them. */
export const numbered = (weeks: readonly Week[]): readonly number[] => {
  const told = weeks.flatMap(({ overdue }, i) => (overdue === undefined ? [] : [i]))
  const [first] = told
  const last = weeks.length - 1
  const most = Math.max(weeks[first]?.overdue ?? 0, weeks[last].overdue ?? 0)
  const apart = told.filter((i) => i - first > 1 && last - i > 1 && weeks[i].overdue! > most)
  const highest = apart.reduce<number | undefined>(
    (found, i) => (found === undefined || weeks[i].overdue! > weeks[found].overdue! ? i : found),
    undefined,
  )
  return [...new Set([...(last - first > 1 ? [first] : []), ...(highest === undefined ? [] : [highest]), last])]
}
