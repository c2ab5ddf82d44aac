import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { remindAll } from '../../functions/clock/remindAll'
import type { Message } from '../../functions/messages/messagesOf'
import { queuePush } from '../../functions/messages/queuePush'
import { openPushing, type Pushing, templates } from './pushing'
import { quiet } from './requesting'

const villager = 'villager-dongxi'
const neighbour = 'neighbour-dongxi'
const clerk = 'clerk-dongxi'

describe.each(['sqlite', 'dynamo'] as const)('whoever agreed is told through WeChat, over %s', (engine) => {
  let p: Pushing
  beforeAll(async () => {
    p = await openPushing(engine)
    for (const person of [villager, clerk]) await p.knows(person)
  }, 60_000)
  afterAll(() => p.close())
  beforeEach(() => p.nextWeek())

  const delivered = () => p.wechat.subscriptions.delivered
  const words = () => delivered().map((d) => Object.values(d.data).map((v) => v.value))
  const acknowledge = (id: string) => p.h.done(clerk, id, { outcome: 'acknowledged' })
  const answer = async (id: string) => {
    const heldOn = new Date(p.h.clock.at).toISOString().slice(0, 10)
    await p.h.done('secretary-dongxi', id, { outcome: 'answered', form: { decision: '电工换了灯头。', heldOn } })
  }

  it('that it is their turn, once, with a way to the case', async () => {
    await p.agrees(clerk, 'turn')
    const id = await p.raise()
    expect(await p.send()).toEqual({ sent: 1 })
    const data = {
      ...{
        thing1: '三组路口的路灯坏了半个月，晚上看不见路',
        thing2: '东溪村',
        thing3: '到您办了：村里接下',
        date4: '2026年6月9日',
      },
    }
    expect(delivered()).toEqual([
      {
        ...{ touser: 'o-clerk-dongxi', template_id: templates.turn, miniprogram_state: 'formal' },
        page: `pages/case/index?id=${id}`,
        data: Object.fromEntries(Object.entries(data).map(([field, value]) => [field, { value }])),
      },
    ])
    expect(await p.left(clerk, 'turn')).toEqual([0, 0])
    await p.h.sweep()
    p.later(60)
    expect(await p.send()).toEqual({ sent: 0 })
    expect(await p.waiting()).toEqual([])
  })

  it('as often as they agreed and no more', async () => {
    await p.agrees(clerk, 'turn', 2)
    for (let n = 0; n < 3; n++) await p.raise()
    expect(await p.send()).toEqual({ sent: 2 })
    // WeChat isn't even asked for the third
    expect(p.wechat.subscriptions.answers).toEqual([0, 0])
    expect(await p.left(clerk, 'turn')).toEqual([0, 0])
    await p.raise()
    expect(await p.waiting()).toEqual([])
  })

  it('that theirs has moved on: of two lines that wait, the newer alone', async () => {
    await p.agrees(villager, 'moved', 2)
    const id = await p.raise()
    expect(await p.waiting()).toEqual([])
    await acknowledge(id)
    expect(await p.waiting()).toEqual([`push#${id}#${villager}`])
    await answer(id)
    expect(await p.waiting()).toEqual([`push#${id}#${villager}`])
    expect(await p.send()).toEqual({ sent: 1 })
    expect(words()).toEqual([[expect.any(String), '东溪村', expect.stringContaining('到您办了：'), '2026年6月22日']])
    expect(await p.left(villager, 'moved')).toEqual([1, 1])
  })

  it('by day: what comes between 21:00 and 8:00 waits until eight', async () => {
    await p.agrees(clerk, 'turn', 3)
    p.h.to('2026-06-30', '20:59')
    await p.raise()
    expect(await p.send()).toEqual({ sent: 1 })
    for (const [day, time] of [
      ['2026-06-30', '21:00'],
      ['2026-07-01', '00:10'],
    ] as const) {
      p.h.to(day, time)
      expect((await p.push(await p.raise(), clerk))!.due).toBe('2026-07-01T00:00:00.000Z')
      expect(await p.send()).toEqual({ sent: 0 })
    }
    p.h.to('2026-07-01', '07:59')
    expect(await p.send()).toEqual({ sent: 0 })
    p.h.to('2026-07-01', '08:00')
    expect(await p.send()).toEqual({ sent: 2 })
  })

  it('what was to be sent by day and is late is not sent by night either', async () => {
    await p.agrees(clerk, 'turn')
    await p.raise()
    p.h.clock.at += 13 * 3_600_000
    expect(await p.send()).toEqual({ sent: 0 })
    p.h.clock.at += 10 * 3_600_000
    expect(await p.send()).toEqual({ sent: 1 })
  })

  it('not of what is older than two days', async () => {
    await p.agrees(clerk, 'turn', 2)
    const id = await p.raise()
    p.h.clock.at += 2 * 86_400_000 + 1000
    expect(await p.send()).toEqual({ sent: 0 })
    expect((await p.push(id, clerk))!.outcomes).toEqual(['dropped'])
    const { found } = (await p.h.house.stores.cases.get(id))!
    const old = { desk: neighbour, no: 1, at: found.log[0].at, by: clerk, kind: 'moved', says: '' } as const
    await queuePush(p.h.house, found, old)
    expect(await p.waiting()).toEqual([])
    expect(await p.left(clerk, 'turn')).toEqual([2, 2])
  })

  it('not of what has gone on, or was taken from their desk, before it was sent', async () => {
    await p.agrees(clerk, 'turn', 2)
    const id = await p.raise()
    await p.h.done('director-dongxi', id, { outcome: 'acknowledged' })
    const other = await p.raise()
    const stored = (await p.h.house.stores.people.get(clerk))!
    const until = '2026-06-30'
    await p.h.house.stores.people.save({ ...stored, posts: stored.posts.map((post) => ({ ...post, until })) })
    expect(await p.send()).toEqual({ sent: 0 })
    await p.h.house.stores.people.save(stored)
    expect([await p.push(id, clerk), await p.push(other, clerk)]).toMatchObject([
      { outcomes: ['dropped'] },
      { outcomes: ['dropped'] },
    ])
    expect(await p.left(clerk, 'turn')).toEqual([2, 2])
  })

  it('neither whoever did it, nor whom WeChat does not know, nor who did not agree to that kind', async () => {
    await p.agrees(villager, 'turn')
    await p.agrees(clerk, 'moved')
    const id = await p.raise({}, neighbour)
    await acknowledge(id)
    const own = await p.h.open(clerk, 'request', {
      ...{ text: '村口的垃圾桶满了三天，没有人来收。', category: 'environment', visibility: 'villagers' },
    })
    await p.h.sweep()
    await acknowledge(own.id)
    expect(await p.waiting()).toEqual([])
  })

  it('what only the office may see goes without its title, and to nobody who may not see it', async () => {
    await p.agrees(clerk, 'turn')
    await p.agrees(villager, 'moved')
    const id = await p.raise(quiet)
    await p.send()
    await acknowledge(id)
    await p.send()
    expect(words().map(([title]) => title)).toEqual(['一件说事', '您的一件说事'])
    expect(JSON.stringify(delivered())).not.toContain('低保')
    await p.knows(neighbour)
    await p.agrees(neighbour, 'moved')
    const { found } = (await p.h.house.stores.cases.get(id))!
    const message: Message = { ...{ desk: neighbour, no: 2, by: clerk, kind: 'moved', says: '' }, at: found.log[1]!.at }
    await queuePush(p.h.house, found, message)
    expect(await p.waiting()).toEqual([])
  })

  it('once, by two runs at the same time', async () => {
    await p.agrees(clerk, 'turn', 5)
    for (let n = 0; n < 3; n++) await p.raise()
    const runs = await Promise.all([p.send(), p.send(), p.send()])
    expect(runs.reduce((sum, { sent }) => sum + sent, 0)).toBe(3)
    expect(new Set(delivered().map((d) => d.page)).size).toBe(3)
    expect(await p.left(clerk, 'turn')).toEqual([2, 2])
  })
})

describe('whoever agreed to be reminded', () => {
  let p: Pushing
  beforeAll(async () => {
    p = await openPushing('sqlite')
    await p.knows(clerk)
  }, 60_000)
  afterAll(() => p.close())

  it('is told through WeChat by the ladder, and not once it is done', async () => {
    await p.agrees(clerk, 'reminder', 2)
    const id = await p.raise()
    p.h.clock.at += 86_400_000
    await remindAll(p.h.house)
    expect(await p.waiting()).toEqual([`push#${id}#${clerk}`])
    expect(await p.send()).toEqual({ sent: 1 })
    expect(p.wechat.subscriptions.delivered.map((d) => Object.values(d.data).map((v) => v.value))).toEqual([
      [expect.any(String), '东溪村', '今天到期', expect.stringMatching(/^2026年/)],
    ])
    p.h.clock.at += 86_400_000
    await remindAll(p.h.house)
    await p.h.done('director-dongxi', id, { outcome: 'acknowledged' })
    expect(await p.send()).toEqual({ sent: 0 })
    expect(await p.left(clerk, 'reminder')).toEqual([1, 1])
  })
})
