import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openSubscriptions, type Sending } from './subscriptions'

export const appId = 'wx-of-the-tests'
export const secret = 'the secret of the tests'
export const callbackToken = 'tokenOfTheTests'

type Check = { openid?: string; content?: string; media_url?: string; scene?: number; version?: number }
type Body = Check & Sending & { appid?: string; secret?: string; grant_type?: string; code?: string }
/** `done`: what was asked is done, and the answer lost on its way. `silent`: no answer ever comes. */
type Fault = ({ errcode: number } | { status: number } | { status: number; done: true }) | 'silent' | 'silentDone'

/**
 * WeChat's servers as far as we speak with them, over real HTTP: tokens, who signs in, telephone numbers, 订阅消息, 内容安全 of
 * words and pictures. Words are risky where they say 违规, doubtful where they say 存疑. Verdicts on pictures are given when a
 * test says so, through our callback.
 */
export const openWechat = async () => {
  const tokens: string[] = []
  const asked: (Check & { path: string })[] = []
  /** by path: what goes wrong with the next calls, first things first */
  const faults = new Map<string, Fault[]>()
  const traces: string[] = []
  const subscriptions = openSubscriptions()
  /** codes that a phone was given: whose, each good once */
  const codes = new Map<string, { gives: string; used?: true }>()

  const wrongAccount = (given: Body | URLSearchParams): object | undefined => {
    const [id, key] =
      given instanceof URLSearchParams ? [given.get('appid'), given.get('secret')] : [given.appid, given.secret]
    if (id !== appId) return { errcode: 40013, errmsg: 'invalid appid' }
    return key === secret ? undefined : { errcode: 40125, errmsg: 'invalid appsecret' }
  }
  const newToken = (type: string | null | undefined) => {
    if (type !== 'client_credential') return { errcode: 40002, errmsg: 'invalid grant_type' }
    tokens.push(`token-${tokens.length + 1}`)
    return { access_token: tokens.at(-1), expires_in: 7200 }
  }
  const redeem = (code: string | null | undefined): { gives: string } | object => {
    const found = codes.get(code ?? '')
    if (!found) return { errcode: 40029, errmsg: 'invalid code' }
    if (found.used) return { errcode: 40163, errmsg: 'code been used' }
    found.used = true
    return found
  }
  const signedIn = (query: URLSearchParams): object => {
    if (query.get('grant_type') !== 'authorization_code') return { errcode: 40002, errmsg: 'invalid grant_type' }
    const found = redeem(query.get('js_code'))
    if (!('gives' in found)) return found
    subscriptions.known.add(found.gives)
    return { openid: found.gives, session_key: randomUUID() }
  }
  const phoneNumber = ({ code }: Body): object => {
    const found = redeem(code)
    if (!('gives' in found)) return found
    const number = { phoneNumber: found.gives, purePhoneNumber: found.gives, countryCode: '86' }
    return {
      errcode: 0,
      errmsg: 'ok',
      phone_info: { ...number, watermark: { appid: appId, timestamp: 1_780_300_000 } },
    }
  }
  const checked = (path: string, body: Check): object => {
    if (!body.openid) return { errcode: 40003, errmsg: 'invalid openid' }
    if (body.version !== 2 || body.scene !== 2) return { errcode: 40129, errmsg: 'invalid scene' }
    asked.push({ ...body, path })
    if (path === '/wxa/msg_sec_check') {
      const { content = '' } = body
      if (!content || [...content].length > 2500) return { errcode: 44002, errmsg: 'invalid content' }
      const suggest = content.includes('违规') ? 'risky' : content.includes('存疑') ? 'review' : 'pass'
      return { errcode: 0, errmsg: 'ok', result: { suggest, label: suggest === 'pass' ? 100 : 20001 }, detail: [] }
    }
    if (path !== '/wxa/media_check_async' || !body.media_url) return { errcode: 47001, errmsg: 'data format error' }
    traces.push(randomUUID())
    return { errcode: 0, errmsg: 'ok', trace_id: traces.at(-1) }
  }

  const answer = (call: string, query: URLSearchParams, body: Body): object => {
    if (call === 'POST /cgi-bin/stable_token') return wrongAccount(body) ?? newToken(body.grant_type)
    if (call === 'GET /cgi-bin/token') return wrongAccount(query) ?? newToken(query.get('grant_type'))
    if (call === 'GET /sns/jscode2session') return wrongAccount(query) ?? signedIn(query)
    if (query.get('access_token') !== tokens.at(-1)) return { errcode: 40001, errmsg: 'invalid credential' }
    if (call === 'POST /wxa/business/getuserphonenumber') return phoneNumber(body)
    if (call === 'POST /cgi-bin/message/subscribe/send') return subscriptions.send(body)
    return checked(call.slice('POST '.length), body)
  }

  const server = createServer(async (incoming, outgoing) => {
    const { pathname, searchParams } = new URL(incoming.url!, 'http://wechat')
    const text = await textOf(incoming)
    const fault = faults.get(pathname)?.shift()
    const isDone = !fault || fault === 'silentDone' || (typeof fault === 'object' && 'done' in fault)
    const done = isDone ? answer(`${incoming.method} ${pathname}`, searchParams, text ? JSON.parse(text) : {}) : {}
    if (fault === 'silent' || fault === 'silentDone') return
    const status = fault && 'status' in fault ? fault.status : 200
    const said = fault ? { errmsg: 'as the test asked', ...fault } : done
    outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const newCode = (gives: string): string => {
    const code = randomUUID()
    codes.set(code, { gives })
    return code
  }

  return {
    api: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ tokens, asked, traces, subscriptions },
    fails: (path: string, ...with_: Fault[]) => faults.set(path, with_),
    /** What `wx.login` gives the phone of someone, and what the button for a telephone number gives. */
    ...{ loginCode: newCode, phoneCode: newCode },
    /** Says what it thinks of a picture, at the address of our callback, signed. Gives what we answered. */
    tells: async (address: string, trace: string, suggest: string) => {
      const body = JSON.stringify(verdict(trace, suggest))
      const headers = { 'content-type': 'application/json' }
      return (await fetch(`${address}/api/wechat/callback?${proof()}`, { method: 'POST', headers, body })).text()
    },
    shut: () => {
      server.closeAllConnections()
      return new Promise<void>((done) => server.close(() => done()))
    },
  }
}

export type Wechat = Awaited<ReturnType<typeof openWechat>>

const textOf = async (incoming: IncomingMessage) => Buffer.concat(await incoming.toArray()).toString()

/** How WeChat proves that a message is its own. */
export const proof = (token = callbackToken) => {
  const [timestamp, nonce] = ['1780300000', '1374891']
  const signature = createHash('sha1').update([token, timestamp, nonce].sort().join('')).digest('hex')
  return new URLSearchParams({ signature, timestamp, nonce })
}

/** What WeChat sends when it has looked at a picture, in plain JSON. */
export const verdict = (trace: string, suggest: string, more: object = {}) => ({
  ...{ ToUserName: 'gh_1', FromUserName: 'o1', CreateTime: 1_780_300_000, MsgType: 'event', Event: 'wxa_media_check' },
  ...{ appid: appId, trace_id: trace, version: 2, detail: [], errcode: 0, errmsg: 'ok' },
  result: { suggest, label: suggest === 'pass' ? 100 : 20002 },
  ...more,
})
