import { createHmac } from 'node:crypto'
import { z } from '@shared/schemas/zod'
import type { Files } from '../files/files'
import type { Table } from '../store/table'

/** A store that is exported from or imported into: records, files, and the secret that marks and pseudonyms are made with. */
export type Store = {
  table: Table
  files: Files
  engine: 'sqlite' | 'dynamodb'
  secret: string
  demo: boolean
  version: string
}

/** The format of the lines; a reader knows its own and older ones. */
export const formatVersion = 1
/** A file's content goes in pieces of so many bytes. */
export const pieceBytes = 192 * 1024
/** After so many lines one says the sum of all before it, so that it can be told where a file was changed. */
export const linesPerSum = 500
/** The item that an import keeps of itself in the store; it isn't exported. */
export const markerPk = 'moving'

/** A list of rows is kept under the hash of what it says. */
export const isSheet = (pk: string): boolean => /^s[0-9a-f]{64}$/.test(pk)

const text = z.string().min(1)
const count = z.int().min(0)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const key = z.strictObject({ partition: text, sort: text })

export const counts = z.strictObject({ items: count, marks: count, numbers: count, files: count })
/** How many of each kind an export holds. */
export type Counts = z.infer<typeof counts>

/** The first line: what made the file, when, of which engine; `secret` is a fingerprint, the secret itself isn't told. */
export const header = z.object({
  format: z.literal('mingwu'),
  v: z.int().min(1),
  version: text,
  at: text,
  engine: z.enum(['sqlite', 'dynamodb']),
  demo: z.boolean(),
  secret: text,
})
export type Header = z.infer<typeof header>

/** Every other line is one of these: a record, a file and the pieces of its content, a sum of all bytes before it, the end. */
export const line = z.union([
  z.strictObject({
    item: z.strictObject({
      pk: text,
      version: z.int().min(1),
      body: z.string(),
      card: z.string().optional(),
      sees: z.enum(['everyone', 'villagers', 'party', 'members', 'office', 'township']),
      words: z.string().optional(),
      head: z.string().optional(),
      keys: z.record(z.string(), key),
      expiresOn: day.optional(),
    }),
  }),
  z.strictObject({ marks: z.strictObject({ pk: text, members: z.array(text).min(1) }) }),
  z.strictObject({ number: z.strictObject({ pk: text, n: z.int().min(1), expiresOn: day.optional() }) }),
  z.strictObject({ file: z.strictObject({ id: text, name: z.string(), type: text, bytes: count, sha256 }) }),
  z.strictObject({ piece: z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/) }),
  z.strictObject({ sum: sha256 }),
  z.strictObject({ end: counts, lines: count, sum: sha256 }),
])
export type Line = z.infer<typeof line>

/** Tells whether two secrets are the same without telling either. */
export const fingerprint = (secret: string): string =>
  createHmac('sha256', secret).update('mingwu export').digest('hex').slice(0, 16)

/** Why nothing (more) is imported or exported, with the sentence that people read. */
export class CannotMove extends Error {
  override name = 'CannotMove'
}
