import { type Refusal, refuse } from '@shared/engine/refusal'
import { type Ask, codeOf, type getter, NotAsked, WechatError } from './ask'

/** Who somebody is to our mini-program, and their telephone number, each from a code that WeChat gave their phone, good once. */
export type WechatLogin = {
  openIdOf: (code: string) => Promise<string | Refusal>
  phoneOf: (code: string) => Promise<string | Refusal>
}

type Account = {
  appId: string
  secret: string
  get: ReturnType<typeof getter>
  /** asks with an access token */
  ask: Ask
  /** how long a question may take, in milliseconds */
  patience?: number
}

/** invalid code · code been used */
const spent = [40029, 40163]
/** 次数到上限 (of the minute, of the day) */
const tooOften = [45011, 45009]

const refusalOf = (what: string, error: unknown): Refusal => {
  if (error instanceof WechatError && spent.includes(error.code))
    return refuse('badRequest', '微信给的凭证过期了，或者已经用过。请回到上一页，再点一次登录。')
  console.error('wechat', what, codeOf(error))
  if (error instanceof WechatError && tooOften.includes(error.code))
    return refuse('tooManyRequests', '现在登录的人太多，请等一分钟再点登录。')
  if (error instanceof WechatError || error instanceof NotAsked || error instanceof Error)
    return refuse('notNow', '微信那边现在没有回应，请等一分钟再点登录。也可以用邀请码在网页上登录。')
  throw error
}

/** Speaks with WeChat about who signs in. What it says besides (its session key) isn't kept. */
export const openLogin = ({ appId, secret, get, ask, patience = 5_000 }: Account): WechatLogin => ({
  openIdOf: async (code) => {
    const asked = { appid: appId, secret, js_code: code, grant_type: 'authorization_code' }
    try {
      return (await get<{ openid: string }>('/sns/jscode2session', asked, AbortSignal.timeout(patience))).openid
    } catch (error) {
      return refusalOf('login', error)
    }
  },
  phoneOf: async (code) => {
    type Told = { phone_info: { purePhoneNumber: string; countryCode: string } }
    try {
      const told = await ask<Told>('/wxa/business/getuserphonenumber', { code }, AbortSignal.timeout(patience))
      return told.phone_info.purePhoneNumber
    } catch (error) {
      return refusalOf('phone', error)
    }
  },
})
