import type { Citizen } from '@shared/schemas/person'
import { holds } from '../scope'
import type { House } from '../stores'

/** Whether a desk, a person's own or that of a role in a place, is theirs on that day. */
export const isTheirs = (desk: string, person: Citizen, today: string): boolean =>
  desk === person.id || person.posts.some((p) => desk === `${p.place}#${p.role}` && holds(p, today))

/** Who holds a desk on that day. Those who hold no office have no desk but their own. */
export const holdersOf = async ({ stores }: House, desk: string, today: string): Promise<readonly Citizen[]> => {
  const [place, role] = desk.split('#')
  const ids = role ? await stores.people.list(`office#${place}`) : [desk]
  return (await stores.people.many(ids)).filter((person) => isTheirs(desk, person, today))
}
