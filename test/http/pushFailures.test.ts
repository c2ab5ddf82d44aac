import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openPushing, type Pushing, templates } from './pushing'

const clerk = 'clerk-dongxi'
const path = '/cgi-bin/message/subscribe/send'
const tokenPath = '/cgi-bin/stable_token'

let p: Pushing
beforeAll(async () => {
  p = await openPushing('sqlite')
  await p.knows(clerk)
}, 60_000)
afterAll(() => p.close())
let said: ReturnType<typeof vi.spyOn>
beforeEach(async () => {
  await p.nextWeek()
  said = vi.spyOn(console, 'error').mockReturnValue(undefined)
  return () => said.mockRestore()
})
const delivered = () => p.wechat.subscriptions.delivered.length
/** One message that waits for the clerk. */
const waiting = async () => {
  await p.agrees(clerk, 'turn', 2)
  return p.raise()
}

describe('when WeChat takes no message', () => {
  it('43101: they agree no more, so nothing is left and nothing is asked again', async () => {
    const id = await waiting()
    p.wechat.subscriptions.refuses('o-clerk-dongxi', templates.turn)
    expect(await p.send()).toEqual({ sent: 0 })
    expect(await p.push(id, clerk)).toEqual({ outcomes: ['refused'] })
    expect(await p.left(clerk, 'turn')).toEqual([0, 0])
    expect(said).not.toHaveBeenCalled()
  })

  it.each([47003, 41030, 40003, 40037])(
    '%d: it failed, which is logged without its words, and what they agreed to is left',
    async (errcode) => {
      const id = await waiting()
      p.wechat.fails(path, { errcode })
      expect(await p.send()).toEqual({ sent: 0 })
      expect(await p.push(id, clerk)).toEqual({ outcomes: ['failed'] })
      expect(await p.left(clerk, 'turn')).toEqual([2, 2])
      expect(said.mock.calls).toEqual([['push', 'failed', errcode]])
      expect(await p.waiting()).toEqual([])
    },
  )

  it.each([
    ['it is busy (-1)', path, { errcode: -1 }],
    ['the day’s number is reached (45009)', path, { errcode: 45009 }],
    ['it gives no token (500)', tokenPath, { status: 500 }],
  ])(
    '%s: tried again after 1, 5, 30 minutes and 2 hours, then given up; what they agreed to is left',
    async (_, at, fault) => {
      const id = await waiting()
      const five = Array.from({ length: 5 }, () => fault)
      // where the token is what fails, the one that is there must be too old
      if (at === tokenPath) p.later(125)
      p.wechat.fails(at, ...five)
      for (const minutes of [1, 5, 30, 120]) {
        expect(await p.send()).toEqual({ sent: 0 })
        const { due, outcomes } = (await p.push(id, clerk))!
        expect([Date.parse(due!) - p.h.clock.at, outcomes]).toEqual([minutes * 60_000, []])
        expect(await p.left(clerk, 'turn')).toEqual([2, 2])
        p.later(minutes - 0.5)
        expect(await p.send()).toEqual({ sent: 0 })
        p.later(0.5)
      }
      expect(said).toHaveBeenCalledTimes(4)
      await p.send()
      expect(await p.push(id, clerk)).toEqual({ outcomes: ['failed'] })
      expect([delivered(), await p.left(clerk, 'turn'), await p.waiting()]).toEqual([0, [2, 2], []])
    },
  )

  it('a later try is by day too', async () => {
    await p.agrees(clerk, 'turn')
    p.h.clock.at += 11.9 * 3_600_000
    const id = await p.raise()
    p.wechat.fails(path, ...Array.from({ length: 2 }, () => ({ errcode: -1 })))
    await p.send()
    p.later(1)
    await p.send()
    expect((await p.push(id, clerk))!.due).toMatch(/T00:00:00.000Z$/)
    p.h.clock.at = Date.parse((await p.push(id, clerk))!.due!)
    expect(await p.send()).toEqual({ sent: 1 })
  })

  it('and is well again, it is sent', async () => {
    await waiting()
    p.wechat.fails(path, { errcode: 45009 })
    await p.send()
    p.later(1)
    expect(await p.send()).toEqual({ sent: 1 })
    expect([delivered(), await p.left(clerk, 'turn')]).toEqual([1, [1, 1]])
  })

  it.each([40001, 42001])('%d: the token is replaced and the message sent at once', async (errcode) => {
    await waiting()
    p.wechat.fails(path, { errcode })
    expect(await p.send()).toEqual({ sent: 1 })
    expect([delivered(), await p.left(clerk, 'turn')]).toEqual([1, [1, 1]])
  })

  it('one that waits for its next try gives way to a newer line', async () => {
    await p.knows('villager-dongxi')
    await p.agrees('villager-dongxi', 'moved', 2)
    const id = await p.raise()
    await p.h.done(clerk, id, { outcome: 'acknowledged' })
    p.wechat.fails(path, { errcode: -1 })
    await p.send()
    const heldOn = new Date(p.h.clock.at).toISOString().slice(0, 10)
    await p.h.done('secretary-dongxi', id, { outcome: 'answered', form: { decision: '换了灯头。', heldOn } })
    expect(await p.send()).toEqual({ sent: 1 })
    p.later(60)
    expect(await p.send()).toEqual({ sent: 0 })
    expect(p.wechat.subscriptions.delivered.map((d) => d.data.thing3!.value)).toEqual([
      expect.stringContaining('到您办了'),
    ])
    expect(await p.left('villager-dongxi', 'moved')).toEqual([1, 1])
  })

  it('a run ends where WeChat is not well: the next message isn’t lost on it', async () => {
    await waiting()
    await p.raise()
    p.wechat.fails(path, { status: 503 })
    expect(await p.send()).toEqual({ sent: 0 })
    expect(p.wechat.subscriptions.answers).toEqual([])
    expect(await p.send()).toEqual({ sent: 1 })
  })
})

describe('when one message has trouble of its own in our house', () => {
  it('the next are sent all the same, and the run says so', async () => {
    await p.agrees(clerk, 'turn', 3)
    for (let n = 0; n < 3; n++) await p.raise()
    const { cases } = p.h.house.stores
    const [broken] = await p.h.house.stores.pushes.due(10)
    const get = (id: string) => (broken!.includes(id) ? Promise.reject(new Error('unreadable')) : cases.get(id))
    const house = { ...p.h.house, stores: { ...p.h.house.stores, cases: { ...cases, get } } }
    await expect(p.send(house)).rejects.toThrow('unreadable')
    expect([delivered(), await p.waiting()]).toEqual([2, [broken]])
  })
})

describe('when nobody knows whether WeChat took it', () => {
  it.each([
    ['it answers 502, and has', { status: 502, done: true }],
    ['it answers 500, and has not', { status: 500 }],
  ] as const)('%s: it is not sent again', async (_, fault) => {
    const id = await waiting()
    p.wechat.fails(path, fault)
    expect(await p.send()).toEqual({ sent: 0 })
    expect(await p.push(id, clerk)).toEqual({ outcomes: ['unknown'] })
    p.later(300)
    expect(await p.send()).toEqual({ sent: 0 })
    expect([delivered(), (await p.left(clerk, 'turn'))[0]]).toEqual(['done' in fault ? 1 : 0, 1])
  })

  it('the process died over it: after ten minutes it counts as unknown, and a newer line is sent', async () => {
    const id = await waiting()
    const { house } = p.h
    const { pushes } = house.stores
    const { push, version } = (await pushes.read(`push#${id}#${clerk}`))!
    const { waiting: note, ...rest } = push
    const since = new Date(house.now()).toISOString()
    await pushes.put({ ...rest, attempts: 1, claimed: { ...note!, since } }, version)
    p.later(9.9)
    expect(await p.send()).toEqual({ sent: 0 })
    expect((await p.push(id, clerk))!.claimed).toBe(since)
    p.later(0.1)
    expect(await p.send()).toEqual({ sent: 0 })
    expect(await p.push(id, clerk)).toEqual({ outcomes: ['unknown'] })
    expect([delivered(), await p.waiting()]).toEqual([0, []])
  })
})
