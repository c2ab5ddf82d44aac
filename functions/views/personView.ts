import type { Citizen } from '@shared/schemas/person'
import type { PersonView } from '@shared/schemas/views'
import { holds } from '../scope'
import type { House } from '../stores'

/** A person to themselves: posts that hold today, with the names of their places. */
export const personView = async (house: House, person: Citizen, today: string): Promise<PersonView> => {
  const { townships } = await house.stores.places.places()
  const names = new Map(
    townships.flatMap(
      (t) =>
        [[t.id, t.name], ...t.clusters.map((c) => [c.id, c.name]), ...t.villages.map((v) => [v.id, v.name])] as [
          string,
          string,
        ][],
    ),
  )
  const posts = person.posts.filter((p) => holds(p, today))
  return {
    ...{ id: person.id, name: person.name, village: person.village, township: person.township, says: person.says },
    posts: posts.map(({ role, place, title }) => ({ role, place, placeName: names.get(place) ?? '本县', title })),
  }
}
