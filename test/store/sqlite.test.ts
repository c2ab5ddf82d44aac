import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { afterAll, describe, expect, it } from 'vitest'
import { openSqlite } from '../../functions/store/engines/sqlite'
import { copySqlite, faultOfSqlite } from '../../functions/store/engines/sqliteCopy'
import { forget } from '../../functions/store/forget'
import { item, temporaryFolder } from '../support/stores'

const folder = temporaryFolder()
afterAll(folder.remove)

/** Lets a writer write until it has acknowledged some 50 puts, kills it as `kill -9` does, and returns what it said. */
async function killedWriter(path: string, round: number) {
  const writer = spawn(process.execPath, ['--import', 'tsx', 'test/store/writer.ts', path, `${round}`])
  let said = ''
  writer.stdout.on('data', (text) => {
    said += text
    if (said.split('\n').length > 50 + round * 7) writer.kill('SIGKILL')
  })
  const [, signal] = await once(writer, 'close')
  expect(signal).toBe('SIGKILL')
  return said.split('\n').slice(0, -1)
}

it('keeps every acknowledged put and mark when the process is killed, 10 times over', { timeout: 60_000 }, async () => {
  const path = join(folder.path, 'killed.db')
  const said: string[] = []
  for (let round = 0; round < 10; round++) {
    const acknowledged = await killedWriter(path, round)
    expect(acknowledged.length).toBeGreaterThanOrEqual(50)
    said.push(...acknowledged)
    const table = openSqlite(path)
    const lost = []
    for (const pk of said) if (!(await table.get(pk))) lost.push(pk)
    expect(lost).toEqual([])
    // The index agrees with the items, and the marks with what was said (the last mark may not have been said).
    const sort = `${round}`
    const { rows } = await table.list('board', 'v', { from: sort, until: sort, limit: 1000 })
    expect(rows.map(({ pk }) => pk)).toEqual(expect.arrayContaining(acknowledged))
    expect((await table.marked(`${round} read`, acknowledged.at(-1))).has).toBe(true)
    await table.close()
  }
})

it('leaves no word of what was forgotten in its file, nor in the log beside it, while it stays open', async () => {
  const path = join(folder.path, 'forgotten.db')
  const table = openSqlite(path)
  const raw = () =>
    ['', '-wal']
      .map((end) => path + end)
      .filter(existsSync)
      .map((of) => readFileSync(of).toString('latin1'))
  const says = (word: string) => raw().some((bytes) => bytes.includes(word))
  // one on a page with others, one on pages of its own; beside the body the card and the words stand in indexes
  for (const [pk, length] of [
    ['short', 1],
    ['long', 900],
  ] as const)
    await table.put(
      item(pk, {
        body: JSON.stringify({ text: 'secret-body '.repeat(length) }),
        ...{ card: '{"title":"secret-card"}', words: 'secret-words' },
        keys: { words: { partition: 'v', sort: pk }, board: { partition: 'v', sort: pk } },
      }),
      { ifVersion: 0 },
    )
  for (let n = 0; n < 50; n++) await table.put(item(`other ${n}`, { body: 'x'.repeat(n * 40) }), { ifVersion: 0 })
  table.expire('2026-06-01')
  expect(['secret-body', 'secret-card', 'secret-words'].map(says)).toEqual([true, true, true])
  for (const pk of ['short', 'long']) await forget(table, pk, '2026-06-01')
  table.expire('2026-06-01')
  expect(['secret-body', 'secret-card', 'secret-words'].map(says)).toEqual([false, false, false])
  expect((await table.get('short'))?.body).toBe('null')
  await table.close()
})

it('lets two processes write to one file: the second waits, and both are heard', async () => {
  const path = join(folder.path, 'shared.db')
  const [one, two] = [openSqlite(path), openSqlite(path)]
  expect(await one.put(item('a', { body: 'one' }), { ifVersion: 0 })).toBe('put')
  expect(await two.put(item('a', { body: 'two' }), { ifVersion: 0 })).toBe('lost')
  expect(await two.number('n')).toBe(1)
  expect(await one.number('n')).toBe(2)
  expect((await two.get('a'))?.body).toBe('one')
  await Promise.all([one.close(), two.close()])
})

it('is copied whole into one new file, and never over an older one', async () => {
  const table = openSqlite(join(folder.path, 'live.db'))
  await table.put(item('kept'), { ifVersion: 0 })
  await table.mark('read', 'm')
  const copy = join(folder.path, 'copy.db')
  copySqlite(join(folder.path, 'live.db'), copy)
  await table.put(item('after'), { ifVersion: 0 })
  expect(() => copySqlite(join(folder.path, 'live.db'), copy)).toThrow(/exists/)
  await table.close()
  expect(faultOfSqlite(copy)).toBeUndefined()

  const restored = openSqlite(copy)
  expect(await restored.get('kept')).toEqual(item('kept'))
  expect(await restored.marked('read', 'm')).toEqual({ size: 1, has: true })
  expect(await restored.get('after')).toBeUndefined()
  await restored.close()
})

describe('a file that an older version made', () => {
  /** Without the columns of `staff`, with numbers that never expire, and with a list of the boards that has no cards. */
  const older = (path: string) => {
    openSqlite(path).close()
    const db = new Database(path)
    db.exec(`DROP INDEX by_staff; DROP INDEX by_board; DROP TABLE numbers;
      ALTER TABLE items DROP COLUMN staffP; ALTER TABLE items DROP COLUMN staffS;
      CREATE INDEX by_board ON items (boardP, boardS, pk) WHERE boardP IS NOT NULL;
      CREATE TABLE numbers (pk TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
      INSERT INTO numbers VALUES ('n', 41);
      INSERT INTO items (pk, version, sees, card, boardP, boardS, body) VALUES ('old', 3, 'everyone', '{}', 'v', '1', '{"a":1}')`)
    db.close()
  }
  const old = item('old', { version: 3, body: '{"a":1}', card: '{}', keys: { board: { partition: 'v', sort: '1' } } })

  it('is given the columns and indexes that it lacks, and keeps what it held', async () => {
    const path = join(folder.path, 'older.db')
    older(path)
    const table = openSqlite(path)
    expect(await table.get('old')).toEqual(old)
    expect((await table.list('board', 'v', { limit: 9 })).rows).toEqual([
      { pk: 'old', sort: '1', sees: 'everyone', card: '{}' },
    ])
    expect(await table.number('n', '2026-12-31')).toBe(42)
    await table.put(item('new', { keys: { staff: { partition: 's', sort: '1' } } }), { ifVersion: 0 })
    expect((await table.list('staff', 's', { limit: 9 })).rows.map(({ pk }) => pk)).toEqual(['new'])
    await table.close()
    const db = new Database(path)
    const plan = db.prepare("EXPLAIN QUERY PLAN SELECT pk, card FROM items WHERE boardP = 'v' AND boardS > ''").all()
    expect(JSON.stringify(plan)).toContain('COVERING INDEX by_board')
    db.close()
  })

  it('is copied before it is changed, once', async () => {
    const path = join(folder.path, 'before.db')
    older(path)
    const copies: string[] = []
    const beforeUpgrade = () => {
      copies.push(join(folder.path, `before${copies.length}.db`))
      copySqlite(path, copies.at(-1)!)
    }
    for (let times = 0; times < 2; times++) await openSqlite(path, { beforeUpgrade }).close()
    expect(copies).toHaveLength(1)
    const db = new Database(copies[0]!)
    const columns = (db.prepare('PRAGMA table_info(items)').all() as { name: string }[]).map(({ name }) => name)
    expect(columns).toContain('boardP')
    expect(columns).not.toContain('staffP')
    db.close()
  })

  it('is left as it is when the copy before it fails', () => {
    const path = join(folder.path, 'full.db')
    older(path)
    const beforeUpgrade = () => {
      throw new Error('disk full')
    }
    expect(() => openSqlite(path, { beforeUpgrade })).toThrow('disk full')
    const db = new Database(path)
    expect(JSON.stringify(db.prepare('PRAGMA table_info(items)').all())).not.toContain('staffP')
    db.close()
  })
})

it('drops an item and a number on the day after the last it is kept, not on that day', async () => {
  const table = openSqlite(join(folder.path, 'expiring.db'))
  await table.put(item('brief', { expiresOn: '2026-12-31' }), { ifVersion: 0 })
  await table.put(item('lasting'), { ifVersion: 0 })
  await table.number('brief', '2026-12-31')
  await table.number('lasting')
  expect(table.expire('2026-12-31')).toBe(0)
  expect(table.expire('2027-01-01')).toBe(2)
  expect(await table.number('brief', '2027-01-31')).toBe(1)
  expect(await table.number('lasting')).toBe(2)
  expect(await table.get('brief')).toBeUndefined()
  expect(await table.get('lasting')).toBeDefined()
  await table.close()
})

it('a file with a page overwritten, or one that is none, is found not to be whole', async () => {
  const table = openSqlite(join(folder.path, 'wearing.db'))
  for (let n = 0; n < 50; n++) await table.put(item(`n${n}`, { body: 'x'.repeat(3000) }), { ifVersion: 0 })
  const path = join(folder.path, 'worn.db')
  copySqlite(join(folder.path, 'wearing.db'), path)
  await table.close()
  expect(faultOfSqlite(path)).toBeUndefined()
  writeFileSync(path, readFileSync(path).fill(7, 8 * 4096, 10 * 4096))
  expect(faultOfSqlite(path)).toBeTruthy()
  writeFileSync(path, 'x'.repeat(9000))
  expect(faultOfSqlite(path)).toBeTruthy()
})
