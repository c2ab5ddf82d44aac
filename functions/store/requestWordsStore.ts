import type { Day } from '@shared/engine/case'
import { type RequestWords, requestWords } from '@shared/requestCategories'
import type { Table } from './table'

/** Who changed the words of a county last, as they were called then. */
export type WordsEdit = { on: Day; who: string }

type Kept = { words: RequestWords; edit: WordsEdit }

/** What requests are about and ready-made beginnings of answers: a county's own, else the defaults. */
export const requestWordsStore = (table: Table) => {
  const read = async (county: string): Promise<{ version: number; kept?: Kept }> => {
    const item = await table.get(`request-words#${county}`)
    return item ? { version: item.version, kept: JSON.parse(item.body) as Kept } : { version: 0 }
  }
  return {
    of: async (county: string): Promise<RequestWords> => (await read(county)).kept?.words ?? requestWords,
    /** Who changed them last; undefined while they are the defaults. */
    editOf: async (county: string): Promise<WordsEdit | undefined> => (await read(county)).kept?.edit,
    /** Replaces them as a whole. False: someone else was faster. */
    async change(county: string, words: RequestWords, edit: WordsEdit): Promise<boolean> {
      const { version } = await read(county)
      const kept: Kept = { words, edit }
      const pk = `request-words#${county}`
      const item = { pk, version: version + 1, body: JSON.stringify(kept), sees: 'everyone' as const, keys: {} }
      return (await table.put(item, { ifVersion: version })) === 'put'
    },
  }
}
