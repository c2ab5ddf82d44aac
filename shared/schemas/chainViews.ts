import { z } from './zod'

/** What is sent of a village's list and its checkpoints: hashes alone, so that anyone may take it. */

const hash = z.string().regex(/^[0-9a-f]{64}$/)

export const checkpointView = z.object({
  v: z.literal(1),
  village: z.string(),
  no: z.int().meta({ description: 'counts from 1' }),
  size: z.int().meta({ description: 'how many leaves the list has' }),
  root: hash.meta({ description: 'the head of the list, RFC 9162 over SHA-256' }),
  at: z.string().meta({ format: 'date-time' }),
})

/** Signed over the canonical JSON of the checkpoint. */
export const signedView = z.object({
  checkpoint: checkpointView,
  key: hash.meta({ description: 'Ed25519 public key' }),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
})

const keys = z
  .array(z.object({ key: hash, from: z.string().meta({ format: 'date' }) }))
  .meta({ description: 'the keys that have signed here, the first one first' })
const path = z.array(hash)

/** The latest checkpoint; with the proof that it goes on from the size that was asked about, where it does. */
export const latestView = z.object({
  signed: signedView.nullable(),
  keys,
  consistency: z.object({ since: z.int(), path }).optional(),
})

export const checkpointsView = z.object({ checkpoints: z.array(signedView), keys, next: z.string().optional() })

/** That a case stands in its village's list. Without a leaf, none of its lines was in a checkpoint yet. */
export const proofView = z.object({
  case: z.string(),
  coveredUpTo: z.int().meta({ description: 'the last line of the log that a checkpoint covers; 0 for none' }),
  leaf: z.object({ case: z.string(), no: z.int(), head: hash, index: z.int(), path }).optional(),
  signed: signedView.nullable(),
  keys,
})

/** What is kept outside: all checkpoints and the hash of every leaf, so that nothing can be changed later unseen. */
export const ledgerView = z.object({
  about: z.literal('明务总账'),
  v: z.literal(1),
  village: z.string(),
  villageName: z.string(),
  keys,
  checkpoints: z.array(signedView).meta({ description: 'the first one first' }),
  leaves: z.array(hash),
})

/** What a phone is told with the first page. */
export const seenCheckpointView = z.object({ no: z.int(), size: z.int(), root: hash, at: z.string() })

export type LatestView = z.infer<typeof latestView>
export type ProofView = z.infer<typeof proofView>
export type LedgerView = z.infer<typeof ledgerView>
