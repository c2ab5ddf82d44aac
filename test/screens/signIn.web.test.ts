import type { AccountView, SignedIn } from '@shared/schemas/accountViews'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type Accounts, codeOf, openAccounts, password } from '../accounts/signing'
import { ensureBuilt } from '../support/builds'
import { launchBrowser } from '../support/chromium'
import { openApp } from '../support/weapp/openApp'
import { requestsTo } from '../support/weapp/requestsTo'
import { serveHouse } from '../support/web'
import { browser } from './browser'
import { phone } from './phone'
import type { Screen } from './screen'

let a: Accounts
let chromium: Browser
let context: BrowserContext
let page: Page
let screen: Screen
let web: Awaited<ReturnType<typeof serveHouse>>
let origin: string
const errors: string[] = []
beforeAll(async () => {
  a = await openAccounts('sqlite', { webAddress: undefined })
  web = await serveHouse(a.h)
  // a passkey belongs to a name, never to a number
  origin = web.origin.replace('127.0.0.1', 'localhost')
  chromium = await launchBrowser()
})
beforeEach(async () => {
  await context?.close()
  context = await chromium.newContext({
    ...{ viewport: { width: 390, height: 844 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
  })
  page = await context.newPage()
  page.on('pageerror', (e) => errors.push(String(e)))
  page.setDefaultTimeout(15_000)
  screen = browser(page, origin, () => '2026-06-01')
})
afterAll(async () => {
  await chromium.close()
  await web.shut()
  await a.close()
})

const session = (): Promise<SignedIn | undefined> =>
  page.evaluate(() => JSON.parse(localStorage.getItem('session') ?? '{}').data ?? undefined)
const signedInAs = () => expect.poll(async () => (await session())?.person.id, { timeout: 10_000 })

/** Opens the sign-in page and agrees, unless this browser has. */
const begin = async () => {
  await screen.open('/more/signIn/index')
  await screen.press('用自己的账号登录')
  if ((await screen.text()).includes('怎么登录')) return
  await screen.press('我看过并同意这份说明')
  await screen.press('我已满14周岁')
  await screen.press('同意，去登录')
}
const leave = async () => {
  await screen.open('/pages/me/index')
  await screen.press('退出登录')
  await screen.sees('您还没有登录')
}

it('an office-holder sets a password and an authenticator by an invite, leaves, and comes in again by both', async () => {
  const township = await a.h.as('township')
  const { body } = await township.post<{ code: string }>('/api/places/dongxi/staff/clerk-dongxi/invite', {})
  await begin()
  await screen.press('第一次登录，用邀请码')
  await screen.type('invite', body.code)
  await screen.type('phone', '1380000')
  await screen.press('下一步')
  await screen.sees('手机号是11位数字，从1开头。')
  await screen.type('phone', '13800000001')
  await screen.press('下一步')
  await screen.sees('是您，就设一种以后登录的办法')
  await screen.press('设密码和验证器')
  await screen.type('password', '12345678')
  await screen.type('again', '12345678')
  await screen.press('下一步，设验证器')
  await screen.sees('至少10个字符')
  await screen.type('password', password)
  await screen.type('again', password)
  await screen.press('下一步，设验证器')
  await screen.sees('第二步，设验证器')
  const secret = (await page.locator('.sign-secret').innerText()).replaceAll(' ', '')
  await screen.type('code', codeOf(secret, a.h.clock.at))
  await screen.press('设好了，登录')
  await signedInAs().toBe('clerk-dongxi')
  await leave()

  a.h.clock.at += 60_000
  await begin()
  await screen.press('工作人员，用密码')
  await screen.type('phone', '13800000001')
  await screen.type('password', 'wrong password')
  await screen.press('下一步')
  await screen.sees('没有登录上')
  await screen.type('password', password)
  await screen.press('下一步')
  await screen.sees('打开手机上的验证器')
  await screen.type('code', codeOf(secret, a.h.clock.at))
  await page.locator('.sign-under').getByText('登录', { exact: true }).click()
  await signedInAs().toBe('clerk-dongxi')
  await screen.open('/more/account/index')
  await screen.sees('密码和验证器')
  expect(errors).toEqual([])
}, 120_000)

it('a villager makes a passkey by an invite, comes in by it again, and can’t drop the only way in', async () => {
  const cdp = await context.newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
  const code = await a.invite('1-016-1')
  await begin()
  await screen.press('第一次登录，用邀请码')
  await screen.type('invite', code)
  await screen.type('phone', '13800004444')
  await screen.press('下一步')
  await screen.sees('是您，就设一种以后登录的办法')
  expect(await screen.text()).not.toContain('设密码和验证器')
  await screen.press('用指纹、刷脸或锁屏密码')
  await expect.poll(async () => (await session())?.person.village, { timeout: 10_000 }).toBe('dongxi')
  const { id } = (await session())!.person
  await leave()
  await begin()
  await screen.press('指纹、刷脸或锁屏密码')
  await signedInAs().toBe(id)
  await screen.open('/more/account/index')
  await screen.press('删掉')
  await screen.press('删掉', '.mw-dialog')
  await screen.sees('这是您唯一的登录办法')
  await screen.press('先不动')
  await screen.press('在这台设备上加一把通行密钥')
  await screen.sees('这台设备上已经有您的通行密钥了')
  const { token } = (await session())!
  expect((await a.get<AccountView>('/api/account', token)).body.passkeys).toHaveLength(1)
  expect(errors).toEqual([])
}, 120_000)

it('the web page is signed in by the mini-program, which must choose the number that the page shows', async () => {
  let text = ''
  page.on('response', async (response) => {
    if (response.url().endsWith('/sign-in/scan')) text = ((await response.json()) as { text: string }).text
  })
  await begin()
  await screen.press('用手机微信扫码')
  await page.locator('.sign-number').waitFor()
  const number = await page.locator('.sign-number').innerText()
  const { body } = await a.post('/api/sign-in/demo', { person: 'neighbour-dongxi' })
  const app = openApp({
    ...{ dist: await ensureBuilt('weapp'), request: requestsTo(a.h.app), now: () => new Date(a.h.clock.at) },
    storage: { session: body },
    wx: { scanCode: ({ success }: { success: (found: object) => void }) => success({ result: text }) },
  })
  const wechat = phone(app)
  await wechat.open('/more/account/index')
  await wechat.press('扫码登录电脑')
  await wechat.sees('想用您的账号登录')
  await wechat.press(number)
  await wechat.sees('电脑已经登录')
  app.close()
  await signedInAs().toBe('neighbour-dongxi')
  expect(errors).toEqual([])
}, 120_000)
