import { numberOf } from '@shared/engine/deadline'
import { refuse } from '@shared/engine/refusal'
import { workflowOf } from '@shared/workflows'
import type { Route } from '../http/serve'
import { raisedToday } from '../requestFacts'
import { audiencesAt, may } from '../scope'
import { searchSaid } from '../search/searchWords'
import { answersView, isAnswered } from '../views/answersView'
import { careMark } from '../views/careMark'
import { ratesView } from '../views/ratesView'
import { mergeable, similarTo } from '../views/similarView'
import { today } from '../world'

const request = workflowOf('request')!
const noVillage = refuse('notFound', '没有这个村，请从村名列表里选。')
const unlimited = 99

/** Requests beyond a single one: what whoever raises one has to know, what is like it, what came of those before. */
export const requestRoutes: Route = (call, house) => {
  call('raising', async ({ params, person }) => {
    const at = await house.stores.places.village(params.id)
    if (!at) return noVillage
    const on = today(house)
    const [{ categories }, settings, raised] = await Promise.all([
      house.stores.requestWords.of(at.place.county),
      house.stores.settings.of(at.place),
      person ? raisedToday(house, person.id) : 0,
    ])
    const most = numberOf({ setting: 'requestsPerDay', atLeast: 1 }, settings)
    const left = may(person, 'enterForOthers', at, on) ? unlimited : Math.max(0, most - raised)
    return { categories: categories.map(({ value, label }) => ({ value, label })), left, phone: at.village.phone }
  })

  call('similar', async ({ params, query, person }) => {
    const at = await house.stores.places.village(params.id)
    if (!at) return noVillage
    const reader = { person, today: today(house), audiences: audiencesAt(person, at.place, today(house)) }
    if (query.to === undefined) return similarTo(house, params.id, query.q, reader)
    if (!may(person, 'mergeRequests', at, reader.today)) return refuse('notInScope', '只有村干部能把几件事并成一件。')
    const stored = await house.stores.cases.get(query.to)
    if (stored?.workflow.id !== request.id || stored.found.place.village !== params.id)
      return refuse('notFound', '没有找到这件说事。请从待办里重新打开。')
    return mergeable(house, stored.found, query.q, reader)
  })

  call('care', async ({ params, person }) => {
    const on = today(house)
    const stored = await house.stores.cases.get(params.id)
    if (!stored || !may(person, 'seeCase', stored, on)) return refuse('notFound')
    const { found, workflow } = stored
    if (workflow.id !== request.id) return refuse('notNow', '只有说事能点“我也关心”。')
    if (!may(person, 'care', stored, on)) return refuse('notInScope', '只有本村村民的“我也关心”才计数。')
    if (found.opener === person.id) return refuse('mustBeAnother', '这件事就是您提的，不用再点“我也关心”。')
    if (found.step === 'closed') return refuse('caseIsClosed', '这件事已经办结。还有要说的，请另外说一件。')
    return { count: await house.table.mark(`care#${found.id}`, careMark(house, person.id)) }
  })

  call('answers', async ({ params, query, person }) => {
    const at = await house.stores.places.village(params.id)
    if (!at) return noVillage
    const { category, ...page } = query
    const audiences = audiencesAt(person, at.place, today(house))
    const { rows, next } = await searchSaid(house.table, {
      ...{ ...page, village: params.id, audiences },
      wanted: (row) => isAnswered(row) && (!category || row.sort.endsWith(`#${category}`)),
    })
    return { found: await answersView(house, rows, audiences), next }
  })

  call('rates', async ({ params, query }) => {
    const at = await house.stores.places.village(params.id)
    return at ? ratesView(house, at.place, query.year ?? Number(today(house).slice(0, 4)), today(house)) : noVillage
  })
}
