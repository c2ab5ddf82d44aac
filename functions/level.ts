import type { Citizen } from '@shared/schemas/person'
import { postFor, type Where } from './scope'
import type { SettingsPlace } from './store/disclosureSettings'
import type { VillageAt } from './store/placeStore'
import type { House } from './stores'

/** A county, a township of it or a village of that, as whoever sets something there names it. */
export type Level = {
  id: string
  name: string
  level: 'county' | 'township' | 'village'
  places: SettingsPlace
  where: Where
  /** where it is one */
  village?: VillageAt['village']
}

/** What an id is: a village, a township, or a county; undefined where there is no such place. */
export const levelOf = async (house: House, id: string): Promise<Level | undefined> => {
  const at = await house.stores.places.village(id)
  if (at) {
    const { county, township } = at.place
    return {
      id,
      name: at.village.name,
      level: 'village',
      places: { county, township, village: id },
      where: { level: 'village', county, township, clusters: [at.place.cluster], village: id },
      village: at.village,
    }
  }
  const { townships } = await house.stores.places.places()
  const township = townships.find((t) => t.id === id)
  if (township) {
    const { county, clusters } = township
    const where: Where = { level: 'township', county, township: id, clusters: clusters.map((c) => c.id) }
    return { id, name: township.name, level: 'township', places: { county, township: id }, where }
  }
  return townships.some((t) => t.county === id)
    ? { id, name: '全县', level: 'county', places: { county: id }, where: { level: 'county', county: id } }
    : undefined
}

/** A place of any level by its id, a cluster too; undefined where there is none. */
export const whereOf = async (house: House, id: string): Promise<Where | undefined> => {
  const { townships } = await house.stores.places.places()
  const around = townships.find((t) => t.clusters.some((c) => c.id === id))
  return around
    ? { level: 'cluster', county: around.county, township: around.id, clusters: [id] }
    : (await levelOf(house, id))?.where
}

/** Whoever sets what holds there, as a history names them: 镇农业农村办 韩小舟. */
export const setterName = (at: Level, person: Citizen, on: string): string =>
  `${postFor(person, 'setRules', at, on)?.title ?? ''} ${person.name}`.trim()
