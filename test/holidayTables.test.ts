import { holidaysWith, lastPublished } from '@shared/calendar'
import type { Holidays } from '@shared/engine/case'
import { addDays, dayAfter, daysBetween, dueDay, isWorkday, spanEnd } from '@shared/engine/deadline'
import { firstChange, fixedDays, type HolidayTables, tableOf, tableProblems, withTables } from '@shared/holidayTables'
import type { HolidayTable } from '@shared/schemas/monitorViews'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tableOf2027 as ours } from './support/holidays'

const published = holidaysWith()
const known = { published: lastPublished, until: lastPublished }
const says = (table: Partial<HolidayTable>, year = 2027, at = known) =>
  tableProblems(year, { ...ours, ...table }, at).map((p) => p.says)
const without = (name: string) => ours.off.filter((o) => o.name !== name)
const line = (name: string, from: string, until = from) => ({ name, from, until })

describe('a holiday table that a county enters (放假和调休)', () => {
  it('is taken when it is whole', () => expect(says({})).toEqual([]))

  it('isn’t for a year that was published, nor for one after a year that nobody knows', () => {
    expect(says({}, 2026)[0]).toBe('2026年的放假安排是国家公布的，已经在这里，不能改。请选以后的年份。')
    expect(says({}, 2028)[0]).toBe('2027年的还没有记。请先记2027年的，再记2028年的。')
    // entered once, it may be put right, and the year after it comes next
    const entered = { published: lastPublished, until: '2027-12-31' }
    expect(says({}, 2027, entered)).toEqual([])
    expect(says({}, 2029, entered)[0]).toContain('请先记2028年的')
  })

  it.each([
    ['ends before it begins', line('踏青', '2027-04-07', '2027-04-06'), '“踏青”4月6日结束，比4月7日开始还早'],
    ['lies in another year', line('元旦', '2026-12-31', '2027-01-03'), '“元旦”有日子不在2027年'],
    ['goes on into the next', line('年末', '2027-12-31', '2028-01-02'), '“年末”有日子不在2027年'],
    ['is no day', line('清明节', '2027-02-30'), '“清明节”的日子不对'],
    ['lasts sixteen days', line('清明节', '2027-03-01', '2027-03-16'), '“清明节”连着放16天，太长了'],
    ['shares a day with another', line('清明节', '2027-05-05', '2027-05-06'), '5月5日在“劳动节”和“清明节”里都写了'],
  ])('not free days of which one %s', (_, wrong, why) => expect(says({ off: [...ours.off, wrong] })[0]).toContain(why))
  it('fifteen days are taken', () =>
    expect(says({ off: [...ours.off, line('长假', '2027-03-01', '2027-03-15')] })).toEqual([]))

  it.each([
    ['a Monday', '2027-03-01', '3月1日不是星期六、星期天'],
    ['a day that is free as well', '2027-05-02', '5月2日又在“劳动节”里放假，又调休上班'],
    ['a day of another year', '2028-01-01', '调休上班的1月1日不在2027年'],
    ['no day', '2027-13-01', '调休上班的日子不对'],
    ['one that is there already', '2027-02-20', '调休上班的2月20日写了两遍'],
  ])('not as a worked day %s', (_, day, why) => expect(says({ on: [...ours.on, day] })[0]).toContain(why))

  it('not without 元旦, 劳动节 and 国庆: every day that is fixed by law is free', () => {
    expect(says({ off: without('元旦') })).toEqual(['元旦（1月1日）是法定假日，要放假。请补上。'])
    const short = [...without('国庆节'), line('国庆节', '2027-10-01', '2027-10-02')]
    expect(says({ off: short })).toEqual(['国庆节（10月3日）是法定假日，要放假。请补上。'])
    expect(says({ off: [], on: [] })[0]).toContain('元旦（1月1日）、劳动节（5月1日）、国庆节（10月1日）')
  })

  it('every problem says with which line it is', () =>
    expect(
      tableProblems(2027, { off: [...ours.off, line('踏青', '2027-04-07', '2027-04-06')], on: ['2027-03-01'] }, known),
    ).toMatchObject([
      { field: 'off', line: ours.off.length },
      { field: 'on', line: 0 },
    ]))
})

describe('the years on top of each other', () => {
  it('known up to the first year that is missing; a published year stays as it was published', () => {
    expect(withTables(published, {})).toEqual(published)
    const one = withTables(published, { 2027: ours })
    expect(one.until).toBe('2027-12-31')
    expect(one.off['2027-01-01']).toBe('元旦')
    expect(isWorkday('2027-02-20', one)).toBe(true)
    expect(withTables(published, { 2028: ours })).toEqual(published)
    expect(withTables(published, { 2026: { off: [], on: [] } })).toEqual(published)
  })
  it('a table comes out as it went in, a published one as it was published', () => {
    expect(tableOf(2027, withTables(published, { 2027: ours }))).toEqual(ours)
    expect(tableOf(2026, published).off[0]).toEqual(line('元旦', '2026-01-01', '2026-01-03'))
    expect(tableOf(2026, published).on).toContain('2026-10-10')
  })
  it('of two tables the first day counts on which they differ', () => {
    const one = withTables(published, { 2027: ours })
    expect(firstChange(published, published)).toBeUndefined()
    expect(firstChange(published, one)).toBe('2027-01-01')
    const moved = withTables(published, { 2027: { ...ours, on: [...ours.on, '2027-10-09'] } })
    expect(firstChange(one, moved)).toBe('2027-10-09')
  })
})

/** Free days by chance round the fixed ones, worked weekends by chance outside them. */
const tables: fc.Arbitrary<HolidayTables> = fc
  .record({
    free: fc.uniqueArray(fc.integer({ min: 0, max: 364 }), { maxLength: 40 }),
    worked: fc.uniqueArray(fc.integer({ min: 0, max: 364 }), { maxLength: 12 }),
  })
  .map(({ free, worked }) => {
    const at = (n: number) => addDays('2027-01-01', n)
    const fixed = Object.entries(fixedDays).map(([day, name]) => [`2027-${day}`, name] as const)
    const off = new Map([...free.map((n) => [at(n), '放假'] as const), ...fixed])
    const on = worked.map(at).filter((day) => !off.has(day) && [0, 6].includes(new Date(day).getUTCDay()))
    return { 2027: { off: [...off].map(([day, name]) => line(name, day)), on } }
  })
const spans = {
  n: fc.integer({ min: 1, max: 30 }),
  from: fc.integer({ min: -40, max: 320 }).map((d) => addDays('2027-01-01', d)),
}

describe('whatever table comes late', () => {
  const terms = (holidays: Holidays) => ({ settings: {}, holidays })
  const of = (enteredOn: string) => ({ enteredOn, fields: {} })
  const every = (check: (late: Holidays, n: number, from: string) => void) =>
    fc.assert(
      fc.property(tables, spans.n, spans.from, (entered, n, from) => check(withTables(published, entered), n, from)),
    )

  it('such a table has no problems', () =>
    fc.assert(
      fc.property(tables, (t) => {
        expect(tableProblems(2027, t[2027], known)).toEqual([])
      }),
    ))
  it('a display or a notice runs as many days as before', () =>
    every((late, n, from) => {
      const days = dayAfter({ days: n }, of(from), terms(late))!
      expect(days).toBe(dayAfter({ days: n }, of(from), terms(published)))
      expect(daysBetween(from, days)).toBe(n + 1)
    }))
  it('a span of workdays ends on one, and has that many', () =>
    every((late, n, from) => {
      const { on, provisional } = dueDay({ workdays: n }, of(from), terms(late))!
      expect([isWorkday(on, late), provisional]).toEqual([true, on > '2027-12-31'])
      const passed = Array.from({ length: daysBetween(from, on) }, (_, i) => addDays(from, i + 1))
      expect(passed.filter((day) => isWorkday(day, late))).toHaveLength(n)
    }))
  it('a reply day is never free, and not before its calendar days are full', () =>
    every((late, n, from) => {
      const { on } = dueDay({ days: n }, of(from), terms(late))!
      expect(late.off).not.toHaveProperty(on)
      expect(on >= spanEnd({ days: n }, of(from), terms(late))!.on).toBe(true)
    }))
  it('what ends before the first day that changed stays as it was', () =>
    every((late, n, from) => {
      const [then, next] = [published, late].map((h) => dueDay({ workdays: n }, of(from), terms(h))!)
      if (then.on < firstChange(published, late)!) expect(next).toEqual(then)
    }))
})
