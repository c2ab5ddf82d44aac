import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays } from '@shared/engine/deadline'
import Database from 'libsql'
import { afterAll, describe, expect, it } from 'vitest'
import { backUp, backupsIn, hasBackup, keepingFrom, tooOld } from '../../functions/moving/backups'
import { dailyBackup } from '../../functions/moving/dailyBackup'
import { openSqlite } from '../../functions/store/engines/sqlite'
import { faultOfSqlite } from '../../functions/store/engines/sqliteCopy'
import { item, temporaryFolder } from '../support/stores'
import { recordsOf } from './recordsOf'

const folder = temporaryFolder()
afterAll(folder.remove)
const keeping = { daily: 14, monthly: 3 }

/** A data folder with a database in which there is something of each kind. */
const dataFolder = async (name: string, many = 50) => {
  const data = join(folder.path, name)
  mkdirSync(data)
  const database = join(data, 'mingwu.db')
  const table = openSqlite(database)
  const key = { partition: 'v', sort: '2026-07-06' }
  for (let n = 0; n < many; n++)
    await table.put(item(`n${n}`, { body: 'x'.repeat(3000), keys: { board: key } }), { ifVersion: 0 })
  await table.mark('read', 'm')
  await table.number('count')
  return { data, database, table, folder: backupsIn(data) }
}

describe('a copy of the database', () => {
  it('opened as the database gives the same answers, and the next number follows', async () => {
    const { database, table, folder: backups } = await dataFolder('same')
    const path = backUp(database, backups, '2026-07-06', keeping)
    expect(path).toBe(join(backups, 'mingwu-2026-07-06.db'))
    expect(statSync(path).mode & 0o777).toBe(0o600)
    // as docs/how-to/back-up-and-move.md says: into a new data folder, under the database's name
    const data = join(folder.path, 'restored')
    mkdirSync(data)
    copyFileSync(path, join(data, 'mingwu.db'))
    const restored = openSqlite(join(data, 'mingwu.db'))
    expect(await recordsOf(restored)).toEqual(await recordsOf(table))
    const query = { limit: 20, newestFirst: true }
    expect(await restored.list('board', 'v', query)).toEqual(await table.list('board', 'v', query))
    expect(await restored.number('count')).toBe(2)
    await Promise.all([restored.close(), table.close()])
  })

  it('is made while somebody writes, and made again on the same day it has what came since', async () => {
    const { database, table, folder: backups } = await dataFolder('again')
    backUp(database, backups, '2026-07-06', keeping)
    await table.put(item('since'), { ifVersion: 0 })
    const path = backUp(database, backups, '2026-07-06', keeping)
    const copy = openSqlite(path)
    expect(await copy.get('since')).toBeDefined()
    await Promise.all([copy.close(), table.close()])
    expect(readdirSync(backups).filter((name) => name.endsWith('.db'))).toEqual(['mingwu-2026-07-06.db'])
  })

  it('isn’t made of a database that isn’t whole, and the one before stays', async () => {
    const { database, table, folder: backups } = await dataFolder('worn')
    backUp(database, backups, '2026-07-06', keeping)
    await table.close()
    for (const end of ['-wal', '-shm']) rmSync(`${database}${end}`, { force: true })
    writeFileSync(database, 'x'.repeat(9000))
    expect(() => backUp(database, backups, '2026-07-06', keeping)).toThrow(/没有备份.+以前的备份还在/)
    expect(readdirSync(backups)).toEqual(['mingwu-2026-07-06.db'])
    expect(faultOfSqlite(join(backups, 'mingwu-2026-07-06.db'))).toBeUndefined()
  })

  it('that SQLite copies but doesn’t find whole gets no name, and the one before stays', async () => {
    const { database, table, folder: backups } = await dataFolder('odd')
    backUp(database, backups, '2026-07-05', keeping)
    await table.close()
    const db = new Database(database)
    db.exec(`CREATE TABLE odd (a); INSERT INTO odd VALUES (NULL); PRAGMA writable_schema = ON;
      UPDATE sqlite_master SET sql = 'CREATE TABLE odd (a NOT NULL)' WHERE name = 'odd'; PRAGMA writable_schema = RESET`)
    db.close()
    expect(() => backUp(database, backups, '2026-07-06', keeping)).toThrow(/没有备份.+NULL value in odd/)
    expect(readdirSync(backups)).toEqual(['mingwu-2026-07-05.db'])
  })

  it('killed half-way leaves nothing that counts as a copy; the next one clears it away', {
    timeout: 60_000,
  }, async () => {
    const { data, database, table, folder: backups } = await dataFolder('killed')
    const db = new Database(database)
    db.exec(`INSERT INTO items (pk, version, sees, body) WITH RECURSIVE some(n) AS
      (SELECT 1 UNION ALL SELECT n + 1 FROM some WHERE n < 20000) SELECT 'm' || n, 1, 'office', hex(zeroblob(1500)) FROM some`)
    db.close()
    const child = spawn(process.execPath, ['--import', 'tsx', 'functions/backup.ts'], {
      env: { ...process.env, MINGWU_DATA: data },
    })
    const ended = once(child, 'close')
    const half = () => existsSync(backups) && readdirSync(backups).some((name) => name.endsWith('.part'))
    while (child.exitCode === null && !half()) await new Promise((go) => setTimeout(go, 1))
    child.kill('SIGKILL')
    await ended
    expect(readdirSync(backups).filter((name) => name.endsWith('.db'))).toEqual([])
    expect(half()).toBe(true)
    const path = backUp(database, backups, '2026-07-06', keeping)
    expect(readdirSync(backups)).toEqual(['mingwu-2026-07-06.db'])
    expect(faultOfSqlite(path)).toBeUndefined()
    await table.close()
  })

  it('on a disk that has no room says so; the server’s own log tells it and the day’s copy is still owed', async () => {
    const { data, table, folder: backups } = await dataFolder('full', 500)
    // the system lets this process write no file of more than 200 blocks
    const child = spawn('bash', ['-c', `ulimit -f 200; exec ${process.execPath} --import tsx functions/backup.ts`], {
      env: { ...process.env, MINGWU_DATA: data },
    })
    let said = ''
    child.stderr.on('data', (part) => (said += part))
    const [code] = await once(child, 'close')
    expect(said).toMatch(/没有备份.+磁盘是不是满了/)
    expect(code).toBe(1)
    expect(readdirSync(backups)).toEqual([])
    await table.close()
  })
})

describe('how many are kept', () => {
  const days = (from: string, many: number) => Array.from({ length: many }, (_, n) => addDays(from, n))
  const names = (all: readonly string[]) => all.map((day) => `mingwu-${day}.db`)
  const kept = (all: readonly string[], how = keeping) => {
    const old = tooOld(names(all), how)
    return all.filter((day) => !old.includes(`mingwu-${day}.db`))
  }

  it('of two years the last fourteen days and the first of three months', () => {
    const found = kept(days('2025-01-01', 730))
    expect(found.slice(-14)).toEqual(days('2026-12-18', 14))
    expect(found.slice(0, -14)).toEqual(['2026-10-01', '2026-11-01', '2026-12-01'])
  })

  it('all of fourteen days; of fifteen in one month all, for the first stands for its month', () => {
    expect(kept(days('2026-07-02', 14))).toHaveLength(14)
    expect(kept(days('2026-07-02', 15))).toHaveLength(15)
    expect(kept(days('2026-07-02', 16))).toEqual(['2026-07-02', ...days('2026-07-04', 14)])
  })

  it('after weeks without one those that there are: days are counted that have a copy', () => {
    const sparse = ['2026-01-05', '2026-03-09', '2026-03-10', '2026-07-01']
    expect(kept(sparse)).toEqual(sparse)
  })

  it('the newest stays also where nothing is to be kept, and other files are never touched', () => {
    expect(kept(['2026-07-05', '2026-07-06'], { daily: 0, monthly: 0 })).toEqual(['2026-07-06'])
    expect(
      tooOld(['notes.txt', 'mingwu-2020.db', 'mingwu.db', ...names(['2026-07-06'])], { daily: 0, monthly: 0 }),
    ).toEqual([])
  })

  it('settings are whole numbers, and say what to set where they aren’t', () => {
    expect(keepingFrom({})).toEqual(keeping)
    expect(keepingFrom({ MINGWU_BACKUP_DAYS: '0', MINGWU_BACKUP_MONTHS: '3' })).toEqual({ daily: 0, monthly: 3 })
    for (const wrong of ['-1', '1.5', 'all', '99999'])
      expect(() => keepingFrom({ MINGWU_BACKUP_DAYS: wrong })).toThrow('MINGWU_BACKUP_DAYS')
  })
})

describe('the daily copy of a server', { timeout: 60_000 }, () => {
  const at = Date.now()
  const env = { ...process.env, MINGWU_BACKUPS: undefined }
  const said: string[] = []
  const say = (line: string) => void said.push(line)

  it('is made once a day, in a folder of its own where one is named', async () => {
    const { data, database, table } = await dataFolder('daily')
    const named = join(folder.path, 'elsewhere')
    const backup = dailyBackup({ data, database, env: { ...env, MINGWU_BACKUPS: named }, now: () => at, say })
    await Promise.all([backup.ifDue(), backup.ifDue()])
    expect(readdirSync(named)).toHaveLength(1)
    const { mtimeMs } = statSync(join(named, readdirSync(named)[0]!))
    await backup.ifDue()
    expect(statSync(join(named, readdirSync(named)[0]!)).mtimeMs).toBe(mtimeMs)
    expect(existsSync(backupsIn(data))).toBe(false)
    await table.close()
  })

  it('isn’t made where it is switched off', async () => {
    const { data, database, table } = await dataFolder('off')
    await dailyBackup({ data, database, env: { ...env, MINGWU_BACKUP_DAYS: '0' }, now: () => at, say }).ifDue()
    expect(existsSync(backupsIn(data))).toBe(false)
    await table.close()
  })

  it('that fails leaves the server going, and is tried again', async () => {
    const { data, database, table, folder: backups } = await dataFolder('fails')
    writeFileSync(backups, 'a file where the folder should be')
    const backup = dailyBackup({ data, database, env, now: () => at, say })
    await backup.ifDue()
    await backup.ifDue()
    expect(await table.number('count')).toBe(2)
    await table.close()
  })

  it('is made before an old database is given new columns; where it can’t be made, nothing is changed', async () => {
    const { data, database, table, folder: backups } = await dataFolder('upgrade')
    await table.close()
    const db = new Database(database)
    db.exec('DROP INDEX by_staff; ALTER TABLE items DROP COLUMN staffP')
    const columns = () => JSON.stringify(db.prepare('PRAGMA table_info(items)').all())
    const { beforeUpgrade } = dailyBackup({ data, database, env, now: () => Date.parse('2026-07-06T01:00:00Z'), say })
    writeFileSync(backups, 'in the way')
    expect(() => openSqlite(database, { beforeUpgrade })).toThrow()
    expect(columns()).not.toContain('staffP')
    const elsewhere = join(folder.path, 'before')
    const free = dailyBackup({ data, database, env: { ...env, MINGWU_BACKUPS: elsewhere }, now: () => at, say })
    await openSqlite(database, free).close()
    expect(columns()).toContain('staffP')
    expect(readdirSync(elsewhere)).toHaveLength(1)
    expect(said).toEqual([expect.stringContaining(join(elsewhere, readdirSync(elsewhere)[0]!))])
    expect(hasBackup(backups, '2026-07-06')).toBe(false)
    db.close()
  })
})
