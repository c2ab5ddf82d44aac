import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export const appId = 'wx-of-the-tests'
export const secret = 'the secret of the tests'
export const callbackToken = 'tokenOfTheTests'

type Check = { openid?: string; content?: string; media_url?: string; scene?: number; version?: number }
type Fault = { errcode: number } | { status: number } | 'silent'

/**
 * WeChat's servers as far as we speak with them, over real HTTP: tokens, 内容安全 of words and pictures. Words are risky where
 * they say 违规, doubtful where they say 存疑. Verdicts on pictures are given when a test says so, through our callback.
 */
export const openWechat = async () => {
  const tokens: string[] = []
  const asked: (Check & { path: string })[] = []
  /** by path: what goes wrong with the next calls, first things first */
  const faults = new Map<string, Fault[]>()
  const traces: string[] = []

  const answer = (path: string, token: string | null, body: Check & { appid?: string; secret?: string }): object => {
    if (path === '/cgi-bin/stable_token') {
      if (body.appid !== appId || body.secret !== secret) return { errcode: 40125, errmsg: 'invalid appsecret' }
      tokens.push(`token-${tokens.length + 1}`)
      return { access_token: tokens.at(-1), expires_in: 7200 }
    }
    if (token !== tokens.at(-1)) return { errcode: 40001, errmsg: 'invalid credential' }
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

  const server = createServer(async (incoming, outgoing) => {
    const { pathname, searchParams } = new URL(incoming.url!, 'http://wechat')
    const body = JSON.parse(await textOf(incoming))
    const fault = faults.get(pathname)?.shift()
    if (fault === 'silent') return
    const status = fault && 'status' in fault ? fault.status : 200
    const said = fault
      ? { errmsg: 'as the test asked', ...fault }
      : answer(pathname, searchParams.get('access_token'), body)
    outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))

  return {
    api: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ tokens, asked, traces },
    fails: (path: string, ...with_: Fault[]) => faults.set(path, with_),
    shut: () => {
      server.closeAllConnections()
      return new Promise<void>((done) => server.close(() => done()))
    },
  }
}

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
