import type { HolidayTable } from '@shared/schemas/monitorViews'
import { describe, expect, it } from 'vitest'
import { tableSent, wrongIn, wrongSoFar } from '../../miniapp/src/office/holidays/problems'
import {
  nextYear,
  provisionalWords,
  publishedUntil,
  rangeWords,
  sumWords,
  tableToFill,
  workedWords,
  yearsThatAre,
} from '../../miniapp/src/office/holidays/years'

const known = { published: '2026-12-31', until: '2026-12-31' }
const table: HolidayTable = {
  off: [
    { name: '元旦', from: '2027-01-01', until: '2027-01-03' },
    { name: '劳动节', from: '2027-05-01', until: '2027-05-05' },
    { name: '国庆节', from: '2027-10-01', until: '2027-10-07' },
  ],
  on: ['2027-02-20'],
}
const ids = (of: readonly { id: string }[]) => of.map(({ id }) => id)

describe('放假安排 as it is read', () => {
  it('counts both ends of a holiday', () => {
    expect(rangeWords({ from: '2026-02-15', until: '2026-02-23' })).toBe('2月15日到2月23日，放9天')
    expect(rangeWords({ from: '2026-01-01', until: '2026-01-01' })).toBe('1月1日，放1天')
    expect(sumWords(table)).toBe('放假15天，调休上班1天')
  })
  it('names the weekday that is worked', () => {
    expect(workedWords(['2026-02-14'])).toEqual(['2月14日（星期六）'])
    expect(workedWords([])).toEqual(['没有'])
  })
  it('the year after the last known one is the next to be entered, and days in it are provisional', () => {
    expect(nextYear({ until: '2026-12-31' })).toBe(2027)
    expect(provisionalWords({ until: '2026-12-31' })).toContain('从2027年1月1日起')
  })
  it('this year and later ones stand first, the latest at the top; an entered year is not a published one', () => {
    const years = [2025, 2026, 2027].map((year) => ({
      ...{ year, table },
      standing: year === 2027 ? ('entered' as const) : ('published' as const),
    }))
    expect(yearsThatAre(years, 'now', '2026-11-22').map(({ year }) => year)).toEqual([2027, 2026])
    expect(yearsThatAre(years, 'over', '2026-11-22').map(({ year }) => year)).toEqual([2025])
    expect(publishedUntil({ years })).toBe('2026-12-31')
  })
})

describe('放假安排 as it is entered', () => {
  it('begins with the statutory days whose date is known, and asks for the others', () => {
    const fresh = tableToFill(2027)
    expect(fresh.off.map(({ name }) => name)).toEqual(['元旦', '春节', '清明', '劳动节', '端午', '中秋', '国庆节'])
    expect(fresh.off.at(-1)).toEqual({ name: '国庆节', from: '2027-10-01', until: '2027-10-03' })
    expect(ids(wrongIn(2027, fresh, known))).toEqual(['off-1', 'off-2', 'off-4', 'off-5'])
  })
  it('nothing is told of what has not been filled in yet', () => {
    expect(wrongSoFar(2027, tableToFill(2027), known)).toEqual([])
    expect(ids(wrongSoFar(2027, { ...table, on: ['', '2027-02-20'] }, known))).toEqual([])
  })
  it('a weekday needs no 调休, and that is told at once', () => {
    const wrong = wrongSoFar(2027, { ...table, on: ['2027-02-20', '2027-02-22'] }, known)
    expect(ids(wrong)).toEqual(['on-1'])
    expect(wrong[0].says).toContain('本来就上班')
  })
  it('two holidays on one day are told at the later line', () => {
    const twice = { ...table, off: [...table.off, { name: '中秋节', from: '2027-10-07', until: '2027-10-08' }] }
    expect(ids(wrongSoFar(2027, twice, known))).toEqual(['off-3'])
  })
  it('a statutory day that is left out is told when it is to be saved', () => {
    const without = { ...table, off: table.off.slice(1) }
    expect(wrongSoFar(2027, without, known)).toEqual([])
    expect(ids(wrongIn(2027, without, known))).toEqual(['off'])
  })
  it('a whole table has nothing wrong, and is sent without blanks around its names', () => {
    expect(wrongIn(2027, table, known)).toEqual([])
    expect(tableSent({ off: [{ name: ' 元旦 ', from: '2027-01-01', until: '2027-01-01' }], on: [] }).off[0].name).toBe(
      '元旦',
    )
  })
})
