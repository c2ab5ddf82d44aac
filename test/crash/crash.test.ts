import { rmSync } from 'node:fs'
import { verify } from '@shared/engine/chain'
import type { CaseView } from '@shared/schemas/views'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openSqlite } from '../../functions/store/engines/sqlite'
import { everyItem } from '../../functions/store/everyRecord'
import type { Table } from '../../functions/store/table'
import { sweepAll } from '../../functions/sweeping'
import { temporaryFolder } from '../support/stores'
import { Crash, crashing } from './crashing'
import { type Known, type Scene, story } from './story'
import { appOver, founded, poster } from './village'

const lives = 200
const folder = temporaryFolder()
let copy: (name: string) => string

beforeAll(async () => {
  copy = await founded(folder.path, Date.parse('2026-06-01T09:00:00+08:00'))
  // a process that dies says so; two hundred of them say it too often
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterAll(() => {
  vi.restoreAllMocks()
  folder.remove()
})

/** The same numbers on every machine. */
const seeded = (seed: number) => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32
  return seed / 2 ** 32
}

type Acknowledged = { id: string; actId: string; log: number; hash: string }

/** Plays the story on a table whose process dies once; a new process goes on, and people send again what wasn't answered. */
const live = async (table: Table, nth: number, when: 'before' | 'after') => {
  let now = 0
  const first = crashing(table, nth, when)
  let app = appOver(first.table, folder.path, () => now)
  const known: Known = {}
  const acknowledged: Acknowledged[] = []
  let crashes = 0

  const play = async (scene: Scene): Promise<boolean> => {
    now = Date.parse(`${scene.on}T10:00:00+08:00`)
    if ('sweep' in scene) {
      await sweepAll(app.house)
      return true
    }
    const body = scene.body(known) as { actId: string }
    const answer = await poster(app)<CaseView>(scene.person, scene.path(known), body)
    if (answer.status === 500) return false
    expect(answer, `${body.actId} after write ${nth}`).toMatchObject({
      status: answer.status < 300 ? answer.status : 200,
    })
    known[scene.about] = answer.body
    const line = answer.body.log.at(-1)!
    acknowledged.push({ id: answer.body.id, actId: body.actId, log: line.no, hash: line.hash })
    const child = answer.body.links.children[0]
    if (scene.about === 'request' && child && !known.matter) known.matter = await seen(child.id)
    return true
  }
  const seen = async (id: string) => {
    const { found } = (await app.house.stores.cases.get(id))!
    return { id: found.id, seen: found.seen } as CaseView
  }
  const restart = async () => {
    crashes++
    app = appOver(table, folder.path, () => now)
    await remembered(table, acknowledged)
  }

  for (const scene of story) {
    const done = await play(scene).catch((e) => {
      if (e instanceof Crash) return false
      throw e
    })
    if (first.state.dead && !crashes) await restart()
    if (!done) expect(await play(scene)).toBe(true)
  }
  return { app, known, acknowledged, writes: first.state.writes, crashes }
}

/** Whatever was answered with 2xx stands in the table, once, under the hash that was answered. */
const remembered = async (table: Table, acknowledged: readonly Acknowledged[]) => {
  for (const { id, actId, log, hash } of acknowledged) {
    const found = JSON.parse((await table.get(id))!.body)
    const lines = found.log.filter((e: { actId: string }) => e.actId === actId)
    expect(lines.map((e: { no: number; hash: string }) => [e.no, e.hash])).toEqual([[log, hash]])
  }
}

/** What the table holds when the story is over: it is the same after every crash. */
const outcome = async (table: Table) => {
  const items = await everyItem(table)
  const cases = items.filter((i) => i.head).map((i) => ({ item: i, found: JSON.parse(i.body) }))
  for (const { item, found } of cases) {
    expect(verify(found.log)).toEqual([])
    expect(item.version).toBeGreaterThan(0)
    expect(item.head).toBe(found.log.at(-1).hash)
    expect(found.pending).toEqual([])
  }
  const board = await table.list('boardAll', 'dongxi', { limit: 50 })
  return {
    cases: cases
      // the villages had their rosters before
      .filter(({ found }) => found.workflow !== 'rosterChange')
      .map(({ found }) => ({
        workflow: found.workflow,
        acts: found.log.map((e: Record<string, string>) => [e.kind, e.step, e.outcome, e.on].join(' ')),
        step: found.step,
        outcome: found.outcome,
        children: found.children.length,
      }))
      .sort((a, b) => (a.workflow < b.workflow ? -1 : 1)),
    board: board.rows.map((r) => r.sort),
    open: (await table.list('backlog', 'shiwan', { limit: 50 })).rows.length,
    waiting: (await Promise.all(['p0', 'p1', 'p2', 'p3'].map((p) => table.list('pending', p, { limit: 50 })))).flatMap(
      (p) => p.rows,
    ),
  }
}

describe('a process that dies', () => {
  it(`at any of ${lives} random writes, before or after it: a new one goes on as if nothing had been`, {
    timeout: 300_000,
  }, async () => {
    const calm = openSqlite(copy('calm'))
    const { writes } = await live(calm, Number.POSITIVE_INFINITY, 'before')
    const expected = await outcome(calm)
    await calm.close()
    expect(expected.cases.map((c) => [c.workflow, c.step, c.outcome, c.children]).sort()).toEqual([
      ['correction', 'closed', 'served', 0],
      ['matterOfRepresentatives', 'closed', 'served', 2],
      ['notice', 'closed', 'superseded', 0],
      ['request', 'closed', 'merged', 0],
      ['request', 'closed', 'silent', 1],
      ['sealReview', 'approval', undefined, 0],
      ['spending', 'jointReview', undefined, 0],
    ])
    expect(expected.board.filter((sort) => sort.includes('#V12#'))).toHaveLength(1)
    // told once that another was merged into it, and once what came of the matter
    const raised = expected.cases.find((c) => c.outcome === 'silent')!
    expect(raised.acts.filter((a: string) => a.startsWith('child'))).toHaveLength(2)
    expect(expected.waiting).toEqual([])
    expect(writes).toBeGreaterThan(14)

    const random = seeded(20_260_601)
    const tried = new Set<string>()
    for (let n = 0; n < lives; n++) {
      const [nth, when] = [1 + Math.floor(random() * writes), random() < 0.5 ? 'before' : 'after'] as const
      const path = copy(`life${n}`)
      const table = openSqlite(path)
      const lived = await live(table, nth, when)
      expect(lived.crashes).toBe(1)
      await remembered(table, lived.acknowledged)
      expect(await outcome(table), `write ${nth}, ${when}`).toEqual(expected)
      // the same act sent once more is answered as it was the first time, and writes nothing
      const again = lived.acknowledged[Math.floor(random() * lived.acknowledged.length)]!
      const scene = story.find((s) => 'body' in s && (s.body(lived.known) as { actId: string }).actId === again.actId)!
      if ('sweep' in scene) throw new Error(again.actId)
      const { status, body } = await poster(lived.app)<CaseView>(
        scene.person,
        scene.path(lived.known),
        scene.body(lived.known),
      )
      expect(status).toBeLessThan(300)
      expect(body.log[again.log - 1]!.hash).toBe(again.hash)
      expect(await outcome(table)).toEqual(expected)
      await table.close()
      for (const part of ['', '-wal', '-shm']) rmSync(path + part, { force: true })
      tried.add(`${nth} ${when}`)
    }
    // the points are spread over the whole story
    expect(tried.size).toBeGreaterThan(writes)
  })
})
