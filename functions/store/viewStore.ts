import type { SavedViews } from '@shared/schemas/monitorViews'
import { isThere } from './forget'
import type { Table } from './table'

type Views = SavedViews['views']

const tries = 4

/** What each person keeps to look at again: one item a person, the whole list at once. */
export const viewStore = (table: Table) => {
  const read = async (person: string): Promise<{ version: number; views: Views }> => {
    const item = await table.get(`views#${person}`)
    return { version: item?.version ?? 0, views: isThere(item) ? (JSON.parse(item.body) as Views) : [] }
  }
  return {
    of: async (person: string): Promise<Views> => (await read(person)).views,
    /** Replaces the list. False: the same person's other phone was faster again and again. */
    async save(person: string, views: Views): Promise<boolean> {
      for (let turn = 0; turn < tries; turn++) {
        const { version } = await read(person)
        const item = { pk: `views#${person}`, version: version + 1, body: JSON.stringify(views), keys: {} }
        if ((await table.put({ ...item, sees: 'office' }, { ifVersion: version })) === 'put') return true
      }
      return false
    },
  }
}
