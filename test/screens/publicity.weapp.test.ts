import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { ensureBuilt } from '../support/builds'
import { openHouse, type TestHouse } from '../support/house'
import { type OpenedApp, openApp } from '../support/weapp/openApp'
import { requestsTo } from '../support/weapp/requestsTo'
import { tellOfTheAccounts } from './accounts'
import { tellOfTheIdNumber } from './idNumber'
import { phone } from './phone'
import { tellOfTheQuarter } from './quarter'

let h: TestHouse
let app: OpenedApp
let dist: string
beforeAll(async () => {
  dist = await ensureBuilt('weapp')
})
beforeEach(async () => {
  h = await openHouse('sqlite')
  app = openApp({ dist, request: requestsTo(h.app), now: () => new Date(h.clock.at) })
})
afterEach(async () => {
  app.close()
  await h.close()
})

it.each([
  [
    'a month’s accounts are imported, reviewed by two, published, asked about on one line, corrected',
    tellOfTheAccounts,
  ],
  ['a quarter goes by and an item is missing', tellOfTheQuarter],
  ['an ID number tries to get out in five ways', tellOfTheIdNumber],
])(
  'in the WeChat build %s',
  async (_, tell) => {
    await tell(h, phone(app), async (day) => h.to(day, '10:00'))
    expect(app.consoleLog.filter((l) => l.level === 'error')).toEqual([])
  },
  120_000,
)
