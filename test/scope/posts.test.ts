import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tokenFor } from '../../functions/http/signIn'
import { openHouse, type TestHouse } from '../support/house'
import { settle, today } from './people'

let h: TestHouse
beforeAll(async () => {
  h = await openHouse('sqlite', `${today}T09:00:00+08:00`)
  await settle(h)
})
afterAll(() => h.close())

describe('posts by their days', () => {
  it('one that ended at midnight is over at once, though the person was read half a minute ago', async () => {
    h.to(today, '23:59')
    const token = await tokenFor(h.house, 'last-day')
    const roster = () => h.send('GET', '/api/villages/dongxi/roster', undefined, token)
    expect((await roster()).status).toBe(200)
    h.clock.at += 59_000
    expect((await roster()).status).toBe(200)
    h.clock.at += 1000
    expect((await roster()).status).toBe(403)
    h.to(today)
  })
  it('whoever opened or has a case by a post that is over is neither opener nor owner of it; a villager stays who raised it', async () => {
    const raised = await h.open('villager-dongxi', 'request', {
      text: '门口的井盖响',
      category: 'road',
      visibility: 'villagers',
    })
    await h.done('clerk-dongxi', raised.id, { outcome: 'urgent' })
    const handled = { outcome: 'handle', form: { decision: '村里办', heldOn: today } }
    await h.done('secretary-dongxi', raised.id, handled)
    const mayNow = async (person: string) =>
      (await h.see(person, raised.id)).may.asides.find((a) => a.id === 'handOver')?.ok
    expect(await mayNow('clerk-dongxi')).toBe(true)
    const holder = (await h.house.stores.people.get('clerk-dongxi'))!
    const over = holder.posts.map((p) => (p.role === 'villager' ? p : { ...p, until: '2026-06-09' }))
    await h.house.stores.people.save({ ...holder, posts: over })
    expect(await mayNow('clerk-dongxi')).toBe(false)
    await h.house.stores.people.save(holder)
    const said = { text: '邻居家的事', category: 'road', visibility: 'villagers' }
    const others = await h.open('neighbour-dongxi', 'request', said)
    const raiser = (await h.house.stores.people.get('villager-dongxi'))!
    await h.house.stores.people.save({ ...raiser, posts: raiser.posts.map((p) => ({ ...p, until: '2026-06-09' })) })
    const asks = async (id: string) => (await (await h.as('villager-dongxi')).get(`/api/cases/${id}`)).status
    expect([await asks(raised.id), await asks(others.id)]).toEqual([200, 404])
    await h.house.stores.people.save(raiser)
  })
})
