import { memberKey } from '../inviteCode'
import type { Stores } from '../stores'

/** Whom somebody may sign in as has an account on the roster: their village sees them as bound, and invites nobody twice. */
export const memberLinks = async (stores: Stores): Promise<void> => {
  const people = await stores.people.many(await stores.people.list('demo'))
  for (const { id, village, member } of people)
    if (village && member)
      await stores.accounts.members.change(memberKey(village, member), (link) =>
        link?.person === id ? { next: link, says: undefined } : { next: { ...link, person: id }, says: undefined },
      )
}
