import type { PersonView } from '@shared/schemas/views'
import { kept, useKept } from '../platform/storage'

/** Who is signed in on this phone, the token that says so for half an hour, and what renews it: another one each time. */
export type Session = { token: string; refresh: string; person: PersonView }

export const session = kept<Session | null>('session', null)

export const useSession = (): Session | null => useKept(session)

export const personId = (): string => session.get()?.person.id ?? 'nobody'

/** The village whose boards are shown: the one chosen last on this phone. */
export const chosenVillage = kept<{ id: string; name: string } | null>('village', null)

const villageRoles = ['villager', 'partyMember', 'representative']

/** Whether someone holds a post that brings work to a desk, in a village or above. */
export const holdsOffice = (person: PersonView | undefined): boolean =>
  person?.posts.some((post) => !villageRoles.includes(post.role)) ?? false

const townshipRoles = ['clusterLead', 'agency', 'township', 'townshipLead', 'discipline', 'county']

/** Whether someone looks over several villages. */
export const isOfTownship = (person: PersonView | undefined): boolean =>
  person?.posts.some((post) => townshipRoles.includes(post.role)) ?? false
