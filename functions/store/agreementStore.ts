import type { Day, Instant } from '@shared/engine/case'
import { isThere } from './forget'
import type { Table } from './table'

/** One agreeing: to which version, and when. */
export type Agreed = { version: string; at: Instant }

const tries = 8

/** What each person has agreed to, every version with its instant, as proof that they were asked (`agreement#<person>`). */
export const agreementStore = (table: Table) => {
  const read = async (person: string): Promise<{ all: readonly Agreed[]; version: number }> => {
    const item = await table.get(`agreement#${person}`)
    return { all: isThere(item) ? (JSON.parse(item.body) as Agreed[]) : [], version: item?.version ?? 0 }
  }
  return {
    /** What they have agreed to, the earliest first; nothing: an empty list. */
    of: async (person: string): Promise<readonly Agreed[]> => (await read(person)).all,
    /** After they have gone, it is kept as proof until a day. */
    async keepUntil(person: string, expiresOn: Day): Promise<void> {
      const pk = `agreement#${person}`
      for (let turn = 0; turn < tries; turn++) {
        const item = await table.get(pk)
        if (!isThere(item) || item.expiresOn !== undefined) return
        const next = { ...item, version: item.version + 1, expiresOn }
        if ((await table.put(next, { ifVersion: item.version })) === 'put') return
      }
      throw new Error(`agreement of ${person} changes too often`)
    },
    /** Notes that someone agreed to a version; agreed to again, the first time stands. */
    async agreed(person: string, version: string, at: Instant): Promise<void> {
      const pk = `agreement#${person}`
      for (let turn = 0; turn < tries; turn++) {
        const was = await read(person)
        if (was.all.some((a) => a.version === version)) return
        const body = JSON.stringify([...was.all, { version, at }])
        const item = { pk, version: was.version + 1, body, sees: 'office' as const, keys: {} }
        if ((await table.put(item, { ifVersion: was.version })) === 'put') return
      }
      throw new Error(`agreement of ${person} changes too often`)
    },
  }
}
