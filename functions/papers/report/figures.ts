import { fewRated, hasBefore, notKept, satisfiedOf, shareWords } from '@shared/reportWords'
import type { ReportRow, ReportView } from '@shared/schemas/monitorViews'

export const onTimeOf = ({ closed, onTime }: Pick<ReportRow, 'closed' | 'onTime'>) => ({ of: closed, is: onTime })

/** 比上月多3件, 少3件 or the same. */
export const against = (now: number, before: number, was: string): string =>
  now === before ? `和${was}一样` : `比${was}${now > before ? '多' : '少'}${Math.abs(now - before)}件`

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
    both('满意和基本满意', (r) =>
      r.rated ? shareWords(satisfiedOf(r), '个', fewRated) : r.answered.is ? fewRated : '没有人评',
    ),
    both('有多少人评了', (r) => shareWords(r.answered, '个', '没有要评的')),
    known('按时公开', (r) => shareWords(r.disclosed, '项', '没有到期的')),
    known('到期末还没公开', (r) => `${r.missing}项`),
    known('说事日开会', (r) => (r.sessions.of ? `应开${r.sessions.of}次，开了${r.sessions.is}次` : '没有说事日')),
  ]
}
