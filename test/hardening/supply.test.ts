import { execFile, execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../support/stores'

const folder = temporaryFolder()
afterAll(folder.remove)
const tsx = resolve('node_modules/.bin/tsx')
const run = (script: string, cwd: string, env: Record<string, string> = {}) =>
  new Promise<{ code: number; said: string }>((done) => {
    execFile(tsx, [resolve('test/budgets', script)], { cwd, env: { ...process.env, ...env } }, (error, out, trouble) =>
      done({ code: error ? Number(error.code) : 0, said: out + trouble }),
    )
  })

describe('the search for secrets', () => {
  const repository = (name: string, files: Record<string, string>) => {
    const at = join(folder.path, name)
    mkdirSync(at)
    execFileSync('git', ['init', '-q'], { cwd: at })
    for (const [file, text] of Object.entries(files)) writeFileSync(join(at, file), text)
    return at
  }
  // put together here, so that this file has none itself
  const privateKey = [
    '-----BEGIN RSA',
    ' PRIVATE KEY-----\n',
    `${'MIIEowIBAAKCAQEA'.repeat(20)}\n`,
    '-----END RSA',
    ' PRIVATE KEY-----\n',
  ].join('')
  const cloudKey = ['h7Qk2Zr9', 'Xw4Vt1Lp', '8Bs6Nd3M', 'f5Jc0Gy7', 'Ea2Uo9Ri'].join('')
  const token = ['gh', 'p_', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'].join('')

  it('finds nothing where there is nothing', async () => {
    const { code, said } = await run('secrets.ts', repository('clean', { 'a.ts': 'export const secret = undefined' }))
    expect([code, said]).toEqual([0, expect.stringMatching(/none in 1 files/)])
  })

  it.each<[string, string]>([
    ['a private key', privateKey],
    ['a key of the cloud', `AWS_SECRET_ACCESS_KEY = ${cloudKey}`],
    ['a token of the code’s own house', `token: ${token}`],
  ])('finds %s, not yet committed, and doesn’t repeat it', async (name, text) => {
    const { code, said } = await run('secrets.ts', repository(name, { 'notes.txt': text }))
    expect(code).toBe(1)
    expect(said).toMatch(/notes\.txt/)
    expect(said).not.toContain(token)
  })
})

describe('the audit of what runs in production', () => {
  const project = join(folder.path, 'project')
  mkdirSync(project)
  const [name, version] = ['left-over', '1.0.0']
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ name: 'p', version, dependencies: { [name]: version } }),
  )
  const packages = {
    '': { name: 'p', version, dependencies: { [name]: version } },
    [`node_modules/${name}`]: { version },
  }
  writeFileSync(
    join(project, 'package-lock.json'),
    JSON.stringify({ name: 'p', version, lockfileVersion: 3, requires: true, packages }),
  )

  /** What the script says and how it ends, when the registry answers so. */
  const audited = async (status: number, answer: unknown) => {
    const asked: string[] = []
    const registry = createServer((incoming, outgoing) => {
      asked.push(`${incoming.method} ${incoming.url}`)
      const isAsked = incoming.url!.endsWith('/security/advisories/bulk')
      incoming
        .resume()
        .on('end', () =>
          outgoing
            .writeHead(isAsked ? status : 404, { 'content-type': 'application/json' })
            .end(JSON.stringify(isAsked ? answer : {})),
        )
    })
    await new Promise<void>((done) => registry.listen(0, '127.0.0.1', done))
    const { port } = registry.address() as AddressInfo
    const env = {
      npm_config_registry: `http://127.0.0.1:${port}/`,
      npm_config_fetch_retries: '0',
      npm_config_cache: join(folder.path, `cache${Math.random()}`),
    }
    const told = await run('audit.ts', project, env)
    registry.close()
    expect(asked.some((a) => a.startsWith('POST '))).toBe(true)
    return told
  }
  const weak = (severity: string) => ({
    [name]: [
      {
        id: 1,
        url: 'https://example.cn/1',
        title: '穿透',
        severity,
        vulnerable_versions: '<2',
        cwe: [],
        cvss: { score: 9 },
      },
    ],
  })

  it('passes where the registry knows of nothing, or of nothing grave', async () => {
    expect(await audited(200, {})).toMatchObject({
      code: 0,
      said: expect.stringMatching(/0 grave weaknesses, 0 in all/),
    })
    expect(await audited(200, weak('moderate'))).toMatchObject({
      code: 0,
      said: expect.stringMatching(/0 grave weaknesses, 1 in all/),
    })
  })

  it('fails where something is of high or critical severity, and names it', async () => {
    for (const severity of ['high', 'critical'])
      expect(await audited(200, weak(severity))).toMatchObject({
        code: 1,
        said: expect.stringMatching(new RegExp(`${name}.*${severity}`)),
      })
  })

  it.each([405, 404, 500])('says that nothing was checked where the registry answers %i', async (status) => {
    expect(await audited(status, {})).toMatchObject({ code: 0, said: expect.stringMatching(/nothing was checked/) })
  })
})
