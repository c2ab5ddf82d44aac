import type { AccountView, SignedIn } from '@shared/schemas/accountViews'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Accounts, openAccounts } from '../accounts/signing'
import { ensureBuilt } from '../support/builds'
import { type OpenedApp, openApp } from '../support/weapp/openApp'
import { requestsTo } from '../support/weapp/requestsTo'
import { phone } from './phone'
import type { Screen } from './screen'

let a: Accounts
let app: OpenedApp
let screen: Screen
beforeAll(async () => {
  const dist = await ensureBuilt('weapp')
  a = await openAccounts('sqlite', { webAddress: undefined })
  app = openApp({ dist, request: requestsTo(a.h.app), now: () => new Date(a.h.clock.at) })
  screen = phone(app)
})
afterAll(async () => {
  app.close()
  await a.close()
})

const called = (api: string) => app.calls.filter((call) => call.api === api).length
const me = () => (app.storage.session as SignedIn | undefined)?.person

it('nothing about anyone is asked of WeChat before both boxes were ticked and the button was pressed', async () => {
  await screen.open('/more/signIn/index')
  await screen.press('用自己的账号登录')
  expect(await screen.text()).not.toContain('微信登录')
  await screen.press('同意，去登录')
  await screen.sees('请先看说明，再勾选')
  await screen.press('我看过并同意这份说明')
  await screen.press('同意，去登录')
  await screen.sees('还差一项')
  expect(app.privacy.isAgreed).toBe(false)
  expect(called('login')).toBe(0)
  await screen.press('我已满14周岁')
  await screen.press('同意，去登录')
  await screen.sees('微信登录')
  expect(app.privacy.isAgreed).toBe(true)
  expect(called('login')).toBe(0)
}, 60_000)

it('a WeChat that isn’t bound is bound by the phone number that the village has, and then it is the villager', async () => {
  const clerk = await a.h.as('clerk-dongxi')
  await clerk.post('/api/villages/dongxi/contacts', { rows: [{ no: '1-008-1', phone: '13800003333' }] })
  app.loginCode = a.wechat.loginCode('open-story')
  await screen.press('微信登录')
  await screen.sees('这个微信第一次来')
  // whoever doesn't let WeChat give the number is told of the other way
  await screen.press('用手机号绑定')
  await screen.sees('可以用村里给的邀请码绑定')
  app.phoneCode = a.wechat.phoneCode('13800003333')
  await screen.press('用手机号绑定')
  await expect.poll(me).toMatchObject({ village: 'dongxi' })
  await screen.open('/pages/me/index')
  await screen.sees(me()!.name)
  expect(app.privacy.early).toEqual([])
}, 60_000)

it('the same WeChat signs in by itself afterwards; unbound, it is nobody’s again', async () => {
  const first = me()?.id
  await screen.press('退出登录')
  expect(me()).toBeUndefined()
  await screen.open('/more/signIn/index')
  await screen.press('用自己的账号登录')
  app.loginCode = a.wechat.loginCode('open-story')
  await screen.press('微信登录')
  await expect.poll(() => me()?.id).toBe(first)
  await screen.open('/more/account/index')
  await screen.press('解除绑定')
  await screen.sees('微信通知也收不到')
  await screen.press('解除绑定', '.mw-dialog')
  await screen.sees('微信绑定已经解除')
  const { token } = app.storage.session as SignedIn
  expect((await a.get<AccountView>('/api/account', token)).body.wechat).toBe(false)
  app.loginCode = a.wechat.loginCode('open-story')
  const again = await a.post<{ ticket?: string }>('/api/sign-in/wechat', {
    ...{ code: a.wechat.loginCode('open-story'), agreed: app.storage.agreement },
  })
  expect(again.body.ticket).toBeDefined()
  expect(app.consoleLog.filter((l) => l.level === 'error')).toEqual([])
}, 60_000)
