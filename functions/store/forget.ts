import type { Day } from '@shared/engine/case'
import type { Item, Table } from './table'

const tries = 8

/** The body of what was forgotten: readers take it for absent. */
export const forgotten = 'null'

/** Whether an item is there and says something still. */
export const isThere = (item: Item | undefined): item is Item => item !== undefined && item.body !== forgotten

/**
 * Forgets an item: nothing is left of it but its key, until the engine drops that too. It leaves every list. The port has no
 * delete, for then whoever has the service's rights could make a record vanish. False: it wasn't there.
 */
export const forget = async (table: Table, pk: string, today: Day): Promise<boolean> => {
  for (let turn = 0; turn < tries; turn++) {
    const item = await table.get(pk)
    if (!isThere(item)) return false
    const empty = {
      pk,
      version: item.version + 1,
      body: forgotten,
      sees: 'office' as const,
      keys: {},
      expiresOn: today,
    }
    if ((await table.put(empty, { ifVersion: item.version })) === 'put') return true
  }
  throw new Error(`${pk} changes too often to be forgotten`)
}
