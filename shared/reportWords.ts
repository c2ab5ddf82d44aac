import { monthsOf, periodBefore } from './period'
import type { ReportRow, ReportView } from './schemas/monitorViews'

/** What a report says alike on the screen, on paper and in a workbook. */

type Share = { of: number; is: number }
type Spanned = Pick<ReportView, 'period'>

/** 上月 or 上季: what a period is held against. */
export const earlierWords = ({ period }: Spanned): string => (period.includes('Q') ? '上季' : '上月')
export const nowWords = ({ period }: Spanned): string => (period.includes('Q') ? '本季' : '本月')

/** Whether anything was kept of the period before; what wasn't is not nought. */
export const hasBefore = ({ period, months }: Pick<ReportView, 'period' | 'months'>): boolean => {
  const [first, last] = monthsOf(periodBefore(period))
  return months.some(({ month }) => month >= first! && month <= last!)
}
export const notKept = '没有记'

/** Whole per cent, rounded down, so that 100 is said of all of them alone; undefined of nothing. */
export const percentOf = ({ of, is }: Share): number | undefined => (of === 0 ? undefined : Math.floor((is * 100) / of))

/** 92%（41件里38件）; of nothing what is said instead. */
export const shareWords = (share: Share | undefined, unit: string, none: string): string => {
  const percent = share && percentOf(share)
  return percent === undefined ? none : `${percent}%（${share!.of}${unit}里${share!.is}${unit}）`
}

/** Of those who rated, who were satisfied or basically so; undefined where too few have. */
export const satisfiedOf = ({ rated }: Pick<ReportRow, 'rated'>): Share | undefined =>
  rated && { of: rated.satisfied + rated.basically + rated.unsatisfied, is: rated.satisfied + rated.basically }
export const fewRated = '评价不到5件，不算'

/** What cluster and township do, each with its word and unit. */
export const actNames = [
  ['nudged', '催办', '次'],
  ['urged', '督办', '件'],
  ['answered', '督办已答复', '件'],
  ['summoned', '约谈', '次'],
  ['takenOver', '包案', '件'],
  ['raised', '提级', '件'],
  ['lookedBack', '回头看', '件'],
] as const satisfies readonly (readonly [keyof ReportRow['acts'], string, string])[]

/** How a table of villages is ordered, said on each. */
export const orderWords = '按逾期多少排，不是名次'
