import type { Person as Actor, Case, Place } from '@shared/engine/case'
import type { Audience, Role, Workflow } from '@shared/engine/workflow'
import type { Citizen, Post } from '@shared/schemas/person'
import { seesNow } from './store/caseCard'

/** A post holds from its first to its last day, both included. */
export const holds = (post: Post, today: string): boolean =>
  post.from <= today && (post.until === undefined || today <= post.until)

/** The one place that decides what a person is in a place today. */
export const rolesAt = (person: Citizen | undefined, place: Place, today: string): readonly Role[] => {
  if (!person) return []
  const here = [place.village, place.cluster, place.township, place.county]
  return person.posts.filter((p) => here.includes(p.place) && holds(p, today)).map((p) => p.role)
}

export const actorAt = (person: Citizen, place: Place, today: string): Actor => ({
  id: person.id,
  kind: 'person',
  roles: rolesAt(person, place, today),
})

/** Roles that hold office: they see what only the office sees, and have a desk. */
export const officeRoles: readonly Role[] = [
  ...([
    'clerk',
    'committee',
    'director',
    'secretary',
    'collectiveHead',
    'supervisor',
    'collectiveSupervisor',
    'sealKeeper',
    'clusterLead',
  ] as const),
  ...(['agency', 'township', 'townshipLead', 'discipline', 'county'] as const),
]

/** Which audiences someone belongs to in a place. Nobody signed in sees what is open to everyone, and nothing else. */
export const audiencesAt = (person: Citizen | undefined, place: Place, today: string): readonly Audience[] => {
  const roles = rolesAt(person, place, today)
  if (roles.some((r) => officeRoles.includes(r))) return ['everyone', 'villagers', 'party', 'members', 'office']
  return [
    'everyone',
    ...(roles.length ? (['villagers'] as const) : []),
    ...(roles.includes('partyMember') ? (['party'] as const) : []),
    ...(roles.includes('villager') ? (['members'] as const) : []),
  ]
}

/** Someone who reads: a person or nobody, with the day on which they read. */
export type Reader = { person?: Citizen; today: string }

/** Deny by default: the audience of the case, or the one who opened it. */
export const maySee = (workflow: Workflow, found: Case, { person, today }: Reader): boolean =>
  found.opener === person?.id || audiencesAt(person, found.place, today).includes(seesNow(workflow, found))

/** Whether someone holds any post over a whole township: its staff, its clusters' heads, its county. */
export const watches = (
  person: Citizen | undefined,
  township: { id: string; county: string; clusters: readonly { id: string }[] },
  today: string,
): boolean =>
  person?.posts.some(
    (p) => [township.id, township.county, ...township.clusters.map((c) => c.id)].includes(p.place) && holds(p, today),
  ) ?? false
