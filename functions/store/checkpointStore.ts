import type { KeySince, Leaf, Signed } from '@shared/checkpoint'
import type { Instant } from '@shared/engine/case'
import type { Table } from './table'

/** One checkpoint as it was made: signed, with the leaves that came with it, in order. */
export type CheckpointRecord = {
  signed: Signed
  leaves: readonly Leaf[]
  /** whatever was saved before this instant is in */
  changedFrom: Instant
  /** there was too much for one checkpoint: another follows at once */
  more?: true
}

/** How far the list of a village is kept whole. */
export type LogState = Pick<CheckpointRecord, 'signed' | 'changedFrom' | 'more'> & { keys: readonly KeySince[] }

/** Where the latest leaf of a case stands in its village's list. */
export type PlacedLeaf = { village: string; index: number; no: number; head: string }

const tries = 5

/** The list of a village and its checkpoints. Only what is finished is pointed at: see `checkpoints/checkpointAll`. */
export const checkpointStore = (table: Table) => {
  const read = async <T>(pk: string): Promise<{ value?: T; version: number }> => {
    const item = await table.get(pk)
    return { ...(item && { value: JSON.parse(item.body) as T }), version: item?.version ?? 0 }
  }
  const put = (pk: string, value: unknown, ifVersion: number) =>
    table.put({ pk, version: ifVersion + 1, body: JSON.stringify(value), sees: 'everyone', keys: {} }, { ifVersion })
  /** Puts what `next` makes of what is there; nothing where it says undefined. */
  const change = async <T>(pk: string, next: (was: T | undefined) => T | undefined): Promise<void> => {
    for (let turn = 0; turn < tries; turn++) {
      const { value, version } = await read<T>(pk)
      const wanted = next(value)
      if (wanted === undefined || (await put(pk, wanted, version)) === 'put') return
    }
    throw new Error(`${pk} changes too often`)
  }
  const recordOf = (village: string, no: number) => `checkpoint#${village}#${no}`
  const tileOf = (village: string, level: number, n: number) => `tile#${village}#${level}#${n}`
  return {
    state: async (village: string): Promise<LogState | undefined> => (await read<LogState>(`log#${village}`)).value,
    /** Points at a checkpoint whose tiles and leaves are there; one that is older than where it points changes nothing. */
    reach: (village: string, state: LogState) =>
      change<LogState>(`log#${village}`, (was) =>
        was && was.signed.checkpoint.no >= state.signed.checkpoint.no ? undefined : state,
      ),
    record: async (village: string, no: number): Promise<CheckpointRecord | undefined> =>
      (await read<CheckpointRecord>(recordOf(village, no))).value,
    /** 'lost': that number has been given. A checkpoint is never written twice. */
    keep: (record: CheckpointRecord) => {
      const { village, no } = record.signed.checkpoint
      return table.put(
        {
          ...{ pk: recordOf(village, no), version: 1, body: JSON.stringify(record), sees: 'everyone' },
          card: JSON.stringify(record.signed),
          keys: { links: { partition: `checkpoints#${village}`, sort: String(no).padStart(9, '0') } },
        },
        { ifVersion: 0 },
      )
    },
    /** Checkpoints, newest first. */
    async page(village: string, query: { limit: number; after?: string }) {
      const { rows, next } = await table.list('links', `checkpoints#${village}`, { newestFirst: true, ...query })
      return { checkpoints: rows.map((row) => JSON.parse(row.card!) as Signed), next }
    },
    leaf: async (caseId: string): Promise<PlacedLeaf | undefined> => (await read<PlacedLeaf>(`leaf#${caseId}`)).value,
    /** Notes where the latest leaf of a case stands. */
    place: (caseId: string, leaf: PlacedLeaf) =>
      change<PlacedLeaf>(`leaf#${caseId}`, (was) => (was && was.index >= leaf.index ? undefined : leaf)),
    /** Up to 256 hashes of whole subtrees of 256^level leaves. */
    tile: async (village: string, level: number, n: number): Promise<readonly string[]> =>
      (await read<readonly string[]>(tileOf(village, level, n))).value ?? [],
    /** Makes a tile longer. Throws when what stands there is something else: a list only grows. */
    extend: (village: string, level: number, n: number, hashes: readonly string[]) =>
      change<readonly string[]>(tileOf(village, level, n), (was = []) => {
        if (!was.every((hash, i) => i >= hashes.length || hash === hashes[i]))
          throw new Error(`tile ${village} ${level} ${n} isn't what it was`)
        return was.length >= hashes.length ? undefined : hashes
      }),
  }
}

export type CheckpointStore = ReturnType<typeof checkpointStore>
