// One contender of the bench as a process of its own: prints its port, then serves until it is killed.
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import Database from 'libsql'
import { createApp } from '../functions/app'
import { openFolder } from '../functions/files/folder'
import { openSqlite } from '../functions/store/engines/sqlite'

const [what, folder] = process.argv.slice(2) as ['whole' | 'bare', string]
const secret = 'the secret of a bench, long enough to be one'

/** The least that could serve the page: one prepared query of the index, strings joined, no sign-in, no checks. */
const bare = () => {
  const db = new Database(join(folder, 'mingwu.db'))
  const page = db.prepare(
    `SELECT card FROM items WHERE boardP = ? AND boardS > '' ORDER BY boardS DESC, pk DESC LIMIT 20`,
  )
  return new Hono().get('/api/villages/:id/boards/:board', (c) => {
    const rows = page.all(`${c.req.param('id')}#${c.req.param('board')}`) as { card: string }[]
    return c.body(`{"cards":[${rows.map((r) => r.card).join(',')}]}`, 200, { 'content-type': 'application/json' })
  })
}

const whole = () =>
  createApp({
    ...{ table: openSqlite(join(folder, 'mingwu.db')), storeName: 'sqlite', secret, demo: true, version: 'bench' },
    ...{ now: () => Date.now(), actsPerMinute: Number.POSITIVE_INFINITY },
    files: openFolder({ folder: join(folder, 'files'), origin: '', secret, now: () => new Date() }),
  }).app

const { fetch } = what === 'whole' ? whole() : bare()
serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => console.log(port))
