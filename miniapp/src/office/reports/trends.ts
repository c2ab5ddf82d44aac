import { addDays } from '@shared/engine/deadline'
import { monthsOf } from '@shared/period'
import { percentOf } from '@shared/reportWords'
import type { ReportView } from '@shared/schemas/monitorViews'
import { monthDay } from '../../words'

/** One bar: what stands under it, its value, and how it is read out. Without a value there is a gap. */
export type Bar = { key: string; label: string; value?: number; says: string }
export type Trend = {
  title: string
  /** 近12个月，% */
  span: string
  /** a full bar */
  most: number
  bars: readonly Bar[]
  /** why a place is empty */
  none: string
  /** it counts what is late */
  late?: boolean
}

const many = 12
/** Fewer who rated than that could be told apart. */
const fewest = 5
const notKept = '没有记'

/** The twelve months up to the last one of a period, the earliest first. */
export const monthsUpTo = (period: string): readonly string[] => {
  const months = [monthsOf(period)[1] ?? period]
  while (months.length < many) months.unshift(addDays(`${months[0]}-01`, -1).slice(0, 7))
  return months
}

/** 6月 */
export const monthName = (month: string): string => `${+month.slice(5)}月`

/** The ends of twelve weeks up to the last one kept, whether the others were kept or not. */
const lateWeeks = (weeks: ReportView['weeks']): Trend => {
  const last = weeks.at(-1)?.on
  const days = last === undefined ? [] : Array.from({ length: many }, (_, i) => addDays(last, (i - many + 1) * 7))
  return {
    ...{ title: '逾期', span: `近${many}周，件`, none: notKept, late: true },
    most: Math.max(1, ...weeks.map(({ overdue }) => overdue)),
    bars: days.map((day) => {
      const value = weeks.find(({ on }) => on === day)?.overdue
      const label = monthDay(day)
      return { key: day, label, value, says: `${label}${value === undefined ? notKept : `${value}件`}` }
    }),
  }
}

/** Overdue week by week; in time, satisfied and posted in time over a year. A time without figures is left empty. */
export const trendsOf = (view: Pick<ReportView, 'period' | 'months' | 'weeks' | 'disclosure'>): readonly Trend[] => {
  const share = (
    title: string,
    none: string,
    of: (month: string) => { of: number; is: number } | undefined,
  ): Trend => ({
    ...{ title, none, span: `近${many}个月，%`, most: 100 },
    bars: monthsUpTo(view.period).map((month) => {
      const found = of(month)
      const value = found && percentOf(found)
      const label = monthName(month)
      return value === undefined
        ? { key: month, label, says: `${label}${found ? none : notKept}` }
        : { key: month, label, value, says: `${label}${found?.of}里${found?.is}，${value}%` }
    }),
  })
  const inMonth = (month: string) => view.months.find((one) => one.month === month)
  return [
    lateWeeks(view.weeks),
    share('按时办结', '没有办结的', (month) => {
      const found = inMonth(month)
      return found && { of: found.closed, is: found.onTime }
    }),
    share('满意和基本满意', '评价不到5件', (month) => {
      const found = inMonth(month)
      if (!found) return undefined
      const good = found.satisfied + found.basically
      const all = good + found.unsatisfied
      return all < fewest ? { of: 0, is: 0 } : { of: all, is: good }
    }),
    share('按时公开', '没有到期的', (month) => {
      const found = view.disclosure.find((one) => one.month === month)
      return found && { of: found.due, is: found.inTime }
    }),
  ]
}

/** Why places are empty, under the bars; '' where none is. */
export const gapWords = ({ bars, none }: Trend): string =>
  bars.every(({ value }) => value !== undefined) ? '' : `空着：${none === notKept ? none : `${notKept}，或${none}`}`

/** Which bars have their number over them: the first and the last with one, and where it changes. */
export const numbered = (bars: readonly Bar[]): readonly boolean[] => {
  const known = bars.filter(({ value }) => value !== undefined)
  return bars.map((bar, i) => bar === known[0] || bar === known.at(-1) || bar.value !== bars[i - 1]?.value)
}
