import { isDay } from '@shared/engine/deadline'
import { isRefusal, refuse } from '@shared/engine/refusal'
import { openSessionOf, settleSessions } from '../clockwork'
import type { Route } from '../http/serve'
import { may, postFor } from '../scope'
import { changed } from '../sessionChanges'
import { sessionRunView, sessionsView } from '../views/sessionsView'
import { sessionOf, today } from '../world'

/** A village's 说事日: when they are, changing them, and running one. */
export const sessionRoutes: Route = (call, house) => {
  const villageAt = (id: string) => house.stores.places.village(id)

  call('sessions', async ({ params, person }) => {
    const at = await villageAt(params.id)
    return at ? sessionsView(house, at, may(person, 'changeSessions', at, today(house))) : nowhere
  })

  call('changeSessions', async ({ params, body, person }) => {
    const at = await villageAt(params.id)
    if (!at) return nowhere
    const on = today(house)
    const post = postFor(person, 'changeSessions', at, on)
    if (!post) return refuse('notInScope', '说事日由村里的书记、主任、报账员和镇里改。要改请跟村里说。')
    const [settings, holidays] = await Promise.all([
      house.stores.settings.of(at.place, at.village.session.days),
      house.stores.holidays.of(at.place.county),
    ])
    const now = { now: house.now(), today: on, holidays, who: `${post.title} ${person.name}` }
    const { sessions } = house.stores
    const next = await sessions.change(at.village.id, (kept) =>
      changed(kept, body, { ...now, ruleOf: (changes) => sessionOf(at, settings, changes) }),
    )
    if (isRefusal(next)) return next
    // what a crash leaves undone here the hourly job does
    await settleSessions(house, at)
    return sessionsView(house, at, true)
  })

  call('session', async ({ params, person }) => {
    const at = await villageAt(params.id)
    if (!at) return nowhere
    if (!isDay(params.on)) return refuse('badRequest', '没有这一天，请从说事日的日历里打开。')
    // whoever runs it needn't wait for the hour
    if (may(person, 'runSession', at, today(house))) await openSessionOf(house, at.village.id, params.on)
    return sessionRunView(house, at, params.on, person)
  })
}

const nowhere = refuse('notFound', '没有这个村，请从村名列表里选。')
