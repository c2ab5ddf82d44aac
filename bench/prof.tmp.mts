import { mkdtempSync, writeFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import autocannon from 'autocannon'
import { createApp } from '../functions/app'
import { openFolder } from '../functions/files/folder'
import { openSqlite } from '../functions/store/engines/sqlite'
import { fill } from './fill'

const folder = process.argv[2] ?? mkdtempSync('/tmp/mbench-')
let ids: string[] = []
if (!process.argv[2]) {
  ids = (await fill(folder, 200, 600)).requests
  writeFileSync('/tmp/mbench.ids', JSON.stringify(ids))
}
const secret = 'the secret of a bench, long enough to be one'
const { app } = createApp({
  table: openSqlite(join(folder, 'mingwu.db')),
  storeName: 'sqlite',
  secret,
  demo: true,
  version: 'bench',
  now: () => Date.now(),
  actsPerMinute: Infinity,
  files: openFolder({ folder: join(folder, 'files'), origin: '', secret, now: () => new Date() }),
} as never)
const sign = async (person: string) =>
  (
    (await (
      await app.request('/api/sign-in/demo', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ person }),
      })
    ).json()) as { token: string }
  ).token
const v = await sign('villager-dongxi'),
  k = await sign('clerk-dongxi')
const prof = async (name: string, run: () => Promise<void>) => {
  const s = new Session()
  s.connect()
  await s.post('Profiler.enable')
  await s.post('Profiler.start')
  const t = performance.now()
  await run()
  const ms = performance.now() - t
  const { profile } = await s.post('Profiler.stop')
  s.disconnect()
  const self = new Map<string, number>()
  const dt = profile.timeDeltas!
  const byId = new Map(profile.nodes.map((n) => [n.id, n]))
  const total = new Map<string, number>()
  const parent = new Map<number, number>()
  for (const n of profile.nodes) for (const c of n.children ?? []) parent.set(c, n.id)
  profile.samples!.forEach((id, i) => {
    const n = byId.get(id)!
    const key = (n: any) =>
      `${n.callFrame.functionName || '(anon)'} ${n.callFrame.url.split('/').slice(-3).join('/')}:${n.callFrame.lineNumber + 1}`
    self.set(key(n), (self.get(key(n)) ?? 0) + dt[i]!)
    const seen = new Set<string>()
    for (let p: number | undefined = id; p; p = parent.get(p)) {
      const kk = key(byId.get(p)!)
      if (!seen.has(kk)) {
        seen.add(kk)
        total.set(kk, (total.get(kk) ?? 0) + dt[i]!)
      }
    }
  })
  console.log('==', name, ms.toFixed(0), 'ms')
  const top = (m: Map<string, number>, n: number) =>
    [...m]
      .sort((a, b) => b[1] - a[1])
      .slice(0, n)
      .forEach(([k, t]) => console.log(`${(t / 1000).toFixed(0).padStart(6)} ms ${k}`))
  top(self, 25)
  console.log('-- total')
  top(new Map([...total].filter(([k]) => /functions|shared|hono|schemas|engine|store|http/.test(k))), 32)
}
const srv = serve({ fetch: app.fetch, port: 4711 })
await prof('pages', async () => { const { spawn } = await import('node:child_process'); await new Promise(d => spawn('npx', ['autocannon', '-c', '16', '-d', '4', '-H', `authorization=Bearer ${v}`, 'http://127.0.0.1:4711/api/villages/dongxi/boards/village'], { stdio: 'ignore' }).on('close', d)) })
if (ids.length)
  await prof('acts', async () => {
    for (const id of ids.slice(0, 500)) {
      const r = await app.request(`/api/cases/${id}/acts`, {
        method: 'POST',
        headers: { authorization: `Bearer ${k}`, 'content-type': 'application/json' },
        body: JSON.stringify({ actId: `bench-ack-${id}`, seen: 1, outcome: 'acknowledged', form: {} }),
      })
      await r.text()
    }
  })
console.log(folder)
srv.close()
