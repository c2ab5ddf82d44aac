import type { ReportRow, ReportView } from '@shared/schemas/monitorViews'
import { reportedOf } from '../../views/periodsOf'

/** Whole per cent, rounded down, so that 100% is said of all of them alone; undefined of nothing. */
export const percent = ({ of, is }: { of: number; is: number }): number | undefined =>
  of === 0 ? undefined : Math.floor((is / of) * 100)

export const onTimeOf = ({ closed, onTime }: Pick<ReportRow, 'closed' | 'onTime'>) => ({ of: closed, is: onTime })

/** Those who were content, of those who said something; undefined where fewer than five did. */
export const contentOf = ({ rated }: ReportRow) =>
  rated && { of: rated.satisfied + rated.basically + rated.unsatisfied, is: rated.satisfied + rated.basically }

export const tooFew = '评的不到5个，不显示'

/** 按时办结 86%（43件里37件）. */
export const shareWords = (share: { of: number; is: number } | undefined, unit: string, none = '没有'): string =>
  share === undefined || share.of === 0 ? none : `${percent(share)}%（${share.of}${unit}里${share.is}${unit}）`

/** 比上月多3件, 少3件 or the same. */
export const against = (now: number, before: number, was: string): string =>
  now === before ? `和${was}一样` : `比${was}${now > before ? '多' : '少'}${Math.abs(now - before)}件`

/** What the period before is called. */
export const beforeName = ({ period }: Pick<ReportView, 'period'>): string => (period.includes('Q') ? '上季' : '上月')
export const nowName = ({ period }: Pick<ReportView, 'period'>): string => (period.includes('Q') ? '本季' : '本月')

/** The acts of the township, each with its word. */
export const actNames: readonly (readonly [keyof ReportRow['acts'], string, string])[] = [
  ['nudged', '催办', '次'],
  ['urged', '督办', '件'],
  ['answered', '督办已答复', '件'],
  ['summoned', '约谈', '次'],
  ['takenOver', '包案', '件'],
  ['raised', '提级', '件'],
  ['lookedBack', '回头看', '件'],
]

const notKept = '没有记'

/** Whether anything was kept of the period before. */
const hasBefore = ({ period, months }: Pick<ReportView, 'period' | 'months'>): boolean => {
  const { from, until } = reportedOf(period)!.before
  return months.some(({ month }) => month >= from.slice(0, 7) && month <= until.slice(0, 7))
}

/** What the period before comes to in words, where it was kept. */
export const beforeWords = (view: Pick<ReportView, 'period' | 'months'>, words: string): string =>
  hasBefore(view) ? words : notKept

/** What is counted, one line each: its name, the period's figure and that of the one before. */
export const lines = (
  view: Pick<ReportView, 'period' | 'months' | 'now' | 'before'>,
): readonly (readonly [string, string, string])[] => {
  const { now, before } = view
  // what the calendar says is known also of days of which nothing was kept
  const known = (name: string, of: (row: ReportRow) => string) => [name, of(now), of(before)] as const
  const both = (name: string, of: (row: ReportRow) => string) => [name, of(now), beforeWords(view, of(before))] as const
  return [
    both('在办（期末）', (r) => `${r.open}件`),
    both('逾期（期末）', (r) => `${r.overdue}件`),
    both('新增', (r) => `${r.opened}件`),
    both('办结', (r) => `${r.closed}件`),
    both('按时办结', (r) => shareWords(onTimeOf(r), '件', '没有办结的')),
    both('退回重办', (r) => `${r.reopened}件`),
    both('满意和基本满意', (r) => (r.rated ? shareWords(contentOf(r), '个') : r.answered.is ? tooFew : '没有人评')),
    both('有多少人评了', (r) => shareWords(r.answered, '个', '没有要评的')),
    known('按时公开', (r) => shareWords(r.disclosed, '项', '没有到期的')),
    known('到期末还没公开', (r) => `${r.missing}项`),
    known('说事日开会', (r) => (r.sessions.of ? `应开${r.sessions.of}次，开了${r.sessions.is}次` : '没有说事日')),
  ]
}
