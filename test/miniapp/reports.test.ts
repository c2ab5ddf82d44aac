import { periodBefore, periodOf } from '@shared/period'
import { earlierWords, percentOf, satisfiedOf } from '@shared/reportWords'
import type { ReportRow, ReportView } from '@shared/schemas/monitorViews'
import { describe, expect, it } from 'vitest'
import {
  actsOf,
  answeredWords,
  endWords,
  keptWords,
  linesOf,
  sinceWords,
  villageCells,
} from '../../miniapp/src/office/reports/figures'
import { askedFor, spanProblem } from '../../miniapp/src/office/reports/listWords'
import { periodsToReport } from '../../miniapp/src/office/reports/periods'
import { gapWords, monthsUpTo, numbered, trendsOf } from '../../miniapp/src/office/reports/trends'

const row = (over: Partial<ReportRow> = {}): ReportRow => ({
  ...{ open: 20, overdue: 6, opened: 14, closed: 12, onTime: 9, reopened: 1 },
  rated: { satisfied: 5, basically: 2, unsatisfied: 1 },
  answered: { of: 12, is: 8 },
  disclosed: { of: 10, is: 9 },
  missing: 1,
  sessions: { of: 2, is: 2 },
  acts: { nudged: 3, urged: 2, answered: 1, summoned: 0, takenOver: 0, raised: 1, lookedBack: 4 },
  ...over,
})
const month = (name: string, over: Partial<ReportView['months'][number]> = {}) => ({
  ...{ month: name, opened: 10, closed: 8, onTime: 6, satisfied: 4, basically: 1, unsatisfied: 1, silent: 2 },
  ...over,
})
const view: Pick<ReportView, 'period' | 'months' | 'now' | 'before' | 'weeks' | 'disclosure'> = {
  period: '2026-10',
  now: row(),
  before: row({ overdue: 9, opened: 11, closed: 12 }),
  months: [
    month('2026-08', { closed: 0, onTime: 0 }),
    month('2026-09'),
    month('2026-10', { satisfied: 2, basically: 0 }),
  ],
  weeks: [
    { on: '2026-10-17', open: 20, overdue: 8 },
    { on: '2026-10-31', open: 20, overdue: 6 },
  ],
  disclosure: [{ month: '2026-10', due: 10, inTime: 9 }],
}

describe('months and quarters of a report (月报告、季调度)', () => {
  it('the last quarter of a year is followed back into the third, the first month into December', () => {
    expect([periodBefore('2026-Q4'), periodBefore('2026-Q1'), periodBefore('2026-01')]).toEqual([
      '2026-Q3',
      '2025-Q4',
      '2025-12',
    ])
  })
  it('a day lies in its month and in its quarter', () => {
    expect([
      periodOf('month', '2026-12-31'),
      periodOf('quarter', '2026-12-31'),
      periodOf('quarter', '2027-01-01'),
    ]).toEqual(['2026-12', '2026-Q4', '2027-Q1'])
  })
  it('the running one comes first and says that it is not over', () => {
    const [running, last] = periodsToReport('month', '2026-11-22')
    expect([running.label, last.label]).toEqual(['2026年11月（还没有过完）', '2026年10月'])
    expect(
      periodsToReport('quarter', '2027-01-01')
        .map(({ value }) => value)
        .slice(0, 2),
    ).toEqual(['2027-Q1', '2026-Q4'])
  })
})

describe('figures beside those of the period before', () => {
  const line = (term: string) => linesOf(view).find((one) => one.term === term)
  it('say in words how many more or fewer', () => {
    expect(line('新增')).toEqual({ term: '新增', now: '14件', before: '11件', since: '多3件' })
    expect(line('办结')?.since).toBe('一样')
    expect(sinceWords(({ overdue }) => overdue, view)).toBe('比上月少3件')
    expect(sinceWords(({ closed }) => closed, view)).toBe('和上月一样')
  })
  it('of a month of which nothing was kept no nought is made', () => {
    const first = { ...view, months: [month('2026-10')] }
    expect(sinceWords(({ overdue }) => overdue, first)).toBe('上月没有记')
    expect(linesOf(first).find(({ term }) => term === '新增')).toEqual({
      term: '新增',
      now: '14件',
      before: '没有记',
    })
    expect(actsOf(first)[0]).toEqual({ term: '催办', now: '3次', before: '没有记' })
  })
  it('what the calendar asks for is known of any month', () => {
    const first = { ...view, months: [] }
    expect(linesOf(first).find(({ term }) => term === '按时公开')?.before).toBe('90%（10项里9项）')
  })
  it('a quarter is held against the quarter before', () => {
    const quarter = { ...view, period: '2026-Q4', months: [month('2026-09')] }
    expect(sinceWords(({ overdue }) => overdue, quarter)).toBe('比上季少3件')
    expect(earlierWords(quarter)).toBe('上季')
  })
  it('a share stands with its counts and is never rounded up to all of them', () => {
    expect(line('按时办结')?.now).toBe('75%（12件里9件）')
    expect(percentOf({ of: 300, is: 299 })).toBe(99)
    expect(percentOf({ of: 0, is: 0 })).toBeUndefined()
  })
  it('satisfied and basically so count together, with how many were asked', () => {
    expect(satisfiedOf(row())).toEqual({ of: 8, is: 7 })
    expect(answeredWords({ of: 12, is: 8 })).toBe('请评12件，评了8件')
  })
  it('under five ratings none is told', () => {
    const few = { ...view, now: row({ rated: undefined, answered: { of: 6, is: 4 } }) }
    expect(linesOf(few).find(({ term }) => term === '满意和基本满意')?.now).toBe('评价不到5件，不算')
    const nobody = { ...view, now: row({ rated: undefined, answered: { of: 6, is: 0 } }) }
    expect(linesOf(nobody).find(({ term }) => term === '满意和基本满意')?.now).toBe('没有人评')
  })
  it('a month that is over ends at its end, one that runs yesterday', () => {
    const of = { period: '2026-10', until: '2026-10-31' }
    expect(endWords({ ...of, today: '2026-11-01' })).toBe('月底')
    expect(endWords({ ...of, today: '2026-10-31' })).toBe('到昨天')
  })
  it('days that were not kept are owned up to', () => {
    expect(keptWords({ period: '2026-10', keptDays: { of: 31, is: 28 } })).toBe(
      '这个月过去的31天里记了28天。没有记的日子没有算进去。',
    )
    expect(keptWords({ period: '2026-10', keptDays: { of: 31, is: 31 } })).toBe('')
  })
})

describe('a village in the table', () => {
  it('shows parts of wholes and marks what is late', () => {
    const cells = villageCells(row())
    expect(cells.map(({ words }) => words)).toEqual(['6', '20', '14', '12', '9/12', '7/8', '9/10', '1', '2/2'])
    expect(cells.filter(({ late }) => late).map(({ term }) => term)).toEqual(['逾期'])
  })
  it('has no mark where nothing is late, and no ratings under five', () => {
    const cells = villageCells(row({ overdue: 0, rated: undefined, answered: { of: 3, is: 1 } }))
    expect(cells.some(({ late }) => late)).toBe(false)
    expect(cells[5]).toEqual({ term: '满意', words: '不到5件' })
  })
})

describe('a year in bars', () => {
  const [late, onTime, satisfied, posted] = trendsOf(view)
  it('goes back twelve months over the turn of the year', () => {
    expect(monthsUpTo('2026-Q1')).toHaveLength(12)
    expect([monthsUpTo('2026-Q1')[0], monthsUpTo('2026-Q1')[11]]).toEqual(['2025-04', '2026-03'])
  })
  it('weeks that were not kept are gaps, not noughts', () => {
    expect(late.bars).toHaveLength(12)
    expect(late.bars.slice(-3).map(({ value }) => value)).toEqual([8, undefined, 6])
    expect(late.bars.at(-2)?.says).toBe('10月24日没有记')
  })
  it('a month in which nothing was closed has no share', () => {
    expect(onTime.bars.slice(-3).map(({ value }) => value)).toEqual([undefined, 75, 75])
  })
  it('a month with fewer than five ratings is left empty', () => {
    expect(satisfied.bars.slice(-2).map(({ value }) => value)).toEqual([83, undefined])
  })
  it('each bar is read out with its counts', () => {
    expect(posted.bars.at(-1)?.says).toBe('10月10里9，90%')
    expect(posted.bars[0].says).toBe('11月没有记')
  })
  it('an empty place says why: nothing was kept, or there was nothing to count', () => {
    expect(
      onTime.bars
        .slice(-4)
        .map(({ says }) => says)
        .slice(0, 2),
    ).toEqual(['7月没有记', '8月没有办结的'])
    expect([gapWords(late), gapWords(onTime)]).toEqual(['空着：没有记', '空着：没有记，或没有办结的'])
  })
  it('a number stands over the first and the last bar, and where it changes', () => {
    const bars = [undefined, 100, 100, 100, 93, 93].map((value, i) => ({ key: `${i}`, label: '', value, says: '' }))
    expect(numbered(bars)).toEqual([false, true, false, false, true, true])
  })
  it('nothing kept at all has no bars', () => {
    expect(trendsOf({ ...view, weeks: [] })[0].bars).toEqual([])
  })
})

describe('导出清单', () => {
  const span = { as: 'xlsx', from: '2026-10-01', until: '2026-10-31' } as const
  it('what is open now has no span', () => {
    expect(askedFor({ ...span, list: 'open' }, 'shiwan')).toEqual({ township: 'shiwan', list: 'open', as: 'xlsx' })
    expect(spanProblem({ ...span, list: 'open', until: '2020-01-01' }, '2026-11-22')).toBeUndefined()
  })
  it('what was closed has, of one village where one is chosen', () => {
    expect(askedFor({ ...span, list: 'closed' }, 'shiwan', 'dongxi')).toEqual({
      ...{ township: 'shiwan', village: 'dongxi', list: 'closed', as: 'xlsx' },
      ...{ from: '2026-10-01', until: '2026-10-31' },
    })
  })
  it('one day is a span, a day before its beginning is none', () => {
    const of = { ...span, list: 'opened' } as const
    expect(spanProblem({ ...of, until: '2026-10-01' }, '2026-11-22')).toBeUndefined()
    expect(spanProblem({ ...of, until: '2026-09-30' }, '2026-11-22')?.field).toBe('until')
    expect(spanProblem({ ...of, from: '2026-11-23', until: '2026-11-30' }, '2026-11-22')?.field).toBe('from')
  })
})
