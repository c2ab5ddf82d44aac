import type { Case } from '@shared/engine/case'
import type { House } from '../stores'

const villagersOnly = ['villager', 'partyMember', 'representative']

/** How each person in a case is called: office holders by name and post, villagers by name to the office only. */
export const namesOf = async (
  house: House,
  now: Case,
  { isOffice, reader }: { isOffice: boolean; reader?: string },
) => {
  const ids = [
    ...now.log.filter((e) => e.kind === 'person' || e.step === 'open').map((e) => e.person),
    ...(now.owner ? [now.owner] : []),
  ]
  const people = new Map((await house.stores.people.many(ids)).map((p) => [p.id, p]))
  const roleOf = (id: string) => now.log.find((e) => e.person === id)?.role
  return (id: string): string => {
    const person = people.get(id)
    if (!person) return '已注销的人'
    if (id === reader) return '您'
    const role = roleOf(id)
    const post =
      person.posts.find((p) => p.role === role && !villagersOnly.includes(p.role)) ??
      (role ? undefined : person.posts.find((p) => !villagersOnly.includes(p.role)))
    if (post && role !== 'villager') return `${post.title} ${person.name}`
    if (isOffice) return person.name
    return now.fields.nameShown === 'surname' ? `${[...person.name][0]}**` : '一位村民'
  }
}
