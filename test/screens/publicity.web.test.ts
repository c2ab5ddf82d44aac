import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../support/chromium'
import { openHouse } from '../support/house'
import { serveHouse } from '../support/web'
import { tellOfTheAccounts } from './accounts'
import { browser } from './browser'
import { tellOfTheIdNumber } from './idNumber'
import { tellOfTheQuarter } from './quarter'

let chromium: Browser
beforeAll(async () => {
  chromium = await launchBrowser()
})
afterAll(() => chromium.close())

it.each([
  [
    'a month’s accounts are imported, reviewed by two, published, asked about on one line, corrected',
    tellOfTheAccounts,
  ],
  ['a quarter goes by and an item is missing', tellOfTheQuarter],
  ['an ID number tries to get out in five ways', tellOfTheIdNumber],
])(
  'in Chromium %s',
  async (_, tell) => {
    const h = await openHouse('sqlite')
    const web = await serveHouse(h)
    const context = await chromium.newContext({
      viewport: { width: 390, height: 844 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    })
    const page = await context.newPage()
    const errors: string[] = []
    page.on('pageerror', (e) => errors.push(String(e)))
    page.setDefaultTimeout(15_000)
    const today = () => new Date(h.clock.at + 8 * 36e5).toISOString().slice(0, 10)
    try {
      await tell(h, browser(page, web.origin, today), async (day) => {
        h.to(day, '10:00')
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
