import type { Day } from '@shared/engine/case'
import { addDays } from '@shared/engine/deadline'
import type { TrendsView } from '@shared/schemas/monitorViews'
import type { House } from '../stores'
import { keptOf, monthsKept, weeksKept } from './keptCounts'

const mostMonths = 12

/** `n` months, the last is `last`: 2026-10 */
export const monthsUpTo = (last: string, n: number): readonly string[] =>
  Array.from({ length: n }, (_, i) => {
    const m = Number(last.slice(0, 4)) * 12 + Number(last.slice(5, 7)) - n + i
    return `${Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}`
  })

type Of = { township: string; villages: readonly string[]; weeks: number; today: Day }

/** Weeks and months of some villages together up to yesterday, from what was kept each day: one read a month. */
export const trendsView = async (
  house: Pick<House, 'stores'>,
  { township, villages, weeks, today }: Of,
): Promise<TrendsView> => {
  const yesterday = addDays(today, -1)
  const months = monthsUpTo(yesterday.slice(0, 7), mostMonths)
  const first = addDays(yesterday, -7 * (weeks - 1)).slice(0, 7)
  // a year of weeks begins a month earlier than twelve months
  const read = first < months[0] ? [first, ...months] : months
  const kept = keptOf(await Promise.all(read.map((m) => house.stores.snapshots.month(township, m))))
  return { weeks: weeksKept(kept, yesterday, weeks, villages), months: monthsKept(kept, months, villages) }
}
