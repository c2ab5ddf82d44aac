import type { Context } from 'hono'

/**
 * Where a call comes from: the other end of the connection. What proxies write is believed only where one stands before this
 * machine, and then its last word alone: what stands before that anyone may have written.
 */
export const addressBehind =
  (proxy: string | undefined, connected: (c: Context) => string | undefined) =>
  (c: Context): string =>
    (proxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined) || connected(c) || ''
