// A server that writes lists, alone in its process: says how long each took, how much memory at most, how long it stood still.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createApp } from '../../functions/app'
import { openFolder } from '../../functions/files/folder'
import { tokenFor } from '../../functions/http/signIn'
import { paperRoutes } from '../../functions/papers/paperRoutes'
import { openWorkshop } from '../../functions/papers/workshop'
import { openSqlite } from '../../functions/store/engines/sqlite'

const [folder, worker] = [process.argv[2]!, process.argv[3]!]
const secret = 'a secret of at least thirty-two characters'
const now = () => Date.parse('2026-06-20T09:00:00+08:00')
const { app, house } = createApp(
  {
    ...{ table: openSqlite(join(folder, 'mingwu.db')), storeName: 'sqlite', now, secret, demo: true },
    ...{ version: 'test', actsPerMinute: 100 },
    files: openFolder({ folder: join(folder, 'files'), origin: '', secret, now: () => new Date(now()) }),
  },
  paperRoutes(openWorkshop(worker)),
)
const headers = { authorization: `Bearer ${await tokenFor(house, 'township')}`, 'content-type': 'application/json' }
const status = '/proc/self/status'
// the kernel's own mark of this process, where it has one: what is told otherwise begins with the size of whoever started it
const peakKb = () =>
  existsSync(status) ? Number(/VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]) : process.resourceUsage().maxRSS
const peakMb = () => Math.round(peakKb() / 1024)
const beforeMb = peakMb()
for (const [list, as] of [
  ['opened', 'csv'],
  ['closed', 'xlsx'],
  ['open', 'xlsx'],
] as const) {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const [began, worked] = [performance.now(), process.cpuUsage()]
  const answer = await app.request('/api/papers/lists', {
    ...{ method: 'POST', headers, body: JSON.stringify({ township: 'shiwan', list, as }) },
  })
  const ms = Math.round(performance.now() - began)
  const { user, system } = process.cpuUsage(worked)
  const workedMs = Math.round((user + system) / 1000)
  delay.disable()
  const { rows, url } = (await answer.json()) as { rows?: number; url?: string }
  const file = url && join(folder, 'files', `${url.split('/')[3]}.content`)
  const stoodStillMs = Math.round(delay.max / 1e6)
  console.log(
    JSON.stringify({
      list,
      as,
      status: answer.status,
      rows,
      file,
      ms,
      workedMs,
      beforeMb,
      peakMb: peakMb(),
      stoodStillMs,
    }),
  )
}
await house.table.close()
