import { type Refusal, refuse } from '@shared/engine/refusal'
import type { ReportView } from '@shared/schemas/monitorViews'
import type { Citizen } from '@shared/schemas/person'
import type { Route } from '../http/serve'
import { may } from '../scope'
import type { House } from '../stores'
import { type ReportAsked, reportView } from '../views/reportView'
import { today } from '../world'

/** A report for whoever may have it: the township's for those who watch over it, a village's also for its own office. */
export const reportFor = async (
  house: House,
  id: string,
  asked: ReportAsked,
  person: Citizen | undefined,
): Promise<ReportView | Refusal> => {
  const township = await house.stores.places.township(id)
  if (!township) return refuse('notFound', '没有这个镇，请从列表里重新打开。')
  const on = today(house)
  const at = asked.village === undefined ? undefined : await house.stores.places.village(asked.village)
  const village = at?.township.id === id ? at : undefined
  if (![village, township].some((where) => may(person, 'seeFigures', where, on)))
    return refuse('notInScope', '全镇的报告由镇里和片里看，一个村的报告本村干部也能看。')
  return reportView(house, township, asked, { person, today: on })
}

export const reportRoutes: Route = (call, house) => {
  call('report', async ({ params, query, person }) => reportFor(house, params.id, query, person))
}
