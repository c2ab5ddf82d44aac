import { addDays } from '@shared/engine/deadline'
import { isRefusal } from '@shared/engine/refusal'
import { workflows } from '@shared/workflows'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { places } from '../functions/demo/places'
import { type Counts, measures } from '../functions/store/snapshotStore'
import { backlogKey, monitorView } from '../functions/views/monitorView'
import { reportView } from '../functions/views/reportView'
import { openHouse, type TestHouse } from './support/house'

const today = '2026-06-15'
/** Numbers that look like chance and are the same in every run. */
const chance = (seed: number) => {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return Math.floor((state / 0x80000000) * below)
  }
}

type Standing = { name: string; overdue: number }
const byOverdueThenName = (a: Standing, b: Standing) => b.overdue - a.overdue || a.name.localeCompare(b.name, 'zh-CN')
/** Whether it could only stand like this by what is overdue and then by name. */
const expectOrder = (rows: readonly Standing[]) => {
  expect(rows.map((r) => r.name)).toEqual([...rows].sort(byOverdueThenName).map((r) => r.name))
  expect(rows.length).toBe(places.villages.length)
}

describe('villages stand by what is overdue and then by name, never otherwise', () => {
  it.each(Array.from({ length: 40 }, (_, i) => i + 1))('on the monitor, however the work lies (%i)', (seed) => {
    const next = chance(seed)
    const rows = Array.from({ length: 20 + next(200) }, (_, i) => {
      const workflow = workflows[next(workflows.length)]
      const step = workflow.steps[next(workflow.steps.length)]
      const due = next(9) ? addDays(today, next(50) - 20) : '9999-12-31'
      const village = places.villages[next(places.villages.length)].id
      return {
        pk: `c${i}`,
        sort: [due, village, workflow.id, step.id, addDays(today, -next(60)), '', next(8)].join('#'),
      }
    })
    const { villages } = monitorView(places, rows.map(backlogKey), { today, asked: {}, holderName: (holder) => holder })
    expectOrder(villages)
    expect(villages.some((v, i) => i > 0 && v.overdue !== villages[0].overdue)).toBe(true)
  })

  describe('in a monthly report', () => {
    let h: TestHouse
    beforeAll(async () => {
      h = await openHouse('sqlite', `${today}T09:00:00+08:00`)
    })
    afterAll(() => h.close())

    it.each([1, 2, 3])('however the counts fell (%i)', async (month) => {
      const next = chance(month)
      // whatever else is best or worst: little overdue may go with little done
      const counted = () => Object.fromEntries(measures.map((m) => [m, next(m === 'overdue' ? 4 : 90)])) as Counts
      const days = Array.from({ length: 28 }, (_, i) => `2026-0${month}-${String(i + 1).padStart(2, '0')}`)
      for (const day of days)
        await h.house.stores.snapshots.keep(places.id, day, new Map(places.villages.map((v) => [v.id, counted()])))
      const person = (await h.house.stores.people.get('township'))!
      const report = await reportView(h.house, places, { period: `2026-0${month}` }, { person, today })
      if (isRefusal(report)) throw new Error(report.says)
      expectOrder(report.villages.map(({ name, row }) => ({ name, overdue: row.overdue })))
      expect(new Set(report.villages.map(({ row }) => row.overdue)).size).toBeGreaterThan(1)
    })
  })
})
