import { join } from 'node:path'
import { createApp } from '../functions/app'
import { openFolder } from '../functions/files/folder'
import { openSqlite } from '../functions/store/engines/sqlite'
import { audiencesAt } from '../functions/scope'
import { pageText } from '../functions/views/page'
import { today } from '../functions/world'
import { calls } from '../shared/contract'
import Database from 'libsql'
import { Hono } from 'hono'
const folder = process.argv[2]!
const secret = 'the secret of a bench, long enough to be one'
const { app, house } = createApp({ table: openSqlite(join(folder, 'mingwu.db')), storeName: 'sqlite', secret, demo: true, version: 'bench', now: () => Date.now(), actsPerMinute: Infinity, files: openFolder({ folder: join(folder, 'files'), origin: '', secret, now: () => new Date() }) } as never)
const v = ((await (await app.request('/api/sign-in/demo', { method: 'POST', headers: {'content-type':'application/json'}, body: JSON.stringify({ person:'villager-dongxi' }) })).json()) as {token:string}).token
const db = new Database(join(folder, 'mingwu.db')); const q = db.prepare(`SELECT card FROM items WHERE boardP = ? AND boardS > '' ORDER BY boardS DESC, pk DESC LIMIT 20`)
const bare = new Hono().get('/api/villages/:id/boards/:board', (c) => c.body(`{"cards":[${(q.all(`${c.req.param('id')}#${c.req.param('board')}`) as {card:string}[]).map(r=>r.card).join(',')}]}`, 200, { 'content-type': 'application/json' }))

import { serve } from '@hono/node-server'
import { spawn } from 'node:child_process'
const person = (await house.stores.people.get('villager-dongxi'))!
const at = (await house.stores.places.village('dongxi'))!
const aud = audiencesAt(person, at.place, today(house))
const path = '/api/villages/:id/boards/:board'
const cards = (id: string) => `{"cards":[${(q.all(id) as {card:string}[]).map(r=>r.card).join(',')}]}`
const variants: Record<string, Hono> = { bare,
 auth: new Hono().get(path, (c) => { c.req.header('authorization'); return c.body(cards('dongxi#village'), 200, { 'content-type': 'application/json' }) }),
 heads: new Hono().get(path, (c) => c.body(cards('dongxi#village'), 200, { 'content-type': 'application/json', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })),
 prep: new Hono().get(path, (c) => { c.header('x-content-type-options', 'nosniff'); c.header('cache-control', 'no-store'); return c.body(cards('dongxi#village'), 200, { 'content-type': 'application/json' }) }),
 resp: new Hono().get(path, () => new Response(cards('dongxi#village'), { headers: { 'content-type': 'application/json', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' } })),
 board: new Hono().get(path, async (c) => { const p = await house.stores.cases.board('dongxi', 'village', { limit: 20, audiences: aud }); return c.body(pageText(p.rows, p.next).text, 200, { 'content-type': 'application/json' }) }),
 mid: new Hono().use('/api/*', (c, next) => { c.header('x-content-type-options', 'nosniff'); c.header('cache-control', 'no-store'); return next() }).get(path, async (c) => { const p = await house.stores.cases.board('dongxi', 'village', { limit: 20, audiences: aud }); return c.body(pageText(p.rows, p.next).text, 200, { 'content-type': 'application/json' }) }),
 asyncbare: new Hono().get(path, async (c) => { await null; return c.body(cards('dongxi#village'), 200, { 'content-type': 'application/json' }) }),
 app }
let port = 4720
const servers = Object.entries(variants).map(([n, a]) => { const p = port++; return [n, p, serve({ fetch: a.fetch, port: p })] as const })
for (let k = 0; k < 2; k++) for (const [n, p] of servers) {
  const cpu = process.cpuUsage(); const out = await new Promise<string>((d) => { let s = ''; const c = spawn('node', ['node_modules/autocannon/autocannon.js', '-j', '-c', '16', '-d', '2', '-H', `authorization=Bearer ${v}`, `http://127.0.0.1:${p}/api/villages/dongxi/boards/village`], { stdio: ['ignore', 'pipe', 'ignore'] }); c.stdout.on('data', (x) => { s += x }); c.on('close', () => d(s)) })
  const used = process.cpuUsage(cpu); const all = JSON.parse(out).requests.total, r = JSON.parse(out).requests.average; console.log(n.padEnd(8), ((used.user + used.system) / all).toFixed(0), 'cpu us')
}
process.exit(0)
