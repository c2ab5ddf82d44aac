import { addDays } from '@shared/engine/deadline'
import { ladderOf, rungsOf, rungTells } from '@shared/engine/ladder'
import { settingsWith } from '@shared/schemas/settings'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const usual = ladderOf(settingsWith())

describe('the ladder of reminders (T4)', () => {
  it('of ten days: on the seventh, on the day, one, three and seven days after, then the cluster, then the township', () =>
    expect(rungsOf('2026-06-01', '2026-06-11', usual)).toEqual([
      { rung: 1, on: '2026-06-08' },
      { rung: 2, on: '2026-06-11' },
      { rung: 3, on: '2026-06-12' },
      { rung: 4, on: '2026-06-14' },
      { rung: 5, on: '2026-06-18' },
      { rung: 6, on: '2026-06-21' },
      { rung: 7, on: '2026-06-26' },
    ]))

  it('is news to whose turn it is, then to the head of the cluster, then to the township’s leader', () =>
    expect([1, 2, 3, 4, 5, 6, 7].map(rungTells)).toEqual([...Array(5).fill('desk'), 'clusterLead', 'townshipLead']))

  it('what has two days isn’t reminded of before its day; what has three is, on the second', () => {
    expect(rungsOf('2026-06-01', '2026-06-03', usual)[0]).toMatchObject({ rung: 2, on: '2026-06-03' })
    expect(rungsOf('2026-06-01', '2026-06-04', usual)[0]).toMatchObject({ rung: 1, on: '2026-06-03' })
  })

  it('what was due before it was entered has no day before', () =>
    expect(rungsOf('2026-06-05', '2026-06-01', usual)[0].rung).toBe(2))

  it('a setting below the one before it moves no rung down', () =>
    expect(rungsOf('2026-06-01', '2026-06-03', { ...usual, after: [5, 3, 7], cluster: 2 }).map((r) => r.on)).toEqual([
      '2026-06-03',
      '2026-06-08',
      '2026-06-08',
      '2026-06-10',
      '2026-06-10',
      '2026-06-18',
    ]))

  it('whatever is set, rungs are in order, each number once, the day itself among them, before it only the first', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: -5, max: 400 }),
        fc.record({
          percent: fc.integer({ min: 10, max: 95 }),
          after: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 3, maxLength: 3 }),
          cluster: fc.integer({ min: 1, max: 60 }),
          lead: fc.integer({ min: 1, max: 60 }),
        }),
        (span, ladder) => {
          const due = addDays('2026-06-01', span)
          const rungs = rungsOf('2026-06-01', due, ladder)
          const days = rungs.map((r) => r.on)
          expect(days).toEqual([...days].sort())
          expect(rungs.map((r) => r.rung)).toEqual(span >= 3 ? [1, 2, 3, 4, 5, 6, 7] : [2, 3, 4, 5, 6, 7])
          for (const { rung, on } of rungs) {
            if (rung === 1) expect(on < due && on >= '2026-06-01').toBe(true)
            if (rung === 2) expect(on).toBe(due)
            if (rung > 2) expect(on > due).toBe(true)
          }
        },
      ),
    ))
})
