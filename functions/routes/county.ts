import { addDays } from '@shared/engine/deadline'
import { refuse } from '@shared/engine/refusal'
import type { CountyView } from '@shared/schemas/monitorViews'
import type { TownshipPlace } from '@shared/schemas/person'
import type { Route } from '../http/serve'
import { may } from '../scope'
import { sweepAll } from '../sweeping'
import { keptOf, monthsKept } from '../views/keptCounts'
import { backlogKey, monitorView } from '../views/monitorView'
import { monthsUpTo } from '../views/trendsView'
import { today } from '../world'
import { matrixFor } from './disclosure'

/** What whoever holds a county post sees of its townships: totals, by name. */
export const countyRoutes: Route = (call, house) => {
  const rowOf = async (township: TownshipPlace, on: string): Promise<CountyView['townships'][number]> => {
    const { id, name, villages } = township
    const months = monthsUpTo(addDays(on, -1).slice(0, 7), 2)
    const [rows, matrix, ...kept] = await Promise.all([
      house.stores.cases.openIn(id),
      matrixFor(house, township, Number(on.slice(0, 4))),
      ...months.map((m) => house.stores.snapshots.month(id, m)),
    ])
    const { totals } = monitorView(township, rows.map(backlogKey), {
      ...{ today: on, asked: {}, holderName: (holder: string) => holder },
    })
    const [month] = monthsKept(
      keptOf(kept),
      months,
      villages.map((v) => v.id),
    ).slice(-1)
    return {
      ...{ id, name, villages: villages.length },
      ...{ open: totals.open, near: totals.near, overdue: totals.overdue },
      missing: matrix.totals.missing,
      ...(month && { month }),
    }
  }

  call('county', async ({ params, person }) => {
    const on = today(house)
    const townships = (await house.stores.places.places()).townships.filter((t) => t.county === params.id)
    if (!townships.length) return refuse('notFound', '没有这个县，请从列表里重新打开。')
    if (!may(person, 'seeCounty', { level: 'county', county: params.id }, on))
      return refuse('notInScope', '全县的合计只给县里的人看。')
    await sweepAll(house)
    return {
      today: on,
      townships: (await Promise.all(townships.map((t) => rowOf(t, on)))).sort((a, b) =>
        a.name.localeCompare(b.name, 'zh-CN'),
      ),
    }
  })
}
