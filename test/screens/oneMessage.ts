import { expect } from 'vitest'
import { clockwork } from '../../functions/clockwork'
import { wechatFrom } from '../../functions/wechat/fromEnvironment'
import { environment, fields, templates } from '../http/pushing'
import type { TestHouse } from '../support/house'
import { openWechat } from '../support/wechat/server'
import { type Screen, signInAs } from './screen'

const person = 'villager-dongxi'

/** In WeChat: a tap agrees to one message of each kind, the first that is news of a matter goes out, and it is said that none is left. */
export const tellOfOneMessage = async (h: TestHouse, screen: Screen, moved: (day: string) => Promise<void>) => {
  const wechat = await openWechat()
  try {
    for (const id of Object.values(templates)) wechat.subscriptions.templates.set(id, fields)
    h.house.wechatPush = wechatFrom(environment(wechat), h.deps).wechatPush
    const stored = (await h.house.stores.people.get(person))!
    await h.house.stores.people.save({ ...stored, openId: 'o-villager' })
    wechat.subscriptions.known.add('o-villager')

    await moved('2026-06-01')
    const text = '四组桥头的栏杆松了'
    const { id } = await h.open(person, 'request', { text, category: 'utilities', visibility: 'villagers' })
    await signInAs(h, screen, person)
    await screen.open('/more/inbox/index')
    await screen.sees('我的事有进展：不会提醒')
    await screen.press('再提醒我一次')
    await screen.sees('我的事有进展：还能提醒1次')
    // what WeChat keeps of the same tap
    for (const template of Object.values(templates)) wechat.subscriptions.agrees('o-villager', template)

    await moved('2026-06-02')
    await h.done('clerk-dongxi', id, { outcome: 'acknowledged', form: {} })
    await clockwork(h.house)
    expect(wechat.subscriptions.delivered).toHaveLength(1)
    await signInAs(h, screen, person)
    await screen.open('/more/inbox/index')
    await screen.sees(text)
    await screen.sees('我的事有进展：不会提醒')
    await screen.sees('快到期、逾期提醒：还能提醒1次')
  } finally {
    await wechat.shut()
  }
}
