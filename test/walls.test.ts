import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from './support/stores'

const root = resolve(import.meta.dirname, '..')

/** One forbidden import for each wall. */
const forbidden: Readonly<Record<string, string>> = {
  'shared/a1.ts': "import '../functions/deps'; import './a2'; export const a = 1",
  'shared/a2.ts': "import './a1'; import 'node:fs'; import 'hono'; import 'zod'",
  'shared/engine/x.ts': "import '../workflows/index'; import 'canonicalize'",
  'functions/x.ts':
    "import '@aws-sdk/client-dynamodb'; import 'libsql'; import '../miniapp/src/api/y'; import '../test/t'; import './demo/index'",
  'test/t.ts': 'export {}',
  'miniapp/src/api/y.ts': "import '../../../functions/deps'",
  'miniapp/src/components/C.tsx': "import '../api/y'",
}

it('each wall stops its forbidden import', () => {
  const { path, remove } = temporaryFolder()
  for (const part of ['shared', 'functions', '.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
    cpSync(join(root, part), join(path, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(path, 'node_modules'))
  for (const [file, text] of Object.entries(forbidden)) {
    mkdirSync(dirname(join(path, file)), { recursive: true })
    writeFileSync(join(path, file), text)
  }
  const depcruise = join(root, 'node_modules/.bin/depcruise')
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'shared', 'functions', 'miniapp/src']
  let json: string
  try {
    json = execFileSync(depcruise, args, {
      cwd: path,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch (e) {
    json = (e as { stdout: string }).stdout
  }
  remove()
  const found = JSON.parse(json).summary.violations as { rule: { name: string } }[]
  const { forbidden: walls } = JSON.parse(
    JSON.stringify(createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs'))),
  ) as { forbidden: { name: string }[] }
  expect([...new Set(found.map((v) => v.rule.name))].sort()).toEqual(walls.map((w) => w.name).sort())
})

const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((f) => /\.tsx?$/.test(f))
    .map((f) => join(folder, f))

const saying = (files: readonly string[], words: RegExp) =>
  files.filter((f) => words.test(readFileSync(join(root, f), 'utf8')))

it('shared never asks what day it is', () => {
  expect(saying(sources('shared'), /Date\.now\(|new Date\(\)/)).toEqual([])
})

it('which platform it runs on is asked in miniapp/src/platform alone', () => {
  expect(
    saying(
      sources('miniapp/src').filter((f) => !f.startsWith('miniapp/src/platform/')),
      /TARO_ENV/,
    ),
  ).toEqual([])
})

it('no workflow is named in the engine, and no code asks which one it is', () => {
  expect(saying([...sources('shared/engine'), ...sources('functions')], /workflow(\.id)? ?=== ?'/)).toEqual([])
})

it('the red lines: no points, rankings, check-ins, online time or activity scores on any screen or in any form', () => {
  expect(
    saying(
      [...sources('shared'), ...sources('functions'), ...sources('miniapp/src')],
      /积分|排行|打卡|在线时长|活跃度/,
    ),
  ).toEqual([])
})

/** Who may do what is decided in functions/scope.ts from the table in functions/acts.ts; elsewhere it is asked. */
const ownDecisions =
  /rolesAt|audiencesAt\([^)]*\)\s*\.includes|\.posts\s*\.(some|find|filter)\(|from '[./]+acts'|\.roles\.(some|includes)/
/** Those that read posts or roles for something else than to decide. */
const readsPosts: Readonly<Record<string, string>> = {
  'functions/routes/staff.ts': 'gives posts and ends them, and lists which there are',
  'functions/setUp.ts': 'gives the first posts of a county, by a command on the machine',
  'functions/accounts/becoming.ts': 'gives the posts that stand on a roster',
  'functions/privacy/forgetPerson.ts': 'looks for letters on the desk of every role',
  'functions/messages/holders.ts': 'finds whose desk it is',
  'functions/store/personStore.ts': 'lists staff by the posts that they hold',
  'functions/views/auditsView.ts': 'lists posts that were held, to be audited',
  'functions/views/names.ts': 'calls people by their posts',
  'functions/views/personView.ts': 'tells someone their own posts',
  'functions/facts.ts': 'tells the engine who is in office',
  'functions/matterFacts.ts': 'tells the engine who is in office',
  'functions/acts.ts': 'the table',
  'functions/scope.ts': 'decides',
}

it('who may do what is decided in one place: no route, view or paper has roles of its own to decide by', () => {
  const deciding = saying(
    sources('functions').filter((f) => !f.startsWith('functions/demo/')),
    ownDecisions,
  )
  expect(deciding.filter((f) => !(f in readsPosts))).toEqual([])
  for (const words of [
    "audiencesAt(person, at.place, on).includes('office')",
    'person.posts.some((p) => p.place === id)',
    "import { officeRoles } from '../acts'",
    "rolesAt(person, place, on).includes('clerk')",
  ])
    expect(ownDecisions.test(words), words).toBe(true)
})
