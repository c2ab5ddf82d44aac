import { dayInChina } from '@shared/calendar'
import type { Day, Instant } from '@shared/engine/case'
import { bodyOf, changeItem } from './changing'
import { isThere } from './forget'
import type { Table } from './table'

/** One agreeing: to which version, and when. */
export type Agreed = { version: string; at: Instant }

const tries = 8

/** What each person has agreed to, every version with its instant, as proof that they were asked (`agreement#<person>`). */
export const agreementStore = (table: Table) => {
  const pkOf = (person: string) => `agreement#${person}`
  return {
    /** What they have agreed to, the earliest first; nothing: an empty list. */
    of: async (person: string): Promise<readonly Agreed[]> =>
      (await bodyOf<readonly Agreed[]>(table, pkOf(person))) ?? [],
    /** After they have gone, it is kept as proof until a day. */
    async keepUntil(person: string, expiresOn: Day): Promise<void> {
      const pk = pkOf(person)
      for (let turn = 0; turn < tries; turn++) {
        const item = await table.get(pk)
        if (!isThere(item) || item.expiresOn !== undefined) return
        const next = { ...item, version: item.version + 1, expiresOn }
        if ((await table.put(next, { ifVersion: item.version })) === 'put') return
      }
      throw new Error(`agreement of ${person} changes too often`)
    },
    /** Notes that someone agreed to a version; agreed to again, the first time stands. */
    agreed: (person: string, version: string, at: Instant): Promise<void> =>
      changeItem<readonly Agreed[], void>(table, pkOf(person), dayInChina(Date.parse(at)), (all) => ({
        next: all?.some((a) => a.version === version) ? all : [...(all ?? []), { version, at }],
        says: undefined,
      })),
  }
}
