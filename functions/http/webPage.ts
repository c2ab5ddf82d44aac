import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'
import { compress } from 'hono/compress'

/** The built web page beside the API: its files, and its first page for every address inside the app. */
export const webPage = (app: Hono, folder: string) => {
  app.use('*', compress())
  app.use('*', serveStatic({ root: folder }))
  app.get('*', serveStatic({ root: folder, path: 'index.html' }))
}
