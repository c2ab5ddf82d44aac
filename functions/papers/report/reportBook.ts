import { periodWords } from '@shared/period'
import { actNames, earlierWords, fewRated, nowWords, orderWords, percentOf, satisfiedOf } from '@shared/reportWords'
import type { ReportRow, ReportView } from '@shared/schemas/monitorViews'
import type { Page, Styled } from '../jobs'
import { dayWords, shortDay } from '../print/paperWords'
import { beforeWords, lines, onTimeOf } from './figures'

type Line = Page['rows'][number]
const head = (value: string): Styled => ({ value, style: 'head' })
const grey = (value: string): Styled => ({ value, style: 'grey' })

/** The report as a workbook: the whole, the villages, the twelve months; numbers as numbers, to be worked with. */
export const reportBook = (view: ReportView): readonly Page[] => [
  wholeOf(view),
  ...(view.villages.length ? [villagesOf(view)] : []),
  monthsOf(view),
]

const titled = (view: ReportView): readonly Line[] => [
  [{ value: `${view.villageName ?? view.townshipName}${view.title}`, style: 'title' }],
  [grey(`${spanWords(view)}${dayWords(view.today)}做成。`)],
]

/** 2026年10月1日至10月31日，每天都有记录。 */
export const spanWords = ({ from, until, keptDays, today }: ReportView): string => {
  const { of, is } = keptDays
  const kept =
    of === 0
      ? '还没有过完一天'
      : is === of
        ? '每天都有记录'
        : `${until < today ? '' : '已经过去的'}${of}天里有${is}天有记录`
  return `${dayWords(from)}至${shortDay(until)}，${kept}。`
}

const wholeOf = (view: ReportView): Page => ({
  ...{ name: view.villageName ?? '全镇', widths: [22, 30, 30], titleOver: 3 },
  rows: [
    ...titled(view),
    [head('项目'), head(nowWords(view)), head(earlierWords(view))],
    ...lines(view),
    ...actNames.map(
      ([key, name, unit]): Line => [
        name,
        `${view.now.acts[key]}${unit}`,
        beforeWords(view, `${view.before.acts[key]}${unit}`),
      ],
    ),
    ...view.watched.map((w): Line => ['重点帮扶', `${w.villageName}：${w.title}`, `责任领导 ${w.leader}`]),
  ],
})

const columns: readonly (readonly [string, (row: ReportRow) => number | string | undefined])[] = [
  ['在办', (r) => r.open],
  ['逾期', (r) => r.overdue],
  ['新增', (r) => r.opened],
  ['办结', (r) => r.closed],
  ['按时办结', (r) => r.onTime],
  ['按时办结%', (r) => percentOf(onTimeOf(r))],
  ['退回重办', (r) => r.reopened],
  ['该评的', (r) => r.answered.of],
  ['评了的', (r) => r.answered.is],
  ['满意和基本满意%', (r) => (r.rated ? percentOf(satisfiedOf(r)!) : r.answered.is ? fewRated : undefined)],
  ['到期该公开', (r) => r.disclosed.of],
  ['按时公开', (r) => r.disclosed.is],
  ['还没公开', (r) => r.missing],
  ['说事日应开', (r) => r.sessions.of],
  ['说事日开了', (r) => r.sessions.is],
  ...actNames.map(([key, name]) => [name, (r: ReportRow) => r.acts[key]] as const),
]

const villagesOf = (view: ReportView): Page => ({
  ...{ name: '各村', widths: [12, ...columns.map(() => 10)], titleOver: columns.length + 1, frozen: 3 },
  rows: [
    [{ value: `${view.townshipName}${view.title}`, style: 'title' }],
    [grey(`${orderWords}。`)],
    [head('村'), ...columns.map(([name]) => head(name))],
    ...view.villages.map(({ name, row }): Line => [name, ...columns.map(([, of]) => of(row))]),
  ],
})

const monthsOf = (view: ReportView): Page => {
  const heads = ['新增', '办结', '按时办结', '满意', '基本满意', '不满意', '没评价', '到期该公开', '按时公开']
  const disclosed = new Map(view.disclosure.map((d) => [d.month, d]))
  const counted = new Map(view.months.map((m) => [m.month, m]))
  return {
    ...{ name: '十二个月', widths: [14, ...heads.map(() => 10)], titleOver: heads.length + 1, frozen: 3 },
    rows: [
      [{ value: `${view.villageName ?? view.townshipName}十二个月`, style: 'title' }],
      [grey('空着的是那个月没有记录，或者评价不到5件，不算。')],
      [head('月份'), ...heads.map(head)],
      ...view.disclosure.map(({ month }): Line => {
        const m = counted.get(month)
        const d = disclosed.get(month)
        const isTold = m && m.satisfied + m.basically + m.unsatisfied > 0
        const rated = isTold ? [m.satisfied, m.basically, m.unsatisfied] : [undefined, undefined, undefined]
        return [
          `${month.slice(0, 4)}年${periodWords(month)}`,
          ...[m?.opened, m?.closed, m?.onTime, ...rated, m?.silent, d?.due, d?.inTime],
        ]
      }),
    ],
  }
}
