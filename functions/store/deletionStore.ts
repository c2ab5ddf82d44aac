import type { Instant } from '@shared/engine/case'
import { forget, isThere } from './forget'
import type { Table } from './table'

/** Someone's account that is being deleted: until it is done, the clock goes on with it. */
export type Deletion = { person: string; at: Instant }

/** Deletions that were begun (`deletion#<person>`), listed until they are done. */
export const deletionStore = (table: Table) => {
  const pkOf = (person: string) => `deletion#${person}`
  return {
    /** Begins; begun twice, it is begun once. */
    async begin(deletion: Deletion): Promise<void> {
      const pk = pkOf(deletion.person)
      const item = await table.get(pk)
      const ifVersion = item?.version ?? 0
      if (isThere(item)) return
      const keys = { links: { partition: 'deletions', sort: deletion.at } }
      const body = JSON.stringify(deletion)
      await table.put({ pk, version: ifVersion + 1, body, sees: 'office', keys }, { ifVersion })
    },
    /** Whose account is still being deleted, the longest ago first. */
    async open(): Promise<readonly string[]> {
      const { rows } = await table.list('links', 'deletions', { limit: 1000 })
      return rows.map(({ pk }) => pk.slice(pkOf('').length))
    },
    done: (person: string, today: string) => forget(table, pkOf(person), today),
  }
}
