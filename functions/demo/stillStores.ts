import { rollsOf } from '@shared/rolls'
import { type Stores, storesOf } from '../stores'

const once = <K, T>(read: (key: K) => Promise<T>, nameOf: (key: K) => string): ((key: K) => Promise<T>) => {
  const kept = new Map<string, Promise<T>>()
  return (key) => {
    const known = kept.get(nameOf(key)) ?? read(key)
    kept.set(nameOf(key), known)
    return known
  }
}
const itself = (key: string) => key

/** The stores of a story: who holds which post, who belongs, places and settings stand still while it is told, so each is read once. */
export const stillStores = (of: Parameters<typeof storesOf>[0]): Stores => {
  const stores = storesOf(of)
  const { people, places, rosters, settings, sessions, holidays } = stores
  const get = once(people.get, itself)
  const settingsOf = once(
    ([place, days]: Parameters<typeof settings.of>) => settings.of(place, days),
    ([{ village }, days]) => `${village}#${days}`,
  )
  const membersOf = once(
    ([village, on]: Parameters<typeof rosters.members>) => rosters.members(village, on),
    ([village]) => village,
  )
  const rollsAt = once(
    async ([village, on, group]: Parameters<typeof rosters.rolls>) =>
      rollsOf(await membersOf([village, on]), on, group),
    ([village, on, group]) => `${village}#${on}#${group}`,
  )
  return {
    ...stores,
    rosters: {
      ...rosters,
      members: (village, on) => membersOf([village, on]),
      rolls: (village, on, group) => rollsAt([village, on, group]),
    },
    people: {
      ...people,
      get,
      many: async (ids) => (await Promise.all([...new Set(ids)].map(get))).filter((p) => p !== undefined),
    },
    places: { ...places, village: once(places.village, itself) },
    settings: { ...settings, of: (place, days) => settingsOf([place, days]) },
    sessions: { ...sessions, of: once(sessions.of, itself) },
    holidays: { ...holidays, of: once(holidays.of, itself) },
  }
}
