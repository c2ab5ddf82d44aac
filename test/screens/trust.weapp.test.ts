import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { ensureBuilt } from '../support/builds'
import { type OpenedApp, openApp } from '../support/weapp/openApp'
import { requestsTo } from '../support/weapp/requestsTo'
import { phone } from './phone'
import { openTrust, type Trust, tellOfTheAppeal, tellOfTheHand } from './trustStories'

let t: Trust
let app: OpenedApp
let dist: string
beforeAll(async () => {
  dist = await ensureBuilt('weapp')
})
beforeEach(async () => {
  t = await openTrust()
  app = openApp({ dist, request: requestsTo(t.h.app), now: () => new Date(t.h.clock.at) })
})
afterEach(async () => {
  app.close()
  await t.close()
})

it.each([
  ['someone at the database is found out', tellOfTheHand],
  ['a complaint is answered, an appeal upheld', tellOfTheAppeal],
] as const)(
  'in the WeChat build %s',
  async (_, tell) => {
    await tell(t, phone(app))
    expect(app.consoleLog.filter((l) => l.level === 'error')).toEqual([])
  },
  120_000,
)
