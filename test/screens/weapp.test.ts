import { afterAll, beforeAll, expect, it } from 'vitest'
import { ensureBuilt } from '../support/builds'
import { openHouse, type TestHouse } from '../support/house'
import { type OpenedApp, openApp } from '../support/weapp/openApp'
import { requestsTo } from '../support/weapp/requestsTo'
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
