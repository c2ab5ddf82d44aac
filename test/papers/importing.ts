// A server that imports one workbook, alone in its process: says how long it took, how much memory at most, how long it stood still.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createApp } from '../../functions/app'
import { people } from '../../functions/demo/people'
import { places } from '../../functions/demo/places'
import { xlsxType } from '../../functions/files/files'
import { openFolder } from '../../functions/files/folder'
import { tokenFor } from '../../functions/http/signIn'
import { paperRoutes } from '../../functions/papers/paperRoutes'
import { openWorkshop } from '../../functions/papers/workshop'
import { openSqlite } from '../../functions/store/engines/sqlite'

const [bytes, folder, worker] = [new Uint8Array(readFileSync(process.argv[2]!)), process.argv[3]!, process.argv[4]!]
const secret = 'a secret of at least thirty-two characters'
const { app, house } = createApp(
  {
    ...{ table: openSqlite(join(folder, 'mingwu.db')), storeName: 'sqlite', now: Date.now, secret, demo: true },
    ...{ version: 'test', actsPerMinute: 100 },
    files: openFolder({ folder: join(folder, 'files'), origin: '', secret, now: () => new Date() }),
  },
  paperRoutes(openWorkshop(resolve(worker))),
)
await house.stores.places.save({ townships: [places] })
await people(house.stores)
const headers = { authorization: `Bearer ${await tokenFor(house, 'clerk-dongxi')}`, 'content-type': 'application/json' }
const post = async <T>(path: string, body: unknown) => {
  const answer = await app.request(path, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: answer.status, body: (await answer.json()) as T }
}

const sha256 = createHash('sha256').update(bytes).digest('hex')
const { body: to } = await post<{ id: string; upload: { url: string; fields: Record<string, string> } }>('/api/files', {
  ...{ name: '五月.xlsx', type: xlsxType, bytes: bytes.length, sha256 },
})
const form = new FormData()
for (const [name, value] of Object.entries(to.upload.fields)) form.append(name, value)
form.append('file', new Blob([bytes]))
await app.request(to.upload.url, { method: 'POST', body: form })
await post(`/api/files/${to.id}/done`, {})

const MB = 1024
const beforeMb = Math.round(process.resourceUsage().maxRSS / MB)
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
const began = performance.now()
const { status, body } = await post<{ sheet?: { count: number } }>('/api/papers/imports', {
  ...{ village: 'dongxi', kind: 'statement', file: to.id, period: '2026-05' },
})
const ms = Math.round(performance.now() - began)
delay.disable()
const peakMb = Math.round(process.resourceUsage().maxRSS / MB)
const stoodStillMs = Math.round(delay.max / 1e6)
console.log(JSON.stringify({ status, rows: body.sheet?.count, ms, beforeMb, peakMb, stoodStillMs }))
await house.table.close()
