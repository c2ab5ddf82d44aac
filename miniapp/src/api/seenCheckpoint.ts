import { contradicts, type SeenCheckpoint } from '@shared/seenCheckpoint'
import { kept, useKept } from '../platform/storage'

/** The last checkpoint that this phone saw of a village; `against`: one that came later and can't follow from it. */
export type Seen = SeenCheckpoint & { against?: SeenCheckpoint }

const checkpoints = kept<Readonly<Record<string, Seen>>>('checkpoints', {})

export const useSeen = (village: string | undefined): Seen | undefined => useKept(checkpoints)[village ?? '']

export const seenOf = (village: string): Seen | undefined => checkpoints.get()[village]

/** Keeps what a fresh answer says, unless it contradicts what was kept: then both are, until somebody has asked about it. */
export function sawCheckpoint(village: string, now: SeenCheckpoint): void {
  const was = seenOf(village)
  if (was?.against || (was?.no === now.no && was.root === now.root)) return
  seeAnew(village, was && contradicts(was, now) ? { ...was, against: now } : now)
}

/** Goes on from here: what was kept before is let go. */
export function seeAnew(village: string, now: Seen): void {
  checkpoints.set({ ...checkpoints.get(), [village]: now })
}
