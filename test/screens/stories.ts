import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { ensureBuilt } from '../support/builds'
import { launchBrowser, withMicrophone } from '../support/chromium'
import { openHouse, type TestHouse } from '../support/house'
import { type OpenedApp, openApp } from '../support/weapp/openApp'
import { requestsTo } from '../support/weapp/requestsTo'
import { serveHouse } from '../support/web'
import { browser } from './browser'
import { phone } from './phone'
import type { Screen } from './screen'

/** Tells it on a screen; `moved` sets the day, and the hour where it matters. */
export type Tell = (h: TestHouse, screen: Screen, moved: (day: string, time?: string) => Promise<void>) => Promise<void>
export type Stories = readonly (readonly [string, Tell])[]
/** The same where there is a window, with the page itself: keys, focus, what axe says. */
type TellInWindow = (h: TestHouse, screen: Screen, moved: Parameters<Tell>[2], page: Page) => Promise<void>
type Told = readonly [name: string, tell: TellInWindow, viewport?: { width: number; height: number }]

/** Each story told in a browser, over HTTP; in a window as large as a phone unless told. */
export const toldInChromium = (stories: readonly Told[]) => {
  let chromium: Browser
  beforeAll(async () => {
    // a build takes longer than a story
    await ensureBuilt('h5')
    chromium = await launchBrowser(...withMicrophone)
  })
  afterAll(() => chromium.close())

  it.each(stories.map(([name, tell, viewport = { width: 390, height: 844 }]) => [name, tell, viewport] as const))(
    'in Chromium %s',
    async (_, tell, viewport) => {
      const h = await openHouse('sqlite')
      const web = await serveHouse(h)
      const context = await chromium.newContext({
        viewport,
        ...{ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', permissions: ['microphone'] },
      })
      const page = await context.newPage()
      const errors: string[] = []
      page.on('pageerror', (e) => errors.push(String(e)))
      page.setDefaultTimeout(15_000)
      const today = () => new Date(h.clock.at + 8 * 36e5).toISOString().slice(0, 10)
      try {
        const moved = async (day: string, time = '10:00') => {
          h.to(day, time)
          await page.clock.setFixedTime(h.clock.at)
        }
        await tell(h, browser(page, web.origin, today), moved, page)
        expect(errors).toEqual([])
      } finally {
        await context.close()
        await web.shut()
        await h.close()
      }
    },
    240_000,
  )
}

/** Each story told on the executed WeChat build. */
export const toldInWechat = (stories: Stories) => {
  let h: TestHouse
  let app: OpenedApp
  let dist: string
  const started = (from?: OpenedApp) =>
    openApp({
      ...{ dist, request: requestsTo(h.app), now: () => new Date(h.clock.at) },
      ...(from && { storage: from.storage, files: from.files }),
    })
  beforeAll(async () => {
    dist = await ensureBuilt('weapp')
  })
  beforeEach(async () => {
    h = await openHouse('sqlite')
    app = started()
  })
  afterEach(async () => {
    app.close()
    await h.close()
  })

  it.each(stories)(
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
}
