import { closeSync, fsyncSync, openSync } from 'node:fs'
import Database from 'libsql'

/**
 * Copies a SQLite file as it stands at this instant into one new file, while others go on writing; the original isn't
 * changed, also if an older version made it. Throws what SQLite says, e.g. that the disk is full or that `to` exists.
 */
export function copySqlite(from: string, to: string): void {
  const db = new Database(from)
  try {
    db.exec('PRAGMA busy_timeout = 5000')
    db.prepare('VACUUM INTO ?').run(to)
  } finally {
    db.close()
  }
  const file = openSync(to, 'r+')
  fsyncSync(file)
  closeSync(file)
}

/** What SQLite finds wrong with a file; undefined if it is whole. */
export function faultOfSqlite(path: string): string | undefined {
  const db = new Database(path)
  try {
    const [first] = db.prepare('PRAGMA integrity_check(1)').all() as { integrity_check: string }[]
    return first?.integrity_check === 'ok' ? undefined : (first?.integrity_check ?? 'no answer')
  } catch (error) {
    return (error as Error).message
  } finally {
    db.close()
  }
}
