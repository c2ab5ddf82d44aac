import { expect } from 'vitest'
import { checkpointAll } from '../../functions/checkpoints/checkpointAll'
import { type ByHand, opened } from '../chain/byHand'
import { canal, lamps, raise } from '../http/requesting'
import { openHouse, type TestHouse } from '../support/house'
import { type Screen, signInAs, stamp } from './screen'

export type Trust = { h: TestHouse; hand: ByHand; close: () => Promise<void> }

/** What the check of contents holds back here. */
export const heldBack = '黑龙潭'

/** A village whose log is signed daily, with a second hand at its database. */
export const openTrust = async (): Promise<Trust> => {
  const store = await opened.sqlite()
  const signingKey = Uint8Array.from({ length: 32 }, (_, i) => i)
  const h = await openHouse('sqlite', '2026-06-08T09:00:00+08:00', {
    ...{ table: store.table, signingKey },
    contentSafety: {
      words: async (text) => (text.includes(heldBack) ? 'risky' : 'pass'),
      picture: async () => 'pass',
    },
  })
  const close = async () => {
    await h.close()
    await store.shut()
  }
  return { h, hand: store.hand, close }
}

/** A villager verifies a case; then someone changes it at the database, and then puts an old copy of it all back. */
export const tellOfTheHand = async ({ h, hand }: Trust, screen: Screen) => {
  const { id } = await raise(h, 'villager-dongxi', lamps)
  await h.done('clerk-dongxi', id, { outcome: 'acknowledged' })
  await signInAs(h, screen, 'neighbour-dongxi')
  const verify = async (button = '核验一下') => {
    await screen.open(`/more/verify/index?id=${id}`)
    await screen.press(button)
    await screen.sees('和这台手机上次看到的接得上')
  }
  await verify()
  expect(await screen.text()).toContain('还没有封进总账')
  await checkpointAll(h.house)
  await verify()
  await verify()
  for (const good of ['2条记录一条扣一条', '到第2条，封在第1号总账（6月8日封的）里', '还是上次看到的第1号'])
    expect(await screen.text()).toContain(good)
  expect(await screen.text()).not.toContain('对不上的地方')
  await screen.picture('verify')
  await screen.open('/pages/boards/index')
  await screen.sees('第1号总账，核验码')
  expect(await screen.text()).not.toContain('接不上')

  // other words in it, at the database
  const whole = await hand.copy()
  const { body } = await hand.read(id)
  await hand.write(id, { body: body.replaceAll('三盏路灯不亮', '的灯都亮着') })
  await verify()
  await screen.sees('有对不上的地方。请截图留好，打电话给镇里')
  expect(await screen.text()).toContain('台账自己对不上')
  expect(await screen.text()).toContain('处对不上，头一处在第1条')
  expect(await screen.text()).toContain('打电话问')
  await screen.picture('verify-changed')
  await hand.write(id, { body })
  await verify()
  expect(await screen.text()).not.toContain('对不上的地方')

  // a day later there is another 总账; then the whole database is put back as it was, and that day's things are done otherwise
  h.to('2026-06-09')
  await raise(h, 'villager-dongxi', canal)
  await checkpointAll(h.house)
  await screen.open('/pages/boards/index')
  await screen.sees('第2号总账，核验码')
  await hand.putBack(whole)
  h.clock.at += 120_000
  await screen.open('/pages/boards/index')
  await screen.sees('村里的总账和这台手机上次看到的接不上')
  await screen.picture('alarm')
  await screen.press('核验一下，看看怎么办')
  await screen.sees('核验村里的总账')
  await screen.press('核验一下')
  await screen.sees('账被退回去过，或者换过。')
  await screen.press('问清楚了，从现在起重新记')
  await screen.open('/pages/boards/index')
  await screen.sees('第1号总账，核验码')
  expect(await screen.text()).not.toContain('接不上')
}

/** What a villager says of the app is answered by the township; words that it held back pass once an appeal is upheld. */
export const tellOfTheAppeal = async ({ h }: Trust, screen: Screen) => {
  const last = async () => {
    const { cards } = (
      await (
        await h.as('villager-dongxi')
      ).get<{ cards: { id: string }[] }>('/api/villages/dongxi/cases?workflow=feedback&mine=1')
    ).body
    return cards[0].id
  }
  await signInAs(h, screen, 'villager-dongxi')
  await screen.open('/more/feedback/index')
  await screen.sees('您还没有提过')
  await screen.press('我要说')
  await screen.press('交给镇里')
  await screen.sees('只有镇里负责的人看得到')
  await screen.press('投诉')
  await screen.type('text', '字太小，我爸看不清')
  await screen.press('交给镇里')
  await screen.sees('镇里会看，最晚15个工作日答复您')
  const complaint = await last()
  h.clock.at += 60_000

  // what was held back is appealed against from where it was refused, without being written a second time
  await screen.open('/pages/raise/index')
  await screen.type('text', `${heldBack}边的路塌了`)
  await screen.press('村道交通')
  await screen.press('全村看得到')
  await screen.press('提交，说事日去说')
  await screen.sees('觉得拦错了，请镇里看')
  await screen.press('觉得拦错了，请镇里看')
  await screen.sees('为什么觉得拦错了')
  await screen.type('text', '这是我们村的一口潭')
  await screen.press('交给镇里')
  await screen.sees('镇里会看，最晚15个工作日答复您')
  const appeal = await last()

  await signInAs(h, screen, 'township')
  await screen.open(`/office/act/index?id=${complaint}`)
  await screen.type('f-answer', '下一版把大字再放大')
  await stamp(screen, '落印：答复')
  await screen.open(`/office/act/index?id=${appeal}`)
  await screen.sees(`${heldBack}边的路塌了`)
  await screen.press('申诉成立，放行')
  await screen.type('f-answer', '是地名，放行')
  await screen.picture('feedback-answer')
  await stamp(screen, '落印：申诉成立，放行')

  await signInAs(h, screen, 'villager-dongxi')
  await screen.open(`/pages/case/index?id=${complaint}`)
  await screen.sees('下一版把大字再放大')
  await screen.sees('谁看过')
  await screen.open('/pages/raise/index')
  await screen.press('提交，说事日去说')
  await screen.sees('已经收到')
}
