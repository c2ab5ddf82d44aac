import { periodBefore, periodName, periodOf } from '@shared/period'
import type { Option } from '@shared/schemas/fields'

export type Kind = 'month' | 'quarter'

const many = { month: 13, quarter: 9 }

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
