import type Database from 'libsql'

/**
 * What a file should look like: `tables` makes the tables that aren't there, `columns` says what each has (those that came
 * later may be empty), and each index which columns it holds of which rows.
 */
export type Shape = {
  tables: string
  columns: Readonly<Record<string, readonly string[]>>
  indexes: readonly { name: string; on: string; columns: readonly string[]; where: string }[]
}

/**
 * Makes what isn't there: everything in a new file, and in one that an older version made the columns and indexes that
 * came later. An index that holds other columns than it did is made anew. `beforeColumns` is called before an old file
 * gets new columns.
 */
export function bringUpToDate(db: Database.Database, shape: Shape, beforeColumns: () => void) {
  db.exec(shape.tables)
  const first = lacking(db, shape)
  if (first.columns.length) beforeColumns()
  if (first.columns.length + first.indexes.length === 0) return
  // two processes may open the same old file at once: the second waits here and then finds nothing missing
  db.exec('BEGIN IMMEDIATE')
  try {
    const { columns, indexes } = lacking(db, shape)
    for (const [table, column] of columns) db.exec(`ALTER TABLE ${table} ADD COLUMN ${column} TEXT`)
    for (const { name, on, columns: held, where } of indexes) {
      db.exec(`DROP INDEX IF EXISTS ${name}`)
      db.exec(`CREATE INDEX ${name} ON ${on} (${held}) WHERE ${where}`)
    }
    db.exec('COMMIT')
  } catch (error) {
    db.exec('ROLLBACK')
    throw error
  }
}

function lacking(db: Database.Database, { columns, indexes }: Shape) {
  const named = (pragma: string) => (db.prepare(pragma).all() as { name: string }[]).map(({ name }) => name)
  return {
    columns: Object.entries(columns).flatMap(([table, wanted]) => {
      const there = named(`PRAGMA table_info(${table})`)
      return wanted.filter((column) => !there.includes(column)).map((column) => [table, column] as const)
    }),
    indexes: indexes.filter(({ name, columns: held }) => `${named(`PRAGMA index_info(${name})`)}` !== `${held}`),
  }
}
