import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { canonical } from '@shared/engine/chain'
import type { Sheet } from '@shared/sheets'
import { afterAll, describe, expect, it } from 'vitest'
import { openFolder } from '../../functions/files/folder'
import { sheetStore, written } from '../../functions/store/sheetStore'
import { engines, temporaryFolder } from '../support/stores'

const line = (n: number, direction: 'in' | 'out', amount: number) => ({
  ...{ on: '2026-05-08', voucher: `5-${n}`, direction, amount, purpose: '换灯' },
  category: direction === 'in' ? '光伏发电' : '其他支出',
})
const sheet: Sheet = {
  ...{ kind: 'statement', period: '2026-05', opening: 100, closing: 350 },
  rows: [line(1, 'in', 300), line(2, 'out', 50)],
}

describe.each(['sqlite', 'dynamo'] as const)('a list, on %s', async (engine) => {
  const { table, shut } = await engines[engine]()
  const folder = temporaryFolder()
  afterAll(async () => {
    await shut()
    folder.remove()
  })
  const files = openFolder({ folder: join(folder.path, 'files'), origin: '', secret: 'x', now: () => new Date() })
  const store = () => sheetStore(table, files)

  it('is kept under the hash of what it says, with its sums', async () => {
    const meta = await store().save(sheet)
    expect(meta).toMatchObject({
      ...{ id: `s${createHash('sha256').update(canonical(sheet)).digest('hex')}`, count: 2, income: 300, expense: 50 },
      ...{ opening: 100, closing: 350, other: 50, sums: { amount: 350 } },
    })
    expect(await store().meta(meta.id)).toEqual(meta)
    expect(await store().rows(meta.id)).toEqual(sheet.rows)
  })

  it('twice is kept once; a fen more is another list', async () => {
    const twice = await store().save({ ...sheet, rows: sheet.rows.map((r) => ({ ...r })) })
    expect(twice.id).toBe((await store().save(sheet)).id)
    expect((await table.get(twice.id))?.version).toBe(1)
    const more = { ...sheet, rows: [line(1, 'in', 301), sheet.rows[1]] }
    expect((await store().save(more)).id).not.toBe(twice.id)
  })

  it('written elsewhere is the same list', async () => {
    expect(await store().keep(written(sheet))).toEqual(await store().save(sheet))
  })

  it('that nobody kept has no rows, and is known by nothing', async () => {
    const nobody = `s${'0'.repeat(64)}`
    expect(await store().meta(nobody)).toBeUndefined()
    expect(await store().rows(nobody)).toEqual([])
  })

  it('remembers what was read last, and reads on when it has forgotten', async () => {
    const one = store()
    const ids = await Promise.all([1, 2, 3, 4, 5, 6].map(async (n) => (await one.save({ ...sheet, opening: n })).id))
    for (const id of [...ids, ...ids]) expect(await one.rows(id)).toEqual(sheet.rows)
    expect(await one.rows(ids[5])).toBe(await one.rows(ids[5]))
  })
})
