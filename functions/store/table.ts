import type { Audience } from '@shared/engine/workflow'

/** The sparse indexes. Each item stands in those that it has a key for; leaving one is leaving its key out. */
export type IndexName =
  | 'board'
  | 'boardAll'
  | 'owed'
  | 'desk'
  | 'backlog'
  | 'mine'
  | 'cases'
  | 'links'
  | 'closed'
  | 'changed'
  | 'pending'
  | 'words'
  | 'heard'
  | 'inbox'
  | 'sending'
  | 'staff'

/**
 * One stored thing. `body` is JSON text (at most 380 KB); `card` the JSON text that lists show to everyone in `sees`;
 * `words` what a search reads (at most 1 KB); `head` the hash of its last entry; `expiresOn` the last day it is kept,
 * 'YYYY-MM-DD' in China time, after which an engine may drop it when it gets round to it.
 */
export type Item = {
  pk: string
  version: number
  body: string
  card?: string
  sees: Audience
  words?: string
  head?: string
  keys: Partial<Record<IndexName, { partition: string; sort: string }>>
  expiresOn?: string
}

/** What an index holds of an item; which of `card`, `words` and `head` it is given is said in `indexes.ts`. */
export type Row = { pk: string; sort: string; sees: Audience; card?: string; words?: string; head?: string }

/**
 * Which rows of a partition: `from` and `until` are both inclusive bounds of `sort`, compared by UTF-8 bytes, so that
 * `until: '2026-11\uffff'` takes everything that begins with 2026-11. `limit` is 1 to 1000. `after` is the `next` of
 * the page before, asked of the same index and partition. `audiences` leaves out rows that others may see; not given,
 * every row is listed.
 */
export type ListQuery = {
  from?: string
  until?: string
  newestFirst?: boolean
  limit: number
  after?: string
  audiences?: readonly Audience[]
}

/** A set of marks as it stands, its members by UTF-16 units. */
export type Marks = { pk: string; members: string[] }
/** A counter as it stands: `n` is the number that was given last. */
export type Counter = { pk: string; n: number; expiresOn?: string }
/** Everything that a table holds is one of these. */
export type TableRecord = { item: Item } | { marks: Marks } | { number: Counter }

/** The whole port. Both engines keep the same promises; `test/store/table.test.ts` holds them to it. */
export type Table = {
  /** The item as it was last put, never an older one. */
  get(pk: string): Promise<Item | undefined>

  /**
   * Puts the whole item if the stored version is still `ifVersion` (0: if there is none yet); `item.version` must be
   * `ifVersion + 1`. 'lost' means that someone else was first and nothing was written. Throws `ItemTooLarge`, or
   * `RangeError` for keys that no engine could hold. Marks and numbers aren't touched.
   */
  put(item: Item, on: { ifVersion: number }): Promise<'put' | 'lost'>

  /**
   * A page of an index, by sort and then pk. Reads at most three times, so a page may be short (even empty) and still
   * have a `next` when most rows are for other audiences. Indexes may lag an instant behind `put`. Throws `BadPage`.
   */
  list(index: IndexName, partition: string, query: ListQuery): Promise<{ rows: Row[]; next?: string }>

  /** Adds the member to a set that is its own item; adding it again changes nothing. Returns the set's size. */
  mark(pk: string, member: string): Promise<number>

  /** How many are in the set, and whether this member is. */
  marked(pk: string, member?: string): Promise<{ size: number; has: boolean }>

  /** Who is in the set, by UTF-16 units; nobody if there is none. Members are no read list: most are HMACs. */
  members(pk: string): Promise<string[]>

  /**
   * 1, 2, 3 … from a counter that is its own item. A number may be skipped, but is never given twice. A counter that is
   * told `expiresOn` may be dropped by an engine after that day ('YYYY-MM-DD' in China time) and then begins at 1 again.
   */
  number(pk: string, expiresOn?: string): Promise<number>

  /**
   * A page of all that there is, items, marks and numbers, each once and in no order; for export only. What is written
   * meanwhile may be met as it was before or as it is after.
   */
  walk(after?: string): Promise<{ records: TableRecord[]; next?: string }>

  /**
   * Puts a record back exactly as it was met, version and all, where nothing stands under its key. 'put' also if just
   * this stands there already, so that it may be repeated; 'lost' if something else does, and then nothing is written.
   * Throws as `put` does.
   */
  restore(record: TableRecord): Promise<'put' | 'lost'>

  /** Lets go of the file or the connection. */
  close(): Promise<void>
}
