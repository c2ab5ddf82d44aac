import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { serve } from '@hono/node-server'
import type { LedgerView, ProofView } from '@shared/schemas/chainViews'
import type { CaseView } from '@shared/schemas/views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkpointAll } from '../../functions/checkpoints/checkpointAll'
import { writeExport } from '../../functions/moving/writeExport'
import { main } from '../../functions/verify/main'
import { canal, lamps, raise } from '../http/requesting'
import { openHouse, type TestHouse } from '../support/house'
import { openSession } from '../support/sessions'
import { temporaryFolder } from '../support/stores'

const signingKey = Uint8Array.from({ length: 32 }, (_, i) => i)
const folder = temporaryFolder()
let h: TestHouse
let id: string
let session: string
let server: ReturnType<typeof serve>
let origin: string

const file = (name: string, value?: unknown) => {
  const path = join(folder.path, name)
  if (value !== undefined) writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value))
  return path
}
const get = async <T>(path: string) => (await (await h.as('clerk-dongxi')).get<T>(path)).body
const run = async (...args: string[]) => {
  const said: string[] = []
  const code = await main(args, (line) => said.push(line))
  return { code, said: said.join('\n') }
}

beforeAll(async () => {
  h = await openHouse('sqlite', '2026-06-01T09:00:00+08:00', { signingKey })
  id = (await raise(h, 'villager-dongxi', lamps)).id
  await raise(h, 'neighbour-dongxi', canal)
  await checkpointAll(h.house)
  file('first.json', await get('/api/villages/dongxi/ledger'))
  h.to('2026-06-02')
  await h.done('clerk-dongxi', id, { outcome: 'acknowledged' })
  // everyone may see the meeting of a 说事日
  session = (await openSession(h.house, { on: '2026-06-05' })).id
  await checkpointAll(h.house)
  file('case.json', await get(`/api/cases/${id}`))
  file('proof.json', await get(`/api/cases/${id}/proof`))
  file('ledger.json', await get('/api/villages/dongxi/ledger'))
  const { table, files } = h.house
  const store = { table, files, engine: 'sqlite', secret: h.deps.secret, demo: true, version: 'test' } as const
  for (const name of ['all.jsonl', 'all.jsonl.gz']) await writeExport(store, file(name), '2026-06-02T03:00:00.000Z')
  origin = await new Promise<string>((open) => {
    server = serve({ fetch: h.app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      open(`http://127.0.0.1:${port}`),
    )
  })
}, 60_000)
afterAll(async () => {
  server.close()
  await h.close()
  folder.remove()
})

describe('mingwu-verify', () => {
  it('says in plain words that a case, its proof and the list of its village fit together', async () => {
    const { code, said } = await run(file('case.json'), file('proof.json'), file('ledger.json'))
    expect(said).toMatch(/2条记录前后接得上/)
    expect(said).toMatch(/到第2条为止，封在第2号封账/)
    expect(said).toMatch(/总账完整：2次封账/)
    expect(code).toBe(0)
  })
  it('says which line, and which field by its name on the form, was changed', async () => {
    const view = await get<CaseView>(`/api/cases/${id}`)
    const { code, said } = await run(file('edited.json', { ...view, fields: { ...view.fields, place: '村口' } }))
    expect(said).toMatch(/✗ .*第2条之后，页面上显示的内容和台账里的不一样（/)
    expect(code).toBe(1)
  })
  it.each(['all.jsonl', 'all.jsonl.gz'])(
    'reads a whole export, %s, and compares it with a list that was kept before',
    async (name) => {
      const { code, said } = await run(file(name), '--with', file('first.json'))
      expect(said).toMatch(/件事的台账都完整/)
      expect(said).toMatch(/和存着的1次封账都接得上/)
      expect(code).toBe(0)
    },
  )
  it('an older list against a newer one that was kept: it was rolled back', async () => {
    const { code, said } = await run(file('first.json'), '--with', file('ledger.json'))
    expect(said).toMatch(/退回到以前/)
    expect(code).toBe(1)
  })
  it('one checkpoint that was kept is enough to compare with; one whose signature is broken isn’t', async () => {
    const { checkpoints } = await get<LedgerView>('/api/villages/dongxi/ledger')
    const kept = file('checkpoint.json', checkpoints[0])
    expect((await run(file('ledger.json'), '--with', kept)).code).toBe(0)
    const broken = file('broken.json', { ...checkpoints[0], signature: '0'.repeat(128) })
    const { code, said } = await run(file('ledger.json'), '--with', broken)
    expect(said).toMatch(/签名不对/)
    expect(code).toBe(1)
  })
  it('asks an address itself: of a case, of a village, of the whole', async () => {
    expect((await run(`${origin}/pages/case/index?id=${session}`)).said).toMatch(/封在第2号封账/)
    expect((await run(`${origin}/api/villages/dongxi/ledger`, '--with', file('first.json'))).code).toBe(0)
    expect((await run(origin)).said).toMatch(/东溪村的总账完整/)
  })
  it('a proof of another case is no proof', async () => {
    const proof = await get<ProofView>(`/api/cases/${id}/proof`)
    const moved = file('moved.json', { ...proof, leaf: { ...proof.leaf!, index: proof.leaf!.index ^ 1 } })
    expect((await run(file('case.json'), moved)).code).toBe(1)
  })
  it('what it can’t read is neither good nor bad: 2, with a sentence', async () => {
    for (const args of [
      [],
      ['no-such-file.json'],
      [file('words.txt', 'hello')],
      [file('other.json', { a: 1 })],
      [origin.replace(/\d+$/, '1')],
    ])
      expect((await run(...args)).code).toBe(2)
    expect((await run(file('half.jsonl', '{"format":"mingwu","v":1}\n'))).said).toMatch(/没有写完/)
  })
  it('is one file that needs nothing beside it, and runs in a clone as it is', () => {
    const bundle = file('mingwu-verify.mjs')
    const esbuild = resolve('node_modules/.bin/esbuild')
    execFileSync(esbuild, [
      'functions/verify/cli.ts',
      '--bundle',
      '--platform=node',
      '--format=esm',
      `--outfile=${bundle}`,
      '--log-level=error',
    ])
    for (const program of [bundle, resolve('functions/verify/bin.mjs')]) {
      const { status, stdout } = spawnSync(process.execPath, [program, file('case.json'), file('proof.json')], {
        cwd: folder.path,
        encoding: 'utf8',
      })
      expect(stdout).toMatch(/都对得上/)
      expect(status).toBe(0)
    }
  }, 60_000)
})
