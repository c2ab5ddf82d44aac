import { canonical, sha256Hex, utf8 } from './engine/chain'
import { emptyRoot, leafHash } from './merkle'
import { codeOf } from './seenCheckpoint'

/**
 * 总账: every case of a village that has changed adds a leaf to one list that only grows. 封账: once a day the head of that list
 * is signed. `no` counts from 1; `size` leaves have the head `root`; `at` is an ISO instant.
 */
export type Checkpoint = { v: 1; village: string; no: number; size: number; root: string; at: string }

/** A checkpoint with what it was signed by: an Ed25519 public key and the signature over `checkpointText`, both hex. */
export type Signed = { checkpoint: Checkpoint; key: string; signature: string }

/** What a leaf says: how long the log of a case was, and the hash of its last line then. */
export type Leaf = { case: string; no: number; head: string }

/** A key that a village's checkpoints were signed by, and the day of the first of them. */
export type KeySince = { key: string; from: string }

/** The text that is signed: canonical JSON, so that everyone works out the same bytes. */
export const checkpointText = ({ v, village, no, size, root, at }: Checkpoint): string =>
  canonical({ v, village, no, size, root, at })

export const hashOfLeaf = ({ case: id, no, head }: Leaf): string => leafHash(utf8(canonical({ case: id, no, head })))

/** What a key is known by among people: the code of its hash. */
export const fingerprint = (key: string): string => codeOf(sha256Hex(key))

/** What comes before the first checkpoint. */
export const nothingYet = { no: 0, size: 0, root: emptyRoot } as const
