import type { Holidays } from '@shared/engine/case'
import {
  addDays,
  dayAfter,
  daysBetween,
  dueDay,
  isDay,
  isOverdue,
  isWorkday,
  numberOf,
  spanEnd,
  spanFrom,
} from '@shared/engine/deadline'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holidays } from '../support/build'

const terms = { settings: {}, holidays }
const from = (enteredOn: string, fields = {}) => ({ enteredOn, fields })
const due = (workdays: number, enteredOn: string, of: Holidays = holidays) =>
  dueDay({ workdays }, from(enteredOn), { settings: {}, holidays: of })

describe('days', () => {
  it('posted on the 5th, fifteen days are full on the 20th, it may come down on the 21st', () => {
    expect(spanEnd({ days: 15 }, from('2026-06-05'), terms)?.on).toBe('2026-06-20')
    expect(dayAfter({ days: 15 }, from('2026-06-05'), terms)).toBe('2026-06-21')
  })
  it('run over the end of a month, of a leap February and of a year', () => {
    expect(spanEnd({ days: 15 }, from('2026-01-20'), terms)?.on).toBe('2026-02-04')
    expect(spanEnd({ days: 1 }, from('2024-02-28'), terms)?.on).toBe('2024-02-29')
    expect(spanEnd({ days: 15 }, from('2026-12-31'), terms)?.on).toBe('2027-01-15')
  })
  it('run from the latest of the days: the app on the 5th, the board on the 8th', () => {
    const span = { days: 15, from: ['entered', 'boardOn'] }
    expect(spanFrom(span, from('2026-06-05', { boardOn: '2026-06-08' }))).toBe('2026-06-08')
    expect(spanFrom(span, from('2026-06-05', { boardOn: '2026-06-01' }))).toBe('2026-06-05')
    expect(dayAfter(span, from('2026-06-05', { boardOn: '2026-06-08' }), terms)).toBe('2026-06-24')
  })
  it('have not begun while one of the days is missing or is no day', () => {
    const span = { days: 15, from: ['entered', 'boardOn'] }
    for (const boardOn of [undefined, '', '2026-02-30', '6月8日', 20260608])
      for (const reach of [spanEnd, dueDay, dayAfter])
        expect(reach(span, from('2026-06-05', { boardOn }), terms)).toBeUndefined()
  })
  it('tell how they were reached', () => {
    expect(spanEnd({ days: 15 }, from('2026-06-05'), terms)?.how).toEqual([
      '从2026年6月5日起算，当天不算，满15天是2026年6月20日',
    ])
  })
})

describe('working days', () => {
  it('Friday’s one working day is Monday', () => expect(due(1, '2026-06-05')?.on).toBe('2026-06-08'))
  it('over National Day 2026: from 30 September one working day is 8 October', () => {
    expect(due(1, '2026-09-30')).toMatchObject({ on: '2026-10-08', provisional: false })
    expect(due(1, '2026-09-30')?.how[1]).toBe('中间跳过国庆节共7天')
  })
  it('the worked Saturday 10 October 2026 (调休) counts: from 8 October the second is the 10th', () =>
    expect(due(2, '2026-10-08')?.on).toBe('2026-10-10'))
  it('the worked Sunday 20 September 2026 (调休) counts', () => expect(due(1, '2026-09-19')?.on).toBe('2026-09-20'))
  it('over Spring Festival 2026: from 14 February, itself a worked Saturday, one working day is the 24th', () => {
    expect(isWorkday('2026-02-14', holidays)).toBe(true)
    expect(due(1, '2026-02-13')?.on).toBe('2026-02-14')
    expect(due(1, '2026-02-14')?.on).toBe('2026-02-24')
  })
  it('that end beyond 31 December 2026 are provisional (暂定), and New Year 2027 still counts', () => {
    expect(due(1, '2026-12-30')).toMatchObject({ on: '2026-12-31', provisional: false })
    expect(due(1, '2026-12-31')).toMatchObject({ on: '2027-01-04', provisional: true })
    for (const fixed of ['2027-01-01', '2027-05-01', '2028-10-01', '2028-10-03'])
      expect(isWorkday(fixed, holidays)).toBe(false)
  })
  it('follow a county’s own table for 2027 once it is laid over', () => {
    const table = { ...holidays, until: '2027-12-31', off: { '2027-01-01': '元旦', '2027-01-04': '元旦' } }
    expect(due(1, '2026-12-31', table)).toMatchObject({ on: '2027-01-05', provisional: false })
  })
})

describe('what falls on a holiday', () => {
  it('a reply that is due on 1 October 2026 moves to the 8th and says so', () => {
    const reached = dueDay({ days: 7 }, from('2026-09-24'), terms)
    expect(reached?.on).toBe('2026-10-08')
    expect(reached?.how.at(-1)).toBe('当天是国庆节，顺延到2026年10月8日')
  })
  it('a display that is full on 1 October 2026 does not move: it may come down on the 2nd', () =>
    expect(dayAfter({ days: 15 }, from('2026-09-16'), terms)).toBe('2026-10-02'))
  it('an ordinary Saturday moves nothing', () =>
    expect(dueDay({ days: 1 }, from('2026-06-05'), terms)?.on).toBe('2026-06-06'))
  it('a day in 2027 is provisional, and moves off 1 May', () => {
    expect(dueDay({ days: 1 }, from('2027-04-30'), terms)).toMatchObject({ on: '2027-05-03', provisional: true })
    expect(dueDay({ days: 1 }, from('2027-06-01'), terms)).toMatchObject({ on: '2027-06-02', provisional: true })
  })
})

it('is late from the day after, not on the day', () => {
  expect(isOverdue('2026-06-20', '2026-06-20')).toBe(false)
  expect(isOverdue('2026-06-20', '2026-06-21')).toBe(true)
  expect(isOverdue(undefined, '2026-06-21')).toBe(false)
})

describe('a setting', () => {
  const display = { setting: 'displayDays', atLeast: 15 }
  it.each([
    [14, 15],
    [15, 15],
    [16, 16],
    [-3, 15],
    ['20', 15],
    [Number.NaN, 15],
    [undefined, 15],
  ])('of %j days stands as %i where the law’s floor is 15', (displayDays, stands) =>
    expect(numberOf(display, { displayDays })).toBe(stands),
  )
  it('is held to the ceiling too', () => {
    expect(numberOf({ setting: 's', atMost: 7 }, { s: 8 })).toBe(7)
    expect(numberOf({ setting: 's', atMost: 7 }, {})).toBe(7)
    expect(numberOf({ setting: 's' }, {})).toBe(0)
  })
})

describe('for all days', () => {
  const day = fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2024-01-01', n))
  it('adding and counting agree, and only days that exist are days', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), (d, n) => {
        expect(daysBetween(d, addDays(d, n))).toBe(n)
        expect(isDay(addDays(d, n))).toBe(true)
      }),
    )
    for (const wrong of ['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', '', 5, null])
      expect(isDay(wrong)).toBe(false)
  })
  it('n working days end on a working day with exactly n working days passed, and a due day is never a holiday', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), (d, n) => {
        const end = due(n, d)!.on
        expect(isWorkday(end, holidays)).toBe(true)
        const passed = Array.from({ length: daysBetween(d, end) }, (_, i) => addDays(d, i + 1))
        expect(passed.filter((p) => isWorkday(p, holidays))).toHaveLength(n)
        expect(holidays.off).not.toHaveProperty(dueDay({ days: n }, from(d), terms)!.on)
      }),
    )
  })
})
