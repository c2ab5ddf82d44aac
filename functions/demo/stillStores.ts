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

/** The stores of a story: who holds which post, places, settings and rolls stand still while it is told, so each is read once. */
export const stillStores = (of: Parameters<typeof storesOf>[0]): Stores => {
  const stores = storesOf(of)
  const { people, places, settings, rosters, sessions } = stores
  const get = once(people.get, itself)
  const settingsOf = once(
    ([place, days]: Parameters<typeof settings.of>) => settings.of(place, days),
    ([{ village }, days]) => `${village}#${days}`,
  )
  return {
    ...stores,
    people: {
      ...people,
      get,
      many: async (ids) => (await Promise.all([...new Set(ids)].map(get))).filter((p) => p !== undefined),
    },
    places: { ...places, village: once(places.village, itself) },
    settings: { ...settings, of: (place, days) => settingsOf([place, days]) },
    rosters: { ...rosters, rolls: once(rosters.rolls, itself) },
    sessions: { ...sessions, of: once(sessions.of, itself) },
  }
}
