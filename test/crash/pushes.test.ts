import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { sendAll } from '../../functions/messages/sendAll'
import { storesOf } from '../../functions/stores'
import { sweepAll } from '../../functions/sweeping'
import { openPushing, type Pushing } from '../http/pushing'
import { crashing } from './crashing'

const lives = 100
const clerk = 'clerk-dongxi'
const path = '/cgi-bin/message/subscribe/send'
const troubles = [
  [],
  [],
  [{ errcode: -1 }],
  [{ status: 500, done: true }],
  [{ status: 500 }],
  [{ errcode: 45009 }, { errcode: 45009 }],
  [{ errcode: 47003 }],
] as const

let p: Pushing
beforeAll(async () => {
  p = await openPushing('sqlite')
  await p.knows(clerk)
  // what was there before has nothing to tell any more
  await p.h.sweep()
  vi.spyOn(console, 'error').mockReturnValue(undefined)
}, 60_000)
afterAll(async () => {
  vi.restoreAllMocks()
  await p.close()
})

/** The same numbers on every machine. */
const seeded = (seed: number) => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32
  return seed / 2 ** 32
}

type Death = { nth: number; when: 'before' | 'after' }

/** Three people tell something, the clerk agreed to some messages; the process that tells and sends dies, another goes on. */
const live = async ({ nth, when }: Death, trouble: (typeof troubles)[number], agreed: number) => {
  p.h.to('2026-06-01')
  await p.forget()
  await p.agrees(clerk, 'turn', agreed)
  const form = { text: '三组路口的路灯坏了半个月，晚上看不见路。', category: 'utilities', visibility: 'villagers' }
  for (const who of ['villager', 'neighbour', 'representative']) await p.h.open(`${who}-dongxi`, 'request', form)
  p.wechat.fails(path, ...trouble)
  const { table, state } = crashing(p.h.table, nth, when)
  const dying = { ...p.h.house, table, stores: storesOf({ ...p.h.deps, table }) }
  const work = async (house: typeof dying) => {
    await sweepAll(house)
    return sendAll(house)
  }
  await work(dying).catch(() => undefined)
  let rounds = 0
  do {
    p.later(11)
    await work(p.h.house)
  } while (++rounds < 40 && (await p.waiting()).length)
  const { delivered, answers } = p.wechat.subscriptions
  const [ours, wechats] = await p.left(clerk, 'turn')
  return {
    ...{ writes: state.writes, crashed: state.dead, pages: delivered.map((d) => d.page), answers: [...answers] },
    ...{ ours: ours!, wechats: wechats!, waiting: await p.waiting() },
  }
}

describe('a process that dies while it sends', () => {
  it(`at any of ${lives} random writes: nothing comes twice, and no message is sent that nobody agreed to`, {
    timeout: 300_000,
  }, async () => {
    const calm = await live({ nth: Number.POSITIVE_INFINITY, when: 'before' }, [], 2)
    expect(calm).toMatchObject({ crashed: false, answers: [0, 0], ours: 0, wechats: 0, waiting: [] })
    expect(new Set(calm.pages).size).toBe(2)

    const random = seeded(20_260_602)
    const tried = new Set<string>()
    let crashes = 0
    for (let n = 0; n < 3 * lives && crashes < lives; n++) {
      const [nth, when] = [1 + Math.floor(random() * calm.writes), random() < 0.5 ? 'before' : 'after'] as const
      const trouble = troubles[Math.floor(random() * troubles.length)]!
      // fewer than there is news, or enough to send one of them twice
      const agreed = random() < 0.5 ? 2 : 5
      const what = `write ${nth}, ${when}, ${agreed} agreed, ${JSON.stringify(trouble)}`
      const lived = await live({ nth, when }, trouble, agreed)
      if (lived.crashed) crashes++
      tried.add(`${nth} ${when}`)
      expect(new Set(lived.pages).size, what).toBe(lived.pages.length)
      // WeChat never had to say that nobody agreed to it
      expect(lived.answers, what).not.toContain(43101)
      expect(lived.ours, what).toBeLessThanOrEqual(lived.wechats)
      expect(lived.waiting, what).toEqual([])
      // what a crash costs is at most the one message of which nobody knows; so does an answer that was lost
      expect(lived.pages.length, what).toBeGreaterThanOrEqual(trouble.some((t) => 'status' in t) ? 0 : 1)
    }
    expect(crashes).toBe(lives)
    expect(tried.size).toBeGreaterThan(calm.writes)
  })
})
