import type { Citizen } from '@shared/schemas/person'
import type { Table } from './table'

const freshFor = 30_000

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
    /** Several at once, in the order asked; unknown ids are left out. */
    many: async (ids: readonly string[]) =>
      (await Promise.all([...new Set(ids)].map(get))).filter((p) => p !== undefined),
    async save(person: Citizen) {
      const pk = `person#${person.id}`
      const ifVersion = (await table.get(pk))?.version ?? 0
      kept.delete(person.id)
      return table.put(
        { pk, version: ifVersion + 1, body: JSON.stringify(person), sees: 'office', keys: {} },
        { ifVersion },
      )
    },
    /** The ids that demo mode offers to sign in as, and those who hold office in a place. */
    async list(name: string): Promise<readonly string[]> {
      const item = await table.get(`people#${name}`)
      return item ? (JSON.parse(item.body) as string[]) : []
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
