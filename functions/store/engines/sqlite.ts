import Database from 'libsql'
import { indexes, indexNames } from '../indexes'
import { checkItem, checkKey } from '../limits'
import { readPage, walkPlace, walkToken } from '../page'
import type { IndexName, Item, Row, Table } from '../table'

export type SqliteTable = Table & {
  /** Copies everything, marks and numbers included, into one new file while others go on writing. */
  backup(to: string): void
  /** Drops what was to be kept only until a day before `today`; returns how many items. The cloud does this by itself. */
  expire(today: string): number
}

const walkPage = 200

/**
 * The table in one file, made if it isn't there. WAL with `synchronous=FULL`: what was acknowledged is on the disk,
 * so it survives `kill -9` and a power cut. Text compares by UTF-8 bytes, SQLite's own order.
 */
export function openSqlite(path: string): SqliteTable {
  const db = new Database(path)
  db.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  db.exec(schema)

  const sets = columns.filter((column) => column !== 'pk').map((column) => `${column} = ?`)
  const getOne = db.prepare('SELECT * FROM items WHERE pk = ?')
  const insert = db.prepare(
    `INSERT INTO items (${columns}) VALUES (${columns.map(() => '?')}) ON CONFLICT (pk) DO NOTHING`,
  )
  const update = db.prepare(`UPDATE items SET ${sets} WHERE pk = ? AND version = ?`)
  const addMark = db.prepare('INSERT INTO marks VALUES (?, ?) ON CONFLICT DO NOTHING')
  const countMarks = db.prepare('SELECT count(*) AS size FROM marks WHERE pk = ?')
  const hasMark = db.prepare('SELECT 1 AS has FROM marks WHERE pk = ? AND member = ?')
  const addOne = db.prepare('INSERT INTO numbers VALUES (?, 1) ON CONFLICT (pk) DO UPDATE SET n = n + 1 RETURNING n')
  const walkOn = db.prepare('SELECT * FROM items WHERE pk > ? ORDER BY pk LIMIT ?')
  const dropExpired = db.prepare('DELETE FROM items WHERE expiresOn < ?')
  const listed = new Map<string, Database.Statement>()

  const list = (index: IndexName, descending: boolean) => {
    const name = `${index} ${descending}`
    // raw: a row is an array, which costs less to hand over than an object
    const found = listed.get(name) ?? db.prepare(listSql(index, descending)).raw()
    listed.set(name, found)
    return found
  }
  const size = (pk: string) => (countMarks.get(pk) as { size: number }).size

  return {
    async get(pk) {
      const row = getOne.get(pk) as Stored | undefined
      return row && itemOf(row)
    },

    async put(item, { ifVersion }) {
      checkItem(item, ifVersion)
      const [pk, ...values] = valuesOf(item)
      const { changes } = ifVersion === 0 ? insert.run(pk, ...values) : update.run(...values, pk, ifVersion)
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
    async number(pk) {
      checkKey(pk)
      return (addOne.get(pk) as { n: number }).n
    },

    async walk(after) {
      const found = walkOn.all(after === undefined ? '' : walkPlace(after), walkPage + 1) as Stored[]
      const items = found.slice(0, walkPage).map(itemOf)
      return found.length > walkPage ? { items, next: walkToken(items.at(-1)!.pk) } : { items }
    },

    async close() {
      db.close()
    },
    backup(to) {
      db.prepare('VACUUM INTO ?').run(to)
    },
    expire: (today) => dropExpired.run(today).changes,
  }
}

type Stored = Record<string, string | number | null | undefined>

/** In SQLite every blob, also an empty one, comes after every text. */
const beyondText = Buffer.alloc(0)

const plain = ['pk', 'version', 'sees', 'expiresOn', 'card', 'words', 'head'] as const
const keyColumns = indexNames.flatMap((index) => [`${index}P`, `${index}S`])
// The body comes last: what stands before it is read without the pages that a long one fills.
const columns = [...plain, ...keyColumns, 'body']

const schema = `
CREATE TABLE IF NOT EXISTS items (pk TEXT PRIMARY KEY, version INTEGER NOT NULL, sees TEXT NOT NULL, expiresOn TEXT,
  card TEXT, words TEXT, head TEXT, ${keyColumns.map((column) => `${column} TEXT`)}, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS marks (pk TEXT, member TEXT, PRIMARY KEY (pk, member)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS numbers (pk TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS expiring ON items (expiresOn) WHERE expiresOn IS NOT NULL;
${indexNames
  .map(
    (index) => `CREATE INDEX IF NOT EXISTS by_${index}
  ON items (${[`${index}P`, `${index}S`, 'pk', 'sees', ...indexes[index]]}) WHERE ${index}P IS NOT NULL;`,
  )
  .join('\n')}`

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
