import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../support/chromium'
import { openHouse, type TestHouse } from '../support/house'
import { serveHouse } from '../support/web'
import { browser } from './browser'
import { raisedOf, sayWithoutNetwork } from './noNetwork'
import { tellOfTheRoad } from './road'

let h: TestHouse
let chromium: Browser
let page: Page
let web: Awaited<ReturnType<typeof serveHouse>>
const errors: string[] = []
beforeAll(async () => {
  h = await openHouse('sqlite')
  web = await serveHouse(h)
  chromium = await launchBrowser()
  const context = await chromium.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  page = await context.newPage()
  page.on('pageerror', (e) => errors.push(String(e)))
  page.setDefaultTimeout(15_000)
})
afterAll(async () => {
  await chromium.close()
  await web.shut()
  await h.close()
})

it('the web page in Chromium walks the whole story, as villager, clerk, secretary, director and township', async () => {
  const today = () => new Date(h.clock.at + 8 * 36e5).toISOString().slice(0, 10)
  await tellOfTheRoad(h, browser(page, web.origin, today), async (day) => {
    h.to(day, '10:00')
    await page.clock.setFixedTime(h.clock.at)
  })
  expect(errors).toEqual([])
}, 240_000)

it('what was said without network waits in the browser and is sent once when the network is back', async () => {
  const screen = browser(page, web.origin, () => '')
  await sayWithoutNetwork(h, screen)
  await screen.offline(false)
  await expect.poll(() => raisedOf(h), { timeout: 10_000 }).toBe(1)
  await page.reload()
  await screen.sees('四组路口拐弯看不见对面来车')
  expect(await screen.text()).not.toContain('等着发')
  expect(await raisedOf(h)).toBe(1)
}, 60_000)
