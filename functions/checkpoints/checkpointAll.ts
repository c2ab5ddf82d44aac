import { dayInChina } from '@shared/calendar'
import { type Checkpoint, hashOfLeaf, type KeySince, type Leaf, nothingYet } from '@shared/checkpoint'
import { signCheckpoint } from '@shared/checkpointSignature'
import type { Instant } from '@shared/engine/case'
import { foldNodes, grow } from '@shared/merkle'
import { each } from '../clock/each'
import type { CheckpointRecord, LogState } from '../store/checkpointStore'
import type { House } from '../stores'
import { today } from '../world'
import { appendLeaves, treeOf } from './tiles'

/** So many leaves at most in one checkpoint, for its record is one item. */
export const mostLeaves = 1000
/** So long before a run whatever was saved is looked at again: an index may lag, and clocks differ. In milliseconds. */
const overlap = 3_600_000

/** Somebody has changed what was signed. Its name is what the journal of the job says. */
export class NotWhatWasSigned extends Error {
  override name = 'NotWhatWasSigned'
}

/**
 * 封账: signs each village's list once a day, also when nothing has changed. Only where the key is. Safe to run twice, at the
 * same time, or to be killed anywhere: the record of a checkpoint is written first, with all that follows from it, and whoever
 * comes next finishes it. Throws after all villages are done when a case, or the list itself, isn't what was signed before.
 */
export const checkpointAll = async (house: House): Promise<void> => {
  if (!house.signingKey) return
  const { townships } = await house.stores.places.places()
  await each(
    townships.flatMap((t) => t.villages),
    ({ id }) => checkpointVillage(house, id),
  )
}

const checkpointVillage = async (house: House, village: string): Promise<void> => {
  const store = house.stores.checkpoints
  const faults: string[] = []
  for (;;) {
    const state = await store.state(village)
    const no = (state?.signed.checkpoint.no ?? 0) + 1
    const begun = await store.record(village, no)
    if (begun) await finish(house, state, begun)
    else if (!state || state.more || dayInChina(Date.parse(state.signed.checkpoint.at)) < today(house))
      await store.keep(await nextOf(house, village, state, faults))
    else break
  }
  if (faults.length) throw new NotWhatWasSigned(`cases of ${village} aren't what was signed: ${faults.join(' ')}`)
}

/** The checkpoint that comes next. Throws when the tiles aren't what was signed last: nothing is built on a forged list. */
const nextOf = async (
  house: House,
  village: string,
  state: LogState | undefined,
  faults: string[],
): Promise<CheckpointRecord> => {
  const last = state?.signed.checkpoint ?? nothingYet
  const tree = treeOf(house.stores.checkpoints, village)
  const edge = await tree.edge(last.size)
  if (foldNodes(edge.map(({ hash }) => hash)) !== last.root)
    throw new NotWhatWasSigned(`tiles of ${village} aren't what was signed`)
  const now = house.now()
  const at = new Date(now).toISOString()
  const { leaves, until } = await changedIn(house, village, state, tree, faults)
  const grown = grow(edge, leaves.map(hashOfLeaf))
  const checkpoint: Checkpoint = {
    ...{ v: 1, village, no: last.no + 1, size: last.size + leaves.length },
    ...{ root: foldNodes(grown.map(({ hash }) => hash)), at },
  }
  return {
    signed: signCheckpoint(checkpoint, house.signingKey!),
    leaves,
    changedFrom: until ?? new Date(now - overlap).toISOString(),
    ...(until && { more: true }),
  }
}

/** A leaf for each case that has gone on since, in the order in which they were saved; `until` where there are more of them. */
const changedIn = async (
  house: House,
  village: string,
  state: LogState | undefined,
  tree: ReturnType<typeof treeOf>,
  faults: string[],
): Promise<{ leaves: readonly Leaf[]; until?: Instant }> => {
  const leaves: Leaf[] = []
  const seen = new Set<string>()
  for (const row of await house.stores.cases.changedSince(village, state?.changedFrom ?? '0')) {
    if (leaves.length === mostLeaves) return { leaves, until: row.sort }
    const placed = await house.stores.checkpoints.leaf(row.pk)
    // a case may be met twice while it is saved
    if (placed?.head === row.head || seen.has(row.pk)) continue
    seen.add(row.pk)
    const found = (await house.stores.cases.get(row.pk))?.found
    if (!found) continue
    const { no, hash: head } = found.log[found.log.length - 1]
    if (placed && !(await goesOn(row.pk, placed, found.log, tree))) faults.push(row.pk)
    else if (placed?.head !== head) leaves.push({ case: row.pk, no, head })
  }
  return { leaves }
}

/** Whether a log still has the line that was signed before. The note of where is itself looked up in the list. */
const goesOn = async (
  id: string,
  { index, no, head }: { index: number; no: number; head: string },
  log: readonly { hash: string }[],
  tree: ReturnType<typeof treeOf>,
): Promise<boolean> => log[no - 1]?.hash === head && (await tree.leaf(index)) === hashOfLeaf({ case: id, no, head })

/** All that follows from the record of a checkpoint: tiles, where each case's leaf stands, and last the pointer. */
const finish = async (house: House, state: LogState | undefined, record: CheckpointRecord): Promise<void> => {
  const store = house.stores.checkpoints
  const { signed, leaves, changedFrom, more } = record
  const { village, size } = signed.checkpoint
  const first = size - leaves.length
  await appendLeaves(store, village, first, leaves.map(hashOfLeaf))
  for (const [i, { case: id, no, head }] of leaves.entries())
    await store.place(id, { village, index: first + i, no, head })
  await store.reach(village, { signed, changedFrom, ...(more && { more }), keys: keysWith(state?.keys ?? [], signed) })
}

/** A key that hasn't signed before joins the list with the day of its first checkpoint. */
const keysWith = (keys: readonly KeySince[], { key, checkpoint }: CheckpointRecord['signed']): readonly KeySince[] =>
  keys.at(-1)?.key === key ? keys : [...keys, { key, from: dayInChina(Date.parse(checkpoint.at)) }]
