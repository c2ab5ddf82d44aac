import type { PersonalKind } from '@shared/personalData'
import type { DeclaredFile } from '../files/files'
import type { Table } from './table'

/** What was found in a file's words; `readable` is false for a picture or a page without words, which someone must look at. */
export type Scan = { readable: boolean; found: readonly { kind: PersonalKind; where: string }[] }
/**
 * `bytes` and `sha256` are of what is kept: a picture loses what its camera noted when it is done. `seconds`: how long a
 * recording is. `safety`: what the check of contents says; none where there is none, it was not asked or it was not sure.
 */
export type StoredFile = DeclaredFile & {
  by: string
  done: boolean
  scan?: Scan
  seconds?: number
  safety?: 'pending' | 'pass' | 'risky'
}
export type FirstUse = { caseId: string; number: string }

/** What is known of each file, what it is checked as, and where each content was first used. */
export const fileStore = (table: Table) => {
  const change = async (id: string, how: (file: StoredFile) => StoredFile): Promise<StoredFile | undefined> => {
    const pk = `file#${id}`
    for (let tries = 0; tries < 10; tries++) {
      const item = await table.get(pk)
      if (!item) return undefined
      const file = how(JSON.parse(item.body))
      const next = { pk, version: item.version + 1, body: JSON.stringify(file), sees: 'office', keys: {} } as const
      if ((await table.put(next, { ifVersion: item.version })) === 'put') return file
    }
    throw new Error(`too many change file ${id} at once`)
  }
  const put = (pk: string, body: string, more: { expiresOn?: string } = {}) =>
    table.put({ pk, version: 1, body, sees: 'office', keys: {}, ...more }, { ifVersion: 0 })

  return {
    async get(id: string): Promise<StoredFile | undefined> {
      const item = await table.get(`file#${id}`)
      return item && (JSON.parse(item.body) as StoredFile)
    },
    create: (file: StoredFile) => put(`file#${file.id}`, JSON.stringify(file)),
    /** Writes what `how` makes of the file as it is now; whoever is second reads again. Undefined if there is no such file. */
    change,
    /** Notes what the check of contents says; when it can't say, it is as if it had not been asked. */
    judged: (id: string, said: 'pending' | 'pass' | 'risky' | 'unknown') =>
      change(id, (file) => ({ ...file, safety: said === 'unknown' ? undefined : said })),
    /** Which file a check was asked about that answers later, by the name that it goes under there. */
    traced: async (trace: string): Promise<string | undefined> => (await table.get(`trace#${trace}`))?.body,
    trace: (trace: string, id: string, expiresOn: string) => put(`trace#${trace}`, id, { expiresOn }),
    async firstUse(sha256: string): Promise<FirstUse | undefined> {
      const item = await table.get(`used#${sha256}`)
      return item && (JSON.parse(item.body) as FirstUse)
    },
    used: (sha256: string, use: FirstUse) => put(`used#${sha256}`, JSON.stringify(use)),
  }
}
