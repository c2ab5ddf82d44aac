import { dayInChina, holidaysWith, lastPublished, nextSession, type SessionRule, sessionsFrom } from '@shared/calendar'
import { addDays, isWorkday } from '@shared/engine/deadline'
import * as chineseDays from 'chinese-days'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const holidays = holidaysWith()
const rule: SessionRule = {
  days: [10, 20],
  startsAt: '19:00',
  place: '文化礼堂',
  cutOff: { daysBefore: 1, at: '18:00' },
  movesOffHolidays: true,
}
const days = (from: string, of: Partial<SessionRule> = {}, many = 3) =>
  sessionsFrom(from, { ...rule, ...of }, holidays, many).map((s) => s.on)

describe('holidays', () => {
  it('agree with the published table on every day from 2024 to 2026', () => {
    for (let day = '2024-01-01'; day <= lastPublished; day = addDays(day, 1))
      expect([day, isWorkday(day, holidays)]).toEqual([day, chineseDays.isWorkday(day)])
  })
  it('name the holiday in Chinese, and know 调休', () => {
    expect(holidays.off['2026-10-01']).toBe('国庆节')
    expect(holidays.off['2026-02-17']).toBe('春节')
    expect(holidays.on).toHaveProperty('2026-10-10')
    expect(holidays.off).not.toHaveProperty('2026-10-10')
    for (const name of Object.values({ ...holidays.off, ...holidays.on })) expect(name).toMatch(/^\p{Script=Han}+$/u)
  })
  it('take a county’s own table on top', () => {
    const more = holidaysWith({ until: '2027-12-31', off: { '2027-02-08': '春节' }, on: { '2027-02-14': '春节' } })
    expect(more.until).toBe('2027-12-31')
    expect(isWorkday('2027-02-08', more)).toBe(false)
    expect(isWorkday('2027-02-14', more)).toBe(true)
    expect(more.off['2026-10-01']).toBe('国庆节')
  })
})

it('the day in China begins at 16:00 UTC of the day before', () => {
  expect(dayInChina('2026-12-31T15:59:59.999Z')).toBe('2026-12-31')
  expect(dayInChina('2026-12-31T16:00:00.000Z')).toBe('2027-01-01')
  expect(dayInChina(Date.UTC(2026, 5, 1, 16))).toBe('2026-06-02')
})

describe('sessions (说事日)', () => {
  it('stand on the 10th and the 20th, and today’s is still one; Dragon Boat 2026 moves the 20th to the 22nd', () => {
    expect(days('2026-06-10')).toEqual(['2026-06-10', '2026-06-22', '2026-07-10'])
    expect(days('2026-06-11')).toEqual(['2026-06-22', '2026-07-10', '2026-07-20'])
  })
  it('on 31 December 2026 the next are in January 2027', () =>
    expect(days('2026-12-31')).toEqual(['2027-01-10', '2027-01-20', '2027-02-10']))
  it('a day that the month does not have falls on its last', () =>
    expect(days('2026-02-01', { days: [31] }, 2)).toEqual(['2026-02-28', '2026-03-31']))
  it('one on 20 February 2026, in Spring Festival, moves to the 24th, or stays by the village’s rule', () => {
    expect(days('2026-02-15', {}, 1)).toEqual(['2026-02-24'])
    expect(days('2026-02-15', { movesOffHolidays: false }, 1)).toEqual(['2026-02-20'])
  })
  it('one on New Year 2027, beyond the published table, moves to Monday the 4th', () =>
    expect(days('2026-12-31', { days: [1] }, 1)).toEqual(['2027-01-04']))
  it('one that moved over the end of a month is found from the next month', () => {
    expect(days('2025-01-25', { days: [30] }, 1)).toEqual(['2025-02-05'])
    expect(days('2025-02-01', { days: [30] }, 2)).toEqual(['2025-02-05', '2025-02-28'])
  })
  it('two that move to the same day are one', () =>
    expect(days('2026-10-01', { days: [1, 5] }, 2)).toEqual(['2026-10-08', '2026-11-01']))
  it('a village without session days has none', () => expect(days('2026-06-01', { days: [] })).toEqual([]))

  it.each([
    ['2026-06-09T10:00:00.000Z', '18:00', '2026-06-10'],
    ['2026-06-09T10:01:00.000Z', '18:01', '2026-06-22'],
    ['2026-12-31T16:30:00.000Z', '00:30 on New Year’s Day', '2027-01-10'],
    ['2026-12-19T11:00:00.000Z', '19:00 on the 19th', '2027-01-10'],
  ])('what is raised at %s (%s in China) is heard on %s', (instant, _, on) =>
    expect(nextSession(instant, rule, holidays)?.on).toBe(on),
  )

  it('are never in the past, in order, each once', () => {
    const day = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2024-01-15', n))
    const month = fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(day, month, fc.boolean(), (from, days, movesOffHolidays) => {
        const found = sessionsFrom(from, { ...rule, days, movesOffHolidays }, holidays, 6).map((s) => s.on)
        expect(found).toEqual([...new Set(found)].sort())
        expect(found[0] >= from).toBe(true)
        // asked a day earlier, the same sessions stand
        const earlier = sessionsFrom(addDays(from, -1), { ...rule, days, movesOffHolidays }, holidays, 6)
        expect(found.slice(0, 5)).toEqual(
          earlier
            .map((s) => s.on)
            .filter((on) => on >= from)
            .slice(0, 5),
        )
      }),
    )
  })
})
