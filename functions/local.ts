import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import { dayInChina } from '@shared/calendar'
import { accountRoutes } from './accounts/accountRoutes'
import { createApp } from './app'
import { signingKeyOf } from './checkpoints/signingKey'
import { clockwork } from './clockwork'
import { fillWithDemo } from './demo'
import type { Deps } from './deps'
import { openFolder } from './files/folder'
import { addressBehind } from './http/callerAddress'
import { diagnosis } from './http/diagnosis'
import { webPage } from './http/webPage'
import { sendAll } from './messages/sendAll'
import { dailyBackup } from './moving/dailyBackup'
import { paperRoutes } from './papers/paperRoutes'
import { openWorkshop } from './papers/workshop'
import { openSqlite } from './store/engines/sqlite'
import { wechatFrom } from './wechat/fromEnvironment'

/**
 * One machine: the API, the web page, the embedded store, the hourly job and what is sent through WeChat. Settings come from
 * the environment.
 */
const port = Number(process.env.PORT ?? 8080)
const data = resolve(process.env.MINGWU_DATA ?? '.data')
const web = resolve(process.env.MINGWU_WEB ?? 'dist/h5')
const secretFile = join(data, 'demo-secret')

const stop = (says: string): never => {
  console.error(says)
  process.exit(1)
}

/** Demo mode is the default of an empty data folder; a folder keeps the mode that it began with. */
const modeOf = (): 'demo' | 'production' => {
  const asked = process.env.MINGWU_MODE || undefined
  if (asked !== undefined && asked !== 'demo' && asked !== 'production') stop('MINGWU_MODE 只能是 demo 或 production。')
  const begun = existsSync(secretFile) ? 'demo' : existsSync(join(data, 'mingwu.db')) ? 'production' : undefined
  if (asked && begun && asked !== begun)
    stop(`${data} 里是${begun === 'demo' ? '演示' : '正式'}数据，不能换成另一种。请换一个 MINGWU_DATA。`)
  return (asked as 'demo' | 'production' | undefined) ?? begun ?? 'demo'
}

const secretOf = (mode: 'demo' | 'production'): string => {
  const given = process.env.MINGWU_SECRET
  if (mode === 'production')
    return given && given.length >= 32 ? given : stop('正式运行要设 MINGWU_SECRET（至少32个字符），用来签登录凭证。')
  if (!existsSync(secretFile)) writeFileSync(secretFile, randomBytes(32).toString('hex'), { mode: 0o600 })
  return readFileSync(secretFile, 'utf8')
}

const orStop = <T>(open: () => T): T => {
  try {
    return open()
  } catch (e) {
    return stop((e as Error).message)
  }
}

if (!Number.isInteger(port) || port < 0 || port > 65535) stop('PORT 要是 0 到 65535 的整数。')
if (!existsSync(join(web, 'index.html'))) {
  console.log('第一次启动，先生成网页（约半分钟）…')
  if (spawnSync('npm', ['run', '--silent', 'build:h5'], { stdio: 'inherit' }).status !== 0)
    stop('网页没有生成好，请看上面的错误。')
}
mkdirSync(data, { recursive: true })
const mode = modeOf()
const secret = secretOf(mode)
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
const now = () => Date.now()
const database = join(data, 'mingwu.db')
const backup = orStop(() => dailyBackup({ data, database, env: process.env, now, say: console.log }))
const table = orStop(() => openSqlite(database, { beforeUpgrade: backup.beforeUpgrade }))
const files = openFolder({ folder: join(data, 'files'), origin: '', secret, now: () => new Date() })
const deps: Deps = {
  ...{ table, storeName: 'sqlite', files, signingKey: orStop(() => signingKeyOf(mode, data, process.env)) },
  ...{ now, secret, demo: mode === 'demo', version, actsPerMinute: Number(process.env.MINGWU_ACTS_PER_MINUTE ?? 300) },
  ...{
    webAddress: process.env.MINGWU_WEB_ADDRESS || undefined,
    miniAddress: process.env.MINGWU_MINI_ADDRESS || undefined,
  },
  ...wechatFrom(process.env, { table, now }),
  addressOf: addressBehind(process.env.MINGWU_BEHIND_PROXY, (c) => getConnInfo(c).remote.address),
}
if (deps.demo) await fillWithDemo(deps)
const workshop = openWorkshop(fileURLToPath(new URL('./papers/worker.ts', import.meta.url)))
const { app, house } = createApp(deps, [...paperRoutes(workshop), ...accountRoutes])
webPage(app, web)

const hourly = () =>
  clockwork(house)
    .finally(() => table.expire(dayInChina(now())))
    .then(() => files.dropExports())
    .catch((e) => console.error('hourly', diagnosis(e)))
await hourly()
setInterval(hourly, 3_600_000).unref()
// a demo can be begun anew; five minutes after the start, so that it doesn't slow the start
if (!deps.demo) {
  setTimeout(backup.ifDue, 300_000).unref()
  setInterval(backup.ifDue, 3_600_000).unref()
}
const sending = () => sendAll(house).catch((e) => console.error('messages', diagnosis(e)))
if (deps.wechatPush) setInterval(sending, 60_000).unref()
const server = serve({ fetch: app.fetch, port }, ({ port: at }) => {
  console.log(`明务已经打开：http://localhost:${at}/`)
  if (deps.demo)
    console.log(
      '现在是演示版，数据都是编的。正式运行要设 MINGWU_MODE=production、MINGWU_SECRET 和 MINGWU_SIGNING_KEY。',
    )
})
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    server.close()
    void deps.table.close().then(() => process.exit(0))
  })
