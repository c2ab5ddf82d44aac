import Taro from '@tarojs/taro'

/** Whether people sign in with WeChat here. */
export const isWechat: boolean = process.env.TARO_ENV === 'weapp'

/** A code by which the server learns from WeChat who this is, good once. Undefined when WeChat gave none. */
export const wechatCode = (): Promise<string | undefined> =>
  Taro.login().then(
    ({ code }) => code || undefined,
    () => undefined,
  )

type PhoneEvent = { detail: { code?: string; errMsg?: string } }

/** What the button for the phone number gave: a code for the server, or why there is none, in words. */
export function phoneCodeOf(event: unknown): { code: string; says?: undefined } | { code?: undefined; says: string } {
  const { code, errMsg = '' } = (event as PhoneEvent).detail
  if (code) return { code }
  return {
    says: errMsg.includes('deny')
      ? '您没有同意给手机号。没关系，可以用村里给的邀请码绑定。'
      : '微信没有给出手机号。请再点一次，或者用村里给的邀请码绑定。',
  }
}
