import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const repository = path.resolve(import.meta.dirname, '../..')
const SOURCES = ['miniapp', 'shared', 'functions/verify', 'package.json', 'package-lock.json']
const LONGEST_BUILD_MS = 170_000

export type BuildTarget = 'weapp' | 'h5'

/** Builds the target unless dist holds a build of these very sources. Answers the folder; throws with the output. */
export async function ensureBuilt(target: BuildTarget): Promise<string> {
  const dist = path.join(repository, 'dist', target)
  const hashFile = `${dist}.hash`
  const wanted = hashOfSources()
  const isBuilt = () => fs.existsSync(hashFile) && fs.existsSync(dist) && fs.readFileSync(hashFile, 'utf8') === wanted
  if (isBuilt()) return dist
  const unlock = await lock(`${dist}.lock`)
  try {
    if (isBuilt()) return dist
    fs.rmSync(hashFile, { force: true })
    await run(target)
    if (target === 'h5') await bundleVerifier(dist)
    fs.writeFileSync(hashFile, wanted)
    return dist
  } finally {
    unlock()
  }
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  // Another address of the API or another kind of build is another build.
  hash.update(JSON.stringify([process.env.MINGWU_API, process.env.TARO_DEBUG_REACT]))
  for (const source of SOURCES) {
    for (const file of filesUnder(path.join(repository, source))) {
      hash.update(path.relative(repository, file)).update('\0').update(fs.readFileSync(file))
    }
  }
  return hash.digest('hex')
}

function filesUnder(place: string): string[] {
  if (!fs.statSync(place).isDirectory()) return [place]
  const entries = fs.readdirSync(place, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}

// Test files run in processes of their own, and Taro empties dist before it builds: one at a time.
async function lock(file: string): Promise<() => void> {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  for (const end = Date.now() + LONGEST_BUILD_MS; Date.now() < end; await wait(200)) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' })
      return () => fs.rmSync(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      if (!isAlive(file)) fs.rmSync(file, { force: true })
    }
  }
  throw new Error(`another build holds ${file}: remove it if no build is running`)
}

function isAlive(lockFile: string): boolean {
  try {
    const holder = Number(fs.readFileSync(lockFile, 'utf8'))
    // An empty file was made this very moment: its holder has yet to sign it.
    return holder === 0 || process.kill(holder, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

async function run(target: BuildTarget): Promise<void> {
  const taro = path.join(repository, 'node_modules/@tarojs/cli/bin/taro')
  // React says its warnings in a development build only.
  const NODE_ENV = process.env.TARO_DEBUG_REACT === '1' ? 'development' : 'production'
  const env = { ...process.env, NODE_ENV, OUT: `dist/${target}` }
  const build = spawn(process.execPath, [taro, 'build', '--type', target], {
    cwd: path.join(repository, 'miniapp'),
    env,
  })
  let output = ''
  const collect = (chunk: Buffer) => {
    output += chunk
  }
  build.stdout.on('data', collect)
  build.stderr.on('data', collect)
  const timer = setTimeout(() => build.kill(), LONGEST_BUILD_MS)
  const code = await new Promise((resolve) => build.on('close', resolve))
  clearTimeout(timer)
  if (code !== 0) throw new Error(`the ${target} build failed (${code}):\n${output.slice(-4000)}`)
}

/** The one file that anyone may take from the web page, to verify with what the page itself says. */
async function bundleVerifier(dist: string): Promise<void> {
  // loaded where it is needed: it doesn't bear a test that plays a browser
  const { build } = await import('esbuild')
  await build({
    entryPoints: [path.join(repository, 'functions/verify/cli.ts')],
    outfile: path.join(dist, 'mingwu-verify.mjs'),
    ...{ bundle: true, minify: true, charset: 'utf8', platform: 'node', format: 'esm', target: 'node20' },
  })
}

// As a command: tsx test/support/builds.ts h5 weapp
if (process.argv[1] === import.meta.filename) {
  for (const target of process.argv.slice(2)) console.log(await ensureBuilt(target as BuildTarget))
}
