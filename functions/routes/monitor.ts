import { isRefusal, type Refusal, refuse } from '@shared/engine/refusal'
import type { UrgedView } from '@shared/schemas/monitorViews'
import type { Citizen, TownshipPlace } from '@shared/schemas/person'
import type { Route } from '../http/serve'
import { may } from '../scope'
import { sweepAll } from '../sweeping'
import { type Urged, urgeCase, urgeMissing } from '../urging'
import { holderNames } from '../views/holderNames'
import { backlogKey, monitorView } from '../views/monitorView'
import { trendsView } from '../views/trendsView'
import { today } from '../world'

/** What the township watches and urges, and what each person keeps to look at again. */
export const monitorRoutes: Route = (call, house) => {
  const townshipFor = async (
    act: 'seeMonitor' | 'urge',
    id: string,
    person: Citizen,
    otherwise: string,
  ): Promise<TownshipPlace | Refusal> => {
    const township = await house.stores.places.township(id)
    if (!township) return refuse('notFound', '没有这个镇，请从列表里重新打开。')
    return may(person, act, township, today(house)) ? township : refuse('notInScope', otherwise)
  }

  call('monitor', async ({ params, query, person }) => {
    const township = await townshipFor('seeMonitor', params.id, person, '只有镇里和片里的人能看全镇监测。')
    if (isRefusal(township)) return township
    // what time has done by now is written first, so that the counts are of today
    await sweepAll(house)
    const keys = (await house.stores.cases.openIn(township.id)).map(backlogKey)
    const owners = keys.flatMap(({ owner }) => owner ?? [])
    const holderName = await holderNames(house, township, owners)
    return monitorView(township, keys, { today: today(house), asked: query, holderName })
  })

  call('trends', async ({ params, query, person }) => {
    const township = await house.stores.places.township(params.id)
    const at = query.village ? await house.stores.places.village(query.village) : undefined
    if (!township || (query.village && at?.township.id !== township.id))
      return refuse('notFound', '没有这个镇或者这个村，请从列表里重新打开。')
    const on = today(house)
    if (![at, township].some((where) => may(person, 'seeFigures', where, on)))
      return refuse('notInScope', '只有镇里和片里的人能看全镇的走势，村干部能看本村的。')
    const villages = at ? [at.village.id] : township.villages.map((v) => v.id)
    return trendsView(house, { township: township.id, villages, weeks: query.weeks, today: on })
  })

  call('urge', async ({ params, body, person }) => {
    const township = await townshipFor('urge', params.id, person, onlyUrgers)
    if (isRefusal(township)) return township
    const urged: Urged[] = []
    // one after the other: each has its own number
    for (const id of new Set(body.cases)) urged.push(await urgeCase(house, person, township, id, body))
    for (const one of body.missing) urged.push(await urgeMissing(house, person, township, one, body))
    return answerOf(urged)
  })

  call('views', async ({ person }) => ({ views: [...(await house.stores.views.of(person.id))] }))

  call('saveViews', async ({ body, person }) =>
    (await house.stores.views.save(person.id, body.views)) ? body : refuse('someoneActedFirst'),
  )
}

const onlyUrgers = '督办单由镇里和片长发。请跟镇里或者片长说。'

const answerOf = (urged: readonly Urged[]): UrgedView => ({
  done: urged.flatMap(({ of }) => (isRefusal(of) ? [] : of)),
  refused: urged.flatMap(({ what, of }) => (isRefusal(of) ? { what, says: of.says } : [])),
})
