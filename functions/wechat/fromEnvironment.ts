import { dayInChina } from '@shared/calendar'
import type { Deps } from '../deps'
import { fileStore } from '../store/fileStore'
import { withAccessToken } from './accessToken'
import { asker } from './ask'
import { openContentSafety } from './contentSafety'

type Wechat = Pick<Deps, 'contentSafety' | 'wechatCallback'>
type Environment = Readonly<Record<string, string | undefined>>

/** WeChat answers within half an hour; how long the question is remembered, in milliseconds. */
const kept = 7 * 86_400_000

/**
 * What WeChat does for us, from `MINGWU_WECHAT_APPID`, `MINGWU_WECHAT_SECRET`, `MINGWU_WECHAT_CALLBACK_TOKEN`: all three or
 * none, for without the callback no verdict on a picture would ever come. Throws when some are missing.
 */
export const wechatFrom = (env: Environment, { table, now }: Pick<Deps, 'table' | 'now'>): Wechat => {
  const { MINGWU_WECHAT_APPID: appId, MINGWU_WECHAT_SECRET: secret, MINGWU_WECHAT_CALLBACK_TOKEN: token } = env
  if (!appId && !secret && !token) return {}
  if (!appId || !secret || !token)
    throw new Error(
      '接微信要同时设 MINGWU_WECHAT_APPID、MINGWU_WECHAT_SECRET 和 MINGWU_WECHAT_CALLBACK_TOKEN（消息推送里的令牌）。',
    )
  const ask = asker(env.MINGWU_WECHAT_API || 'https://api.weixin.qq.com')
  const files = fileStore(table)
  return {
    contentSafety: openContentSafety({
      ask: withAccessToken({ appId, secret, now, ask }),
      traced: (trace, file) => files.trace(trace, file, dayInChina(now() + kept)),
    }),
    wechatCallback: { appId, token },
  }
}
