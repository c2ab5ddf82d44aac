import { holidaysWith } from '@shared/calendar'
import { catalogue, catalogueItem } from '@shared/catalogue'
import {
  type Disclosed,
  type DisclosureSettings,
  disclosureOf,
  everyOf,
  owedSort,
  owedYear,
  readOwed,
  wantsYearBefore,
} from '@shared/disclosure'
import { kindOf } from '@shared/period'
import { describe, expect, it } from 'vitest'

const holidays = holidaysWith()
const posted = (code: string, period: string, postedOn?: string, flag?: Disclosed['flag']): Disclosed => ({
  ...{ id: `${code}${period}${postedOn ?? ''}`, code, period },
  ...(postedOn && { postedOn }),
  ...(flag && { flag }),
})
type Given = { year?: number; settings?: DisclosureSettings; since?: string; then?: (on: string) => DisclosureSettings }
const calendar = (
  today: string,
  rows: readonly Disclosed[] = [],
  { year = 2026, settings = {}, since, then }: Given = {},
) => disclosureOf(year, rows, { today, holidays, settings: then ?? (() => settings), since })
const of = (code: string, period: string, ...given: Parameters<typeof calendar>) =>
  calendar(...given).find((d) => d.code === code && d.period === period)
const periodsOf = (code: string, ...given: Parameters<typeof calendar>) =>
  calendar(...given)
    .filter((d) => d.code === code)
    .map((d) => [d.period, d.dueOn])

describe('the disclosure calendar (公开日历)', () => {
  it('is missing (缺) from the day after it was due, not on the day', () => {
    expect(of('V03', '2026-Q2', '2026-07-20')).toMatchObject({ dueOn: '2026-07-20', state: 'notDue' })
    expect(of('V03', '2026-Q2', '2026-07-21')?.state).toBe('missing')
  })
  it('is on time on the day that it is due, late (迟公开) when posted the day after', () => {
    expect(of('V03', '2026-Q2', '2026-08-01', [posted('V03', '2026-Q2', '2026-07-20')])?.state).toBe('posted')
    expect(of('V03', '2026-Q2', '2026-08-01', [posted('V03', '2026-Q2', '2026-07-21')])?.state).toBe('late')
  })
  it('a draft is not a disclosure, but the office is led to it', () => {
    const rows = [posted('V03', '2026-Q2')]
    expect(of('V03', '2026-Q2', '2026-07-21', rows)).toMatchObject({ state: 'missing', id: 'V032026-Q2' })
  })
  it('本期无 that is declared on the due day counts as on time, declared the day after it is late', () => {
    expect(of('V10', '2026-Q1', '2026-05-01', [posted('V10', '2026-Q1', '2026-04-20', 'nothing')])?.state).toBe(
      'nothing',
    )
    expect(of('V10', '2026-Q1', '2026-05-01', [posted('V10', '2026-Q1', '2026-04-21', 'nothing')])?.state).toBe('late')
  })
  it('39 items; in a year without any event only those that are owed regularly are asked for', () => {
    expect(catalogue).toHaveLength(39)
    const asked = new Set(calendar('2026-12-31').map((d) => d.code))
    expect([...asked].every((code) => catalogueItem(code)?.every)).toBe(true)
    expect(asked.size).toBe(catalogue.filter((item) => item.every).length)
  })
})

describe('due days (到期日)', () => {
  it('each quarter is due on the 20th after it, the last one across the turn of the year', () => {
    expect(periodsOf('V03', '2026-06-01')).toEqual([
      ['2025-Q4', '2026-01-20'],
      ['2026-Q1', '2026-04-20'],
      ['2026-Q2', '2026-07-20'],
      ['2026-Q3', '2026-10-20'],
    ])
  })
  it('each month is due on the 10th after it, December in January', () => {
    const months = periodsOf('V18', '2026-06-01')
    expect(months).toHaveLength(12)
    expect(months[0]).toEqual(['2025-12', '2026-01-10'])
    expect(months[11]).toEqual(['2026-11', '2026-12-10'])
  })
  it('half a year is due in July and January, a year in January, a budget in its own January', () => {
    expect(periodsOf('F06', '2026-06-01')).toEqual([
      ['2025-H2', '2026-01-20'],
      ['2026-H1', '2026-07-20'],
    ])
    expect(periodsOf('F04', '2026-06-01')).toEqual([['2025', '2026-01-20']])
    expect(periodsOf('F01', '2026-06-01')).toEqual([['2026', '2026-01-20']])
  })
  it('a due day on a statutory holiday moves to the next working day: 10 February 2024 to the 18th', () => {
    expect(of('V18', '2024-01', '2024-02-18', [], { year: 2024 })).toMatchObject({
      dueOn: '2024-02-18',
      state: 'notDue',
    })
    expect(of('V18', '2024-01', '2024-02-19', [], { year: 2024 })?.state).toBe('missing')
  })
  it('a due day set to the 1st moves past National Day; one on a weekend stays', () => {
    expect(of('V03', '2026-Q3', '2026-06-01', [], { settings: { V03: { day: 1 } } })?.dueOn).toBe('2026-10-08')
    expect(of('V18', '2026-09', '2026-06-01')?.dueOn).toBe('2026-10-10')
  })
  it('beyond the last published table a due day is provisional (暂定), and New Year still counts', () => {
    const far = of('V03', '2026-Q4', '2026-06-01', [], { year: 2027, settings: { V03: { day: 1 } } })
    expect(far).toMatchObject({ dueOn: '2027-01-04', provisional: true })
    expect(of('V03', '2026-Q3', '2026-06-01')?.provisional).toBeUndefined()
  })
})

describe('what only events owe', () => {
  it('a village where nothing happened is never missing it', () => {
    expect(calendar('2026-12-31').some((d) => d.code === 'F09')).toBe(false)
  })
  it('a contract of 3 May is due 7 days after; still in hand on the 11th, it is missing', () => {
    const rows = [posted('F09', '@2026-05-03')]
    expect(of('F09', '@2026-05-03', '2026-05-10', rows)).toMatchObject({ dueOn: '2026-05-10', state: 'notDue' })
    expect(of('F09', '@2026-05-03', '2026-05-11', rows)?.state).toBe('missing')
    expect(of('F09', '@2026-05-03', '2026-05-11', [posted('F09', '@2026-05-03', '2026-05-11')])?.state).toBe('late')
  })
  it('a 重大财务事项 is due on the fifth day, whatever its item says', () => {
    const major = (on: string) =>
      of('F09', '@2026-06-01', '2026-06-20', [posted('F09', '@2026-06-01', on, 'major')])?.state
    expect(major('2026-06-06')).toBe('posted')
    expect(major('2026-06-07')).toBe('late')
  })
  it('two things that happened on one day are two duties', () => {
    const rows = [posted('F09', '@2026-05-03', '2026-05-05'), posted('F09', '@2026-05-03')]
    expect(
      calendar('2026-06-01', rows)
        .filter((d) => d.code === 'F09')
        .map((d) => d.state),
    ).toEqual(['posted', 'missing'])
  })
  it('the correction of an event is no second event: the first posting counts, the newer version is opened', () => {
    const rows = [
      posted('F09', '@2026-05-03', '2026-05-05', 'old'),
      posted('F09', '@2026-05-03', '2026-07-01', 'correction'),
    ]
    expect(calendar('2026-08-01', rows).filter((d) => d.code === 'F09')).toMatchObject([
      { state: 'posted', postedOn: '2026-05-05', id: rows[1].id },
    ])
    const inHand = [posted('F09', '@2026-05-03', '2026-05-05'), posted('F09', '@2026-05-03', undefined, 'correction')]
    expect(calendar('2026-08-01', inHand).filter((d) => d.code === 'F09')).toHaveLength(1)
  })
  it('an item without days for events is not late because a day was written', () => {
    expect(of('V03', '@2026-05-03', '2026-08-01', [posted('V03', '@2026-05-03')])).toBeUndefined()
    expect(of('V03', '@2026-05-03', '2026-08-01', [posted('V03', '@2026-05-03', '2026-06-30')])?.state).toBe('posted')
  })
  it('a yearly review (民主评议) is owed by the day on which it was held; only a year without one is missing', () => {
    expect(of('V16', '2025', '2026-12-31')).toMatchObject({ dueOn: '2026-12-31', state: 'notDue' })
    expect(of('V16', '2025', '2027-01-01')?.state).toBe('missing')
    const held = [posted('V16', '@2026-12-28', '2027-01-05')]
    expect(calendar('2027-02-01', held).filter((d) => d.code === 'V16')).toMatchObject([
      { period: '@2026-12-28', dueOn: '2027-01-07', state: 'posted' },
    ])
  })
})

describe('how often it was posted', () => {
  it('the earliest posting counts after a correction; the newest version is opened', () => {
    const rows = [posted('F03', '2026-Q1', '2026-04-18', 'old'), posted('F03', '2026-Q1', '2026-05-09', 'correction')]
    expect(of('F03', '2026-Q1', '2026-06-01', rows)).toMatchObject({
      ...{ state: 'posted', postedOn: '2026-04-18', id: rows[1].id },
    })
  })
  it('F02 is disclosed by the statement of F03, but not by the word that nothing was spent', () => {
    expect(of('F02', '2026-Q1', '2026-06-01', [posted('F03', '2026-Q1', '2026-04-18')])?.state).toBe('posted')
    expect(of('F03', '2026-Q1', '2026-06-01', [posted('F02', '2026-Q1', '2026-04-18')])?.state).toBe('missing')
    expect(of('F02', '2026-Q1', '2026-06-01', [posted('F03', '2026-Q1', '2026-04-18', 'nothing')])?.state).toBe(
      'missing',
    )
  })
  it('three months disclose a quarter, two do not; the last one says whether it was in time', () => {
    const two = [posted('F03', '2026-04', '2026-05-09'), posted('F03', '2026-05', '2026-06-09')]
    expect(of('F03', '2026-Q2', '2026-07-21', two)?.state).toBe('missing')
    expect(of('F03', '2026-Q2', '2026-08-01', [...two, posted('F03', '2026-06', '2026-07-20')])).toMatchObject({
      ...{ state: 'posted', postedOn: '2026-07-20' },
    })
    expect(of('F03', '2026-Q2', '2026-08-01', [...two, posted('F03', '2026-06', '2026-07-21')])?.state).toBe('late')
  })
  it('October and November stand under the year before: they are looked up where December alone is there', () => {
    const december = [posted('F03', '2025-12', '2026-01-08')]
    expect(wantsYearBefore(2026, december, () => ({}))).toBe(true)
    expect(wantsYearBefore(2026, december, () => ({ F02: { every: 'month' }, F03: { every: 'month' } }))).toBe(false)
    expect(wantsYearBefore(2026, [posted('F03', '2025-Q4', '2026-01-08')], () => ({}))).toBe(false)
    const both = [...december, posted('F03', '2025-10', '2025-11-08'), posted('F03', '2025-11', '2025-12-08')]
    expect(of('F03', '2025-Q4', '2026-02-01', both)?.state).toBe('posted')
    const event = posted('F09', '@2025-10-03')
    expect(of('F09', '@2025-10-03', '2026-02-01', [...both, event])).toBeUndefined()
  })
  it('a quarter discloses the months that are owed, each by its own day', () => {
    const settings = { F03: { every: 'month' as const } }
    const rows = [posted('F03', '2026-Q2', '2026-07-10')]
    const months = ['2026-04', '2026-05', '2026-06']
    expect(months.map((m) => of('F03', m, '2026-08-01', rows, { settings })?.state)).toEqual(['late', 'late', 'posted'])
  })
})

describe('settings', () => {
  it('an item that is switched off is 不适用 and owes nothing', () => {
    const settings = { V11: { off: '没有被征地的农户' } }
    expect(
      calendar('2026-12-31', [], { settings })
        .filter((d) => d.code === 'V11')
        .map((d) => d.state),
    ).toEqual(['notApplicable'])
  })
  it('a busy item is owed monthly, on the day that was set', () => {
    const settings = { F03: { every: 'month' as const, day: 15 } }
    expect(periodsOf('F03', '2026-06-01', [], { settings })).toHaveLength(12)
    expect(of('F03', '2026-05', '2026-06-16', [], { settings })).toMatchObject({
      dueOn: '2026-06-15',
      state: 'missing',
    })
    expect(everyOf(catalogueItem('V03')!, { every: 'month' })).toBe('quarter')
  })
  it('made monthly in May, it is owed by months from July on: no month before is missing', () => {
    const then = (on: string) => (on >= '2026-05-12' ? { F03: { every: 'month' as const } } : {}) as DisclosureSettings
    expect(periodsOf('F03', '2026-08-11', [], { then }).map(([p]) => p)).toEqual([
      ...['2025-Q4', '2026-Q1', '2026-Q2'],
      ...['2026-07', '2026-08', '2026-09', '2026-10', '2026-11'],
    ])
  })
  it('a due day that is moved forward binds from the month after: nothing becomes late by it', () => {
    const then = (on: string): DisclosureSettings => (on > '2026-04-12' ? { V03: { day: 5 } } : {})
    const rows = [posted('V03', '2026-Q1', '2026-04-18')]
    expect(of('V03', '2026-Q1', '2026-05-01', rows, { then })).toMatchObject({ dueOn: '2026-04-20', state: 'posted' })
    expect(of('V03', '2026-Q2', '2026-05-01', rows, { then })?.dueOn).toBe('2026-07-05')
  })
  it('what was switched off and on again owes nothing for the time between', () => {
    const then = (on: string): DisclosureSettings =>
      on >= '2026-02-01' && on < '2026-05-01' ? { V18: { off: '没有用章' } } : {}
    const owed = periodsOf('V18', '2026-06-30', [], { then }).map(([p]) => p)
    expect(owed.slice(0, 3)).toEqual(['2025-12', '2026-04', '2026-05'])
  })
  it('nothing that was due before the first day of use is held against a village', () => {
    const given = { since: '2026-04-20' }
    expect(of('V03', '2025-Q4', '2026-06-01', [], given)).toBeUndefined()
    expect(of('V03', '2026-Q1', '2026-06-01', [], given)?.state).toBe('missing')
    expect(of('V03', '2025-Q4', '2026-06-01', [posted('V03', '2025-Q4', '2026-03-01')], given)?.state).toBe('posted')
    expect(of('F09', '@2026-01-03', '2026-06-01', [posted('F09', '@2026-01-03')], given)).toBeUndefined()
  })
})

describe('keys of `owed`', () => {
  it('what was written is read back', () => {
    const rows = [posted('F03', '2026-05', '2026-06-09', 'nothing'), posted('F09', '@2026-05-03')]
    for (const row of rows)
      expect(readOwed({ pk: row.id, sort: owedSort('dongxi', row) })).toEqual({ ...row, village: 'dongxi' })
  })
  it('stands under the year in which it is due by the catalogue', () => {
    expect(['2025-12', '2026-11'].map((p) => owedYear('V18', p))).toEqual(['2026', '2026'])
    expect(owedYear('F01', '2026')).toBe('2026')
    expect(owedYear('F04', '2025')).toBe('2026')
    expect(owedYear('F09', '@2026-12-28')).toBe('2027')
    expect(owedYear('V16', '@2026-12-28')).toBe('2026')
  })
  it('the kind of period is read from how it is written', () => {
    expect(['2026-05', '2026-Q2', '2026-H1', '2026', '@2026-05-03', '-'].map(kindOf)).toEqual([
      ...['month', 'quarter', 'half', 'year', undefined, undefined],
    ])
  })
})
