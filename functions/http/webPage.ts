import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono, MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'

/** The built web page beside the API: its files, and its first page for every address inside the app. */
export const webPage = (app: Hono, folder: string) => {
  app.use('*', compress())
  app.get('*', besideApi(serveStatic({ root: folder })))
  app.get('*', besideApi(serveStatic({ root: folder, path: 'index.html' })))
}

const besideApi =
  (handler: MiddlewareHandler): MiddlewareHandler =>
  (c, next) =>
    c.req.path.startsWith('/api/') ? next() : handler(c, next)
