import type { Route } from '../http/serve'
import { inboxView, unreadOf } from '../views/inboxView'
import { today } from '../world'
import { desksOf } from './backlog'

/** 消息: what is news to someone, one letter a matter; what they have looked at is kept for them alone. */
export const inboxRoutes: Route = (call, house) => {
  call('inbox', ({ query, person }) => {
    const on = today(house)
    return inboxView(house, { person, today: on }, desksOf(person, on), query)
  })

  call('looked', async ({ body, person }) => {
    const now = new Date(house.now()).toISOString()
    // nobody has looked at what is yet to come
    await house.stores.inbox.looked(person.id, body.until < now ? body.until : now)
    return { unread: await unreadOf(house, person.id, desksOf(person, today(house))) }
  })
}
