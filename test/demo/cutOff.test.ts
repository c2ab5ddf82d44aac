import { verify } from '@shared/engine/chain'
import { expect, it } from 'vitest'
import { fillWithDemo } from '../../functions/demo'
import { places } from '../../functions/demo/places'
import { storyOf } from '../../functions/demo/story'
import type { Table } from '../../functions/store/table'
import { casesIn, emptyFolder, foundIn } from './filled'

const began = '2026-11-22T09:30:00+08:00'

/** The table, until the power goes at that put. */
const cutAt = (table: Table, nth: number): Table => {
  let puts = 0
  return {
    ...table,
    put: async (...args) => {
      if (++puts > nth) throw new Error('the power went')
      return table.put(...args)
    },
  }
}

it('goes on where a start was cut off, twice, and doubles nothing', async () => {
  const { deps, close } = emptyFolder(began)
  // while rosters are handed in, and on a day in the middle of the story, with reminders written and days kept
  for (const nth of [400, 9000])
    await expect(fillWithDemo({ ...deps, table: cutAt(deps.table, nth) })).rejects.toThrow('the power went')
  // three days later: the story keeps the days of its first start
  const later = () => Date.parse(began) + 3 * 86_400_000
  expect(await fillWithDemo({ ...deps, now: later })).toEqual([])
  const cases = (await casesIn(deps.table)).map(foundIn)
  // and each village has a roster
  expect(cases.length).toBe(storyOf(Date.parse(began)).length + places.villages.length)
  expect(new Set(cases.map((c) => c.number)).size).toBe(cases.length)
  for (const found of cases) {
    expect(verify(found.log), found.number).toEqual([])
    const at = found.log.map((e) => e.at)
    expect([...at].sort(), found.number).toEqual(at)
    expect(new Set(found.log.map((e) => e.actId)).size, found.number).toBe(found.log.length)
    expect(found.log.filter((e) => e.step === 'open').length).toBe(1)
  }
  const before = cases.map((c) => c.log.at(-1)!.hash).sort()
  expect(await fillWithDemo({ ...deps, now: later })).toEqual([])
  expect((await casesIn(deps.table)).map((i) => i.head!).sort()).toEqual(before)
  await close()
}, 180_000)
