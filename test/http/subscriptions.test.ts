import type { SubscriptionsView } from '@shared/schemas/monitorViews'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { wechatFrom } from '../../functions/wechat/fromEnvironment'
import { openHouse } from '../support/house'
import { environment, openPushing, type Pushing, templates } from './pushing'

const clerk = 'clerk-dongxi'

let p: Pushing
beforeAll(async () => {
  p = await openPushing('sqlite')
  await p.knows(clerk)
}, 60_000)
afterAll(() => p.close())
beforeEach(() => p.nextWeek())

describe('what someone agreed to', () => {
  const tell = async (person: string, actId: string, answers: Record<string, string>) =>
    (await p.h.as(person)).post<SubscriptionsView>('/api/me/subscriptions', { actId, answers })
  const left = ({ templates: t }: SubscriptionsView) => Object.fromEntries(t.map(({ name, left: n }) => [name, n]))

  it('is counted, one message for each time; sent again it counts once', async () => {
    const answers = { [templates.turn]: 'accept', [templates.moved]: 'reject', [templates.reminder]: 'filter' }
    for (let n = 0; n < 2; n++)
      expect(left((await tell(clerk, 'tap-1', answers)).body)).toEqual({ turn: 1, moved: 0, reminder: 0 })
    const { body } = await tell(clerk, 'tap-2', { [templates.turn]: 'accept', 'of-others': 'accept' })
    expect(body).toEqual({
      available: true,
      templates: [
        { id: templates.turn, name: 'turn', title: '到我办的事', left: 2 },
        { id: templates.moved, name: 'moved', title: '我的事有进展', left: 0 },
        { id: templates.reminder, name: 'reminder', title: '快到期、逾期提醒', left: 0 },
      ],
    })
    expect((await (await p.h.as(clerk)).get('/api/me/subscriptions')).body).toEqual(body)
  })

  it('counts for nothing where the template was banned, until they can agree again', async () => {
    await tell(clerk, 'tap-3', { [templates.turn]: 'accept' })
    expect(left((await tell(clerk, 'tap-4', { [templates.turn]: 'ban' })).body)).toMatchObject({ turn: 0 })
    expect(left((await tell(clerk, 'tap-5', { [templates.turn]: 'accept' })).body)).toMatchObject({ turn: 2 })
  })

  it('six taps at the same time are six', async () => {
    await Promise.all(Array.from({ length: 6 }, (_, n) => tell(clerk, `race-${n}`, { [templates.turn]: 'accept' })))
    expect((await p.left(clerk, 'turn'))[0]).toBe(6)
  })

  it('an attempt to send takes one, once; given back it is not taken by the same attempt again', async () => {
    const { consents } = p.h.house.stores
    await tell(clerk, 'tap-6', { [templates.turn]: 'accept' })
    const claim = (by: string) => consents.claim(clerk, templates.turn, by)
    expect([await claim('a'), await claim('a'), await claim('b')]).toEqual(['taken', 'held', 'none'])
    for (let n = 0; n < 2; n++) await consents.giveBack(clerk, templates.turn, 'a')
    expect([await claim('a'), await claim('b'), await claim('c')]).toEqual(['none', 'taken', 'none'])
    await consents.emptied(clerk, templates.turn)
    await consents.giveBack(clerk, templates.turn, 'b')
    expect((await p.left(clerk, 'turn'))[0]).toBe(0)
  })

  it('is nobody’s who has not signed in through WeChat, and refused where it is no answer', async () => {
    const { body } = await tell('neighbour-dongxi', 'tap-7', { [templates.turn]: 'accept' })
    expect(body).toEqual({ available: false, templates: [] })
    expect(await p.h.house.stores.consents.left('neighbour-dongxi', [templates.turn])).toEqual([0])
    expect((await tell(clerk, 'tap-8', { [templates.turn]: 'yes' })).status).toBe(400)
    const many = Object.fromEntries(Array.from({ length: 6 }, (_, n) => [`t${n}`, 'accept']))
    expect((await tell(clerk, 'tap-9', many)).status).toBe(400)
    expect((await p.h.send('GET', '/api/me/subscriptions')).status).toBe(401)
  })
})

describe('where no templates are set up', () => {
  it('nothing is noted and nothing sent', async () => {
    const h = await openHouse('sqlite')
    const { MINGWU_WECHAT_TEMPLATES: set, ...env } = environment(p.wechat)
    expect(wechatFrom(env, h.deps).wechatPush).toBeUndefined()
    expect(() => wechatFrom({ MINGWU_WECHAT_TEMPLATES: set }, h.deps)).toThrow('MINGWU_WECHAT_APPID')
    expect((await (await h.as(clerk)).get('/api/me/subscriptions')).body).toEqual({ available: false, templates: [] })
    expect(await p.send(h.house)).toEqual({ sent: 0 })
    await h.close()
  })
})
