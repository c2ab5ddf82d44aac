import type { Role } from '@shared/engine/workflow'
import type { Citizen } from '@shared/schemas/person'
import { holds } from './scope'
import type { SettingsPlace } from './store/disclosureSettings'
import type { VillageAt } from './store/placeStore'
import type { House } from './stores'

/** A county, a township of it or a village of that, as whoever sets something there names it. */
export type Level = {
  id: string
  name: string
  level: 'county' | 'township' | 'village'
  places: SettingsPlace
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
      village: at.village,
    }
  }
  const { townships } = await house.stores.places.places()
  const township = townships.find((t) => t.id === id)
  if (township) return { id, name: township.name, level: 'township', places: { county: township.county, township: id } }
  return townships.some((t) => t.county === id)
    ? { id, name: '全县', level: 'county', places: { county: id } }
    : undefined
}

const ofTownship: readonly Role[] = ['township', 'townshipLead']
// A village can't relax its own duties: its township sets them.
const setters: Readonly<Record<Level['level'], readonly Role[]>> = {
  county: ['county'],
  township: ofTownship,
  village: ofTownship,
}

/** The post by which someone sets what holds there; undefined when they have none. */
export const settersPost = ({ level, places }: Level, person: Citizen | undefined, on: string) =>
  person?.posts.find(
    (p) =>
      p.place === (level === 'county' ? places.county : places.township) &&
      setters[level].includes(p.role) &&
      holds(p, on),
  )

/** Whoever does it, as a history names them: 镇农业农村办 韩小舟. */
export const setterName = (at: Level, person: Citizen, on: string): string =>
  `${settersPost(at, person, on)?.title ?? ''} ${person.name}`.trim()
