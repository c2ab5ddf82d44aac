import { addDays } from '@shared/engine/deadline'
import { monthsOf, periodName } from '@shared/period'
import type { Option } from '@shared/schemas/fields'

export type Kind = 'month' | 'quarter'

const many = { month: 13, quarter: 9 }

/** The month or quarter that a day lies in: 2026-06, 2026-Q2. */
export const periodOf = (kind: Kind, day: string): string =>
  kind === 'month' ? day.slice(0, 7) : `${day.slice(0, 4)}-Q${Math.ceil(+day.slice(5, 7) / 3)}`

/** The one before. */
export const periodBefore = (period: string): string => {
  const [first] = monthsOf(period)
  return periodOf(period.includes('Q') ? 'quarter' : 'month', addDays(`${first}-01`, -1))
}

/** What may be reported: the running one, said to be so, then those that are over, the latest first. */
export const periodsToReport = (kind: Kind, today: string): readonly Option[] => {
  const options: Option[] = [
    { value: periodOf(kind, today), label: `${periodName(periodOf(kind, today))}（还没有过完）` },
  ]
  for (let period = periodOf(kind, today); options.length < many[kind]; ) {
    period = periodBefore(period)
    options.push({ value: period, label: periodName(period) })
  }
  return options
}
