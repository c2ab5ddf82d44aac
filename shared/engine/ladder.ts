import type { Day } from './case'
import { addDays, daysBetween } from './deadline'

/** When someone is reminded of a step: percent of its time, days after its day for whose turn it is, then for those above. */
export type Ladder = { percent: number; after: readonly number[]; cluster: number; lead: number }

/** One rung: 1 before the day, 2 on it, then after it. `to` says whom it is news to. */
export type Rung = { rung: number; on: Day; to: 'desk' | 'cluster' | 'lead' }

const shortest = 3

/**
 * The rungs of a step that was entered on a day and is due on another, lowest first. What has fewer than three days isn't
 * reminded of before its day; a rung is never earlier than the one below it.
 */
export const rungsOf = (enteredOn: Day, dueOn: Day, { percent, after, cluster, lead }: Ladder): readonly Rung[] => {
  const span = daysBetween(enteredOn, dueOn)
  const before =
    span >= shortest ? [{ rung: 1, days: Math.floor((span * percent) / 100) - span, to: 'desk' as const }] : []
  const late = [
    ...after.map((days) => ({ days, to: 'desk' as const })),
    { days: cluster, to: 'cluster' as const },
    { days: lead, to: 'lead' as const },
  ]
  let most = 0
  const above = late.map(({ days, to }, i) => {
    most = Math.max(most, days)
    return { rung: 3 + i, days: most, to }
  })
  return [...before, { rung: 2, days: 0, to: 'desk' as const }, ...above].map(({ rung, days, to }) => ({
    ...{ rung, to },
    on: addDays(dueOn, days),
  }))
}

/** The ladder as it is set. */
export const ladderOf = (settings: Readonly<Record<string, unknown>>): Ladder => {
  const set = (name: string) => Number(settings[name])
  return {
    percent: set('remindPercent'),
    after: [set('remindAfterFirst'), set('remindAfterSecond'), set('remindAfterThird')],
    cluster: set('remindClusterAfter'),
    lead: set('remindLeadAfter'),
  }
}
