import { agreementVersion } from '@shared/agreement'
import type { SignedIn } from '@shared/schemas/accountViews'
import { TOTP } from 'otpauth'
import { wechatFrom } from '../../functions/wechat/fromEnvironment'
import { type EngineName, openHouse, type TestHouse } from '../support/house'
import { appId, callbackToken, openWechat, secret } from '../support/wechat/server'

export const agreed = agreementVersion
export const origin = 'https://mingwu.example'
export const noon = '2026-06-01T09:00:00+08:00'

/** A house in production with WeChat's servers beside it, where a test says from which address it calls. */
export const openAccounts = async (engine: EngineName = 'sqlite', more: object = {}) => {
  const wechat = await openWechat()
  const holder: { h?: TestHouse } = {}
  const environment = {
    ...{ MINGWU_WECHAT_APPID: appId, MINGWU_WECHAT_SECRET: secret, MINGWU_WECHAT_CALLBACK_TOKEN: callbackToken },
    MINGWU_WECHAT_API: wechat.api,
  }
  const wechatLogin = wechatFrom(environment, {
    table: undefined as never,
    now: () => holder.h!.clock.at,
  }).wechatLogin!
  const h = await openHouse(engine, noon, {
    ...{ webAddress: origin, wechatLogin, addressOf: (c) => c.req.header('x-from') ?? '1.1.1.1' },
    ...more,
  })
  holder.h = h
  type Sent<T> = { status: number; body: T; headers: Headers }
  /** A call with a token, from an address. No answer ever sets a cookie. */
  const post = async <T = SignedIn>(
    path: string,
    body: unknown,
    { token, from, method = 'POST' }: { token?: string; from?: string; method?: string } = {},
  ): Promise<Sent<T>> => {
    const headers = {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
      ...(from && { 'x-from': from }),
    }
    const response = await h.app.request(path, {
      method,
      headers,
      ...(method === 'POST' && { body: JSON.stringify(body) }),
    })
    if (response.headers.has('set-cookie')) throw new Error(`${path} sets a cookie`)
    const text = await response.text()
    return { status: response.status, body: JSON.parse(text) as T, headers: response.headers }
  }
  const get = <T>(path: string, token: string) => post<T>(path, undefined, { token, method: 'GET' })
  /** An invite for somebody of 东溪村's roster. */
  const invite = async (no: string, guardianAgreed?: string[]): Promise<string> => {
    const clerk = await h.as('clerk-dongxi')
    const { body } = await clerk.post<{ invites: { code: string }[] }>('/api/villages/dongxi/invites', {
      members: [no],
      ...(guardianAgreed && { guardianAgreed }),
    })
    return body.invites[0].code
  }
  const close = async () => {
    await h.close()
    await wechat.shut()
  }
  return { ...{ h, wechat, post, get, invite, close } }
}
export type Accounts = Awaited<ReturnType<typeof openAccounts>>

export const phone = '13800000001'
export const password = '三只山羊过桥去吃青草'

export const codeOf = (secret: string, at: number): string => new TOTP({ secret }).generate({ timestamp: at })

/** A clerk who has set a password and an authenticator: what they sign in with from now on. */
export const withPassword = async (a: Accounts, person = 'clerk-dongxi', number = phone) => {
  const township = await a.h.as('township')
  const { body: invited } = await township.post<{ code: string }>(`/api/places/dongxi/staff/${person}/invite`, {})
  const begun = await a.post<{ ticket: string }>('/api/sign-in/invite', {
    ...{ invite: invited.code, phone: number, agreed, ofAge: true },
  })
  const { ticket } = begun.body
  const { body: secret } = await a.post<{ secret: string }>('/api/sign-in/invite/password', { ticket, password })
  const code = codeOf(secret.secret, a.h.clock.at)
  const signedIn = await a.post('/api/sign-in/invite/code', { ticket, code, says: '办公室的电脑' })
  if (signedIn.status !== 200) throw new Error(JSON.stringify(signedIn.body))
  return { secret: secret.secret, ...signedIn.body, code: invited.code }
}

/** Both steps of a password. */
export const byPassword = async (
  a: Accounts,
  secret: string,
  more: { from?: string; device?: string; password?: string; phone?: string } = {},
) => {
  const first = await a.post<{ ticket: string; refusal?: string }>(
    '/api/sign-in/password',
    {
      phone: more.phone ?? phone,
      password: more.password ?? password,
      agreed,
      ...(more.device && { device: more.device }),
    },
    { from: more.from },
  )
  if (first.status !== 200) return first as unknown as { status: number; body: SignedIn & { refusal?: string } }
  return a.post<SignedIn & { refusal?: string }>(
    '/api/sign-in/password/code',
    { ticket: first.body.ticket, code: codeOf(secret, a.h.clock.at), says: '' },
    { from: more.from },
  )
}
