import { refuse } from '@shared/engine/refusal'
import type { Route } from '../http/serve'
import { rolesAt, watches } from '../scope'
import { watchView } from '../views/watchView'
import { today } from '../world'

/** 重点帮扶: the township's own list of villages in difficulty. */
export const watchRoutes: Route = (call, house) => {
  call('watch', async ({ params, person }) => {
    const township = await house.stores.places.township(params.id)
    if (!township) return refuse('notFound', '没有这个镇，请从列表里重新打开。')
    const on = today(house)
    if (!watches(person, township, on)) return refuse('notInScope', '重点帮扶只给镇里和片里的人看。')
    const over = { county: township.county, township: township.id, cluster: '', village: '' }
    return watchView(house, township, { person, today: on }, rolesAt(person, over, on))
  })
}
