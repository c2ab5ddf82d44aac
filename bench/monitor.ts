import { join } from 'node:path'
import type { MonitorView } from '@shared/schemas/monitorViews'
import { createApp } from '../functions/app'
import { openFolder } from '../functions/files/folder'
import { openSqlite } from '../functions/store/engines/sqlite'
import { counting } from './counting'
import { fillTownship } from './fillTownship'

const villages = 54
const each = 40

export type MonitorMeasured = { ours: readonly number[]; floor: readonly number[]; reads: number; open: number }

/**
 * Milliseconds of the monitor of 54 villages with 40 open items each, through the whole service, signed in, and of the least that
 * it could be: one raw read of the same rows of the index. They take turns, so that what else the machine does falls on each alike.
 */
export const measureMonitor = async (folder: string, times: number): Promise<MonitorMeasured> => {
  const clock = { at: Date.now() }
  const now = () => clock.at
  const secret = 'the secret of a bench, long enough to be one'
  const { table, reads } = counting(openSqlite(join(folder, 'township.db')))
  const { app, house } = createApp({
    ...{ table, storeName: 'sqlite', secret, now, demo: true, version: 'bench' },
    actsPerMinute: Number.POSITIVE_INFINITY,
    files: openFolder({ folder: join(folder, 'files'), origin: '', secret, now: () => new Date(now()) }),
  })
  await fillTownship(house, clock, { villages, each })
  const body = JSON.stringify({ person: 'township' })
  const headers = { 'content-type': 'application/json' }
  const signIn = async () => {
    const signedIn = await app.request('/api/sign-in/demo', { method: 'POST', headers, body })
    return ((await signedIn.json()) as { token: string }).token
  }
  let token = await signIn()

  const monitor = async () => {
    // what is kept for half a minute is read anew each time
    clock.at += 31_000
    const answer = await app.request('/api/townships/shiwan/monitor', { headers: { authorization: `Bearer ${token}` } })
    return ((await answer.json()) as MonitorView).totals.open
  }
  const raw = async () => {
    let rows = 0
    for (let after: string | undefined, more = true; more; more = after !== undefined) {
      const page = await table.list('backlog', 'shiwan', { limit: 1000, after })
      rows += page.rows.length
      after = page.next
    }
    return rows
  }
  const timed = async (what: () => Promise<number>) => {
    const began = performance.now()
    if ((await what()) !== villages * each) throw new Error('the two do not read the same')
    return performance.now() - began
  }
  await timed(monitor)
  const before = reads.get + reads.list
  await timed(monitor)
  const cost = reads.get + reads.list - before
  const ours: number[] = []
  const floor: number[] = []
  for (let n = 0; n < times; n++) {
    // one is good for half an hour
    if (n % 20 === 19) token = await signIn()
    ours.push(await timed(monitor))
    floor.push(await timed(raw))
  }
  await table.close()
  return { ours, floor, reads: cost, open: villages * each }
}
