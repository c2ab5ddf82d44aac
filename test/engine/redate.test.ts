import { asOf } from '@shared/engine/asOf'
import type { Case, Day, Holidays } from '@shared/engine/case'
import { addDays, isWorkday } from '@shared/engine/deadline'
import { redated } from '@shared/engine/decideAside'
import { notice } from '@shared/workflows/notice'
import { request } from '@shared/workflows/request'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { act, anOpened, answerTo, aPerson, aside, aWorld, holidays, theClock, walk } from '../support/build'

const villager = aPerson('villager')
const clerk = aPerson('clerk')
const secretary = aPerson('secretary')
const cluster = aPerson('clusterLead')

const opened = (on: Day) => anOpened(request, { on, by: villager })
const waiting = (on: Day) => walk(opened(on), [act(clerk, on, 'acknowledged', {}, days(on))])
const days = (on: Day) => ({ world: { days: () => ({ nextSessionOn: on }) } })
const handling = (on: Day) => walk(waiting(on), [act(secretary, on, 'handle', { owner: secretary.id })])
const free = (...on: Day[]): Holidays => ({
  ...{ ...holidays, until: '2027-12-31' },
  off: { ...holidays.off, ...Object.fromEntries(on.map((day) => [day, '假日'])) },
})
const withTable = (table: Holidays) => ({ world: { holidays: table } })
const redate = (found: Case, on: Day, table: Holidays) =>
  walk(found, [aside(theClock, on, 'redate', {}, withTable(table))])

describe('a day that is worked out anew (重算期限)', () => {
  // 7 days from 20 July are full on Monday the 27th
  const found = handling('2026-07-20')

  it('never leaves late what was in time until now', () => {
    const moved = redate(found, '2026-07-21', free('2026-07-27', '2026-07-28'))
    expect(moved.dueOn).toBe('2026-07-29')
    expect(redate(moved, '2026-07-28', holidays).dueOn).toBe('2026-07-28')
    expect(redate(moved, '2026-07-27', holidays).dueOn).toBe('2026-07-27')
  })
  it('nor makes what is late already any later', () => {
    const moved = redate(found, '2026-07-21', free('2026-07-27', '2026-07-28'))
    expect(redate(moved, '2026-07-30', holidays).dueOn).toBe('2026-07-29')
    expect(redate(found, '2026-07-30', free('2026-07-27')).dueOn).toBe('2026-07-28')
  })
  it('keeps what was granted in this step, not what was granted before it went up (提级)', () => {
    const longer = walk(found, [aside(secretary, '2026-07-21', 'extend', { days: 3 })])
    expect(redate(longer, '2026-07-22', holidays).dueOn).toBe(longer.dueOn)
    const up = walk(longer, [aside(cluster, '2026-07-22', 'raiseLevel', { to: 'clusterHandling' })])
    expect(up).toMatchObject({ step: 'clusterHandling', dueOn: '2026-07-29' })
    expect(redate(up, '2026-07-23', holidays).dueOn).toBe('2026-07-29')
  })
})

describe('a window in which someone may answer (评价)', () => {
  const answered = (on: Day) => walk(waiting(on), [act(secretary, on, 'answered')])
  const rated = (found: Case, on: Day) => answerTo(found, act(villager, on, 'satisfied'))

  it('that ends on a holiday goes on to the end of the next working day', () => {
    // 7 days from 24 September are full on 1 October
    const found = answered('2026-09-24')
    expect(found).toMatchObject({ step: 'rating', dueOn: '2026-10-08', lapsesOn: '2026-10-09' })
    expect([rated(found, '2026-10-08'), rated(found, '2026-10-09')]).toEqual(['allowed', 'caseIsClosed'])
    expect(asOf(request, found, aWorld({ today: '2026-10-09' })).now.closedOn).toBe('2026-10-09')
  })
  it('grows with a table that came late, and never shrinks by one', () => {
    const found = answered('2026-07-20')
    expect(found.lapsesOn).toBe('2026-07-28')
    const longer = redate(found, '2026-07-21', free('2026-07-27'))
    expect(longer).toMatchObject({ dueOn: '2026-07-28', lapsesOn: '2026-07-29' })
    expect(redate(longer, '2026-07-22', holidays)).toMatchObject({ dueOn: '2026-07-28', lapsesOn: '2026-07-29' })
  })
})

describe('whatever table comes, whenever', () => {
  const some = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 15 })
  const table = some.map((free) => freeFrom('2026-07-20', free))
  const later = fc.integer({ min: 0, max: 25 }).map((n) => addDays('2026-07-20', n))
  const freeFrom = (from: Day, of: readonly number[]) => free(...of.map((n) => addDays(from, n)))

  it('the new day isn’t a free one, and not before today or the day that it had', () =>
    fc.assert(
      fc.property(table, table, later, (first, second, today) => {
        const found = redate(handling('2026-07-20'), '2026-07-20', first)
        const { dueOn } = redated(request, found, aWorld({ today, holidays: second }))
        const clipped = dueOn === today || dueOn === found.dueOn
        expect(clipped || !(dueOn! in second.off)).toBe(true)
        expect(dueOn! >= [today, found.dueOn!].sort()[0]).toBe(true)
      }),
    ))
  it('three workdays end on a workday', () =>
    fc.assert(
      fc.property(table, (late) => {
        const urgent = walk(opened('2026-07-20'), [act(clerk, '2026-07-20', 'urgent')])
        expect(isWorkday(redate(urgent, '2026-07-20', late).dueOn!, late)).toBe(true)
      }),
    ))
  it('what hangs comes off on its day', () =>
    fc.assert(
      fc.property(table, later, (late, today) => {
        const shown = hanging()
        const { now } = asOf(notice, redate(shown, '2026-07-20', late), aWorld({ today, holidays: late }))
        expect([now.shown?.untilOn, now.step]).toEqual([...['2026-08-04', today > '2026-08-04' ? 'closed' : 'display']])
      }),
    ))
})

const hanging = (): Case => {
  const by = aPerson('clerk')
  const on = '2026-07-20'
  const review = { opinion: '属实。' }
  return walk(
    anOpened(notice, { on, by, form: { board: 'village', item: 'V02', happenedOn: on, body: '修一条路。' } }),
    [act(by, on, 'village'), act(aPerson('supervisor'), on, 'agreed', review), act(by, on, undefined, { boardOn: on })],
  )
}
