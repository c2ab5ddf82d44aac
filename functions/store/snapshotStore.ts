import type { Day } from '@shared/engine/case'
import type { Table } from './table'

/** What is counted of a village at the end of a day: what stood there, then what happened on that day. */
export const measures = [
  ...(['open', 'near', 'overdue'] as const),
  ...(['opened', 'closed', 'onTime', 'reopened'] as const),
  ...(['satisfied', 'basically', 'unsatisfied', 'silent'] as const),
  ...(['nudged', 'urged', 'answered', 'summoned', 'takenOver', 'raised', 'lookedBack'] as const),
] as const
export type Measure = (typeof measures)[number]
export type Counts = Record<Measure, number>

/** The days of a month that were kept, each by village. */
export type KeptMonth = ReadonlyMap<Day, ReadonlyMap<string, Counts>>

type Body = Record<string, Record<string, readonly number[]>>

const tries = 5

/** What each day left behind: one item a township and month, numbers alone. */
export const snapshotStore = (table: Table) => {
  const pkOf = (township: string, month: string) => `snapshot#${township}#${month}`
  const read = async (township: string, month: string): Promise<{ version: number; days: Body }> => {
    const item = await table.get(pkOf(township, month))
    return { version: item?.version ?? 0, days: item ? (JSON.parse(item.body) as Body) : {} }
  }
  return {
    /** Keeps a day; what was kept of it before stays. False: it was there already. */
    async keep(township: string, day: Day, villages: ReadonlyMap<string, Counts>): Promise<boolean> {
      for (let n = 0; n < tries; n++) {
        const { version, days } = await read(township, day.slice(0, 7))
        if (days[day]) return false
        const counts = [...villages].map(([id, of]) => [id, measures.map((m) => of[m])] as const)
        const body = JSON.stringify({ ...days, [day]: Object.fromEntries(counts) })
        const pk = pkOf(township, day.slice(0, 7))
        if (
          (await table.put({ pk, version: version + 1, body, sees: 'office', keys: {} }, { ifVersion: version })) ===
          'put'
        )
          return true
      }
      throw new Error(`snapshots of ${township} change too often`)
    },
    /** The days of a month, `2026-10`; those of which nothing was kept are missing. */
    async month(township: string, month: string): Promise<KeptMonth> {
      const { days } = await read(township, month)
      return new Map(
        Object.entries(days)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([day, villages]) => [
            day,
            new Map(Object.entries(villages).map(([id, kept]) => [id, countsOf(kept)] as const)),
          ]),
      )
    },
  }
}

const countsOf = (kept: readonly number[]): Counts =>
  Object.fromEntries(measures.map((m, i) => [m, kept[i] ?? 0])) as Counts
