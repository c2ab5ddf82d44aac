import type { Day } from '@shared/engine/case'
import { forgotten, isThere } from './forget'
import type { Table } from './table'

const tries = 12

/** What a change comes to: what stands from now on (nothing where it is to be forgotten), and what whoever asked is told. */
export type Change<B, T> = { next: B | undefined; says: T; expiresOn?: Day }

/**
 * Changes one item as `judge` says of what stands there; judged again when someone else was faster. What it leaves as it
 * is (the very same value) isn't put. Nothing is left of an item that it forgets but its key.
 */
export const changeItem = async <B, T>(
  table: Table,
  pk: string,
  today: Day,
  judge: (body: B | undefined) => Change<B, T>,
): Promise<T> => {
  for (let turn = 0; turn < tries; turn++) {
    const item = await table.get(pk)
    const body = isThere(item) ? (JSON.parse(item.body) as B) : undefined
    const { next, says, expiresOn } = judge(body)
    if (next === body) return says
    const ifVersion = item?.version ?? 0
    const kept = next === undefined ? { body: forgotten, expiresOn: today } : { body: JSON.stringify(next), expiresOn }
    const put = { pk, version: ifVersion + 1, sees: 'office' as const, keys: {}, ...kept }
    if ((await table.put(put, { ifVersion })) === 'put') return says
  }
  throw new Error(`${pk.split('#')[0]} changes too often`)
}

/** The body of an item; undefined where there is none or it was forgotten. */
export const bodyOf = async <B>(table: Table, pk: string): Promise<B | undefined> => {
  const item = await table.get(pk)
  return isThere(item) ? (JSON.parse(item.body) as B) : undefined
}
