import type { Place } from '@shared/engine/case'
import type { TownshipPlace, VillagePlace } from '@shared/schemas/person'
import type { Table } from './table'

export type Places = { townships: readonly TownshipPlace[] }
export type VillageAt = { village: VillagePlace; township: TownshipPlace; place: Place }

const freshFor = 30_000

/** Townships, clusters and villages of the county: one small item, kept in memory for half a minute. */
export const placeStore = (table: Table, now: () => number) => {
  let kept: { places: Places; at: number } | undefined
  const places = async (): Promise<Places> => {
    if (kept && now() - kept.at < freshFor && now() >= kept.at) return kept.places
    const item = await table.get('places')
    if (!item) return { townships: [] }
    kept = { places: JSON.parse(item.body) as Places, at: now() }
    return kept.places
  }
  return {
    places,
    async village(id: string): Promise<VillageAt | undefined> {
      for (const township of (await places()).townships) {
        const village = township.villages.find((v) => v.id === id)
        if (village)
          return {
            village,
            township,
            place: { county: township.county, township: township.id, cluster: village.cluster, village: id },
          }
      }
      return undefined
    },
    township: async (id: string) => (await places()).townships.find((t) => t.id === id),
    async save(next: Places) {
      const item = await table.get('places')
      const ifVersion = item?.version ?? 0
      kept = undefined
      return table.put(
        { pk: 'places', version: ifVersion + 1, body: JSON.stringify(next), sees: 'everyone', keys: {} },
        { ifVersion },
      )
    },
  }
}
