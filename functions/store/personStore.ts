import { dayInChina } from '@shared/calendar'
import type { Day } from '@shared/engine/case'
import type { Citizen } from '@shared/schemas/person'
import { officeRoles } from '../acts'
import { changeItem } from './changing'
import type { Item, Table } from './table'

const freshFor = 30_000

/** Whoever holds office stands among the staff of their township, with what they are called. */
const staffKey = ({ posts, township, village = '', name }: Citizen): Item['keys'] =>
  posts.some((p) => officeRoles.includes(p.role)) ? { staff: { partition: township, sort: `${village}#${name}` } } : {}

/** People and their posts. Reads are kept for half a minute; posts carry days, so what they mean is judged by today. */
export const personStore = (table: Table, now: () => number) => {
  const kept = new Map<string, { person: Citizen | undefined; at: number }>()
  const get = async (id: string): Promise<Citizen | undefined> => {
    const hit = kept.get(id)
    if (hit && now() - hit.at < freshFor && now() >= hit.at) return hit.person
    const item = await table.get(`person#${id}`)
    const person = item && (JSON.parse(item.body) as Citizen)
    if (kept.size > 5000) kept.clear()
    kept.set(id, { person, at: now() })
    return person
  }
  return {
    get,
    /** The same as it stands now, whatever was read before. */
    fresh: (id: string): Promise<Citizen | undefined> => {
      kept.delete(id)
      return get(id)
    },
    /** Several at once, in the order asked; unknown ids are left out. */
    many: async (ids: readonly string[]) =>
      (await Promise.all([...new Set(ids)].map(get))).filter((p) => p !== undefined),
    async save(person: Citizen) {
      const pk = `person#${person.id}`
      const ifVersion = (await table.get(pk))?.version ?? 0
      kept.delete(person.id)
      return table.put(
        { pk, version: ifVersion + 1, body: JSON.stringify(person), sees: 'office', keys: staffKey(person) },
        { ifVersion },
      )
    },
    /** What those who hold office in a township and its villages are called, by their ids; one read, no person is opened. */
    async staffNames(township: string): Promise<ReadonlyMap<string, { name: string; village?: string }>> {
      const names = new Map<string, { name: string; village?: string }>()
      let after: string | undefined
      do {
        const page = await table.list('staff', township, { limit: 1000, after })
        for (const { pk, sort } of page.rows) {
          const [village, name] = sort.split('#')
          names.set(pk.slice('person#'.length), { name, ...(village && { village }) })
        }
        after = page.next
      } while (after)
      return names
    },
    /** The ids that demo mode offers to sign in as, and those who hold office in a place. */
    async list(name: string): Promise<readonly string[]> {
      const item = await table.get(`people#${name}`)
      return item ? (JSON.parse(item.body) as string[]) : []
    },
    /** Adds somebody to such a list; of two who add at once neither is lost. */
    addTo: (name: string, id: string): Promise<void> =>
      changeItem<readonly string[], void>(table, `people#${name}`, dayInChina(now()), (ids = []) => ({
        next: ids.includes(id) ? ids : [...ids, id],
        says: undefined,
      })),
    /** The ids of those who hold an office of that list today; a list names them from before their first day to after their last. */
    async inOffice(place: string, today: Day): Promise<readonly string[]> {
      const item = await table.get(`people#office#${place}`)
      const all = await Promise.all((item ? (JSON.parse(item.body) as string[]) : []).map(get))
      return all.flatMap((p) =>
        p?.posts.some((post) => officeRoles.includes(post.role) && post.from <= today && today <= (post.until ?? today))
          ? [p.id]
          : [],
      )
    },
    async saveList(name: string, ids: readonly string[]) {
      const pk = `people#${name}`
      const ifVersion = (await table.get(pk))?.version ?? 0
      return table.put(
        { pk, version: ifVersion + 1, body: JSON.stringify(ids), sees: 'office', keys: {} },
        { ifVersion },
      )
    },
  }
}
