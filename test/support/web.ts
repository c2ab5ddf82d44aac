import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { webPage } from '../../functions/http/webPage'
import { ensureBuilt } from './builds'
import type { TestHouse } from './house'

/** The built web page and the app over real HTTP on a free port. */
export const serveHouse = async (h: TestHouse) => {
  webPage(h.app, await ensureBuilt('h5'))
  const server = serve({ fetch: h.app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise<void>((listening) => server.once('listening', listening))
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, shut: () => new Promise<void>((done) => server.close(() => done())) }
}
