import { hashOfLeaf } from './checkpoint'
import { verifyInclusion } from './merkle'
import type { ProofView } from './schemas/chainViews'

/** `log`: the line that was signed isn't in this log; `list`: the leaf isn't in the signed list; `other`: it is of another case. */
export type ProofFault = 'log' | 'list' | 'other'

/**
 * Whether a case stands in its village's list as its log says. The signature isn't looked at: see `checkpointSignature`. A case
 * that no checkpoint covers yet has no fault.
 */
export const verifyProof = (
  { leaf, signed }: Pick<ProofView, 'leaf' | 'signed'>,
  shown: { id: string; village: string; log: readonly { hash: string }[] },
): readonly ProofFault[] => {
  if (!leaf) return []
  if (!signed || leaf.case !== shown.id || signed.checkpoint.village !== shown.village) return ['other']
  const { size, root } = signed.checkpoint
  const isIn = verifyInclusion({ leaf: hashOfLeaf(leaf), index: leaf.index, size, root, path: leaf.path })
  return [
    ...(shown.log[leaf.no - 1]?.hash === leaf.head ? [] : (['log'] as const)),
    ...(isIn ? [] : (['list'] as const)),
  ]
}
