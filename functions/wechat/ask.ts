/** Asks WeChat something and gives its answer. Throws `WechatError`, or what `fetch` throws. */
export type Ask = <T>(path: string, body: object, signal: AbortSignal) => Promise<T>

/** WeChat answered with an error of its own, or not with 200. */
export class WechatError extends Error {
  override name = 'WechatError'
  constructor(readonly code: number) {
    super(`WeChat answered ${code}`)
  }
}

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
