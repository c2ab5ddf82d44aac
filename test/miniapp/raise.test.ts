import type { CaseView } from '@shared/schemas/views'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { browser } from '../screens/browser'
import { signInAs } from '../screens/screen'
import { launchBrowser, withMicrophone } from '../support/chromium'
import { openHouse, type TestHouse } from '../support/house'
import { pictures } from '../support/pictures'
import { serveHouse } from '../support/web'

let h: TestHouse
let chromium: Browser
let web: Awaited<ReturnType<typeof serveHouse>>
let context: BrowserContext
let day = 1
beforeAll(async () => {
  h = await openHouse('sqlite')
  web = await serveHouse(h)
  chromium = await launchBrowser(...withMicrophone)
})
beforeEach(async () => {
  h.to(`2026-06-${String(++day).padStart(2, '0')}`)
  context = await chromium.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
})
afterEach(() => context.close())
afterAll(async () => {
  await chromium?.close()
  await web?.shut()
  await h?.close()
})

const tab = async () => {
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  return { page, screen: browser(page, web.origin, () => '') }
}
type Tab = Awaited<ReturnType<typeof tab>>
const onRaise = async ({ page, screen }: Tab) => {
  await screen.open('/pages/raise/index')
  await page.locator('#text textarea').waitFor()
}
const two = async (person: string) => {
  const a = await tab()
  await signInAs(h, a.screen, person)
  await onRaise(a)
  const b = await tab()
  await onRaise(b)
  return [a, b] as const
}
const choose = async ({ screen }: Tab) => {
  await screen.press('村道交通')
  await screen.press('全村看得到')
}
const typed = (page: Page) => page.locator('#text textarea').inputValue()
const mine = async (person: string) => {
  const me = await h.as(person)
  const { body } = await me.get<{ cards: { id: string; title: string }[] }>(
    '/api/villages/dongxi/cases?workflow=request&mine=1',
  )
  return body.cards
}

it('two tabs write on one draft: the later writer wins, the other is told; what one sends, the other doesn’t send again', async () => {
  const [a, b] = await two('neighbour-dongxi')
  await a.screen.type('text', '村口拐弯的地方看不见来车')
  await expect.poll(() => typed(b.page)).toBe('村口拐弯的地方看不见来车')
  await b.screen.type('text', '村口拐弯的地方看不见来车，要一面镜子')
  await a.screen.sees('这份草稿在别处改过，已经换成新的。')
  expect(await typed(a.page)).toBe('村口拐弯的地方看不见来车，要一面镜子')
  await choose(a)
  await a.screen.press('提交，说事日去说')
  await a.screen.sees('已经收到')
  await b.screen.sees('这一件已经发出去了')
  expect(await mine('neighbour-dongxi')).toHaveLength(1)
  await b.screen.press('再说一件')
  await expect.poll(() => typed(b.page)).toBe('')
}, 60_000)

it('two tabs send the same draft at the same moment: it is one request, and neither asks for it again', async () => {
  const [a, b] = await two('villager-dongxi')
  await a.screen.type('text', '水渠的闸门关不紧，田里一直漏水')
  await choose(a)
  await b.screen.sees('这份草稿在别处改过')
  await expect.poll(() => typed(b.page)).toBe('水渠的闸门关不紧，田里一直漏水')
  await b.page.locator('[aria-checked=true]', { hasText: '全村看得到' }).waitFor()
  const press = ({ page }: Tab) =>
    // gone where the other tab's answer was faster: then it has been told already
    page.evaluate(() => document.querySelector<HTMLElement>('.mw-actions .mw-btn.primary')?.click())
  // both stand there to be pressed; then at one moment
  for (const { page } of [a, b]) await page.locator('.mw-actions .mw-btn.primary').waitFor()
  await Promise.all([press(a), press(b)])
  for (const { page } of [a, b])
    await page
      .getByText(/已经收到|已经发出去了/)
      .first()
      .waitFor()
  expect(await mine('villager-dongxi')).toHaveLength(1)
}, 60_000)

it('records two seconds of what the microphone hears, plays them, and sends them along', async () => {
  const a = await tab()
  await signInAs(h, a.screen, 'representative-dongxi')
  await onRaise(a)
  await a.screen.press('按一下，开始说话')
  await a.page.getByText('已经录了2秒，说完按一下').click()
  await a.page.getByLabel(/^播放语音[23]秒$/).click()
  await a.screen.sees('正在放，点一下停')
  await a.page.getByText('正在放，点一下停').waitFor({ state: 'detached' })
  expect(await a.screen.text()).not.toContain('没放出来')
  await a.page.reload()
  await a.page.getByLabel(/^播放语音[23]秒$/).waitFor()
  await a.screen.type('text', '录音里说的是水泵的声音不对')
  await choose(a)
  await a.screen.press('提交，说事日去说')
  await a.screen.sees('已经收到')
  const [{ id }] = await mine('representative-dongxi')
  const sent: CaseView = await h.see('representative-dongxi', id)
  expect(sent.files).toHaveLength(1)
  expect(sent.files[0].type).toMatch(/^audio\//)
  expect([2, 3]).toContain(sent.files[0].seconds)
}, 60_000)

it('refuses the tenth photo in words', async () => {
  const a = await tab()
  await signInAs(h, a.screen, 'villager-dongxi')
  await onRaise(a)
  const chooser = a.page.waitForEvent('filechooser')
  await a.screen.press('加照片', '#photos')
  const photo = (n: number) => ({
    ...{ name: `${n}.png`, mimeType: 'image/png', buffer: Buffer.from(pictures['image/png']) },
  })
  await (await chooser).setFiles(Array.from({ length: 11 }, (_, n) => photo(n)))
  await a.screen.sees('最多9张，多选的2张没有放进来。')
  await expect.poll(() => a.page.locator('#photos img').count()).toBe(9)
}, 60_000)
