import { agreementVersion } from '@shared/agreement'
import { dayInChina } from '@shared/calendar'
import { isOverdue } from '@shared/engine/deadline'
import { refuse } from '@shared/engine/refusal'
import { asOnRoster } from '../accounts/becoming'
import type { Route } from '../http/serve'
import { accessToken, beginSignIn } from '../http/signIn'
import { unreadOf } from '../views/inboxView'
import { personView } from '../views/personView'
import { today } from '../world'
import { desksOf, myDesk } from './backlog'

export const peopleRoutes: Route = (call, house) => {
  call('demoPeople', async () => {
    if (!house.demo) return refuse('notAvailable')
    const people = await house.stores.people.many(await house.stores.people.list('demo'))
    return { people: await Promise.all(people.map((p) => personView(house, p, today(house)))) }
  })

  call('demoSignIn', async ({ body }) => {
    if (!house.demo) return refuse('notAvailable')
    const person = (await house.stores.people.list('demo')).includes(body.person)
      ? await house.stores.people.get(body.person)
      : undefined
    if (!person) return refuse('notFound', '没有这个演示身份，请从列表里选。')
    const begun = await beginSignIn(house, person.id, { says: '演示', way: 'demo' })
    return { ...begun, person: await personView(house, person, today(house)) }
  })

  call('refresh', async ({ body, address, atMost }) => {
    await atMost(`refresh ${address || body.refresh.slice(0, 40)}`, 600, 60)
    const renewed = await house.stores.signIns.renew(body.refresh)
    if (!renewed) return refuse('signInExpired')
    // once a day: whoever has left the roster isn't one of the village any more
    if (dayInChina(renewed.before) !== today(house)) {
      const person = await house.stores.people.fresh(renewed.person)
      if (person) await asOnRoster(house, person)
    }
    return { token: await accessToken(house, renewed.person, renewed.id), refresh: renewed.refresh }
  })

  call('me', async ({ person }) => {
    const day = today(house)
    const due = (await myDesk(house, person)).map((r) => r.sort.slice(0, 10))
    const desk = {
      overdue: due.filter((d) => isOverdue(d, day)).length,
      today: due.filter((d) => d === day).length,
      later: due.filter((d) => d > day).length,
    }
    const [unread, agreed] = await Promise.all([
      unreadOf(house, person.id, desksOf(person, day)),
      house.stores.agreements.of(person.id),
    ])
    // the people of the demo have agreed to nothing
    const isOld = agreed.length > 0 && !agreed.some((a) => a.version === agreementVersion)
    return {
      ...{ person: await personView(house, person, day), desk, unread },
      ...(isOld && { mustAgree: agreementVersion }),
    }
  })
}
