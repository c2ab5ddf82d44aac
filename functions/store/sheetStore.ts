import { createHash } from 'node:crypto'
import { canonical } from '@shared/engine/chain'
import type { SheetRow } from '@shared/sheetKinds'
import { metaOf, type Sheet, type SheetMeta } from '@shared/sheets'
import type { Files } from '../files/files'
import type { Table } from './table'

/** What was read last stays for the next page: what an id stands for never changes. */
const remembered = 4

/** A list as it is kept: its canonical text, and what is known of it without its rows. */
export type WrittenSheet = { text: string; about: Omit<SheetMeta, 'id'> }

/** Writes a list down. Of thousands of rows that is work: it may be done in another thread than `keep`. */
export const written = (sheet: Sheet): WrittenSheet => {
  const { id: _, ...about } = metaOf('', sheet)
  return { text: canonical(sheet), about }
}

/** Lists of rows, kept under the hash of what they say: the rows as a file, what is known of them as a small item. */
export const sheetStore = (table: Table, files: Files) => {
  const read = new Map<string, readonly SheetRow[]>()
  const remember = (id: string, rows: readonly SheetRow[]) => {
    read.delete(id)
    read.set(id, rows)
    if (read.size > remembered) read.delete(read.keys().next().value!)
    return rows
  }
  const keep = async ({ text, about }: WrittenSheet): Promise<SheetMeta> => {
    const id = `s${createHash('sha256').update(text).digest('hex')}`
    const meta = { ...about, id }
    await files.keep({ id, name: `${id}.json`, type: 'application/json' }, Buffer.from(text))
    await table.put({ pk: id, version: 1, body: JSON.stringify(meta), sees: 'office', keys: {} }, { ifVersion: 0 })
    return meta
  }
  return {
    /** Keeps a list whose rows are right. The same list twice is kept once. */
    save: (sheet: Sheet): Promise<SheetMeta> => keep(written(sheet)),
    keep,
    /** What is known of a list without its rows; undefined if no such list was kept. */
    async meta(id: string): Promise<SheetMeta | undefined> {
      const item = await table.get(id)
      return item && (JSON.parse(item.body) as SheetMeta)
    },
    /** Every row, whole and unmasked: views decide what a reader is sent. None if no such list was kept. */
    async rows(id: string): Promise<readonly SheetRow[]> {
      const known = read.get(id)
      if (known) return remember(id, known)
      const bytes = await files.kept(id)
      return bytes ? remember(id, (JSON.parse(Buffer.from(bytes).toString()) as Sheet).rows) : []
    },
  }
}

export type SheetStore = ReturnType<typeof sheetStore>
