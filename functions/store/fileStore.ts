import type { PersonalKind } from '@shared/personalData'
import type { DeclaredFile } from '../files/files'
import type { Table } from './table'

/** What was found in a file's words; `readable` is false for a picture or a page without words, which someone must look at. */
export type Scan = { readable: boolean; found: readonly { kind: PersonalKind; where: string }[] }
export type StoredFile = DeclaredFile & { by: string; done: boolean; scan?: Scan }
export type FirstUse = { caseId: string; number: string }

/** What is known of each file, and where each content was first used. */
export const fileStore = (table: Table) => ({
  async get(id: string): Promise<StoredFile | undefined> {
    const item = await table.get(`file#${id}`)
    return item && (JSON.parse(item.body) as StoredFile)
  },
  create: (file: StoredFile) =>
    table.put(
      { pk: `file#${file.id}`, version: 1, body: JSON.stringify(file), sees: 'office', keys: {} },
      { ifVersion: 0 },
    ),
  async change(file: StoredFile) {
    const pk = `file#${file.id}`
    const version = (await table.get(pk))?.version ?? 0
    return table.put(
      { pk, version: version + 1, body: JSON.stringify(file), sees: 'office', keys: {} },
      { ifVersion: version },
    )
  },
  async firstUse(sha256: string): Promise<FirstUse | undefined> {
    const item = await table.get(`used#${sha256}`)
    return item && (JSON.parse(item.body) as FirstUse)
  },
  used: (sha256: string, use: FirstUse) =>
    table.put(
      { pk: `used#${sha256}`, version: 1, body: JSON.stringify(use), sees: 'office', keys: {} },
      { ifVersion: 0 },
    ),
})
