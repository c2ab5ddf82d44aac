import { refuse } from '@shared/engine/refusal'
import type { AccountDeleted } from '@shared/schemas/privacyViews'
import type { Route } from '../http/serve'
import { officesOf } from '../scope'
import type { House } from '../stores'
import { today } from '../world'
import { forgetPerson } from './forgetPerson'

/** Deleting one's own account. */
export const deletionRoutes: Route = (call, house) => {
  call('deleteAccount', async ({ person, body }) => {
    const [office] = officesOf(person, today(house))
    if (office)
      return refuse('notNow', `您现在是${office.title}，还不能注销。请先到镇里办交接、免去职务，第二天再来注销。`)
    const open = await openOf(house, person.id)
    if (!body.sure) return { done: false, open }
    // on record first: a crash from here on is finished by the clock
    await house.stores.deletions.begin({ person: person.id, at: new Date(house.now()).toISOString() })
    await forgetPerson(house, person.id)
    return { done: true, open }
  })
}

/** What someone has raised that isn't closed: it goes on, without their name and words. */
const openOf = async (house: House, person: string): Promise<AccountDeleted['open']> => {
  const { rows } = await house.stores.cases.mine(person, { limit: 200 })
  const found = await Promise.all(rows.map(({ pk }) => house.stores.cases.get(pk)))
  return found.flatMap((s) =>
    s && s.found.step !== 'closed' ? [{ number: s.found.number, title: s.found.title }] : [],
  )
}
