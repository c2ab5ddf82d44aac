import type { Day } from './case'
import { addDays, daysBetween } from './deadline'

/** When someone is reminded of a step: percent of its time, days after its day for whose turn it is, then for those above. */
export type Ladder = { percent: number; after: readonly number[]; cluster: number; lead: number }

/** One rung: 1 before the day, 2 on it, then after it. */
export type Rung = { rung: number; on: Day }

/** To whom a rung is news: whose turn it is, later the head of the cluster, at last the township's leader. */
export const rungTells = (rung: number): 'desk' | 'clusterLead' | 'townshipLead' =>
  rung >= 7 ? 'townshipLead' : rung === 6 ? 'clusterLead' : 'desk'

const shortest = 3

/**
 * The rungs of a step that was entered on a day and is due on another, lowest first. What has fewer than three days isn't
 * reminded of before its day; a rung is never earlier than the one below it.
 */
export const rungsOf = (enteredOn: Day, dueOn: Day, { percent, after, cluster, lead }: Ladder): readonly Rung[] => {
  const span = daysBetween(enteredOn, dueOn)
  const before = span >= shortest ? [{ rung: 1, days: Math.floor((span * percent) / 100) - span }] : []
  let most = 0
  const late = [...after, cluster, lead].map((days, i) => {
    most = Math.max(most, days)
    return { rung: 3 + i, days: most }
  })
  return [...before, { rung: 2, days: 0 }, ...late].map(({ rung, days }) => ({ rung, on: addDays(dueOn, days) }))
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
