import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { fill } from './fill'
import { measureMonitor } from './monitor'

/**
 * What we claim about speed, in one run on one machine: (a) a board page of 20 of 1 000 notices through the whole
 * service, signed in; (b) the same bytes from the least that could send them; (c) acts recorded, each on a case of its
 * own, durable on the disk; (d) the township's monitor over 54 villages; (e) one raw read of the same rows of the index. Rounds
 * alternate, so that what else the machine does falls on each alike.
 */
const rounds = Number(process.env.BENCH_ROUNDS ?? 7)
const seconds = Number(process.env.BENCH_SECONDS ?? 3)
const actsEach = 300
const connections = 16
const monitors = 30

const folder = mkdtempSync(join(tmpdir(), 'mingwu-bench-'))
const servers: ChildProcess[] = []

const start = async (what: 'whole' | 'bare'): Promise<string> => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'bench/server.ts', what, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  servers.push(child)
  const [port] = await once(child.stdout!, 'data')
  return `http://127.0.0.1:${String(port).trim()}`
}

const signIn = async (url: string, person: string): Promise<string> => {
  const body = JSON.stringify({ person })
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${url}/api/sign-in/demo`, { method: 'POST', headers, body })
  return ((await response.json()) as { token: string }).token
}

const page = '/api/villages/dongxi/boards/village'

const pagesPerSecond = async (url: string, token?: string): Promise<number> => {
  const headers = token ? { authorization: `Bearer ${token}` } : undefined
  const { requests, non2xx, errors } = await autocannon({ url: url + page, connections, duration: seconds, headers })
  if (non2xx || errors) throw new Error(`${non2xx} refused, ${errors} failed`)
  return requests.average
}

const actsPerSecond = async (url: string, token: string, ids: readonly string[]): Promise<number> => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  let n = 0
  const setupRequest = (request: object) => {
    const id = ids[n++ % ids.length]
    const body = JSON.stringify({ actId: `bench-ack-${id}`, seen: 1, outcome: 'acknowledged', form: {} })
    return { ...request, path: `/api/cases/${id}/acts`, body }
  }
  const options = { url, connections, headers, amount: ids.length, requests: [{ method: 'POST', setupRequest }] }
  // it reports by whole seconds, so the answers are timed one by one
  const began = performance.now()
  let ended = began
  const running = autocannon(options)
  running.on('response', () => {
    ended = performance.now()
  })
  const { non2xx, errors } = await running
  if (non2xx || errors) throw new Error(`${non2xx} refused, ${errors} failed`)
  return ids.length / ((ended - began) / 1000)
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
const line = (what: string, values: readonly number[]) =>
  console.log(
    `${what.padEnd(52)}${median(values).toFixed(0).padStart(7)} /s   ${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)}`,
  )

const p95 = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1]!
const times = (what: string, values: readonly number[]) =>
  console.log(
    `${what.padEnd(52)}${p95(values).toFixed(1).padStart(7)} ms  p95 of ${values.length}, median ${median(values).toFixed(1)}`,
  )

try {
  console.log('filling a village with 1 000 notices …')
  const { requests } = await fill(folder, 1000, actsEach * rounds)
  const [whole, bare] = [await start('whole'), await start('bare')]
  const [villager, clerk] = [await signIn(whole, 'villager-dongxi'), await signIn(whole, 'clerk-dongxi')]
  const ours = await (await fetch(whole + page, { headers: { authorization: `Bearer ${villager}` } })).json()
  const theirs = await (await fetch(bare + page)).json()
  if (JSON.stringify(ours.cards) !== JSON.stringify(theirs.cards)) throw new Error('the two do not send the same cards')

  const a: number[] = []
  const b: number[] = []
  const c: number[] = []
  await pagesPerSecond(whole, villager)
  await pagesPerSecond(bare)
  for (let round = 0; round < rounds; round++) {
    a.push(await pagesPerSecond(whole, villager))
    b.push(await pagesPerSecond(bare))
    c.push(await actsPerSecond(whole, clerk, requests.slice(round * actsEach, (round + 1) * actsEach)))
  }
  line('(a) board pages of 20, whole service, signed in', a)
  line('(b) the same cards from a bare handler', b)
  line('(c) acts recorded, whole service', c)
  const ratios = a.map((pages, round) => pages / b[round]!)
  console.log(
    `a/b ${median(ratios).toFixed(2)} (rounds ${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}; aim 0.60)`,
  )
  // the servers stand still meanwhile
  console.log('filling a township: 54 villages with 40 open items each …')
  const { ours: d, floor: e, reads, open } = await measureMonitor(folder, monitors * rounds)
  times(`(d) the monitor of ${open} open items, ${reads} reads`, d)
  times('(e) one raw read of the same rows of the index', e)
  console.log(`d/e ${(p95(d) / p95(e)).toFixed(1)} (p95; aim of d: at most 150 ms and 12 reads)`)
} finally {
  for (const server of servers) server.kill()
  rmSync(folder, { recursive: true, force: true })
}
