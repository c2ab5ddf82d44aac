import type { InboxView } from '@shared/schemas/monitorViews'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type EngineName, openHouse, type TestHouse } from '../support/house'
import { lamps, quiet } from './requesting'

describe.each<EngineName>(['sqlite', 'dynamo'])('the inbox, on %s (U3)', (engine) => {
  let h: TestHouse
  beforeEach(async () => {
    h = await openHouse(engine)
    // rosters were agreed while the house was set up, and whom they concern was told
    await h.sweep()
    await h.house.stores.settings.save('dongxi', { requestsPerDay: 20 })
    h.clock.at += 60_000
  })
  afterEach(() => h.close())

  const inbox = async (person: string, query = '') =>
    (await (await h.as(person)).get<InboxView>(`/api/me/inbox${query}`)).body
  const about = async (person: string, id: string) => (await inbox(person)).letters.find((l) => l.card.id === id)
  const unread = async (person: string) => (await (await h.as(person)).get<{ unread: number }>('/api/me')).body.unread
  const looked = async (person: string, until = new Date(h.clock.at).toISOString()) =>
    (await (await h.as(person)).post<{ unread: number }>('/api/me/inbox', { until })).body
  const raise = async (form: object = lamps, person = 'villager-dongxi') => {
    h.clock.at += 1000
    return (await h.open(person, 'request', { ...form })).id
  }

  it('tells whose turn it is, and not whoever has acted', async () => {
    const id = await raise()
    expect(await about('clerk-dongxi', id)).toMatchObject({
      ...{ villageName: '东溪村', unread: 1 },
      lines: [{ says: '到您办了：村里接下', turn: true }],
    })
    expect(await about('villager-dongxi', id)).toBeUndefined()
    expect(await about('clerk-shatang', id)).toBeUndefined()
  })

  it('keeps one letter a matter, the latest line first, and counts those since the last look', async () => {
    const id = await raise()
    await h.done('clerk-dongxi', id, { outcome: 'acknowledged' })
    expect(await about('villager-dongxi', id)).toMatchObject({
      unread: 1,
      lines: [{ says: '村里接下：接下，排进说事日' }],
    })
    expect(await unread('villager-dongxi')).toBe(1)
    expect(await looked('villager-dongxi')).toEqual({ unread: 0 })
    expect((await about('villager-dongxi', id))?.unread).toBe(0)
    h.clock.at += 1000
    await h.done('secretary-dongxi', id, {
      outcome: 'answered',
      form: { decision: '电工换了灯头。', heldOn: '2026-06-01' },
    })
    const letter = await about('villager-dongxi', id)
    expect(letter).toMatchObject({ unread: 1 })
    expect(letter?.lines.map((l) => l.says)).toEqual(['到您办了：说事人评价', '村里接下：接下，排进说事日'])
  })

  it('having looked never goes back, and nobody has looked at what is yet to come', async () => {
    const id = await raise()
    await looked('clerk-dongxi', '2030-01-01T00:00:00Z')
    expect(await unread('clerk-dongxi')).toBe(0)
    await looked('clerk-dongxi', '2026-01-01T00:00:00Z')
    expect(await unread('clerk-dongxi')).toBe(0)
    await raise({ ...lamps, text: '水渠堵了，田里进不了水。' })
    expect(await unread('clerk-dongxi')).toBe(1)
    expect((await about('clerk-dongxi', id))?.unread).toBe(0)
  })

  it('is read by whoever holds the post today: a successor finds what came before', async () => {
    const id = await raise()
    const was = (await h.house.stores.people.get('clerk-dongxi'))!
    const next = { ...was, id: 'keeper-dongxi' }
    await h.house.stores.people.save({
      ...(await h.house.stores.people.get('keeper-dongxi'))!,
      posts: next.posts.map((p) => ({ ...p, from: '2026-06-01' })),
    })
    await h.house.stores.people.save({ ...was, posts: was.posts.map((p) => ({ ...p, until: '2026-05-31' })) })
    expect((await about('keeper-dongxi', id))?.lines).toHaveLength(1)
    expect(await about('clerk-dongxi', id)).toBeUndefined()
  })

  it('a private request stands in nobody’s inbox who may not see it', async () => {
    const id = await raise(quiet)
    expect(await about('clerk-dongxi', id)).toBeDefined()
    for (const person of ['neighbour-dongxi', 'clerk-shatang', 'secretary-shatang'])
      expect(await about(person, id)).toBeUndefined()
  })

  it('goes on page by page, each matter once, also for someone with several desks', async () => {
    const ids: string[] = []
    for (let n = 0; n < 7; n++) ids.push(await raise({ ...lamps, text: `第${n}盏灯不亮了，晚上看不见路。` }))
    // the same person holds both desks that it came to
    const clerk = (await h.house.stores.people.get('clerk-dongxi'))!
    await h.house.stores.people.save({
      ...clerk,
      posts: [...clerk.posts, { role: 'secretary', place: 'dongxi', title: '书记', from: '2026-01-01' }],
    })
    h.clock.at += 60_000
    for (const id of ids.slice(0, 4)) await h.done('director-dongxi', id, { outcome: 'acknowledged' })
    const seen: string[] = []
    for (let after: string | undefined, more = true; more; more = after !== undefined) {
      const page = await inbox('clerk-dongxi', `?limit=2${after ? `&after=${after}` : ''}`)
      seen.push(...page.letters.map((l) => l.card.id))
      after = page.next
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(ids.every((id) => seen.includes(id))).toBe(true)
    expect((await inbox('clerk-dongxi', '?limit=2&after=nonsense')) as unknown).toMatchObject({ refusal: 'badRequest' })
  })

  it('goes on through letters of one instant, as time itself writes them, and loses none', async () => {
    const at = new Date(h.clock.at).toISOString()
    const ids: string[] = []
    for (let n = 0; n < 11; n++) ids.push(await raise({ ...lamps, text: `第${n}盏灯不亮了，晚上看不见路。` }))
    const line = { desk: 'dongxi#secretary', no: 1, at, by: 'clock', kind: 'turn', says: '到您办了' } as const
    for (const id of ids) await h.house.stores.inbox.tell(id, line)
    const seen: string[] = []
    for (let after: string | undefined, more = true; more; more = after !== undefined) {
      const page = await inbox('secretary-dongxi', `?limit=2${after ? `&after=${after}` : ''}`)
      seen.push(...page.letters.map((l) => l.card.id))
      after = page.next
    }
    expect(seen.filter((id) => ids.includes(id)).sort()).toEqual([...ids].sort())
  })

  it('a request that is urged tells the village, and its opener what was answered', async () => {
    const id = await raise()
    const urged = await h.done('township', id, {
      aside: 'urge',
      form: { reason: '请今天接下。', replyBy: '2026-06-03' },
    })
    const order = urged.log.at(-1)!.effect.child!
    expect((await about('clerk-dongxi', id))?.lines[0].says).toBe('督办')
    expect((await about('secretary-dongxi', order))?.lines[0].says).toBe('到您办了：村里答复')
    await h.done('clerk-dongxi', order, { outcome: 'replied', form: { answer: '今天接下了。' } })
    const log = (await h.see('villager-dongxi', id)).log
    expect(log.at(-1)).toMatchObject({ title: '督办有了答复', values: { answer: '今天接下了。' } })
  })
})
