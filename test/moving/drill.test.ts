import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Case } from '@shared/engine/case'
import { verify } from '@shared/engine/chain'
import type { CaseView } from '@shared/schemas/views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFolder } from '../../functions/files/folder'
import type { Store } from '../../functions/moving/format'
import { importAll } from '../../functions/moving/importAll'
import { writeExport } from '../../functions/moving/writeExport'
import { openSqlite } from '../../functions/store/engines/sqlite'
import { everyItem } from '../../functions/store/everyRecord'
import type { Table } from '../../functions/store/table'
import { everyAnswer } from '../journeys/everything'
import { raisedRoad } from '../journeys/meetings'
import type { TestHouse } from '../support/house'
import { engines, type Opened, temporaryFolder } from '../support/stores'
import { startBucket } from './bucketServer'
import { appOver, livedIn, readers } from './livedIn'
import { recordsOf } from './recordsOf'

const at = '2026-07-06T01:00:00.000Z'
const folder = temporaryFolder()
let from: Awaited<ReturnType<typeof livedIn>>
let dynamo: Opened
let bucket: Awaited<ReturnType<typeof startBucket>>
let cloud: Store
let moved: TestHouse
const file = join(folder.path, 'all.jsonl.gz')

beforeAll(async () => {
  from = await livedIn()
  dynamo = await engines.dynamo()
  bucket = await startBucket()
  cloud = { ...from.store, table: dynamo.table, files: bucket.files, engine: 'dynamodb' }
  moved = appOver(from.h, cloud, from.tokens)
}, 120_000)
afterAll(async () => {
  await from.h.close()
  await dynamo.shut()
  bucket.shut()
  folder.remove()
})

/** A new machine: an empty database and an empty folder. */
const newMachine = (name: string): Store => ({
  ...from.store,
  table: openSqlite(join(folder.path, `${name}.db`)),
  files: openFolder({ folder: join(folder.path, name), origin: '', secret: from.store.secret, now: () => new Date() }),
})

/** Addresses of files are made anew each time they are asked for; which store it is may be asked too. */
const plain = (answers: string) =>
  answers.replace(/(https?:\/\/|\/api\/files\/)[^"\s\\]*/g, 'address').replace(/"store":"\w+"/, '')

describe('a house is moved from one machine to the cloud, and back to another machine', () => {
  it('every record arrives: items with versions, marks, numbers, and the content of every file', async () => {
    const counts = await writeExport(from.store, file, at)
    expect(counts).toMatchObject({ files: expect.any(Number), items: expect.any(Number) })
    expect(counts.files).toBeGreaterThan(2)
    expect(counts.marks).toBeGreaterThan(1)
    expect(counts.numbers).toBeGreaterThan(2)
    expect(await importAll(file, cloud)).toEqual({ ...counts, already: false })
    expect(await recordsOf(cloud.table)).toEqual(await recordsOf(from.store.table))
    for (const id of [from.photo, from.sheet])
      expect(Buffer.compare((await cloud.files.kept(id))!, (await from.store.files.kept(id))!)).toBe(0)
  })

  it('every answer to five readers, who are still signed in, and to a guest is the same', async () => {
    const before = appOver(from.h, from.store, from.tokens)
    for (const reader of [undefined, ...readers]) {
      const about = { cases: from.cases, words: ['路面', '公开'] }
      const [was, is] = [await everyAnswer(before, reader, about), await everyAnswer(moved, reader, about)]
      expect(was.length).toBeGreaterThan(1000)
      expect(plain(is).split('\n'), reader).toEqual(plain(was).split('\n'))
    }
  })

  it('life goes on there: the next number follows, a retry is known, an act is chained to the line before', async () => {
    const opening = { villageId: 'dongxi', workflow: 'request', form: raisedRoad }
    const before = appOver(from.h, from.store, from.tokens)
    const there = await moved.as('neighbour-dongxi')
    const here = await before.as('neighbour-dongxi')
    const next = await there.post<CaseView>('/api/cases', { ...opening, actId: 'after-the-move' })
    const would = await here.post<CaseView>('/api/cases', { ...opening, actId: 'after-the-move' })
    expect(next.status).toBe(201)
    expect([next.body.id, next.body.number]).toEqual([would.body.id, would.body.number])
    const again = await there.post<CaseView>('/api/cases', { ...opening, actId: 'after-the-move' })
    expect(again.body.number).toBe(next.body.number)
    const act = { actId: 'taken-after', seen: 1, outcome: 'acknowledged', form: {} }
    const taken = await (await moved.as('clerk-dongxi')).post<CaseView>(`/api/cases/${next.body.id}/acts`, act)
    expect(taken.status).toBe(200)
    const cases = (await everyItem(cloud.table)).filter(({ head }) => head).map(({ body }) => JSON.parse(body) as Case)
    for (const { log } of cases) expect(verify(log)).toEqual([])
  })

  it('and everything comes back to a new machine, with what was done meanwhile', async () => {
    const back = join(folder.path, 'back.jsonl')
    await writeExport(cloud, back, at)
    const machine = newMachine('machine')
    await importAll(back, machine)
    expect(await recordsOf(machine.table)).toEqual(await recordsOf(cloud.table))
    const home = appOver(from.h, machine, from.tokens)
    for (const reader of ['neighbour-dongxi', 'clerk-dongxi']) {
      const about = { cases: from.cases }
      const [was, is] = [await everyAnswer(moved, reader, about), await everyAnswer(home, reader, about)]
      expect(plain(is).split('\n'), reader).toEqual(plain(was).split('\n'))
    }
    await machine.table.close()
  })

  it('places and cards worked out anew are those that were stored', async () => {
    const machine = newMachine('anew')
    await importAll(file, machine, { anew: true })
    const whole = newMachine('whole')
    await importAll(file, whole)
    expect(await recordsOf(machine.table)).toEqual(await recordsOf(whole.table))
    await Promise.all([machine.table.close(), whole.table.close()])
  })

  it('the same store gives the same lines, and no list that was written for somebody to take away', async () => {
    await from.store.files.keep({ id: 'xabc', name: 'x.xlsx', type: 'application/zip' }, new Uint8Array([1]))
    const [one, two] = ['one', 'two'].map((name) => join(folder.path, `${name}.jsonl`))
    for (const to of [one!, two!]) await writeExport(from.store, to, at)
    expect(readFileSync(one!).equals(readFileSync(two!))).toBe(true)
    expect(readFileSync(one!, 'utf8')).not.toContain('"xabc"')
    expect(readFileSync(one!, 'utf8')).not.toContain(from.store.secret)
    await expect(writeExport(from.store, one!, at)).rejects.toThrow('已经有了')
  })
})

/** A table whose process dies at its nth write. */
const dyingAt = (table: Table, nth: number): Table => {
  let writes = 0
  const dead = () => {
    if (++writes > nth) throw new Error('killed')
  }
  return {
    ...table,
    restore: async (record) => {
      dead()
      return table.restore(record)
    },
    put: async (...put) => {
      dead()
      return table.put(...put)
    },
  }
}

describe('an import that is killed', () => {
  it('goes on when it is run again, wherever it was; then it says that it is done', { timeout: 120_000 }, async () => {
    const plainFile = join(folder.path, 'killed.jsonl')
    const { items, marks, numbers } = await writeExport(from.store, plainFile, at)
    const all = items + marks + numbers
    const machine = newMachine('killed')
    // at the very first write, at random places each farther on, and when only its own note of being done is missing
    const places = [0, 1, ...[0.2, 0.4, 0.6, 0.8].map((part) => Math.floor((part + Math.random() * 0.2) * all)), all]
    for (const nth of places)
      await expect(importAll(plainFile, { ...machine, table: dyingAt(machine.table, nth) }), `${nth}`).rejects.toThrow(
        'killed',
      )
    expect((await importAll(plainFile, machine)).already).toBe(false)
    expect(await recordsOf(machine.table)).toEqual(await recordsOf(from.store.table))
    expect((await importAll(plainFile, machine)).already).toBe(true)
    await machine.table.close()
  })

  it('doesn’t go on with another file, nor over what somebody wrote meanwhile', async () => {
    const [first, second] = ['first', 'second'].map((name) => join(folder.path, `${name}.jsonl`))
    await writeExport(from.store, first!, at)
    await writeExport(from.store, second!, '2026-07-07T01:00:00.000Z')
    const machine = newMachine('other')
    await expect(importAll(first!, { ...machine, table: dyingAt(machine.table, 50) })).rejects.toThrow('killed')
    await expect(importAll(second!, machine)).rejects.toThrow('从另一份文件导入的')
    await machine.table.number('brief')
    await expect(importAll(first!, machine)).rejects.toThrow(/第\d+行在目标库里已经有别的内容/)
    await machine.table.close()
  })
})
