import { isRefusal, refuse } from '@shared/engine/refusal'
import type { Citizen } from '@shared/schemas/person'
import { actOn, openCase } from '../acting'
import { diagnosis } from '../http/diagnosis'
import type { Route } from '../http/serve'
import { openedBy } from '../lookedAt'
import { actorOn, may } from '../scope'
import { sweepCase } from '../sweeping'
import { caseView, householdMark } from '../views/caseView'
import { today } from '../world'

export const caseRoutes: Route = (call, house) => {
  const viewed = async (id: string, person: Citizen | undefined) =>
    caseView(house, (await house.stores.cases.get(id))!, { person, today: today(house) })
  const seen = async (id: string, person: Citizen | undefined) => {
    const stored = await house.stores.cases.get(id)
    return stored && may(person, 'seeCase', stored, today(house)) ? stored : undefined
  }

  call('open', async ({ body, person }) => {
    const opened = await openCase(house, person, { ...body, village: body.villageId })
    if (isRefusal(opened)) return opened
    await sweepCase(house, opened.found.id).catch((e) => console.error('sweep', diagnosis(e)))
    return viewed(opened.found.id, person)
  })

  call('case', async ({ params, person }) => {
    const stored = await openedBy(house, params.id, person)
    return stored ? caseView(house, stored, { person, today: today(house) }) : refuse('notFound')
  })

  call('act', async ({ params, body, person }) => {
    if (!(await openedBy(house, params.id, person))) return refuse('notFound')
    const acted = await actOn(house, params.id, body, (found, workflow) =>
      actorOn(person, { found, workflow }, today(house)),
    )
    if (isRefusal(acted)) return acted
    // what the act causes elsewhere is done at once where that is possible; the sweep does what a crash here leaves
    await sweepCase(house, params.id).catch((e) => console.error('sweep', diagnosis(e)))
    return viewed(params.id, person)
  })

  call('read', async ({ params, person }) => {
    const stored = await seen(params.id, person)
    if (!stored) return refuse('notFound')
    if (!may(person, 'countAsRead', stored, today(house)))
      return refuse('notInScope', '只有本村村民的“我看过了”才计数。')
    return {
      households: await house.table.mark(`read#${params.id}`, householdMark(house, person.household ?? person.id)),
    }
  })
}
