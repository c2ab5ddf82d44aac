import { randomBytes } from 'node:crypto'
import { ageOfConsent } from '@shared/agreement'
import type { Day } from '@shared/engine/case'
import { addDays } from '@shared/engine/deadline'
import { isRefusal, type Refusal, refuse } from '@shared/engine/refusal'
import type { Role } from '@shared/engine/workflow'
import type { Member } from '@shared/roster'
import type { Citizen, Post } from '@shared/schemas/person'
import { memberKey } from '../inviteCode'
import { officesOf } from '../scope'
import type { VillageAt } from '../store/placeStore'
import type { House } from '../stores'
import { today } from '../world'

/** Who somebody proved to be: someone who has an account, or someone of a village's roster. */
export type Claim = { person: string } | { village: string; member: string; guardianAgreed?: true }

/** Whom a code is for, by its keyed hash, while it may be used. */
export const inviteClaim = async (house: House, hash: string): Promise<Claim | Refusal> => {
  const invite = await house.stores.accounts.invites.look(hash)
  if (!invite) return refuse('inviteInvalid')
  return 'person' in invite
    ? { person: invite.person }
    : { village: invite.village, member: invite.member, guardianAgreed: invite.guardianAgreed }
}

const yearsBefore = (day: Day, years: number): Day => `${Number(day.slice(0, 4)) - years}${day.slice(4)}`
/** Rosters say of a grown person only since when they are grown. */
export const isUnder14 = (member: Member, on: Day): boolean =>
  on < (member.fourteenOn ?? yearsBefore(member.adultOn, 18 - ageOfConsent))

const notOnRoster = refuse('notInScope', '村里现在的名册上没有您。请到村里核对名册，再登录。')

const byWhoAppoints = refuse(
  'notInScope',
  '您任着职，要用任命您的单位发的邀请码：村里的找镇里，镇里的找县里。村里发的邀请码和登记的手机号不能用。',
)

const titles = { villager: '村民', partyMember: '党员', representative: '村民代表' } as const
const fromRoster = Object.keys(titles) as readonly Role[]
const rolesOf = (m: Member): readonly (keyof typeof titles)[] => [
  'villager',
  ...(m.party ? (['partyMember'] as const) : []),
  ...(m.representative ? (['representative'] as const) : []),
]

/** Posts that a roster gives: those that it gives no more end with yesterday, the others are kept with their days. */
const postsFrom = (posts: readonly Post[], village: string, member: Member | undefined, on: Day): readonly Post[] => {
  const roles = member ? rolesOf(member) : []
  const isTheirs = (p: Post) => p.place === village && fromRoster.includes(p.role)
  const stands = (p: Post) => p.until === undefined || p.until >= on
  const kept = posts.map((p) =>
    isTheirs(p) && stands(p) && !(roles as readonly Role[]).includes(p.role) ? { ...p, until: addDays(on, -1) } : p,
  )
  const missing = roles.filter((role) => !kept.some((p) => isTheirs(p) && p.role === role && stands(p)))
  return [...kept, ...missing.map((role) => ({ role, place: village, title: titles[role], from: on }))]
}

const changed = (a: readonly Post[], b: readonly Post[]) => JSON.stringify(a) !== JSON.stringify(b)

/** A person as the roster of today has them; their posts are saved where it says something new. */
export const asOnRoster = async (house: House, person: Citizen): Promise<Citizen> => {
  const { village, member: no } = person
  if (!village || !no) return person
  const on = today(house)
  const members = await house.stores.rosters.members(village, on)
  // a village that has no roster yet says nothing about anybody
  if (!members.length) return person
  const posts = postsFrom(
    person.posts,
    village,
    members.find((m) => m.no === no),
    on,
  )
  if (!changed(posts, person.posts)) return person
  const next = { ...person, posts }
  await house.stores.people.save(next)
  return next
}

/** Whom a claim is about, before anything is written: their name as it is shown, and the village or place. */
export const claimed = async (
  house: House,
  claim: Claim,
): Promise<
  { id: string; name: string; place: string; at?: VillageAt; member?: Member; citizen?: Citizen } | Refusal
> => {
  const { people, places, rosters, accounts } = house.stores
  if ('person' in claim) {
    const citizen = await people.get(claim.person)
    if (!citizen) return refuse('inviteInvalid')
    const place = citizen.posts.at(-1)?.title ?? ''
    return { id: citizen.id, name: citizen.name, place, citizen }
  }
  const on = today(house)
  const at = await places.village(claim.village)
  const member = (await rosters.members(claim.village, on)).find((m) => m.no === claim.member)
  if (!at || !member) return notOnRoster
  if (isUnder14(member, on) && !claim.guardianAgreed) return refuse('tooYoung')
  const linked = (await accounts.members.get(memberKey(claim.village, claim.member)))?.person
  const citizen = linked ? await people.get(linked) : undefined
  // whoever gives villagers their codes must not come by an office with one
  if (citizen && officesOf(citizen, on).length) return byWhoAppoints
  const id = linked ?? `v${randomBytes(12).toString('hex')}`
  return { id, name: member.name, place: `${at.township.name}${at.village.name}`, at, member, citizen }
}

/**
 * The person that a claim is about. Somebody of a roster becomes one at their first sign-in; of two who try at once one wins,
 * and both are that one. `as` is the id that a passkey was made for.
 */
export const become = async (house: House, claim: Claim, as?: string): Promise<Citizen | Refusal> => {
  const found = await claimed(house, claim)
  if (isRefusal(found)) return found
  if ('person' in claim || !found.member || !found.at) return asOnRoster(house, found.citizen!)
  const wanted = as ?? found.id
  const { member, at } = found
  const key = memberKey(claim.village, claim.member)
  const id = await house.stores.accounts.members.change(key, (link) =>
    link?.person ? { next: link, says: link.person } : { next: { ...link, person: wanted }, says: wanted },
  )
  if (as && id !== as) return refuse('someoneActedFirst', '这个人刚刚在别处登录过。请从头再来一次。')
  const known = await house.stores.people.get(id)
  if (known) return asOnRoster(house, known)
  const person: Citizen = {
    ...{ id, name: member.name, says: `村民，${at.village.name}${member.group}组`, village: at.village.id },
    ...{ township: at.township.id, household: member.household, member: member.no },
    posts: postsFrom([], at.village.id, member, today(house)),
  }
  await house.stores.people.save(person)
  return person
}
