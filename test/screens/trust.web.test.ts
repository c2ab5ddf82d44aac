import type { CaseView } from '@shared/schemas/views'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { hers, livedHere } from '../privacy/gone'
import { ensureBuilt } from '../support/builds'
import { launchBrowser } from '../support/chromium'
import { serveHouse } from '../support/web'
import { browser } from './browser'
import { type Screen, signInAs } from './screen'
import { openTrust, type Trust, tellOfTheAppeal, tellOfTheHand } from './trustStories'

let t: Trust
let chromium: Browser
let context: BrowserContext
let page: Page
let screen: Screen
let web: Awaited<ReturnType<typeof serveHouse>>
let errors: string[]
const today = () => new Date(t.h.clock.at + 8 * 36e5).toISOString().slice(0, 10)
beforeAll(async () => {
  await ensureBuilt('h5')
  chromium = await launchBrowser()
})
beforeEach(async () => {
  t = await openTrust()
  web = await serveHouse(t.h)
  context = await chromium.newContext({
    ...{ viewport: { width: 390, height: 844 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
  })
  page = await context.newPage()
  errors = []
  page.on('pageerror', (e) => errors.push(String(e)))
  page.setDefaultTimeout(15_000)
  await page.clock.setFixedTime(t.h.clock.at)
  screen = browser(page, web.origin, today)
})
afterEach(async () => {
  await context.close()
  await web.shut()
  await t.close()
  expect(errors).toEqual([])
})
afterAll(() => chromium.close())

it('someone at the database is found out', () => tellOfTheHand(t, screen), 120_000)
it('a complaint is answered, an appeal upheld', () => tellOfTheAppeal(t, screen), 120_000)

it('a villager takes what is kept of her, deletes her account, and neither phone nor village keep her words', async () => {
  const { request } = await livedHere(t.h)
  await signInAs(t.h, screen, hers.id)
  await screen.open(`/pages/case/index?id=${request.id}`)
  await screen.sees(hers.text)
  await screen.open('/pages/raise/index')
  await screen.type('text', hers.more)
  await screen.sees('已帮您存好草稿')

  await screen.open('/more/myData/index')
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/papers/my-data'))
  await screen.press('要一份带走')
  const { url } = (await (await answered).json()) as { url: string }
  await screen.sees('文件会存到这台设备的')
  const file = await fetch(new URL(url, web.origin))
  expect([file.status, (await file.arrayBuffer()).byteLength > 1000]).toEqual([200, true])

  await screen.press('我要注销')
  await screen.press('注销', '.mw-actions')
  await screen.sees('真的要注销，请写“注销”两个字。')
  await screen.type('sure', '注销')
  await screen.press('注销', '.mw-actions')
  await screen.press('先不注销')
  expect((await t.h.see('clerk-dongxi', request.id)).title).toContain('石阶')
  await screen.press('注销', '.mw-actions')
  await screen.press('注销，都删掉')
  await screen.sees('已经注销了')
  // but for the list of whom the demo can be tried as, which tells everyone of her
  const phone = await page.evaluate(() =>
    JSON.stringify(Object.entries(localStorage).filter(([name]) => !name.endsWith('/api/people/demo'))),
  )
  for (const word of [hers.id, hers.name, hers.text, hers.more]) expect(phone).not.toContain(word)
  await screen.press('看公开栏')
  await screen.open('/pages/me/index')
  await screen.sees('您还没有登录')

  await signInAs(t.h, screen, 'clerk-dongxi')
  await screen.open(`/pages/case/index?id=${request.id}`)
  await screen.sees('已按本人要求删除')
  const seen: CaseView = await t.h.see('clerk-dongxi', request.id)
  expect(JSON.stringify(seen)).not.toContain(hers.text)
  expect(await screen.text()).not.toContain(hers.text)
}, 120_000)
