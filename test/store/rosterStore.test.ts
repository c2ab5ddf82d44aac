import type { SheetRow } from '@shared/sheetKinds'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everyItem } from '../../functions/store/everyRecord'
import type { Item, Table } from '../../functions/store/table'
import { storesOf } from '../../functions/stores'
import { type EngineName, openHouse, type TestHouse } from '../support/house'

const isCache = (pk: string) => pk.startsWith('rolls#')

/** A table of which what is worked out can be taken away, and which counts what is asked of it. */
const forgetful = (table: Table) => {
  const state = { forgets: false, asked: [] as string[] }
  const counted: Table = {
    ...table,
    get: (pk) => {
      state.asked.push(`get ${isCache(pk) ? 'rolls' : 'case'}`)
      return isCache(pk) && state.forgets ? Promise.resolve(undefined) : table.get(pk)
    },
    list: (index, ...of) => {
      state.asked.push(`list ${index}`)
      return table.list(index, ...of)
    },
    put: (item, of) => {
      state.asked.push(`put ${isCache(item.pk) ? 'rolls' : 'else'}`)
      return table.put(item, of)
    },
  }
  return { counted, state }
}

const joining = (no: string): SheetRow => ({
  ...{ no, name: '新来的', household: '9-900', group: 2, sex: 'male', adultOn: '2001-02-03', change: 'join' },
})

describe.each<EngineName>(['sqlite', 'dynamo'])('应到 of a village, on %s', (engine) => {
  let h: TestHouse
  beforeAll(async () => {
    h = await openHouse(engine)
  })
  afterAll(() => h.close())

  /** As a process has them that was just started. */
  const fresh = () => {
    const { counted, state } = forgetful(h.table)
    return { state, rosters: storesOf({ ...h.deps, table: counted }).rosters }
  }
  const caches = async (): Promise<readonly Item[]> => (await everyItem(h.table)).filter((i) => isCache(i.pk))
  const changed = async (effectiveOn: string, rows: readonly SheetRow[]) => {
    const { id: sheet } = await h.house.stores.sheets.save({ kind: 'roster', rows })
    const form = { title: '有人迁入', kind: 'rows', effectiveOn, sheet, reason: '户口迁入' }
    const { id } = await h.open('clerk-dongxi', 'rosterChange', form)
    await h.done('secretary-dongxi', id, { outcome: 'agreed', form: { opinion: '对过了' } })
  }

  it('is worked out once and then read with one list and one get', async () => {
    const first = fresh()
    const rolls = await first.rosters.rolls('dongxi', '2026-06-01')
    expect(first.state.asked.filter((a) => a.startsWith('put'))).toEqual(['put rolls'])
    const second = fresh()
    expect(await second.rosters.rolls('dongxi', '2026-06-01')).toEqual(rolls)
    expect(second.state.asked).toEqual(['list cases', 'get rolls'])
    expect((await caches()).map((i) => [i.sees, i.expiresOn])).toEqual([['office', '2026-07-11']])
  })

  it('comes to the same without what was kept, on past days and days to come, for a group and for none', async () => {
    for (const on of ['2024-01-01', '2024-01-02', '2026-06-01', '2027-06-01'])
      for (const group of [undefined, 3]) {
        const kept = await fresh().rosters.rolls('dongxi', on, group)
        expect(await fresh().rosters.rolls('dongxi', on, group)).toEqual(kept)
        const lost = fresh()
        lost.state.forgets = true
        expect(await lost.rosters.rolls('dongxi', on, group), `${on} ${group}`).toEqual(kept)
        expect(lost.state.asked).toContain('get case')
      }
  })

  it('what was kept before a change is not read after it, in a running process either', async () => {
    const { rosters } = h.house.stores
    const [before, yesterday] = [
      await rosters.rolls('dongxi', '2026-06-01'),
      await rosters.rolls('dongxi', '2026-05-31'),
    ]
    await changed('2026-06-01', [joining('9-900-1')])
    for (const of of [rosters, fresh().rosters]) {
      expect((await of.rolls('dongxi', '2026-06-01')).adults?.eligible).toBe(before.adults!.eligible + 1)
      expect(await of.rolls('dongxi', '2026-05-31')).toEqual(yesterday)
      expect((await of.members('dongxi', '2026-06-01')).some((m) => m.no === '9-900-1')).toBe(true)
      expect((await of.members('dongxi', '2026-05-31')).some((m) => m.no === '9-900-1')).toBe(false)
    }
  })

  it('many changes are folded in the order in which they were agreed, more than are kept in memory', async () => {
    for (let n = 2; n <= 20; n++) await changed('2026-06-01', [joining(`9-900-${n}`)])
    const { rosters } = fresh()
    expect((await rosters.changes('dongxi')).map((c) => c.number)).toEqual([
      '东溪册-2024-0001',
      ...Array.from({ length: 20 }, (_, i) => `东溪册-2026-${String(i + 1).padStart(4, '0')}`),
    ])
    expect((await rosters.rolls('dongxi', '2026-06-01')).adults?.eligible).toBe(824 + 20)
  })

  it('is nobody where no roster was ever agreed, and nothing is kept of that', async () => {
    const { rosters, state } = fresh()
    expect((await rosters.rolls('nowhere', '2026-06-01')).adults).toMatchObject({ eligible: 0, all: 0, households: 0 })
    expect(await rosters.members('nowhere', '2026-06-01')).toEqual([])
    expect(state.asked).toEqual(['list cases', 'list cases'])
  })
})
