import type { Signed } from '@shared/checkpoint'
import { consistencyRuns, inclusionRuns } from '@shared/merkle'
import type { LatestView, LedgerView, ProofView } from '@shared/schemas/chainViews'
import type { House } from '../stores'
import { treeOf } from './tiles'

type Checkpoints = Pick<House['stores'], 'checkpoints'>

/** The latest checkpoint of a village; with the proof that it goes on from a list of `since` leaves, where there were as many. */
export const latestOf = async ({ checkpoints }: Checkpoints, village: string, since?: number): Promise<LatestView> => {
  const state = await checkpoints.state(village)
  if (!state) return { signed: null, keys: [] }
  const { signed, keys } = state
  const { size } = signed.checkpoint
  if (since === undefined || since > size) return { signed, keys: [...keys] }
  const path = await treeOf(checkpoints, village).path(consistencyRuns(since, size))
  return { signed, keys: [...keys], consistency: { since, path: [...path] } }
}

/** The proof that a case stands in its village's list, as of the latest checkpoint. */
export const proofOf = async ({ checkpoints }: Checkpoints, village: string, id: string): Promise<ProofView> => {
  const [state, leaf] = await Promise.all([checkpoints.state(village), checkpoints.leaf(id)])
  const size = state?.signed.checkpoint.size ?? 0
  const about = { case: id, signed: state?.signed ?? null, keys: [...(state?.keys ?? [])] }
  // a checkpoint that is just being made covers nothing yet
  if (!leaf || leaf.index >= size) return { ...about, coveredUpTo: 0 }
  const { index, no, head } = leaf
  const path = await treeOf(checkpoints, village).path(inclusionRuns(index, size))
  return { ...about, coveredUpTo: no, leaf: { case: id, no, head, index, path: [...path] } }
}

/** What the township keeps outside: everything that is needed to see later whether anything was changed since. */
export const ledgerOf = async (
  { checkpoints }: Checkpoints,
  { id, name }: { id: string; name: string },
): Promise<LedgerView> => {
  const state = await checkpoints.state(id)
  const all: Signed[] = []
  let after: string | undefined
  do {
    const page = await checkpoints.page(id, { limit: 1000, after })
    all.push(...page.checkpoints)
    after = page.next
  } while (after)
  const last = state?.signed.checkpoint
  return {
    ...{ about: '明务总账', v: 1, village: id, villageName: name, keys: [...(state?.keys ?? [])] },
    // a record whose leaves aren't in the list yet isn't a checkpoint
    checkpoints: all.filter(({ checkpoint }) => checkpoint.no <= (last?.no ?? 0)).reverse(),
    leaves: [...(await treeOf(checkpoints, id).leaves(last?.size ?? 0))],
  }
}
