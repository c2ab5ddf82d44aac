import type { Day } from '@shared/engine/case'
import { addDays } from '@shared/engine/deadline'
import type { ReportRow, ReportView, TrendsView } from '@shared/schemas/monitorViews'
import { type Counts, type KeptMonth, type Measure, measures } from '../store/snapshotStore'

/** Days that were kept, the first first, each by village. */
export type Kept = ReadonlyMap<Day, ReadonlyMap<string, Counts>>

/** Several months as one run of days. */
export const keptOf = (months: readonly KeptMonth[]): Kept => new Map(months.flatMap((m) => [...m]))

const none = (): Counts => Object.fromEntries(measures.map((m) => [m, 0])) as Counts

/** The sum of some villages on a day. */
const onDay = (of: ReadonlyMap<string, Counts> | undefined, villages: readonly string[]): Counts => {
  const sum = none()
  for (const id of villages) for (const m of measures) sum[m] += of?.get(id)?.[m] ?? 0
  return sum
}

const standing: readonly Measure[] = ['open', 'near', 'overdue']

/** What happened from one day to another, summed; what stood there is that of the last day kept among them. */
export const sumOf = (kept: Kept, from: Day, until: Day, villages: readonly string[]): Counts => {
  const days = [...kept].filter(([day]) => day >= from && day <= until).map(([, of]) => onDay(of, villages))
  const sum = none()
  for (const day of days) for (const m of measures) sum[m] = standing.includes(m) ? day[m] : sum[m] + day[m]
  return sum
}

/** Fewer than this many who rated could be told apart: their words are then counted, not told. */
export const fewest = 5

const ratedIn = ({ satisfied, basically, unsatisfied }: Counts) => satisfied + basically + unsatisfied

type Happened = Pick<
  ReportRow,
  'open' | 'overdue' | 'opened' | 'closed' | 'onTime' | 'reopened' | 'rated' | 'answered' | 'acts'
>

/** The part of a report that comes from what was kept. */
export const happenedOf = (sum: Counts): Happened => {
  const { open, overdue, opened, closed, onTime, reopened, satisfied, basically, unsatisfied, silent } = sum
  const { nudged, urged, answered, summoned, takenOver, raised, lookedBack } = sum
  const said = ratedIn(sum)
  return {
    ...{ open, overdue, opened, closed, onTime, reopened },
    ...(said >= fewest && { rated: { satisfied, basically, unsatisfied } }),
    answered: { of: said + silent, is: said },
    acts: { nudged, urged, answered, summoned, takenOver, raised, lookedBack },
  }
}

/** Month by month; where fewer than five have rated, nobody's word is told: all three stand at 0. Months never kept are left out. */
export const monthsKept = (kept: Kept, months: readonly string[], villages: readonly string[]): TrendsView['months'] =>
  months.flatMap((month) => {
    const days = [...kept.keys()].filter((day) => day.startsWith(month))
    if (!days.length) return []
    const sum = sumOf(kept, days[0]!, days.at(-1)!, villages)
    const { opened, closed, onTime, silent, satisfied, basically, unsatisfied } = sum
    const rated =
      ratedIn(sum) < fewest ? { satisfied: 0, basically: 0, unsatisfied: 0 } : { satisfied, basically, unsatisfied }
    return [{ month, opened, closed, onTime, ...rated, silent }]
  })

/** How it stood at the ends of so many weeks, the last of them on `last`; days on which nothing was kept are left out. */
export const weeksKept = (kept: Kept, last: Day, many: number, villages: readonly string[]): ReportView['weeks'] =>
  Array.from({ length: many }, (_, i) => addDays(last, (i - many + 1) * 7)).flatMap((on) => {
    const of = kept.get(on)
    if (!of) return []
    const { open, overdue } = onDay(of, villages)
    return [{ on, open, overdue }]
  })
