import { calls } from '@shared/contract'
import { isRefusal } from '@shared/engine/refusal'
import type { Route } from '../http/serve'
import { today } from '../world'
import { csvOf } from './csv'
import { csvAnswer, queryOf } from './csvAnswer'
import { itemFields } from './fieldGuide'
import { aboutOf } from './licence'
import { everyOpenItem, openItems } from './openItem'
import { openVillage } from './openVillage'
import { mostRows } from './tables'

/** What hangs on a village's boards for everyone, as data: in pages, or as one table. */
export const itemsRoutes: Route = (call, house, app) => {
  call('openItems', async ({ params, query }) => {
    const at = await openVillage(house, params.id)
    if (isRefusal(at)) return at
    return { ...aboutOf(house, at), ...(await openItems(house, params.id, query, today(house))) }
  })

  app.get('/api/open/villages/:id/items.csv', async (c) => {
    const { id } = queryOf(calls.openItems.params, c.req.param())
    const wanted = queryOf(calls.openItems.query.pick({ board: true, item: true, year: true }), c.req.query())
    const on = today(house)
    return csvAnswer(c, await openVillage(house, id), `公开事项 ${on}`, () =>
      csvOf(itemFields, atMost(mostRows, everyOpenItem(house, id, wanted, on, mostRows + 1))),
    )
  })
}

/** So many and no more: where there are more, the last line says so, and how to ask for the others. */
async function* atMost<T>(most: number, items: AsyncIterable<T>): AsyncGenerator<T | string> {
  let given = 0
  for await (const item of items) {
    if (given++ < most) yield item
    else
      yield `只列出最近的${most}条，更早的没有列。请在地址后面加 ?year=年份 一年一年取；一年还超过的，再加 &board=party、village 或 finance 分开取。`
  }
}
