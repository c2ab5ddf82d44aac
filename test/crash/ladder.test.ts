import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { clockwork } from '../../functions/clockwork'
import { openSqlite } from '../../functions/store/engines/sqlite'
import type { Table } from '../../functions/store/table'
import { temporaryFolder } from '../support/stores'
import { Crash, crashing } from './crashing'
import { appOver } from './village'
import { at, leftBehind, mornings, rungsIn, waitingVillage } from './waiting'

const lives = 200
const folder = temporaryFolder()
let copy: (name: string) => string
let calm: readonly string[]
let writes: number

/** Every morning's job over a table whose process dies once; a new process does that morning's again and goes on. */
const live = async (table: Table, nth: number, when: 'before' | 'after', runs = 1): Promise<number> => {
  const dying = crashing(table, nth, when)
  let now = 0
  let { house } = appOver(dying.table, folder.path, () => now)
  for (const morning of mornings) {
    now = at(morning)
    try {
      for (let run = 0; run < runs; run++) await clockwork(house)
    } catch (e) {
      if (!(e instanceof Crash)) throw e
    }
    if (!dying.state.dead) continue
    house = appOver(table, folder.path, () => now).house
    await clockwork(house)
  }
  return dying.state.writes
}

const over = async (name: string, does: (table: Table) => Promise<unknown>): Promise<readonly string[]> => {
  const path = copy(name)
  const table = openSqlite(path)
  await does(table)
  const left = await leftBehind(table)
  await table.close()
  // the next life begins with a file of its own, and with no log of this one beside it
  for (const file of [path, `${path}-wal`, `${path}-shm`]) rmSync(file, { force: true })
  return left
}

beforeAll(async () => {
  copy = await waitingVillage(folder.path, 6)
  calm = await over('calm', async (table) => {
    writes = await live(table, Number.POSITIVE_INFINITY, 'before')
  })
  // a process that dies says so; two hundred of them say it too often
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
}, 60_000)
afterAll(() => {
  vi.restoreAllMocks()
  folder.remove()
})

describe('the ladder of reminders, exactly once (T4)', () => {
  it('climbs every rung of what waits, each once, and tells the desk, the cluster and the township', () => {
    const rungs = rungsIn(calm)
    expect(new Set(rungs).size).toBe(rungs.length)
    expect(new Set(rungs.map((r) => r.split(':').at(-1)))).toEqual(new Set(['1', '2', '3', '4', '5', '6', '7']))
    for (const desk of ['dongxi#clerk', 'shanpian#clusterLead', 'shiwan#townshipLead'])
      expect(calm.some((line) => line.startsWith(`inbox#${desk}#`))).toBe(true)
    expect(writes).toBeGreaterThan(100)
  })

  it('is the same when every morning’s job runs three times', async () =>
    expect(await over('thrice', (table) => live(table, Number.POSITIVE_INFINITY, 'before', 3))).toEqual(calm))

  it(`is the same when the process dies once at each of ${lives} random writes`, { timeout: 300_000 }, async () => {
    let seed = 20_261_122
    const random = () => {
      seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32
      return seed / 2 ** 32
    }
    for (let n = 0; n < lives; n++) {
      const [nth, when] = [1 + Math.floor(random() * writes), random() < 0.5 ? 'before' : 'after'] as const
      // the store never waits, and the test has to be heard of
      await new Promise((go) => setImmediate(go))
      const left = await over(`life${n}`, (table) => live(table, nth, when))
      expect(left, `${when} write ${nth}`).toEqual(calm)
    }
  })
})
