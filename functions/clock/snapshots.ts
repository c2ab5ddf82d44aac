import { startOf } from '@shared/engine/asOf'
import type { Day } from '@shared/engine/case'
import { addDays } from '@shared/engine/deadline'
import type { TownshipPlace } from '@shared/schemas/person'
import { type Counts, measures } from '../store/snapshotStore'
import type { House } from '../stores'
import { sweepAll } from '../sweeping'
import { backlogKey } from '../views/monitorView'
import { today } from '../world'
import { countDay, countStanding } from './countDay'

/** So far back what wasn't kept while nothing ran is kept yet. */
const missedDays = 40

/**
 * Keeps what each day up to yesterday left behind, a township at a time; what was kept stays. Returns how many days were kept.
 * Safe to run twice, late, or to be killed: a day is counted from the logs, so that it says the same whenever it is counted.
 */
export const keepSnapshots = async (house: House): Promise<number> => {
  // what time has done is in the logs before they are counted
  await sweepAll(house)
  const { townships } = await house.stores.places.places()
  let kept = 0
  for (const township of townships) {
    const days = await missingDays(house, township)
    if (!days.length) continue
    const counted = await countDays(house, township, days)
    for (const day of days) if (await house.stores.snapshots.keep(township.id, day, counted.get(day)!)) kept++
  }
  return kept
}

/** The days up to yesterday that weren't kept, first to last. */
const missingDays = async (house: House, { id, villages }: TownshipPlace): Promise<readonly Day[]> => {
  const last = addDays(today(house), -1)
  const begins = villages.map(({ since = '' }) => since).sort()[0] ?? ''
  const days = Array.from({ length: missedDays }, (_, i) => addDays(last, i + 1 - missedDays)).filter(
    (d) => d >= begins,
  )
  const months = await Promise.all(
    [...new Set(days.map((d) => d.slice(0, 7)))].map((m) => house.stores.snapshots.month(id, m)),
  )
  return days.filter((day) => !months.some((month) => month.has(day)))
}

export type Counted = ReadonlyMap<Day, ReadonlyMap<string, Counts>>

const none = (): Counts => Object.fromEntries(measures.map((m) => [m, 0])) as Counts

/**
 * Counts of the ends of some days in a row, by village. What hasn't changed since the first of them began is counted from its
 * key; each of the others is read once.
 */
export const countDays = async (house: House, township: TownshipPlace, days: readonly Day[]): Promise<Counted> => {
  const { cases } = house.stores
  const counted = new Map(days.map((day) => [day, new Map(township.villages.map(({ id }) => [id, none()] as const))]))
  // the keys first: whatever changes after they were read is read itself
  const keys = (await cases.openIn(township.id)).map(backlogKey)
  for (const { id: village } of township.villages) {
    const changed = new Set((await cases.changedSince(village, startOf(days[0]))).map(({ pk }) => pk))
    const still = keys.filter((key) => key.village === village && !key.ofAbove && !changed.has(key.id))
    for (const day of days) for (const key of still) countStanding(counted.get(day)!.get(village)!, key, day)
    for (const id of changed) {
      const stored = await cases.get(id)
      if (stored) for (const day of days) countDay(counted.get(day)!.get(village)!, stored, day)
    }
  }
  return counted
}
