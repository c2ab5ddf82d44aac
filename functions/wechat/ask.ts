/** Asks WeChat something and gives its answer. Throws `WechatError`, or what `fetch` throws. */
export type Ask = <T>(path: string, body: object, signal: AbortSignal) => Promise<T>

/** WeChat answered with an error of its own, or not with 200. */
export class WechatError extends Error {
  override name = 'WechatError'
  constructor(readonly code: number) {
    super(`WeChat answered ${code}`)
  }
}

/** What was to be asked never reached WeChat: there was no token to ask with. Its cause is what went wrong. */
export class NotAsked extends Error {
  override name = 'NotAsked'
}

/** What is logged of something that went wrong between WeChat and us: a number or a name, never what was said. */
export const codeOf = (error: unknown): number | string =>
  error instanceof NotAsked ? codeOf(error.cause) : error instanceof WechatError ? error.code : (error as Error).name

/** Speaks JSON to WeChat's servers at an address without a trailing slash. */
export const asker =
  (api: string): Ask =>
  async <T>(path: string, body: object, signal: AbortSignal) => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${api}${path}`, { method: 'POST', headers, body: JSON.stringify(body), signal })
    if (!response.ok) throw new WechatError(response.status)
    const answer = (await response.json()) as T & { errcode?: number }
    if (answer.errcode) throw new WechatError(answer.errcode)
    return answer
  }

/** Asks by an address alone, as the older calls of WeChat want it. */
export const getter =
  (api: string) =>
  async <T>(path: string, query: Readonly<Record<string, string>>, signal: AbortSignal): Promise<T> => {
    const response = await fetch(`${api}${path}?${new URLSearchParams(query)}`, { signal })
    if (!response.ok) throw new WechatError(response.status)
    const answer = (await response.json()) as T & { errcode?: number }
    if (answer.errcode) throw new WechatError(answer.errcode)
    return answer
  }
