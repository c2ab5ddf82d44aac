import type { Person as Actor, Case, Place } from '@shared/engine/case'
import type { Audience, Role, Workflow } from '@shared/engine/workflow'
import type { Citizen, Post, TownshipPlace } from '@shared/schemas/person'
import { type ActName, type Allowed, acts, levelOfRole, officeRoles } from './acts'
import { seesNow } from './store/caseCard'

/** A post holds from its first to its last day, both included. */
export const holds = (post: Post, today: string): boolean =>
  post.from <= today && (post.until === undefined || today <= post.until)

/**
 * Where something is asked, with the places above it: of a township the ids of all its clusters, of a village the one that it
 * belongs to. A county has neither; a cluster is a township with that one cluster and `level` said.
 */
export type Where = {
  level: 'village' | 'cluster' | 'township' | 'county'
  county: string
  township?: string
  clusters?: readonly string[]
  village?: string
}
type SeenCase = { workflow: Workflow; found: Case }
/** A case, a village, a township, or a place in so many words. Nowhere is nowhere that anyone may do anything. */
export type At = SeenCase | { place: Place } | { where: Where } | TownshipPlace | Where | undefined

const inVillage = ({ county, township, cluster, village }: Place): Where => ({
  ...{ level: 'village', county, township, clusters: [cluster], village },
})

const whereIs = (at: NonNullable<At>): Where => {
  if ('found' in at) return inVillage(at.found.place)
  if ('place' in at) return inVillage(at.place)
  if ('where' in at) return at.where
  if ('level' in at) return at
  return { level: 'township', county: at.county, township: at.id, clusters: at.clusters.map((c) => c.id) }
}

/** The posts that someone holds there today: in the place itself and over it. A post counts only at the level of its role. */
const postsAt = (person: Citizen | undefined, { county, township, clusters = [], village }: Where, today: string) => {
  const here = { village: [village], cluster: clusters, township: [township], county: [county] }
  return (person?.posts ?? []).filter(
    (p) => (here[levelOfRole[p.role]] as readonly unknown[] | undefined)?.includes(p.place) && holds(p, today),
  )
}

/** What a person is in a place today. */
export const rolesAt = (person: Citizen | undefined, place: Place, today: string): readonly Role[] =>
  postsAt(person, inVillage(place), today).map((p) => p.role)

export const actorAt = (person: Citizen, place: Place, today: string): Actor => ({
  id: person.id,
  kind: 'person',
  roles: rolesAt(person, place, today),
})

/** Whether a role holds office: it sees what only the office sees, and has a desk. */
export const isOfficeRole = (role: string | undefined): boolean => officeRoles.some((r) => r === role)

/** The offices that someone holds today, wherever. */
export const officesOf = ({ posts }: Citizen, today: string): readonly Post[] =>
  posts.filter((p) => isOfficeRole(p.role) && holds(p, today))

/** Who reads what is the township's own: what people say of the app, also where they complain of the village's officers. */
const aboveVillages: readonly Role[] = ['township', 'townshipLead', 'discipline', 'county']

/** Whether a post of theirs is over: what came with it may still lie among what is theirs. */
export const hasLeft = ({ posts }: Citizen, today: string): boolean =>
  posts.some((p) => p.until !== undefined && p.until < today)

/** Which audiences someone belongs to in a place. Nobody signed in sees what is open to everyone, and nothing else. */
export const audiencesAt = (person: Citizen | undefined, place: Place, today: string): readonly Audience[] => {
  const roles = rolesAt(person, place, today)
  if (roles.some(isOfficeRole))
    return [
      ...(['everyone', 'villagers', 'party', 'members', 'office'] as const),
      ...(roles.some((r) => aboveVillages.includes(r)) ? (['township'] as const) : []),
    ]
  return [
    'everyone',
    ...(roles.length ? (['villagers'] as const) : []),
    ...(roles.includes('partyMember') ? (['party'] as const) : []),
    ...(roles.includes('villager') ? (['members'] as const) : []),
  ]
}

/** Someone who reads: a person or nobody, with the day on which they read. */
export type Reader = { person?: Citizen; today: string }

const plainRoles: readonly Role[] = ['villager', 'partyMember', 'representative']
/** Whether someone holds a post there, and doesn't only belong there. */
const isInPost = (person: Citizen, place: Place, today: string): boolean =>
  rolesAt(person, place, today).some((r) => !plainRoles.includes(r))

/** Whether a case is somebody's own. What was opened by a post isn't any more for whoever has left it; what anyone raises stays theirs. */
const isTheirs = ({ workflow, found }: SeenCase, person: Citizen | undefined, today: string): boolean => {
  if (!person || found.opener !== person.id) return false
  const isOfOneself = workflow.opensBy.includes('villager') && found.fields.onBehalf === undefined
  return isOfOneself || isInPost(person, found.place, today)
}

const sees = (at: SeenCase, person: Citizen | undefined, today: string): boolean =>
  isTheirs(at, person, today) || audiencesAt(person, at.found.place, today).includes(seesNow(at.workflow, at.found))

/** Someone who acts on a case, without what they were in it by a post that they have left. */
export const actorOn = (person: Citizen, at: SeenCase, today: string): Actor => {
  const { place } = at.found
  const lapsed = [
    ...(isTheirs(at, person, today) ? [] : (['opener'] as const)),
    ...(isInPost(person, place, today) ? [] : (['owner', 'offered'] as const)),
  ]
  return { ...actorAt(person, place, today), lapsed }
}

const allowedAt = (act: ActName, level: Where['level'] | 'case'): Allowed | undefined =>
  Object.hasOwn(acts, act) ? (acts[act].at as Partial<Record<typeof level, Allowed>>)[level] : undefined

/**
 * Whether someone may do that there today. Refused unless the table says yes: an act that it doesn't name, a place that is none
 * or of a level that the act isn't for. Of a case that they may not see nobody may do anything.
 */
export const may = (person: Citizen | undefined, act: ActName, at: At, today: string): boolean => {
  if (!at) return false
  const isCase = 'found' in at
  const allowed = allowedAt(act, isCase ? 'case' : whereIs(at).level)
  if (!allowed || (isCase && !sees(at, person, today))) return false
  if (allowed === 'whoever sees it') return isCase
  if (isCase && allowed.includes('opener') && isTheirs(at, person, today)) return true
  return postFor(person, act, at, today) !== undefined
}

/** The post by which they may, as a history names it; undefined where they may not, or may without any. */
export const postFor = (person: Citizen | undefined, act: ActName, at: At, today: string): Post | undefined => {
  if (!at) return undefined
  const where = whereIs(at)
  const allowed = allowedAt(act, 'found' in at ? 'case' : where.level)
  if (!Array.isArray(allowed)) return undefined
  return postsAt(person, where, today).find((p) => allowed.includes(p.role))
}
