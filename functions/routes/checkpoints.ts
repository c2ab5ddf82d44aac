import { refuse } from '@shared/engine/refusal'
import { latestOf, ledgerOf, proofOf } from '../checkpoints/proofs'
import type { Route } from '../http/serve'
import { may } from '../scope'
import { today } from '../world'

export const checkpointRoutes: Route = (call, house) => {
  const villageAt = async (id: string) =>
    (await house.stores.places.village(id))?.village ?? refuse('notFound', '没有这个村，请从村名列表里选。')

  call('checkpoint', async ({ params, query }) => {
    const village = await villageAt(params.id)
    return 'refusal' in village ? village : latestOf(house.stores, village.id, query.since)
  })

  call('checkpoints', async ({ params, query }) => {
    const village = await villageAt(params.id)
    if ('refusal' in village) return village
    const [{ checkpoints, next }, state] = await Promise.all([
      house.stores.checkpoints.page(village.id, query),
      house.stores.checkpoints.state(village.id),
    ])
    return { checkpoints, next, keys: [...(state?.keys ?? [])] }
  })

  call('ledger', async ({ params }) => {
    const village = await villageAt(params.id)
    return 'refusal' in village ? village : ledgerOf(house.stores, village)
  })

  call('proof', async ({ params, person }) => {
    const stored = await house.stores.cases.get(params.id)
    if (!stored || !may(person, 'seeCase', stored, today(house))) return refuse('notFound')
    return proofOf(house.stores, stored.found.place.village, params.id)
  })
}
