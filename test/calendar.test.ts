import {
  cutOffOf,
  dayInChina,
  heardBy,
  holidaysWith,
  hourInChina,
  lastPublished,
  nextSession,
  type SessionRule,
  sessionsBetween,
  sessionsFrom,
} from '@shared/calendar'
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

  const other = { startsAt: '09:00', place: '小码头', hosts: '主任' }
  const moved = (on: string, to: string) => ({ moved: { [on]: { to, ...other, why: '台风' } } })

  it('one that is moved stands on its new day alone, under the day that the rule gives, with its own cut-off', () => {
    const changed = { ...rule, hosts: '书记', ...moved('2026-06-22', '2026-06-24') }
    expect(sessionsFrom('2026-06-10', changed, holidays, 2)).toEqual([
      {
        ...{ on: '2026-06-10', startsAt: '19:00', place: '文化礼堂', hosts: '书记', cutOff: '2026-06-09T18:00' },
        ...{ kind: 'fixed', planned: '2026-06-10' },
      },
      {
        ...{ ...other, on: '2026-06-24', cutOff: '2026-06-23T18:00', kind: 'fixed', planned: '2026-06-22' },
        ...{ was: '2026-06-22', why: '台风' },
      },
    ])
  })
  it('one that was moved over the end of a month is found, also when it alone is asked for', () => {
    const early = { ...rule, ...moved('2026-07-10', '2026-06-25') }
    expect(sessionsBetween('2026-06-23', '2026-06-30', early, holidays).map((s) => s.on)).toEqual(['2026-06-25'])
    expect(sessionsBetween('2026-07-01', '2026-07-19', early, holidays)).toEqual([])
  })
  it('a move of a day that the rule no longer gives moves nothing', () =>
    expect(days('2026-06-10', { days: [5], ...moved('2026-06-10', '2026-06-12') }, 2)).toEqual([
      '2026-07-05',
      '2026-08-05',
    ]))
  it('an extra one wins over a fixed one on its day, and is held where there is no fixed day at all', () => {
    const extra = [{ on: '2026-06-10', kind: 'evening', ...other }] as const
    const [one, two] = sessionsFrom('2026-06-10', { ...rule, extra }, holidays, 2)
    expect([one.on, one.kind, two.on]).toEqual(['2026-06-10', 'evening', '2026-06-22'])
    expect(days('2026-06-01', { days: [], extra })).toEqual(['2026-06-10'])
  })
  it('one that is held on a holiday is due on the next working day', () => {
    expect([heardBy('2026-10-01', holidays), heardBy('2026-10-10', holidays)]).toEqual(['2026-10-08', '2026-10-10'])
  })

  describe('however they are moved and added to', () => {
    const began = '2026-01-05'
    const anyDay = fc.integer({ min: 0, max: 420 }).map((n) => addDays(began, n))
    const anyRule = fc
      .record({
        days: fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 4 }),
        movesOffHolidays: fc.boolean(),
        cutOff: fc.record({
          daysBefore: fc.integer({ min: 0, max: 3 }),
          at: fc.constantFrom('00:00', '12:30', '23:59'),
        }),
        extra: fc.array(anyDay, { maxLength: 12 }),
        moves: fc.array(fc.record({ nth: fc.nat(30), by: fc.integer({ min: -9, max: 9 }) }), { maxLength: 8 }),
      })
      .map(({ extra, moves, ...of }): SessionRule => {
        const plain = { ...rule, ...of }
        const fixed = sessionsFrom(began, plain, holidays, 31)
        const to = moves.map(({ nth, by }) => {
          const { planned } = fixed[nth]
          return [planned, { to: addDays(planned, by), ...other, why: '台风' }] as const
        })
        const kind = 'mobile'
        return { ...plain, moved: Object.fromEntries(to), extra: extra.map((on) => ({ on, kind, ...other })) }
      })
    const anyInstant = fc
      .integer({ min: 0, max: 400 * 1440 })
      .map((n) => new Date(Date.parse(`${began}T00:00:00+08:00`) + n * 60_000).toISOString())

    it('no two are on one day, in a year and at its edges, and each is found again by its own day', () => {
      fc.assert(
        fc.property(anyRule, anyDay, (changed, from) => {
          const year = sessionsBetween(from, addDays(from, 365), changed, holidays)
          expect(year.map((s) => s.on)).toEqual([...new Set(year.map((s) => s.on))].sort())
          for (const s of year) {
            expect(sessionsBetween(s.on, s.on, changed, holidays)).toEqual([s])
            expect(s.cutOff).toBe(cutOffOf(s.on, changed))
          }
          expect(sessionsFrom(from, changed, holidays, year.length)).toEqual(year)
        }),
      )
    })

    it('whatever is raised has one next session: the first of all whose cut-off isn’t before it', () => {
      fc.assert(
        fc.property(anyRule, anyInstant, anyDay, (changed, instant, later) => {
          const day = dayInChina(instant)
          for (const from of [day, later > day ? later : day]) {
            const found = nextSession(instant, changed, holidays, from)
            const first = sessionsBetween(from, addDays(from, 400), changed, holidays).find(
              (s) => hourInChina(instant) <= s.cutOff,
            )
            expect(found).toEqual(first)
            expect(found.on >= from && found.cutOff >= hourInChina(instant)).toBe(true)
          }
        }),
      )
    })

    it('nothing raised falls out of every agenda: its day is a session’s, before a change and after it', () => {
      fc.assert(
        fc.property(anyRule, anyRule, anyInstant, (before, changed, instant) => {
          const after = { ...before, moved: changed.moved, extra: changed.extra }
          for (const of of [before, after]) {
            const { on } = nextSession(instant, of, holidays)
            const agendas = sessionsBetween(dayInChina(instant), addDays(dayInChina(instant), 400), of, holidays)
            expect(agendas.filter((s) => s.on === on).length).toBe(1)
          }
        }),
      )
    })
  })
})
