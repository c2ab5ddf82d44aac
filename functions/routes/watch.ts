import { refuse } from '@shared/engine/refusal'
import type { Route } from '../http/serve'
import { may } from '../scope'
import { watchView } from '../views/watchView'
import { today } from '../world'

/** 重点帮扶: the township's own list of villages in difficulty. */
export const watchRoutes: Route = (call, house) => {
  call('watch', async ({ params, person }) => {
    const township = await house.stores.places.township(params.id)
    if (!township) return refuse('notFound', '没有这个镇，请从列表里重新打开。')
    const on = today(house)
    if (!may(person, 'seeWatchList', township, on)) return refuse('notInScope', '重点帮扶只给镇里和片里的人看。')
    return watchView(house, township, { person, today: on })
  })
}
