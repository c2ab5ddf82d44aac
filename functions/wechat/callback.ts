import { createHash } from 'node:crypto'
import { refuse } from '@shared/engine/refusal'
import { z } from '@shared/schemas/zod'
import { bodyLimit } from 'hono/body-limit'
import { safeHeaders } from '../http/headers'
import { refused } from '../http/refuse'
import type { Route } from '../http/serve'
import { sameText } from '../sameText'
import { verdictOf } from './contentSafety'

/** A verdict on a picture, as 消息推送 sends it in plain JSON (明文模式). More stands in it than is read. */
const mediaCheck = z.object({
  appid: z.string(),
  Event: z.literal('wxa_media_check'),
  trace_id: z.string().regex(/^[\w-]{1,128}$/),
  errcode: z.int().default(0),
  result: z.object({ suggest: z.string() }).optional(),
})

/**
 * Where WeChat says later what it thinks of a picture, at the address that is set under 开发管理→消息推送. Every message proves
 * that its sender knows our token. A trace that we don't know is answered like any other, or WeChat would send it again.
 */
export const callbackRoutes: Route = (_, house, app) => {
  const { wechatCallback: ours } = house
  if (!ours) return
  const path = '/api/wechat/callback'
  const forged = refuse('notInScope', '签名不对，没有收下。')

  app.get(path, (c) => {
    if (!isSigned(ours.token, c.req.query())) return refused(c, forged)
    return c.text(c.req.query('echostr') ?? '', 200, safeHeaders)
  })

  const limited = bodyLimit({ maxSize: 64 * 1024, onError: (c) => refused(c, refuse('tooLarge')) })
  app.post(path, limited, async (c) => {
    if (!isSigned(ours.token, c.req.query())) return refused(c, forged)
    const event = mediaCheck.safeParse(await c.req.json().catch(() => undefined))
    if (event.success && event.data.appid === ours.appId) {
      const { trace_id, errcode, result } = event.data
      const file = await house.stores.files.traced(trace_id)
      const said = errcode === 0 ? verdictOf(result) : 'unknown'
      if (file) await house.stores.files.judged(file, said)
    }
    return c.text('success', 200, safeHeaders)
  })
}

type Proof = { signature?: string; timestamp?: string; nonce?: string }

/** SHA-1 over token, time and nonce in the order of their letters: WeChat's own rule. */
const isSigned = (token: string, { signature = '', timestamp = '', nonce = '' }: Proof): boolean => {
  const whole = [token, timestamp, nonce].sort().join('')
  const ours = createHash('sha1').update(whole).digest('hex')
  return sameText(ours, signature)
}
