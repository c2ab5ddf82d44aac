import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { version } from '../../package.json'
import { openFolder } from '../files/folder'
import { openSqlite } from '../store/engines/sqlite'
import { copySqlite } from '../store/engines/sqliteCopy'
import { CannotMove, type Store } from './format'

export const engines = ['sqlite', 'dynamodb'] as const
export type Engine = (typeof engines)[number]
type Environment = Readonly<Record<string, string | undefined>>

/**
 * The store that the environment names, by the same names as the server's own: `MINGWU_DATA` for SQLite, `TABLE` and
 * `FILES_BUCKET` for the cloud, `MINGWU_SECRET` for both. Throws with what is missing.
 */
export async function openStore(engine: Engine, env: Environment): Promise<Store> {
  if (engine === 'dynamodb') {
    const { table, files, secret, version } = await cloudOf(env)
    return { table, files, engine, secret, demo: false, version }
  }
  const data = dataOf(env)
  mkdirSync(data, { recursive: true })
  const { secret, demo } = secretOf(data, env)
  return { table: openSqlite(join(data, 'mingwu.db')), files: filesOf(data, secret), engine, secret, demo, version }
}

/**
 * The store to be exported. Of SQLite that is a copy made at this instant beside `to`, so that all of it is of one moment
 * while the server goes on writing; `drop` lets go of it. The cloud's table is read while it is written to.
 */
export async function openSource(
  engine: Engine,
  env: Environment,
  to: string,
): Promise<{ store: Store; drop: () => Promise<void> }> {
  if (engine === 'dynamodb') {
    const store = await openStore(engine, env)
    return { store, drop: () => store.table.close() }
  }
  const data = dataOf(env)
  const path = join(data, 'mingwu.db')
  if (!existsSync(path)) throw new CannotMove(`${data} 里没有数据（mingwu.db）。请用 MINGWU_DATA 指明数据文件夹。`)
  const { secret, demo } = secretOf(data, env)
  const copy = `${to}.copy`
  const rid = () => {
    for (const end of ['', '-wal', '-shm']) rmSync(`${copy}${end}`, { force: true })
  }
  rid()
  try {
    copySqlite(path, copy)
  } catch (error) {
    rid()
    throw new CannotMove(`没有导出：复制数据库时出错（${(error as Error).message}）。请看 ${to} 所在的磁盘够不够。`)
  }
  const table = openSqlite(copy)
  return {
    store: { table, files: filesOf(data, secret), engine, secret, demo, version },
    drop: () => table.close().then(rid),
  }
}

async function cloudOf(env: Environment) {
  // the SDK is loaded by whoever needs it
  const { cloudDeps } = await import('../cloud')
  try {
    return cloudDeps(env)
  } catch (error) {
    throw new CannotMove((error as Error).message)
  }
}

const dataOf = (env: Environment) => resolve(env.MINGWU_DATA || '.data')

const filesOf = (data: string, secret: string) =>
  openFolder({ folder: join(data, 'files'), origin: '', secret, now: () => new Date() })

/** A demo's folder keeps its own secret. */
function secretOf(data: string, env: Environment) {
  const file = join(data, 'demo-secret')
  if (existsSync(file)) return { secret: readFileSync(file, 'utf8'), demo: true }
  const secret = env.MINGWU_SECRET
  if (!secret || secret.length < 32) throw new CannotMove('要设 MINGWU_SECRET（和运行时的一样，至少32个字符）。')
  return { secret, demo: false }
}
