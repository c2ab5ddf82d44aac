import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openSqlite } from '../../functions/store/engines/sqlite'
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

it('backs up everything into one new file, and refuses to write over an older one', async () => {
  const table = openSqlite(join(folder.path, 'live.db'))
  await table.put(item('kept'), { ifVersion: 0 })
  await table.mark('read', 'm')
  const copy = join(folder.path, 'copy.db')
  table.backup(copy)
  await table.put(item('after'), { ifVersion: 0 })
  expect(() => table.backup(copy)).toThrow(/exists/)
  await table.close()

  const restored = openSqlite(copy)
  expect(await restored.get('kept')).toEqual(item('kept'))
  expect(await restored.marked('read', 'm')).toEqual({ size: 1, has: true })
  expect(await restored.get('after')).toBeUndefined()
  await restored.close()
})

it('drops an item on the day after the last it is kept, not on that day', async () => {
  const table = openSqlite(join(folder.path, 'expiring.db'))
  await table.put(item('brief', { expiresOn: '2026-12-31' }), { ifVersion: 0 })
  await table.put(item('lasting'), { ifVersion: 0 })
  expect(table.expire('2026-12-31')).toBe(0)
  expect(table.expire('2027-01-01')).toBe(1)
  expect(await table.get('brief')).toBeUndefined()
  expect(await table.get('lasting')).toBeDefined()
  await table.close()
})
