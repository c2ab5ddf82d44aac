import { afterAll, beforeAll, expect, it } from 'vitest'
import { phone } from '../screens/phone'
import { signInAs, stamp } from '../screens/screen'
import { ensureBuilt } from '../support/builds'
import { openHouse, type TestHouse } from '../support/house'
import { type OpenedApp, openApp } from '../support/weapp/openApp'
import { requestsTo } from '../support/weapp/requestsTo'

let h: TestHouse
let app: OpenedApp
beforeAll(async () => {
  h = await openHouse('sqlite', '2026-06-08T09:00:00+08:00')
  app = openApp({
    ...{ dist: await ensureBuilt('weapp'), request: requestsTo(h.app), now: () => new Date(h.clock.at) },
  })
})
afterAll(async () => {
  app?.close()
  await h?.close()
})

it('a villager asks for a seal, the director agrees, the keeper stamps, the clerk takes the register over: in WeChat', async () => {
  const screen = phone(app)
  await signInAs(h, screen, 'villager-dongxi')
  await screen.open('/more/seals/asking')
  await screen.press('担保')
  await screen.sees('村民委员会不得提供担保，这个章不能盖')
  expect(await screen.text()).not.toContain('提交申请')
  await screen.press('换一种文件')
  await screen.press('证明、介绍信')
  await screen.press('村民委员会公章')
  await screen.type('document', '居住证明')
  await screen.type('purpose', '孩子上学')
  await screen.type('copies', '2')
  await screen.press('写全了')
  await screen.press('提交申请')
  await screen.sees('已经收到')

  const [card] = (await (await h.as('director-dongxi')).get<{ cards: { id: string }[] }>('/api/backlog?mark=章')).body
    .cards
  await signInAs(h, screen, 'director-dongxi')
  await screen.open(`/office/act/index?id=${card.id}`)
  await screen.sees('谁要用')
  await screen.sees('材料齐，内容和申请的一样')
  await screen.press('同意用章')
  await screen.sees('落印后记进用章台账，全村可查。')
  await stamp(screen, '落印：同意用章')

  await signInAs(h, screen, 'keeper-dongxi')
  await screen.open(`/office/act/index?id=${card.id}`)
  await screen.press('盖好了，登记')
  await screen.choose('f-stampedOn', '2026-06-08')
  await screen.type('f-stamped', '2')
  await screen.press('村里，章没有带出去')
  await stamp(screen, '落印：盖好了，登记')

  await signInAs(h, screen, 'neighbour-dongxi')
  await screen.open('/more/seals/index')
  await screen.sees('盖章1次，共2份')
  await screen.sees('居住证明，2份')
  expect(await screen.text()).not.toContain('林桂香')

  await signInAs(h, screen, 'clerk-dongxi')
  await screen.open('/more/seals/index')
  await screen.sees('林桂香申请')
  await screen.press('把这个月的用章登记公开')
  await screen.press('从用章台账取')
  await screen.sees('从1件用章申请取来1行。请核对。')
  await screen.press('从用章台账取')
  await screen.sees('1件用章申请里的1行都已经在上面了，没有再加。')
})

it('a bill over the township’s line leads to the decisions; where there are none it says what to do', async () => {
  const screen = phone(app)
  await signInAs(h, screen, 'clerk-dongxi')
  await screen.open('/office/bills/index')
  await screen.press('报一笔账')
  await screen.sees('一笔超过50,000.00元的，要有通过的决议。')
  await screen.press('按决议报账')
  await screen.sees('没有通过的、还有钱的决议')
})

it('the township begins an audit of whom the list names, and finds it among those in hand', async () => {
  const screen = phone(app)
  await signInAs(h, screen, 'township')
  await screen.open('/office/audits/index')
  await screen.press('开始审计阮海生')
  await screen.sees('东溪村，村委会主任')
  await screen.press('开始审计', '.mw-actions')
  await screen.sees('接着：发审计通知。')
  await screen.open('/office/audits/index')
  await screen.press('正在审1', '.mw-seg')
  await screen.sees('阮海生')
})
