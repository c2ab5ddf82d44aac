import { type Ask, NotAsked, WechatError } from './ask'

/** A token is taken for old so long before it is, in milliseconds. */
const early = 5 * 60_000
/** What WeChat says to a token that it doesn't know, or no more. */
const stale = [40001, 42001]

type Account = { appId: string; secret: string; now: () => number; ask: Ask }

/**
 * Asks in the name of our mini-program, with one token until shortly before it expires; one that WeChat no longer takes is
 * replaced once. Throws `NotAsked` where no token was to be had.
 */
export const withAccessToken = ({ appId, secret, now, ask }: Account): Ask => {
  let token: { value: string; until: number } | undefined
  let asking: Promise<string> | undefined

  const get = async (signal: AbortSignal): Promise<string> => {
    const asked = { grant_type: 'client_credential', appid: appId, secret }
    const path = '/cgi-bin/stable_token'
    const got = await ask<{ access_token: string; expires_in: number }>(path, asked, signal).catch((cause: unknown) => {
      throw new NotAsked(path, { cause })
    })
    token = { value: got.access_token, until: now() + got.expires_in * 1000 - early }
    return got.access_token
  }
  const current = async (signal: AbortSignal): Promise<string> => {
    if (token && now() < token.until) return token.value
    // whoever comes meanwhile waits for the same one
    asking ??= get(signal).finally(() => {
      asking = undefined
    })
    return asking
  }

  return async <T>(path: string, body: object, signal: AbortSignal) => {
    const askWith = (value: string) => ask<T>(`${path}?access_token=${encodeURIComponent(value)}`, body, signal)
    const value = await current(signal)
    try {
      return await askWith(value)
    } catch (error) {
      if (!(error instanceof WechatError && stale.includes(error.code))) throw error
      if (token?.value === value) token = undefined
      return askWith(await current(signal))
    }
  }
}
