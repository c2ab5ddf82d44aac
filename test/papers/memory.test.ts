import { execFile } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterAll, expect, it } from 'vitest'
import { temporaryFolder } from '../support/stores'
import { longBook } from './books'

const folder = temporaryFolder()
afterAll(folder.remove)

type Told = { status: number; rows: number; ms: number; beforeMb: number; peakMb: number; stoodStillMs: number }

it('5 000 lines are imported by a whole server within 200 MB, while it goes on answering', async () => {
  const file = join(folder.path, 'long.xlsx')
  writeFileSync(file, await longBook(5000))
  // the thread as it is deployed: its parts are loaded when they are needed
  await build({
    ...{
      entryPoints: ['functions/papers/worker.ts'],
      outdir: folder.path,
      bundle: true,
      splitting: true,
      minify: true,
    },
    ...{ format: 'esm', platform: 'node', target: 'node20', outExtension: { '.js': '.mjs' } },
  })
  // and the server too: what translates TypeScript as it is read would weigh as much as the server
  const server = `dist/importing-${process.pid}.mjs`
  await build({
    ...{ entryPoints: ['test/papers/importing.ts'], outfile: server, bundle: true, minify: true },
    ...{ format: 'esm', platform: 'node', target: 'node20', packages: 'external' },
  })
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...[server, file, folder.path],
    join(folder.path, 'worker.mjs'),
  ])
  rmSync(server)
  const told = JSON.parse(stdout.trim().split('\n').at(-1)!) as Told
  console.log(
    `5 000 lines imported in ${told.ms} ms; the whole process had at most ${told.peakMb} MB (${told.beforeMb} MB before) and stood still for ${told.stoodStillMs} ms at most`,
  )
  expect(told).toMatchObject({ status: 200, rows: 5000 })
  expect(told.peakMb).toBeLessThanOrEqual(200)
  expect(told.stoodStillMs).toBeLessThan(500)
})
