import type { AccountView, SignedIn } from '@shared/schemas/accountViews'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../support/builds'
import { openHouse, type TestHouse } from '../support/house'
import { type OpenedApp, openApp } from '../support/weapp/openApp'
import { requestsTo } from '../support/weapp/requestsTo'
import { Failed } from '../support/weapp/wx/call'

const minute = 60_000

describe('a sign-in on the phone (K5)', () => {
  let h: TestHouse
  let dist: string
  let app: OpenedApp
  /** The next answer to a renewal is lost on its way back. */
  let loses = false
  beforeAll(async () => {
    dist = await ensureBuilt('weapp')
  })
  beforeEach(async () => {
    h = await openHouse('sqlite')
    loses = false
    app = start(await signedIn())
  })
  afterEach(async () => {
    app.close()
    await h.close()
  })

  const signedIn = async () => (await h.send<SignedIn>('POST', '/api/sign-in/demo', { person: 'villager-dongxi' })).body
  const start = (session: unknown) => {
    const send = requestsTo(h.app)
    return openApp({
      ...{ dist, storage: { session }, now: () => new Date(h.clock.at) },
      request: async (url, init) => {
        const answer = await send(url, init)
        if (!loses || !url.endsWith('/sign-in/refresh')) return answer
        loses = false
        throw new Failed('request:fail timeout')
      },
    })
  }
  const session = () => app.storage.session as SignedIn | undefined
  const renewals = () => app.requests.filter(({ url }) => url.endsWith('/sign-in/refresh'))
  const devices = async (token: string) =>
    (await h.send<AccountView>('GET', '/api/account', undefined, token)).body.signIns.map(({ id }) => id)

  it('asks nothing anew for half an hour, and once for all calls that wait when it is over', async () => {
    h.clock.at += 29 * minute
    await app.openPage('pages/me/index')
    expect(renewals()).toHaveLength(0)
    const { token } = session()!
    h.clock.at += 2 * minute
    // the page itself, the one under it and what waits to be sent ask at once
    await app.openPage('more/account/index')
    await app.switchTab('我的')
    await app.switchTab('说事')
    expect(renewals()).toHaveLength(1)
    expect(session()?.token).not.toBe(token)
    expect(session()?.person.id).toBe('villager-dongxi')
  })

  it('calls that were sent side by side share one renewal, and each is answered', async () => {
    h.clock.at += 31 * minute
    const page = await app.openPage('more/account/index')
    const expired = app.requests.filter(({ headers }) => headers.authorization).length
    expect(expired).toBeGreaterThan(1)
    expect(renewals()).toHaveLength(1)
    expect(page.text).toContain('登录着的设备')
    expect(page.text).toContain('本机')
  })

  it('is renewed for what is written, too: leaving after an hour ends the sign-in on the server', async () => {
    const other = await signedIn()
    expect(await devices(other.token)).toHaveLength(2)
    const page = await app.openPage('pages/me/index')
    h.clock.at += 60 * minute
    await page.tap(page.byText('退出登录'))
    await app.idle(400)
    expect(session()).toBeUndefined()
    const { body } = await h.send<SignedIn>('POST', '/api/sign-in/refresh', { refresh: other.refresh })
    expect(await devices(body.token)).toHaveLength(1)
  })

  it('is over when it was revoked from another device, with words that say so', async () => {
    const other = await signedIn()
    const all = await devices(other.token)
    const mine = (await h.send<AccountView>('GET', '/api/account', undefined, other.token)).body.signIns.find(
      (s) => s.mine,
    )
    const first = all.find((id) => id !== mine?.id)
    await h.send('POST', `/api/account/sign-ins/${first}/revoke`, {}, other.token)
    h.clock.at += 31 * minute
    const page = await app.openPage('more/account/index')
    expect(session()).toBeUndefined()
    expect(page.text).toContain('您还没有登录')
  })

  it('isn’t lost without network, nor when the answer to the renewal is', async () => {
    h.clock.at += 31 * minute
    app.offline = true
    await app.openPage('more/account/index')
    expect(session()?.person.id).toBe('villager-dongxi')
    app.offline = false
    loses = true
    await app.openPage('pages/me/index')
    expect(loses).toBe(false)
    expect(session()?.person.id).toBe('villager-dongxi')
    const page = await app.openPage('more/account/index')
    expect(page.text).toContain('本机')
    expect(new Set(renewals().map(({ body }) => body)).size).toBeLessThanOrEqual(2)
  })

  it('of a phone that signed in before there were renewals is over, without an error', async () => {
    app.close()
    const { token, person } = await signedIn()
    app = start({ token, person })
    h.clock.at += 31 * minute
    const page = await app.openPage('more/account/index')
    expect(session()).toBeUndefined()
    expect(page.text).toContain('您还没有登录')
  })
})
