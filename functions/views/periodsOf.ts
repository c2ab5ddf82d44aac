import type { Day } from '@shared/engine/case'
import { addDays } from '@shared/engine/deadline'
import { kindOf, monthsOf, periodName } from '@shared/period'
import { monthsUpTo } from './trendsView'

/** A month or a quarter with its days, that before it, and the twelve months up to its end. */
export type Reported = {
  period: string
  title: string
  from: Day
  until: Day
  before: { from: Day; until: Day }
  year: readonly string[]
}

/** The month so many before (negative: after) another, `2026-10`. */
const monthBefore = (month: string, by = 1): string => {
  const n = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 - by
  return `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`
}

const lastOf = (month: string): Day => addDays(`${monthBefore(month, -1)}-01`, -1)

const quarters = ['一', '二', '三', '四']

/** What is reported of `2026-10` or `2026-Q3`: 月报告 or 季调度. Undefined for what is neither. */
export const reportedOf = (period: string): Reported | undefined => {
  const [first, last] = monthsOf(period)
  const kind = kindOf(period)
  if (first === undefined || (kind !== 'month' && kind !== 'quarter')) return undefined
  const many = kind === 'month' ? 1 : 3
  const [was, wasLast] = [monthBefore(first, many), monthBefore(first)]
  return {
    period,
    title:
      kind === 'month'
        ? `${periodName(period)}报告`
        : `${period.slice(0, 4)}年第${quarters[Number(period.slice(-1)) - 1]}季度季调度`,
    ...{ from: `${first}-01`, until: lastOf(last) },
    before: { from: `${was}-01`, until: lastOf(wasLast) },
    year: monthsUpTo(last, 12),
  }
}
