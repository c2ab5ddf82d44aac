import { isRefusal, refuse } from '@shared/engine/refusal'
import { actOn, openCase } from '../acting'
import type { Route } from '../http/serve'
import { actorAt, maySee, rolesAt } from '../scope'
import { sweepCase } from '../sweeping'
import { caseView, householdMark } from '../views/caseView'
import { today } from '../world'

export const caseRoutes: Route = (call, house) => {
  const viewed = async (id: string, person: Parameters<typeof maySee>[2]['person']) =>
    caseView(house, (await house.stores.cases.get(id))!, { person, today: today(house) })
  const seen = async (id: string, person: Parameters<typeof maySee>[2]['person']) => {
    const stored = await house.stores.cases.get(id)
    return stored && maySee(stored.workflow, stored.found, { person, today: today(house) }) ? stored : undefined
  }

  call('open', async ({ body, person }) => {
    const opened = await openCase(house, person, { ...body, village: body.villageId })
    if (isRefusal(opened)) return opened
    await sweepCase(house, opened.found.id).catch(console.error)
    return viewed(opened.found.id, person)
  })

  call('case', async ({ params, person }) => {
    const stored = await seen(params.id, person)
    return stored ? caseView(house, stored, { person, today: today(house) }) : refuse('notFound')
  })

  call('act', async ({ params, body, person }) => {
    if (!(await seen(params.id, person))) return refuse('notFound')
    const acted = await actOn(house, params.id, body, (found) => actorAt(person, found.place, today(house)))
    if (isRefusal(acted)) return acted
    // what the act causes elsewhere is done at once where that is possible; the sweep does what a crash here leaves
    await sweepCase(house, params.id).catch(console.error)
    return viewed(params.id, person)
  })

  call('read', async ({ params, person }) => {
    const stored = await seen(params.id, person)
    if (!stored) return refuse('notFound')
    if (!rolesAt(person, stored.found.place, today(house)).includes('villager'))
      return refuse('notInScope', '只有本村村民的“我看过了”才计数。')
    return {
      households: await house.table.mark(`read#${params.id}`, householdMark(house, person.household ?? person.id)),
    }
  })
}
