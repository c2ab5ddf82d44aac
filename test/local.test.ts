import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { ensureBuilt } from './support/builds'
import { temporaryFolder } from './support/stores'

const root = join(import.meta.dirname, '..')
let web: string
let running: ChildProcess | undefined
beforeAll(async () => {
  web = await ensureBuilt('h5')
})
afterEach(async () => {
  if (running?.exitCode !== null) return
  const gone = new Promise((done) => running?.once('exit', done))
  running.kill()
  await gone
})

/** Starts the one-machine server and waits until it answers or gives up; says what it printed. */
const start = (env: Record<string, string>) =>
  new Promise<{ origin?: string; said: string; code: number | null }>((done) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'functions/local.ts'], {
      cwd: root,
      env: {
        ...process.env,
        PORT: '0',
        MINGWU_WEB: web,
        MINGWU_SECRET: '',
        MINGWU_MODE: '',
        MINGWU_SIGNING_KEY: '5'.repeat(64),
        ...env,
      },
    })
    running = child
    let said = ''
    const hear = (part: Buffer) => {
      said += part
      const origin = /http:\/\/localhost:\d+/.exec(said)?.[0]
      if (origin) setTimeout(() => done({ origin, said, code: null }), 100)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => done({ said, code }))
  })

it('an empty folder begins as a demo that says so; what was done is there after the next start', async () => {
  const { path, remove } = temporaryFolder()
  const first = await start({ MINGWU_DATA: path })
  expect(first.said).toContain('现在是演示版')
  const get = async (origin: string, way: string) => (await fetch(origin + way)).json()
  expect(await get(first.origin!, '/api/health')).toMatchObject({ ok: true, store: 'sqlite', demo: true })
  const before = await get(first.origin!, '/api/villages/dongxi/boards/all?limit=50')
  expect(before.cards.length).toBeGreaterThan(10)
  const page = await fetch(`${first.origin}/pages/boards/index`)
  expect(await page.text()).toContain('<title>明务</title>')
  running?.kill()
  await new Promise((gone) => running?.once('exit', gone))
  const second = await start({ MINGWU_DATA: path })
  expect(second.said).not.toContain('演示数据准备好了')
  expect(await get(second.origin!, '/api/villages/dongxi/boards/all?limit=50')).toEqual(before)
  const mixed = await fetch(`${second.origin}/api/sign-in/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: 'villager-dongxi' }),
  })
  expect(mixed.status).toBe(200)
  remove()
})

it('production refuses to start without a secret, and knows no demo sign-in', async () => {
  const { path, remove } = temporaryFolder()
  const without = await start({ MINGWU_DATA: path, MINGWU_MODE: 'production' })
  expect(without.code).toBe(1)
  expect(without.said).toContain('MINGWU_SECRET')
  const short = await start({ MINGWU_DATA: path, MINGWU_MODE: 'production', MINGWU_SECRET: 'short' })
  expect(short.code).toBe(1)
  const unsigned = {
    MINGWU_DATA: path,
    MINGWU_MODE: 'production',
    MINGWU_SECRET: 'x'.repeat(32),
    MINGWU_SIGNING_KEY: '',
  }
  expect((await start(unsigned)).said).toContain('openssl rand -hex 32')
  expect((await start({ ...unsigned, MINGWU_SIGNING_KEY: 'short' })).code).toBe(1)
  const { origin } = await start({ MINGWU_DATA: path, MINGWU_MODE: 'production', MINGWU_SECRET: 'x'.repeat(32) })
  expect(await (await fetch(`${origin}/api/health`)).json()).toMatchObject({ demo: false })
  expect((await fetch(`${origin}/api/people/demo`)).status).toBe(404)
  remove()
})

it('a folder keeps the mode that it began with', async () => {
  const { path, remove } = temporaryFolder()
  await start({ MINGWU_DATA: path, MINGWU_MODE: 'production', MINGWU_SECRET: 'x'.repeat(32) })
  running?.kill()
  await new Promise((gone) => running?.once('exit', gone))
  const { code, said } = await start({ MINGWU_DATA: path, MINGWU_MODE: 'demo' })
  expect(code).toBe(1)
  expect(said).toContain('不能换成另一种')
  remove()
})
