import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillWithDemo } from '../../functions/demo'
import { launchBrowser } from '../support/chromium'
import { openHouse, type TestHouse } from '../support/house'
import { serveHouse } from '../support/web'
import { faults } from './axe'
import { browser } from './browser'
import { signInAs } from './screen'

let h: TestHouse
let chromium: Browser
let web: Awaited<ReturnType<typeof serveHouse>>
const found: Record<string, string> = {}
beforeAll(async () => {
  h = await openHouse('sqlite', '2026-11-22T10:00:00+08:00')
  await fillWithDemo(h.deps)
  web = await serveHouse(h)
  chromium = await launchBrowser()
  const cards = async (person: string, path: string) =>
    (await (await h.as(person)).get<{ cards: { id: string; title: string }[] }>(path)).body.cards
  const finance = (of: string) => cards('villager-dongxi', `/api/villages/dongxi/boards/finance?item=${of}`)
  found.notice = (await finance('F03'))[0].id
  found.debts = (await finance('F06'))[0].id
  found.correction = (await cards('clerk-dongxi', '/api/villages/dongxi/cases?workflow=correction'))[0].id
  found.question = (await cards('clerk-dongxi', '/api/villages/dongxi/cases?workflow=objection'))[0].id
  found.matter = (await cards('villager-dongxi', '/api/villages/dongxi/cases?workflow=matterOfRepresentatives'))[0].id
  found.request = (await cards('villager-dongxi', '/api/villages/dongxi/cases?workflow=request&mine=1'))[0].id
  found.session = (await cards('villager-dongxi', '/api/villages/dongxi/cases?workflow=session'))[0].id
  found.todo = (await cards('secretary-dongxi', '/api/backlog?scope=me'))[0].id
})
afterAll(async () => {
  await chromium.close()
  await web.shut()
  await h.close()
})

const screens: readonly (readonly [name: string, person: string, address: () => string])[] = [
  ['boards', 'villager-dongxi', () => '/pages/boards/index'],
  ['speak', 'villager-dongxi', () => '/pages/speak/index'],
  ['matters', 'villager-dongxi', () => '/pages/matters/index'],
  ['me', 'secretary-dongxi', () => '/pages/me/index'],
  ['notice', 'villager-dongxi', () => `/pages/case/index?id=${found.notice}`],
  ['list of debts', 'villager-dongxi', () => `/pages/case/index?id=${found.debts}`],
  ['correction', 'villager-dongxi', () => `/pages/case/index?id=${found.correction}`],
  ['question', 'clerk-dongxi', () => `/pages/case/index?id=${found.question}`],
  ['ask', 'villager-dongxi', () => `/more/ask/index?about=${found.notice}&row=3`],
  ['inbox', 'clerk-dongxi', () => '/more/inbox/index'],
  ['disclosure', 'villager-dongxi', () => '/more/disclosure/index'],
  ['search', 'villager-dongxi', () => '/more/search/index?q=公开'],
  ['guides', 'villager-dongxi', () => '/more/guides/index'],
  ['questioning', 'representative-dongxi', () => '/more/questioning/index'],
  ['matter', 'villager-dongxi', () => `/pages/case/index?id=${found.matter}`],
  ['request', 'villager-dongxi', () => `/pages/case/index?id=${found.request}`],
  ['answers', 'villager-dongxi', () => '/more/answers/index'],
  ['rates', 'villager-dongxi', () => '/more/rates/index'],
  ['sessions', 'villager-dongxi', () => '/more/sessions/index'],
  ['session', 'villager-dongxi', () => `/pages/case/index?id=${found.session}`],
  ['raise', 'villager-dongxi', () => '/pages/raise/index'],
  ['signIn', 'villager-dongxi', () => '/more/signIn/index'],
  ['agreement', 'villager-dongxi', () => '/more/agreement/index'],
  ['account', 'villager-dongxi', () => '/more/account/index'],
  ['my data', 'villager-dongxi', () => '/more/myData/index'],
  ['feedback', 'villager-dongxi', () => '/more/feedback/index'],
  ['writing feedback', 'villager-dongxi', () => '/more/feedback/index?kind=appeal'],
  ['verify', 'villager-dongxi', () => `/more/verify/index?id=${found.notice}`],
  ['villages', 'villager-dongxi', () => '/pages/villages/index'],
  ['desk', 'secretary-dongxi', () => '/office/desk/index'],
  ['act', 'secretary-dongxi', () => `/office/act/index?id=${found.todo}`],
  ['open', 'clerk-dongxi', () => '/office/open/index?workflow=notice'],
  ['correct', 'clerk-dongxi', () => `/office/open/index?workflow=correction&from=${found.notice}`],
  ['papers', 'clerk-dongxi', () => `/office/papers/index?id=${found.notice}`],
  ['monitor', 'township', () => '/office/monitor/index'],
  ['matrix', 'township', () => '/office/matrix/index'],
  ['orders', 'township', () => '/office/orders/index'],
  ['catalogue', 'township', () => '/office/catalogue/index'],
  ['settings', 'township', () => '/office/settings/index'],
  ['report', 'township', () => '/office/reports/index'],
  ['watch', 'township', () => '/office/watch/index'],
  ['invites', 'clerk-dongxi', () => '/office/invites/index'],
  ['staff', 'township', () => '/office/staff/index?place=dongxi'],
  ['erase', 'township', () => `/office/erase/index?id=${found.request}`],
  ['county', 'county', () => '/office/county/index'],
  ['holidays', 'county', () => '/office/holidays/index'],
  ['editGuides', 'clerk-dongxi', () => '/office/guides/index?place=dongxi'],
  ['writing guides', 'clerk-dongxi', () => '/office/guides/index?place=dongxi&guide=new'],
]

const pages = new Map<string, Page>()
/** One browser window a person: signing in once is enough. */
const windowOf = async (person: string): Promise<Page> => {
  const known = pages.get(person)
  if (known) return known
  const context = await chromium.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await page.clock.setFixedTime(h.clock.at)
  await signInAs(
    h,
    browser(page, web.origin, () => '2026-11-22'),
    person,
  )
  pages.set(person, page)
  return page
}

/** How far anything on the page reaches over its right edge, in px. */
const sideways = (page: Page) =>
  page.evaluate(() =>
    Math.max(0, ...[...document.querySelectorAll('.taro_page, body')].map((e) => e.scrollWidth - e.clientWidth)),
  )

/** What reaches over the right edge, when something does. */
const over = async (page: Page): Promise<string[]> =>
  (await sideways(page)) === 0
    ? []
    : page.evaluate(() =>
        [...document.querySelectorAll('.taro_page *')]
          .filter((e) => e.getBoundingClientRect().right > innerWidth + 0.5)
          .map((e) => `${e.className} ${e.getBoundingClientRect().right} ${e.textContent?.slice(0, 20)}`),
      )

describe('every screen', () => {
  it.each(screens)(
    '%s: axe knows no serious fault; it holds at 320 px and with letters twice as large',
    async (_, person, address) => {
      const page = await windowOf(person)
      await page.setViewportSize({ width: 390, height: 844 })
      await page.goto(web.origin + address())
      await page.waitForLoadState('networkidle')
      expect(await faults(page)).toEqual([])
      await page.setViewportSize({ width: 320, height: 640 })
      expect(await over(page)).toEqual([])
      await page.setViewportSize({ width: 390, height: 844 })
      const before = await letters(page)
      await page.addStyleTag({ content: '.mw-page { --mw-scale: 2 !important }' })
      expect(await letters(page)).toBeGreaterThan(before * 1.8)
      expect(await over(page)).toEqual([])
    },
  )
})

it('the township monitor and desk on a desktop: axe knows no serious fault, nothing scrolls sideways', async () => {
  const page = await windowOf('township')
  await page.setViewportSize({ width: 1440, height: 900 })
  for (const address of [
    '/office/monitor/index',
    '/office/matrix/index',
    '/office/orders/index',
    '/office/catalogue/index',
    '/office/settings/index',
    '/office/reports/index',
    '/office/watch/index',
    '/office/holidays/index',
    '/office/desk/index',
  ]) {
    await page.goto(web.origin + address)
    await page.waitForLoadState('networkidle')
    expect(await faults(page)).toEqual([])
    expect(await sideways(page)).toBe(0)
  }
})

/** The size of the page's reading text, in px. */
const letters = (page: Page) =>
  page.evaluate(() => Number.parseFloat(getComputedStyle(document.querySelector('.mw-page')!).fontSize))
