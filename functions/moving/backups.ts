import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Day } from '@shared/engine/case'
import { copySqlite, faultOfSqlite } from '../store/engines/sqliteCopy'

/** How many copies are kept: the newest of so many days, and the first of so many months. */
export type Keeping = { daily: number; monthly: number }

type Environment = Readonly<Record<string, string | undefined>>

/** Ours: two weeks and three months, no longer than what was erased may live on in a copy. `MINGWU_BACKUP_DAYS=0` makes no daily copies. Throws what is to be set right. */
export const keepingFrom = (env: Environment): Keeping => {
  const whole = (name: string, standard: number) => {
    const n = Number(env[name] || standard)
    if (!Number.isInteger(n) || n < 0 || n > 3660) throw new Error(`${name} 要是 0 到 3660 的整数。`)
    return n
  }
  return {
    daily: env.MINGWU_BACKUP_DAYS === '0' ? 0 : whole('MINGWU_BACKUP_DAYS', 14),
    monthly: env.MINGWU_BACKUP_MONTHS === '0' ? 0 : whole('MINGWU_BACKUP_MONTHS', 3),
  }
}

export const backupsIn = (data: string) => join(data, 'backups')
const nameOf = (day: Day) => `mingwu-${day}.db`
/** Only what bears such a name counts; a half-written copy ends in `.part`. */
const named = /^mingwu-(\d{4}-\d{2}-\d{2})\.db$/
const halfDone = /^mingwu-.*\.part(-journal|-wal|-shm)?$/

export const hasBackup = (folder: string, day: Day): boolean => existsSync(join(folder, nameOf(day)))

/**
 * Copies the database to `folder/mingwu-DAY.db`, in place of one of the same day, and drops what is too old. The copy has
 * that name only after SQLite found it whole. Returns its path; throws with a sentence, and then no copy was lost.
 */
export function backUp(database: string, folder: string, day: Day, keeping: Keeping): string {
  const to = join(folder, nameOf(day))
  const part = `${to}.part`
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    clear(folder)
    const { bavail, bsize } = statfsSync(folder)
    if (bavail * bsize < statSync(database).size) throw new Error('no room for another copy')
    copySqlite(database, part)
    const fault = faultOfSqlite(part)
    if (fault) throw new Error(fault)
    chmodSync(part, 0o600)
    renameSync(part, to)
  } catch (error) {
    if (existsSync(folder) && statSync(folder).isDirectory()) clear(folder)
    const says = `请看 ${folder} 所在的磁盘是不是满了，或把 MINGWU_BACKUPS 设到别的磁盘。以前的备份还在。`
    throw new Error(`没有备份（${(error as Error).message}）。${says}`)
  }
  for (const name of tooOld(readdirSync(folder), keeping)) rmSync(join(folder, name))
  return to
}

/** What was left half-done. */
const clear = (folder: string) => {
  for (const name of readdirSync(folder)) if (halfDone.test(name)) rmSync(join(folder, name), { force: true })
}

/** Copies that needn't be kept: neither among the newest days nor the first of one of the newest months. */
export function tooOld(names: readonly string[], { daily, monthly }: Keeping): readonly string[] {
  const days = names.flatMap((name) => named.exec(basename(name))?.[1] ?? []).sort()
  const firsts = days.filter((day, i) => day.slice(0, 7) !== days[i - 1]?.slice(0, 7))
  // the newest stays whatever is set
  const kept = new Set([...days.slice(-Math.max(daily, 1)), ...(monthly ? firsts.slice(-monthly) : [])])
  return days.filter((day) => !kept.has(day)).map(nameOf)
}
