import { addDays } from '@shared/engine/deadline'
import type { Option } from '@shared/schemas/fields'

const many = 12

/** 10月; with its year where that isn't today's. */
export const monthWords = (month: string, today: string): string =>
  `${month.slice(0, 4) === today.slice(0, 4) ? '' : `${+month.slice(0, 4)}年`}${+month.slice(5, 7)}月`

/** The months that are over, the latest first. */
export const monthsBefore = (today: string): readonly Option[] => {
  const months: Option[] = []
  for (let day = today; months.length < many; ) {
    day = addDays(`${day.slice(0, 7)}-01`, -1)
    months.push({ value: day.slice(0, 7), label: monthWords(day.slice(0, 7), today) })
  }
  return months
}
