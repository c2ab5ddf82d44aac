/** What a template's field of a kind may hold, as WeChat documents it. */
const kinds: Readonly<Record<string, (value: string) => boolean>> = {
  thing: (v) => v !== '' && [...v].length <= 20 && /^[\p{L}\p{N}\p{P}\p{Zs}+=<>~|^$￥℃]+$/u.test(v),
  phrase: (v) => /^\p{Script=Han}{1,5}$/u.test(v),
  name: (v) => /^\p{Script=Han}{1,10}$/u.test(v) || /^[A-Za-z .]{1,20}$/.test(v),
  character_string: (v) => /^[!-~]{1,32}$/.test(v),
  date: (v) => /^\d{4}年\d{1,2}月\d{1,2}日( \d{2}:\d{2})?$/.test(v),
  time: (v) => /^(\d{4}年\d{1,2}月\d{1,2}日 )?\d{2}:\d{2}$/.test(v),
}

export type Sending = {
  touser?: string
  template_id?: string
  page?: string
  miniprogram_state?: string
  data?: Record<string, { value?: unknown }>
}

/** 订阅消息: who agreed to how many of which template, what was delivered, and every reason for which WeChat takes none. */
export const openSubscriptions = () => {
  /** the fields of each template, by its id */
  const templates = new Map<string, readonly string[]>()
  const left = new Map<string, number>()
  const known = new Set<string>()
  const delivered: Required<Sending>[] = []
  const pages = ['pages/case/index']
  const key = (openId: string, template: string) => `${openId} ${template}`

  const judge = (message: Sending): { errcode: number; errmsg: string; msgid?: number } => {
    const { touser = '', template_id = '', page = '', data = {} } = message
    if (!known.has(touser)) return { errcode: 40003, errmsg: 'invalid openid' }
    const fields = templates.get(template_id)
    if (!fields) return { errcode: 40037, errmsg: 'invalid template_id' }
    if (!pages.includes(page.split('?')[0]!)) return { errcode: 41030, errmsg: 'invalid page' }
    const wrong = [...fields, ...Object.keys(data)].find((field) => {
      const value = data[field]?.value
      return !fields.includes(field) || typeof value !== 'string' || !kinds[field.replace(/\d+$/, '')]?.(value)
    })
    if (wrong) return { errcode: 47003, errmsg: `argument invalid! data.${wrong}.value invalid` }
    const agreed = left.get(key(touser, template_id)) ?? 0
    if (agreed === 0) return { errcode: 43101, errmsg: 'user refuse to accept the msg' }
    left.set(key(touser, template_id), agreed - 1)
    delivered.push({ miniprogram_state: 'formal', touser, template_id, page, data })
    return { errcode: 0, errmsg: 'ok', msgid: delivered.length }
  }
  /** what was answered, one after the other */
  const answers: number[] = []
  return {
    send(message: Sending): object {
      const answer = judge(message)
      answers.push(answer.errcode)
      return answer
    },
    ...{ templates, delivered, known, answers },
    /** Someone taps 允许 so many times. */
    agrees(openId: string, template: string, times = 1) {
      known.add(openId)
      left.set(key(openId, template), (left.get(key(openId, template)) ?? 0) + times)
    },
    /** Someone switches it off in WeChat's own settings. */
    refuses: (openId: string, template: string) => left.set(key(openId, template), 0),
    left: (openId: string, template: string) => left.get(key(openId, template)) ?? 0,
  }
}
