import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSqlite } from '../../functions/store/engines/sqlite'
import { item, startDynalite, temporaryFolder } from '../support/stores'
import { startBucket } from './bucketServer'
import { recordsOf } from './recordsOf'

const folder = temporaryFolder()
const old = join(folder.path, 'old')
const secret = 'a secret of at least thirty-two characters'
const many = 2000
let dynalite: Awaited<ReturnType<typeof startDynalite>>
let bucket: Awaited<ReturnType<typeof startBucket>>
beforeAll(async () => {
  dynalite = await startDynalite()
  bucket = await startBucket()
})
afterAll(async () => {
  await dynalite.shut()
  bucket.shut()
  folder.remove()
})

const begun = (name: 'export' | 'import' | 'backup', args: readonly string[], env: Record<string, string> = {}) =>
  spawn(process.execPath, ['--import', 'tsx', `functions/${name}.ts`, ...args], {
    env: { ...process.env, MINGWU_SECRET: secret, ...env },
  })

/** Runs a command to its end. */
const run = async (...given: Parameters<typeof begun>) => {
  const child = begun(...given)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part))
  const [code] = await once(child, 'close')
  return { code, said }
}

it('a machine goes to the cloud and back by four commands, while somebody writes', { timeout: 180_000 }, async () => {
  mkdirSync(old)
  const live = openSqlite(join(old, 'mingwu.db'))
  for (let n = 0; n < 300; n++) await live.put(item(`n${n}`, { body: `{"n":${n}}` }), { ifVersion: 0 })
  await live.mark('read', '一')
  await live.number('count')

  // whoever writes two items in a row meanwhile is in the export with both or with the first
  const file = join(folder.path, 'moved.jsonl.gz')
  const exporting = run('export', ['--to', file], { MINGWU_DATA: old })
  let isOver = false
  void exporting.then(() => {
    isOver = true
  })
  for (let n = 0; !isOver; n++) {
    for (const side of ['a', 'z']) await live.put(item(`${side}#${n}`), { ifVersion: 0 })
    await new Promise((go) => setTimeout(go, 1))
  }
  const exported = await exporting
  expect(exported.said).toContain('导出完成')
  expect(exported.code).toBe(0)
  expect(readdirSync(folder.path).filter((name) => name.startsWith('moved'))).toEqual(['moved.jsonl.gz'])
  expect(statSync(file).mode & 0o777).toBe(0o600)
  await live.close()

  const cloud = {
    ...{ TABLE: 'mingwu', FILES_BUCKET: 'papers', AWS_REGION: 'cn-northwest-1', AWS_ENDPOINT_URL_S3: bucket.endpoint },
    ...{ AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${dynalite.port}` },
    ...{ AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' },
  }
  expect(await run('import', ['--from', file, '--to', 'dynamodb'], cloud)).toMatchObject({ code: 0 })
  const back = join(folder.path, 'back.jsonl')
  expect(await run('export', ['--from', 'dynamodb', '--to', back], cloud)).toMatchObject({ code: 0 })
  const machine = join(folder.path, 'machine')
  expect(await run('import', ['--from', back, '--to', 'sqlite'], { MINGWU_DATA: machine })).toMatchObject({ code: 0 })
  const again = await run('import', ['--from', back, '--to', 'sqlite'], { MINGWU_DATA: machine })
  expect(again).toMatchObject({ code: 0, said: expect.stringContaining('以前已经全部导入') })

  const table = openSqlite(join(machine, 'mingwu.db'))
  const pks = (await recordsOf(table)).flatMap((record) => ('item' in record ? [record.item.pk] : []))
  const side = (name: string) => pks.filter((pk) => pk.startsWith(`${name}#`)).length
  expect(pks.filter((pk) => pk.startsWith('n'))).toHaveLength(300)
  expect(side('a') - side('z')).toBeGreaterThanOrEqual(0)
  expect(side('a') - side('z')).toBeLessThanOrEqual(1)
  expect(await table.number('count')).toBe(2)
  expect(await table.members('read')).toEqual(['一'])
  await table.close()
})

it('an import that is killed by the system goes on and loses nothing', { timeout: 120_000 }, async () => {
  const data = join(folder.path, 'large')
  mkdirSync(data)
  const live = openSqlite(join(data, 'mingwu.db'))
  for (let n = 0; n < many; n++) await live.put(item(`n${n}`, { body: 'x'.repeat(500) }), { ifVersion: 0 })
  const file = join(folder.path, 'large.jsonl')
  expect(await run('export', ['--to', file], { MINGWU_DATA: data })).toMatchObject({ code: 0 })

  const to = join(folder.path, 'killed')
  const held = async () => {
    const table = openSqlite(join(to, 'mingwu.db'))
    const records = await recordsOf(table)
    await table.close()
    return records
  }
  let kills = 0
  for (let times = 0; times < 3; times++) {
    const child = begun('import', ['--from', file, '--to', 'sqlite'], { MINGWU_DATA: to })
    const ended = once(child, 'close')
    const wal = join(to, 'mingwu.db-wal')
    // as soon as it has written so much more
    while (child.exitCode === null && !(existsSync(wal) && statSync(wal).size > (times + 1) * 200_000))
      await new Promise((go) => setTimeout(go, 2))
    child.kill('SIGKILL')
    const [, signal] = await ended
    if (signal === 'SIGKILL') kills++
  }
  expect(kills).toBeGreaterThan(0)
  expect(await run('import', ['--from', file, '--to', 'sqlite'], { MINGWU_DATA: to })).toMatchObject({ code: 0 })
  expect(await held()).toEqual(await recordsOf(live))
  await live.close()
})

it('says how it is to be asked, and what is missing', { timeout: 60_000 }, async () => {
  const empty = join(folder.path, 'empty')
  const here = join(folder.path, 'here.jsonl')
  writeFileSync(here, 'x\n')
  const told: [Parameters<typeof run>, string][] = [
    [['export', ['--to', join(folder.path, 'new')], { MINGWU_DATA: empty }], '没有数据'],
    [['import', ['--from', here, '--to', 'oracle'], { MINGWU_DATA: empty }], '用法'],
    [['export', ['--to', here], { MINGWU_DATA: old }], '没有覆盖'],
    [['export', ['--to', join(folder.path, 'new')], { MINGWU_DATA: old, MINGWU_SECRET: 'short' }], 'MINGWU_SECRET'],
    [['export', ['--to', join(folder.path, 'new'), '--from', 'dynamodb'], { TABLE: '' }], 'TABLE'],
    [['import', ['--from', here, '--to', 'sqlite'], { MINGWU_DATA: empty }], '不是明务的导出文件'],
  ]
  for (const [given, says] of told) {
    const { code, said } = await run(...given)
    expect(said, given.join(' ')).toContain(says)
    expect(said).not.toContain('    at ')
    expect(code).toBe(1)
  }
  expect(readFileSync(here, 'utf8')).toBe('x\n')
  expect(existsSync(join(folder.path, 'new'))).toBe(false)
})
