import { addDays } from '@shared/engine/deadline'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tokenFor } from '../../functions/http/signIn'
import { openHouse, type TestHouse } from '../support/house'

let today = '2026-06-09'
let h: TestHouse
beforeAll(async () => {
  h = await openHouse('sqlite', `${today}T09:00:00+08:00`)
})
afterAll(() => h.close())
// nobody may raise many things on one day
beforeEach(() => {
  today = addDays(today, 1)
  h.to(today)
})

describe('who has looked', () => {
  const looks = async (person: string, id: string) => (await h.see(person, id)).lookedAt
  const said = { text: '和邻居的事，不好当面说', category: 'dispute', visibility: 'office' }
  const path = (id: string, of = '') => `/api/cases/${id}${of}`

  it('the raiser of a private request finds by name and day who opened it, once a day; nobody else does', async () => {
    const { id } = await h.open('neighbour-dongxi', 'request', said)
    expect(await looks('neighbour-dongxi', id)).toBeUndefined()
    for (const person of ['secretary-dongxi', 'secretary-dongxi', 'agency']) await h.see(person, id)
    const first = [
      { who: '镇三资代理中心会计 潘美娟', on: today },
      { who: '村党支部书记 何福来', on: today },
    ]
    expect(await looks('neighbour-dongxi', id)).toEqual(first)
    const next = addDays(today, 1)
    h.to(next)
    expect(await looks('secretary-dongxi', id)).toBeUndefined()
    expect(await looks('neighbour-dongxi', id)).toEqual([{ who: '村党支部书记 何福来', on: next }, ...first])
  })

  it.each<[string, (id: string) => [string, string, object?]]>([
    ['as rows', (id) => ['GET', path(id, '/rows')]],
    ['as versions', (id) => ['GET', path(id, '/versions')]],
    ['read aloud', (id) => ['GET', path(id, '/broadcast')]],
    ['as a workbook', (id) => ['POST', '/api/papers/exports', { case: id }]],
    ['on paper', (id) => ['POST', '/api/papers/prints', { case: id, size: 'receipt' }]],
    ['to act on it', (id) => ['POST', path(id, '/acts'), { actId: 'look-to-act', seen: 0, outcome: 'x', form: {} }]],
  ])('an opening %s leaves the name too', async (_, asking) => {
    const { id } = await h.open('neighbour-dongxi', 'request', said)
    const [method, address, body] = asking(id)
    await h.send(method, address, body, await tokenFor(h.house, 'director-dongxi'))
    expect(await looks('neighbour-dongxi', id)).toEqual([{ who: '村委会主任 阮海生', on: today }])
  })

  it('whoever may not see it leaves none, and what the village may read leaves none', async () => {
    const { id } = await h.open('neighbour-dongxi', 'request', said)
    for (const person of ['villager-dongxi', 'secretary-shatang', 'cluster-hai'])
      expect((await (await h.as(person)).get(path(id))).status).toBe(404)
    expect(await looks('neighbour-dongxi', id)).toBeUndefined()
    const open = await h.open('neighbour-dongxi', 'request', { ...said, visibility: 'villagers' })
    await h.see('secretary-dongxi', open.id)
    expect(await looks('neighbour-dongxi', open.id)).toBeUndefined()
  })
})
