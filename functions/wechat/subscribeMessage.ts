import { type Ask, codeOf, NotAsked, WechatError } from './ask'
import { type Facts, type Template, templateData } from './templates'

/**
 * Asks WeChat to write to someone. `sent`: it took the message; `refused`: they agree no more; `failed`: it will never take
 * this one; `later`: it took nothing now and may later; `unknown`: it may have taken it, so it mustn't be asked again.
 */
export type SendMessage = (
  openId: string,
  template: Template,
  facts: Facts,
  page: string,
) => Promise<'sent' | 'refused' | 'failed' | 'later' | 'unknown'>

/** 用户拒绝接受消息 */
const refused = 43101
/** 系统繁忙 · 令牌 · 次数到上限 (of the day, of the minute) */
const passing = [-1, 40001, 42001, 45009, 45011]
/** The connection was never made. */
const unreached = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']

type Sender = {
  /** asks with an access token */
  ask: Ask
  /** how long a question may take, in milliseconds */
  patience?: number
}

/** 订阅消息, one for each time that someone agreed. What goes wrong is logged without a word of the message. */
export const openSubscribeMessage =
  ({ ask, patience = 10_000 }: Sender): SendMessage =>
  async (touser, template, facts, page) => {
    const message = {
      ...{ touser, template_id: template.id, page, data: templateData(template, facts) },
      ...{ miniprogram_state: 'formal', lang: 'zh_CN' },
    }
    try {
      await ask('/cgi-bin/message/subscribe/send', message, AbortSignal.timeout(patience))
      return 'sent'
    } catch (error) {
      const told = toldBy(error)
      if (told !== 'refused') console.error('push', told, codeOf(error))
      return told
    }
  }

const toldBy = (error: unknown) => {
  if (error instanceof NotAsked) return 'later'
  if (!(error instanceof WechatError)) return isUnreached(error) ? 'later' : 'unknown'
  if (error.code === refused) return 'refused'
  // below that are statuses of HTTP: who answered so may have passed it on before
  if (error.code >= 100 && error.code < 600) return 'unknown'
  return passing.includes(error.code) ? 'later' : 'failed'
}

const isUnreached = (error: unknown): boolean => {
  const cause = error instanceof Error && (error.cause as { code?: string } | undefined)
  return Boolean(cause && unreached.includes(cause.code ?? ''))
}
