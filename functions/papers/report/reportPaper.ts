import { isRefusal, type Refusal } from '@shared/engine/refusal'
import { reportFor } from '../../routes/report'
import type { House } from '../../stores'
import type { Markup } from '../print/frame'
import type { ReportPaper } from '../print/printToken'
import { reportPage } from './reportPage'

/** The page behind an address that was given out for a report, for as long as its reader may have it. */
export const reportPaper = async (
  house: House,
  { report, period, village, person }: ReportPaper,
): Promise<Markup | Refusal> => {
  const reader = await house.stores.people.get(person)
  const view = await reportFor(house, report, { period, ...(village && { village }) }, reader)
  return isRefusal(view) ? view : reportPage(view)
}
