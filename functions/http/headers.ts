import type { MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import { secureHeaders } from 'hono/secure-headers'

/** What every answer of the API carries: nothing is guessed from its bytes, nothing of it is kept on the way. */
export const safeHeaders = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' } as const

/** What an answer carries that is the same for everyone: anybody's page may read it, and keep it so many seconds. */
export const keptHeaders = (seconds: number) =>
  ({
    ...safeHeaders,
    'cache-control': `public, max-age=${seconds}`,
    'access-control-allow-origin': '*',
  }) as const

const fixed: NonNullable<Parameters<typeof secureHeaders>[0]> = {
  // what knows better what it shows says so itself
  overwrite: false,
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
  },
  xFrameOptions: 'DENY',
  referrerPolicy: 'no-referrer',
  permissionsPolicy: {
    // 录音说事, 扫签到码, 通行密钥
    ...{ camera: ['self'], microphone: ['self'] },
    ...{ publickeyCredentialsGet: ['self'], clipboardWrite: ['self'] },
    ...{ geolocation: [], payment: [], usb: [], serial: [], bluetooth: [], midi: [], displayCapture: [] },
  },
}
const plain = secureHeaders({ ...fixed, strictTransportSecurity: false })
const overTls = secureHeaders({ ...fixed, strictTransportSecurity: 'max-age=31536000; includeSubDomains' })

/**
 * What every answer carries for browsers: nothing of it is run, framed or told on, and whoever came by https stays there.
 * `webAddress` is where the web page stands for everyone.
 */
export const secured = (webAddress: string | undefined): MiddlewareHandler => {
  const isTls = webAddress?.startsWith('https:')
  return (c, next) => {
    const came = c.req.url.startsWith('https:') || c.req.header('x-forwarded-proto') === 'https'
    return (isTls || came ? overTls : plain)(c, next)
  }
}

/** The web page may stand at another origin than the API: that one may ask it, and no other; a token is no cookie. */
export const fromWebPage = (webAddress: string): MiddlewareHandler =>
  cors({
    origin: new URL(webAddress).origin,
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['authorization', 'content-type'],
    maxAge: 3600,
  })

/** What a page carries that is only read: its own styles, and nothing that runs. */
export const readingPage = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
} as const
