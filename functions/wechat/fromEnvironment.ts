import { dayInChina } from '@shared/calendar'
import type { Deps } from '../deps'
import { fileStore } from '../store/fileStore'
import { withAccessToken } from './accessToken'
import { asker, getter } from './ask'
import { openContentSafety } from './contentSafety'
import { openLogin } from './login'
import { openSubscribeMessage } from './subscribeMessage'
import { templatesFrom } from './templates'

type Wechat = Pick<Deps, 'contentSafety' | 'wechatCallback' | 'wechatLogin' | 'wechatPush'>
type Environment = Readonly<Record<string, string | undefined>>

/** WeChat answers within half an hour; how long the question is remembered, in milliseconds. */
const kept = 7 * 86_400_000

/**
 * What WeChat does for us, from `MINGWU_WECHAT_APPID`, `MINGWU_WECHAT_SECRET`, `MINGWU_WECHAT_CALLBACK_TOKEN`: all three or
 * none, for without the callback no verdict on a picture would ever come; and, where messages are sent as well,
 * `MINGWU_WECHAT_TEMPLATES`. Throws when some are missing or can't be read.
 */
export const wechatFrom = (env: Environment, { table, now }: Pick<Deps, 'table' | 'now'>): Wechat => {
  const { MINGWU_WECHAT_APPID: appId, MINGWU_WECHAT_SECRET: secret, MINGWU_WECHAT_CALLBACK_TOKEN: token } = env
  const set = env.MINGWU_WECHAT_TEMPLATES
  if (!appId && !secret && !token && !set) return {}
  if (!appId || !secret || !token)
    throw new Error(
      '接微信（检查内容、发提醒）要同时设 MINGWU_WECHAT_APPID、MINGWU_WECHAT_SECRET 和 MINGWU_WECHAT_CALLBACK_TOKEN（消息推送里的令牌）。',
    )
  const api = env.MINGWU_WECHAT_API || 'https://api.weixin.qq.com'
  const plainly = asker(api)
  const ask = withAccessToken({ appId, secret, now, ask: plainly })
  const files = fileStore(table)
  return {
    contentSafety: openContentSafety({
      ask,
      traced: (trace, file) => files.trace(trace, file, dayInChina(now() + kept)),
    }),
    ...(set && { wechatPush: { templates: templatesFrom(set), send: openSubscribeMessage({ ask }) } }),
    wechatCallback: { appId, token },
    wechatLogin: openLogin({ appId, secret, get: getter(api), ask }),
  }
}
