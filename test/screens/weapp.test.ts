import { afterAll, beforeAll, expect, it } from 'vitest'
import { ensureBuilt } from '../support/builds'
import { openHouse, type TestHouse } from '../support/house'
import { type OpenedApp, openApp } from '../support/weapp/openApp'
import { requestsTo } from '../support/weapp/requestsTo'
import { raisedOf, sayWithoutNetwork } from './noNetwork'
import { phone } from './phone'
import { tellOfTheRoad } from './road'

let h: TestHouse
let app: OpenedApp
beforeAll(async () => {
  const dist = await ensureBuilt('weapp')
  h = await openHouse('sqlite')
  app = openApp({ dist, request: requestsTo(h.app), now: () => new Date(h.clock.at) })
})
afterAll(async () => {
  app.close()
  await h.close()
})

it('the WeChat build walks the whole story, as villager, clerk, secretary, director and township', async () => {
  await tellOfTheRoad(h, phone(app), async (day) => h.to(day, '10:00'))
  expect(app.consoleLog.filter((l) => l.level === 'error')).toEqual([])
}, 120_000)

it('what was said without network survives a restart of the phone and is sent once when the network is back', async () => {
  await sayWithoutNetwork(h, phone(app))
  const again = openApp({
    dist: await ensureBuilt('weapp'),
    request: requestsTo(h.app),
    now: () => new Date(h.clock.at),
    storage: app.storage,
  })
  again.offline = true
  const screen = phone(again)
  await screen.open('/pages/speak/index')
  await screen.sees('1件说事等着发')
  await screen.offline(false)
  await expect.poll(() => raisedOf(h), { timeout: 5000 }).toBe(1)
  await screen.open('/pages/speak/index')
  await screen.sees('四组路口拐弯看不见对面来车')
  expect(await screen.text()).not.toContain('等着发')
  expect(await raisedOf(h)).toBe(1)
  again.close()
}, 60_000)
