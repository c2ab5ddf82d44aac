import type { CountyView } from '@shared/schemas/monitorViews'
import { monthName } from '../reports/trends'

export type Township = CountyView['townships'][number]

/** 办结41件，按时38件: the last month that was kept; said where none was. */
export const monthWords = ({ month }: Township): string =>
  month
    ? `${monthName(month.month)}新增${month.opened}件，办结${month.closed}件，按时${month.onTime}件`
    : '还没有按月记下来的'

/** Of all townships together. */
export const sumsOf = (townships: readonly Township[]) => {
  const sum = (of: (one: Township) => number) => townships.reduce((all, one) => all + of(one), 0)
  return {
    overdue: sum((one) => one.overdue),
    near: sum((one) => one.near),
    open: sum((one) => one.open),
    missing: sum((one) => one.missing),
    villages: sum((one) => one.villages),
  }
}
