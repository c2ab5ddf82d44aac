import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { ensureBuilt } from '../support/builds'
import { openHouse, type TestHouse } from '../support/house'
import { type OpenedApp, openApp } from '../support/weapp/openApp'
import { requestsTo } from '../support/weapp/requestsTo'
import { tellOfTheElder } from './elder'
import { tellOfTheMigrant } from './faraway'
import { tellOfTheHearing } from './hearing'
import { phone } from './phone'

let h: TestHouse
let app: OpenedApp
let dist: string
beforeAll(async () => {
  dist = await ensureBuilt('weapp')
})
const started = (from?: OpenedApp) =>
  openApp({
    ...{ dist, request: requestsTo(h.app), now: () => new Date(h.clock.at) },
    ...(from && { storage: from.storage, files: from.files }),
  })
beforeEach(async () => {
  h = await openHouse('sqlite')
  app = started()
})
afterEach(async () => {
  app.close()
  await h.close()
})

it.each([
  [
    'an elder’s matter is entered at the door, heard in the evening, handled late, reopened, looked at again',
    tellOfTheElder,
  ],
  ['a migrant raises from far away without signal', tellOfTheMigrant],
  ['a dispute goes to a hearing and its outcome is published', tellOfTheHearing],
])(
  'in the WeChat build %s',
  async (_, tell) => {
    const reopened = (from: OpenedApp) => {
      from.close()
      app = started(from)
      return app
    }
    await tell(h, phone(app, reopened), async (day, time = '10:00') => h.to(day, time))
    expect(app.consoleLog.filter((l) => l.level === 'error')).toEqual([])
  },
  120_000,
)
