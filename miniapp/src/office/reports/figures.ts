import { actNames, earlierWords, fewRated, hasBefore, notKept, satisfiedOf, shareWords } from '@shared/reportWords'
import type { ReportRow, ReportView } from '@shared/schemas/monitorViews'

type Share = { of: number; is: number }

/** 月底 or 季末; of a period that still runs, 到昨天: the day that was counted last. */
export const endWords = ({ period, until, today }: Pick<ReportView, 'period' | 'until' | 'today'>): string =>
  until >= today ? '到昨天' : period.includes('Q') ? '季末' : '月底'

/** 多3件, 少3件, 一样. */
export const moreWords = (now: number, before: number, unit: string): string =>
  now === before ? '一样' : `${now > before ? '多' : '少'}${Math.abs(now - before)}${unit}`

/** 比上月多3件, 和上月一样; 上月没有记. */
export const sinceWords = (
  of: (row: ReportRow) => number,
  view: Pick<ReportView, 'period' | 'months' | 'now' | 'before'>,
): string => {
  const earlier = earlierWords(view)
  if (!hasBefore(view)) return `${earlier}${notKept}`
  const [now, before] = [of(view.now), of(view.before)]
  return now === before ? `和${earlier}一样` : `比${earlier}${moreWords(now, before, '件')}`
}

/** 请评48件，评了31件: how many of those who were asked have said something. */
export const answeredWords = ({ of, is }: Share): string => (of === 0 ? '没有要评的' : `请评${of}件，评了${is}件`)

/** One figure beside that of the period before; `since` only of what is counted. */
export type Line = { term: string; now: string; before: string; since?: string }

const counted = (term: string, unit: string, now: number, before: number | undefined): Line => ({
  ...{ term, now: `${now}${unit}`, before: before === undefined ? notKept : `${before}${unit}` },
  ...(before !== undefined && { since: moreWords(now, before, unit) }),
})

type Compared = Pick<ReportView, 'period' | 'months' | 'now' | 'before'>

/** What was done in the period, each figure beside the one before. */
export const linesOf = (view: Compared): readonly Line[] => {
  const { now, before } = view
  const kept = hasBefore(view)
  const count = (term: string, of: (row: ReportRow) => number) =>
    counted(term, '件', of(now), kept ? of(before) : undefined)
  const said = (term: string, of: (row: ReportRow) => string, hasOlder: boolean): Line => ({
    ...{ term, now: of(now), before: hasOlder ? of(before) : notKept },
  })
  const satisfied = (row: ReportRow) => {
    const rated = satisfiedOf(row)
    return rated ? shareWords(rated, '件', fewRated) : row.answered.is > 0 ? fewRated : '没有人评'
  }
  return [
    count('新增', ({ opened }) => opened),
    count('办结', ({ closed }) => closed),
    said('按时办结', ({ closed, onTime }) => shareWords({ of: closed, is: onTime }, '件', '没有办结的'), kept),
    count('退回重办', ({ reopened }) => reopened),
    said('满意和基本满意', satisfied, kept),
    said('有多少评了', ({ answered }) => answeredWords(answered), kept),
    // what the calendar asks for is known of any time, kept or not
    said('按时公开', ({ disclosed }) => shareWords(disclosed, '项', '没有到期的'), true),
    counted('还没公开', '项', now.missing, before.missing),
    said('开说事会', ({ sessions: { of, is } }) => (of > 0 ? `该开${of}次，开了${is}次` : '没有说事日'), true),
  ]
}

/** What cluster and township did in the period. */
export const actsOf = (view: Compared): readonly Line[] =>
  actNames.map(([name, term, unit]) =>
    counted(term, unit, view.now.acts[name], hasBefore(view) ? view.before.acts[name] : undefined),
  )

/** 这个月记了28天; said only where days are missing. */
export const keptWords = ({ period, keptDays: { of, is } }: Pick<ReportView, 'period' | 'keptDays'>): string => {
  if (is >= of) return ''
  const which = period.includes('Q') ? '这个季度' : '这个月'
  return `${which}过去的${of}天里记了${is}天。没有记的日子没有算进去。`
}

/** What a village row says, in the order of the table's columns after its name. */
export const villageCells = (row: ReportRow): readonly { term: string; words: string; late?: boolean }[] => {
  const satisfied = satisfiedOf(row)
  const part = ({ of, is }: Share) => (of === 0 ? '·' : `${is}/${of}`)
  return [
    { term: '逾期', words: `${row.overdue}`, late: row.overdue > 0 },
    { term: '在办', words: `${row.open}` },
    { term: '新增', words: `${row.opened}` },
    { term: '办结', words: `${row.closed}` },
    { term: '按时', words: part({ of: row.closed, is: row.onTime }) },
    { term: '满意', words: satisfied ? part(satisfied) : row.answered.is > 0 ? '不到5件' : '·' },
    { term: '按时公开', words: part(row.disclosed) },
    { term: '没公开', words: `${row.missing}` },
    { term: '说事会', words: part(row.sessions) },
  ]
}
