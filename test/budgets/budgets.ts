import fs from 'node:fs'
import path from 'node:path'
import { ensureBuilt } from '../support/builds'
import { apiBundle } from './apiBundle'
import { firstLoad } from './firstLoad'
import { packages } from './packages'

export type Budget = { what: string; bytes: number; limit: number }

const KB = 1024
const MB = 1024 * KB

// WeChat allows 2 MB for a package; half of it leaves room, and opens sooner on a slow network.
const PACKAGE_LIMIT = MB
const FIRST_LOAD_LIMIT = 200 * KB
const API_LIMIT = 700 * KB
// What reads PDF is most of it, and is loaded for a PDF alone.
const PAPERS_LIMIT = 3 * MB
// Passkeys are most of it.
const ACCOUNTS_LIMIT = 1.5 * MB

const weapp = packages(await ensureBuilt('weapp')).map(({ name, bytes }) => ({
  what: `weapp package ${name}`,
  bytes,
  limit: PACKAGE_LIMIT,
}))
const h5 = { what: 'h5 first load, JS gzip', bytes: firstLoad(await ensureBuilt('h5')), limit: FIRST_LOAD_LIMIT }
const entry = path.resolve(import.meta.dirname, '../../functions/lambda.ts')
const api = fs.existsSync(entry) ? [{ what: 'api bundle', bytes: await apiBundle(entry), limit: API_LIMIT }] : []

const papers = {
  what: 'papers bundles',
  bytes: (await apiBundle('functions/papers.ts')) + (await apiBundle('functions/papers/worker.ts')),
  limit: PAPERS_LIMIT,
}

const accounts = {
  what: 'accounts bundle',
  bytes: await apiBundle('functions/accounts.ts'),
  limit: ACCOUNTS_LIMIT,
}

const budgets: Budget[] = [...weapp, h5, ...api, papers, accounts]
for (const { what, bytes, limit } of budgets) {
  const verdict = bytes > limit ? 'OVER' : 'ok'
  console.log(`${verdict.padEnd(5)}${what.padEnd(28)}${kb(bytes)} of ${kb(limit)}`)
}
if (budgets.some(({ bytes, limit }) => bytes > limit)) process.exitCode = 1

function kb(bytes: number): string {
  return `${(bytes / KB).toFixed(0).padStart(5)} KB`
}
