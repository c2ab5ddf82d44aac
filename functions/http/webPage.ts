import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono, MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'

/**
 * What the web page may load and run: its own files alone, pictures and recordings that it has just taken, no script and no frame
 * of anybody's. The page says nearly the same of itself (`miniapp/src/index.html`), for where its files lie in a bucket.
 */
export const pagePolicy = [
  ...["default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "font-src 'self' data:"],
  ...["img-src 'self' data: blob:", "media-src 'self' data: blob:", "connect-src 'self'", "worker-src 'self'"],
  ...["manifest-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
].join('; ')

/** The built web page beside the API: its files, and its first page for every address inside the app. */
export const webPage = (app: Hono, folder: string) => {
  app.use('*', compress())
  app.get('*', besideApi(serveStatic({ root: folder })))
  app.get('*', besideApi(serveStatic({ root: folder, path: 'index.html' })))
}

const besideApi =
  (handler: MiddlewareHandler): MiddlewareHandler =>
  (c, next) => {
    if (c.req.path.startsWith('/api/')) return next()
    c.header('content-security-policy', pagePolicy)
    return handler(c, next)
  }
