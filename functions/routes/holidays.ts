import { isRefusal, refuse } from '@shared/engine/refusal'
import { tableProblems, withTables } from '@shared/holidayTables'
import type { Route } from '../http/serve'
import { type Level, levelOf, setterName } from '../level'
import { may } from '../scope'
import { published } from '../store/holidayStore'
import { holidaysView } from '../views/holidaysView'
import { today } from '../world'

/** 放假和调休: what is known of it in a county, and the county enters the next year when it is out. */
export const holidayRoutes: Route = (call, house) => {
  const countyOf = async (id: string): Promise<Level | undefined> => {
    const at = await levelOf(house, id)
    return at && levelOf(house, at.places.county)
  }

  call('holidays', async ({ params, person }) => {
    const county = await countyOf(params.id)
    if (!county) return nowhere
    const kept = await house.stores.holidays.entered(county.id)
    const { until } = withTables(published, kept.tables)
    return holidaysView(kept, until, may(person, 'setForCounty', county, today(house)))
  })

  call('saveHolidays', async ({ params, body: { year, table }, person }) => {
    const county = await countyOf(params.id)
    if (!county) return nowhere
    const on = today(house)
    if (!person || !may(person, 'setForCounty', county, on))
      return refuse('notInScope', '放假和调休由县里记，全县一样。要改请跟县里说。')
    const kept = await house.stores.holidays.change(county.id, (kept) => {
      const { until } = withTables(published, kept.tables)
      const problems = tableProblems(year, table, { published: published.until, until })
      if (problems[0]) return refuse('ruleNotMet', problems[0].says, { problems })
      if (JSON.stringify(kept.tables[year]) === JSON.stringify(table)) return kept
      const edit = { on, who: setterName(county, person, on), year }
      return { tables: { ...kept.tables, [year]: table }, edits: [...kept.edits, edit] }
    })
    return isRefusal(kept) ? kept : holidaysView(kept, withTables(published, kept.tables).until, true)
  })
}

const nowhere = refuse('notFound', '没有这个地方，请从列表里重新打开。')
