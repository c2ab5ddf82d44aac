import { calls } from '@shared/contract'
import { isRefusal } from '@shared/engine/refusal'
import type { OpenAccount } from '@shared/schemas/openViews'
import type { Route } from '../http/serve'
import { accountsOf } from '../routes/sheets'
import type { House } from '../stores'
import { today } from '../world'
import { csvOf } from './csv'
import { csvAnswer, queryOf } from './csvAnswer'
import { accountFields } from './fieldGuide'
import { aboutOf } from './licence'
import { openVillage } from './openVillage'

const openAccounts = async (house: House, village: string): Promise<OpenAccount[]> =>
  (await accountsOf(house, village, ['everyone'])).map(({ id, period, income, expense, closing }) => ({
    ...{ id, period, opening: closing - income + expense, income, expense, closing },
  }))

/** The totals of a village's statements that everyone may read, as data. */
export const accountsRoutes: Route = (call, house, app) => {
  call('openAccounts', async ({ params }) => {
    const at = await openVillage(house, params.id)
    if (isRefusal(at)) return at
    return { ...aboutOf(house, at), accounts: await openAccounts(house, params.id) }
  })

  app.get('/api/open/villages/:id/accounts.csv', async (c) => {
    const { id } = queryOf(calls.openAccounts.params, c.req.param())
    const rows = async function* () {
      yield* await openAccounts(house, id)
    }
    return csvAnswer(c, await openVillage(house, id), `收支合计 ${today(house)}`, () => csvOf(accountFields, rows()))
  })
}
