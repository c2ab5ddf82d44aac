import { isDeepStrictEqual } from 'node:util'
import Database from 'libsql'
import { indexes, indexNames } from '../indexes'
import { checkDay, checkItem, checkKey, checkRecord } from '../limits'
import { BadPage, readPage, walkPlace, walkToken } from '../page'
import type { IndexName, Item, Row, Table, TableRecord } from '../table'
import { bringUpToDate, type Shape } from './sqliteShape'

export type SqliteTable = Table & {
  /**
   * Drops items and numbers that were to be kept only until a day before `today`, and wipes what was forgotten from the log beside
   * the file; returns how many it dropped. The cloud does this by itself.
   */
  expire(today: string): number
}

const walkPage = 200

/**
 * The table in one file, made if it isn't there. WAL with `synchronous=FULL`: what was acknowledged is on the disk,
 * so it survives `kill -9` and a power cut. What
 * is written over or dropped is wiped, not left on a freed page. Text compares by UTF-8 bytes, SQLite's own order.
 *
 * A file of an older version is given the columns and indexes that it lacks; `beforeUpgrade` is called
 * first, while it still is as it was; where that throws, it stays so.
 */
export function openSqlite(
  path: string,
  { beforeUpgrade = () => {} }: { beforeUpgrade?: () => void } = {},
): SqliteTable {
  const db = new Database(path)
  db.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON')
  try {
    bringUpToDate(db, shape, beforeUpgrade)
  } catch (error) {
    db.close()
    throw error
  }

  const sets = columns.filter((column) => column !== 'pk').map((column) => `${column} = ?`)
  const getOne = db.prepare('SELECT * FROM items WHERE pk = ?')
  const insert = db.prepare(
    `INSERT INTO items (${columns}) VALUES (${columns.map(() => '?')}) ON CONFLICT (pk) DO NOTHING`,
  )
  const update = db.prepare(`UPDATE items SET ${sets} WHERE pk = ? AND version = ?`)
  const addMark = db.prepare('INSERT INTO marks VALUES (?, ?) ON CONFLICT DO NOTHING')
  const countMarks = db.prepare('SELECT count(*) AS size FROM marks WHERE pk = ?')
  const hasMark = db.prepare('SELECT 1 AS has FROM marks WHERE pk = ? AND member = ?')
  const allMarks = db.prepare('SELECT member FROM marks WHERE pk = ?').pluck()
  const addOne = db.prepare(`INSERT INTO numbers (pk, n, expiresOn) VALUES (?, 1, ?)
    ON CONFLICT (pk) DO UPDATE SET n = n + 1, expiresOn = coalesce(excluded.expiresOn, expiresOn) RETURNING n`)
  const getNumber = db.prepare('SELECT * FROM numbers WHERE pk = ?')
  const putNumber = db.prepare('INSERT INTO numbers (pk, n, expiresOn) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
  const walkItems = db.prepare('SELECT * FROM items WHERE pk > ? ORDER BY pk LIMIT ?')
  const walkMarks = db.prepare('SELECT DISTINCT pk FROM marks WHERE pk > ? ORDER BY pk LIMIT ?').pluck()
  const walkNumbers = db.prepare('SELECT * FROM numbers WHERE pk > ? ORDER BY pk LIMIT ?')
  const dropItems = db.prepare('DELETE FROM items WHERE expiresOn < ?')
  const dropNumbers = db.prepare('DELETE FROM numbers WHERE expiresOn < ?')
  const listed = new Map<string, Database.Statement>()

  const list = (index: IndexName, descending: boolean) => {
    const name = `${index} ${descending}`
    // raw: a row is an array, which costs less to hand over than an object
    const found = listed.get(name) ?? db.prepare(listSql(index, descending)).raw()
    listed.set(name, found)
    return found
  }
  const size = (pk: string) => (countMarks.get(pk) as { size: number }).size
  const marksOf = (pk: string) => (allMarks.all(pk) as string[]).sort()

  /** A page of one kind behind a pk, and one more if there is more. */
  const walked: Record<Kind, (after: string) => TableRecord[]> = {
    item: (after) => (walkItems.all(after, walkPage + 1) as Stored[]).map((stored) => ({ item: itemOf(stored) })),
    marks: (after) =>
      (walkMarks.all(after, walkPage + 1) as string[]).map((pk) => ({ marks: { pk, members: marksOf(pk) } })),
    number: (after) =>
      (walkNumbers.all(after, walkPage + 1) as StoredNumber[]).map((stored) => ({ number: numberOf(stored) })),
  }
  const restoreMarks = db.transaction((pk: string, members: readonly string[]) => {
    if (size(pk) > 0) return
    for (const member of members) addMark.run(pk, member)
  })
  const insertItem = (item: Item) => insert.run(...valuesOf(item)).changes

  return {
    async get(pk) {
      const row = getOne.get(pk) as Stored | undefined
      return row && itemOf(row)
    },

    async put(item, { ifVersion }) {
      checkItem(item, ifVersion)
      const [pk, ...values] = valuesOf(item)
      const changes = ifVersion === 0 ? insertItem(item) : update.run(...values, pk, ifVersion).changes
      return changes === 1 ? 'put' : 'lost'
    },

    list: (index, partition, query) =>
      readPage(index, partition, query, async (after, count) => {
        const { from = '', until = beyondText, newestFirst = false } = query
        const start = after ?? (newestFirst ? { sort: until, pk: beyondText } : { sort: from, pk: '' })
        const end = newestFirst ? from : until
        const found = list(index, newestFirst).all(partition, start.sort, start.pk, end, count) as string[][]
        return { rows: found.map((row) => rowOf(indexes[index], row)), more: found.length === count }
      }),

    async mark(pk, member) {
      checkKey(pk)
      checkKey(member)
      addMark.run(pk, member)
      return size(pk)
    },
    async marked(pk, member) {
      return { size: size(pk), has: member !== undefined && hasMark.get(pk, member) !== undefined }
    },
    async members(pk) {
      return marksOf(pk)
    },
    async number(pk, expiresOn) {
      checkKey(pk)
      if (expiresOn !== undefined) checkDay(expiresOn)
      return (addOne.get(pk, expiresOn ?? null) as { n: number }).n
    },

    async walk(after) {
      const [kind, behind] = after === undefined ? (['item', ''] as const) : placeIn(walkPlace(after))
      const found = walked[kind](behind)
      const records = found.slice(0, walkPage)
      if (found.length > walkPage) return { records, next: walkToken(`${kind} ${pkOf(records.at(-1)!)}`) }
      const nextKind = kinds[kinds.indexOf(kind) + 1]
      return nextKind ? { records, next: walkToken(`${nextKind} `) } : { records }
    },

    async restore(record) {
      checkRecord(record)
      if ('item' in record) {
        if (insertItem(record.item) === 1) return 'put'
        return isDeepStrictEqual(itemOf(getOne.get(record.item.pk) as Stored), record.item) ? 'put' : 'lost'
      }
      if ('marks' in record) {
        const { pk, members } = record.marks
        restoreMarks(pk, members)
        return isDeepStrictEqual(marksOf(pk), members.toSorted()) ? 'put' : 'lost'
      }
      const { pk, n, expiresOn } = record.number
      if (putNumber.run(pk, n, expiresOn ?? null).changes === 1) return 'put'
      return isDeepStrictEqual(numberOf(getNumber.get(pk) as StoredNumber), record.number) ? 'put' : 'lost'
    },

    async close() {
      db.close()
    },
    expire(today) {
      const dropped = dropItems.run(today).changes + dropNumbers.run(today).changes
      // the log beside the file holds what was written over until it is emptied; whoever reads meanwhile puts that off
      db.pragma('wal_checkpoint(TRUNCATE)')
      return dropped
    },
  }
}

type Stored = Record<string, string | number | null | undefined>
type StoredNumber = { pk: string; n: number; expiresOn: string | null }

/** A walk goes through one table behind the other. */
const kinds = ['item', 'marks', 'number'] as const
type Kind = (typeof kinds)[number]

/** Throws `BadPage`. */
function placeIn(place: string): readonly [Kind, string] {
  const kind = kinds.find((known) => place.startsWith(`${known} `))
  if (!kind) throw new BadPage()
  return [kind, place.slice(kind.length + 1)]
}

const pkOf = (record: TableRecord) =>
  'item' in record ? record.item.pk : 'marks' in record ? record.marks.pk : record.number.pk

const numberOf = ({ pk, n, expiresOn }: StoredNumber) => ({ pk, n, ...(expiresOn !== null && { expiresOn }) })

/** In SQLite every blob, also an empty one, comes after every text. */
const beyondText = Buffer.alloc(0)

const plain = ['pk', 'version', 'sees', 'expiresOn', 'card', 'words', 'head'] as const
const keyColumns = indexNames.flatMap((index) => [`${index}P`, `${index}S`])
// The body comes last: what stands before it is read without the pages that a long one fills.
const columns = [...plain, ...keyColumns, 'body']

const shape: Shape = {
  tables: `
CREATE TABLE IF NOT EXISTS items (pk TEXT PRIMARY KEY, version INTEGER NOT NULL, sees TEXT NOT NULL, expiresOn TEXT,
  card TEXT, words TEXT, head TEXT, ${keyColumns.map((column) => `${column} TEXT`)}, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS marks (pk TEXT, member TEXT, PRIMARY KEY (pk, member)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS numbers (pk TEXT PRIMARY KEY, n INTEGER NOT NULL, expiresOn TEXT) WITHOUT ROWID;`,
  columns: { items: columns, numbers: ['pk', 'n', 'expiresOn'] },
  indexes: [
    { name: 'expiring', on: 'items', columns: ['expiresOn'], where: 'expiresOn IS NOT NULL' },
    { name: 'expiringNumbers', on: 'numbers', columns: ['expiresOn'], where: 'expiresOn IS NOT NULL' },
    ...indexNames.map((index) => ({
      name: `by_${index}`,
      on: 'items',
      columns: [`${index}P`, `${index}S`, 'pk', 'sees', ...indexes[index]],
      where: `${index}P IS NOT NULL`,
    })),
  ],
}

/** One bound is a place, where the page starts; the other is a sort, where the list ends. */
function listSql(index: IndexName, descending: boolean) {
  const sort = `${index}S`
  const [order, behind, upTo] = descending ? ['DESC', '<', '>='] : ['ASC', '>', '<=']
  return `SELECT ${['pk', `${sort} AS sort`, 'sees', ...indexes[index]]} FROM items
    WHERE ${index}P = ? AND (${sort}, pk) ${behind} (?, ?) AND ${sort} ${upTo} ?
    ORDER BY ${sort} ${order}, pk ${order} LIMIT ?`
}

function valuesOf(item: Item) {
  const keys = indexNames.flatMap((index) => [item.keys[index]?.partition ?? null, item.keys[index]?.sort ?? null])
  return [...plain.map((name) => item[name] ?? null), ...keys, item.body]
}

function itemOf(stored: Stored): Item {
  const keys = indexNames
    .filter((index) => stored[`${index}P`] !== null)
    .map((index) => [index, { partition: stored[`${index}P`], sort: stored[`${index}S`] }])
  const { pk, version, sees, body } = stored as unknown as Item
  return { pk, version, sees, body, ...given(stored), keys: Object.fromEntries(keys) }
}

/** Behind pk, sort and sees comes what the index copies. */
function rowOf(copied: readonly ('card' | 'words' | 'head')[], stored: readonly (string | null)[]): Row {
  const row = { pk: stored[0], sort: stored[1], sees: stored[2] } as Row
  for (let i = 0; i < copied.length; i++) {
    const value = stored[i + 3]
    if (value !== null) row[copied[i]!] = value
  }
  return row
}

function given(stored: Stored) {
  const present = (['card', 'words', 'head', 'expiresOn'] as const).filter((name) => stored[name] != null)
  return Object.fromEntries(present.map((name) => [name, stored[name] as string]))
}
