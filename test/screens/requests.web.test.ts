import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser, withMicrophone } from '../support/chromium'
import { openHouse } from '../support/house'
import { serveHouse } from '../support/web'
import { browser } from './browser'
import { tellOfTheElder } from './elder'
import { tellOfTheMigrant } from './faraway'
import { tellOfTheHearing } from './hearing'

let chromium: Browser
beforeAll(async () => {
  chromium = await launchBrowser(...withMicrophone)
})
afterAll(() => chromium.close())

it.each([
  [
    'an elder’s matter is entered at the door, heard in the evening, handled late, reopened, looked at again',
    tellOfTheElder,
  ],
  ['a migrant raises from far away without signal', tellOfTheMigrant],
  ['a dispute goes to a hearing and its outcome is published', tellOfTheHearing],
])(
  'in Chromium %s',
  async (_, tell) => {
    const h = await openHouse('sqlite')
    const web = await serveHouse(h)
    const context = await chromium.newContext({
      viewport: { width: 390, height: 844 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      permissions: ['microphone'],
    })
    const page = await context.newPage()
    const errors: string[] = []
    page.on('pageerror', (e) => errors.push(String(e)))
    page.setDefaultTimeout(15_000)
    const today = () => new Date(h.clock.at + 8 * 36e5).toISOString().slice(0, 10)
    try {
      await tell(h, browser(page, web.origin, today), async (day, time = '10:00') => {
        h.to(day, time)
        await page.clock.setFixedTime(h.clock.at)
      })
      expect(errors).toEqual([])
    } finally {
      await context.close()
      await web.shut()
      await h.close()
    }
  },
  240_000,
)
