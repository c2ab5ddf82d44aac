import type { SheetView } from '@shared/schemas/views'
import { describe, expect, it } from 'vitest'
import { lately, yearAgainst } from '../../miniapp/src/pages/case/accounts'
import {
  type Columns,
  cellWords,
  entryLine,
  rowWords,
  sheetSentences,
  unitOf,
} from '../../miniapp/src/pages/case/cells'

const account = (period: string, income = 100, expense = 50) => ({
  ...{ id: `c-${period}`, period, income, expense, closing: income - expense },
})
const months = (year: number, from: number, to: number, income = 100) =>
  Array.from({ length: to - from + 1 }, (_, i) => account(`${year}-${String(from + i).padStart(2, '0')}`, income))

describe('the months before (最近12个月)', () => {
  it('are twelve with this one, earliest first, none after it', () => {
    const found = lately([...months(2026, 1, 6), ...months(2025, 1, 12)].toReversed(), '2026-05')
    expect(found).toHaveLength(12)
    expect([found[0].period, found.at(-1)?.period]).toEqual(['2025-06', '2026-05'])
  })
  it('hold only periods of the same kind, each once', () => {
    const mixed = [account('2026-Q1'), account('2026-03'), account('2026'), account('2026-04'), account('2026-04')]
    expect(lately(mixed, '2026-04').map((a) => a.period)).toEqual(['2026-03', '2026-04'])
    expect(lately(mixed, '2026-Q1').map((a) => a.period)).toEqual(['2026-Q1'])
  })
})

describe('this year against last (今年比去年)', () => {
  it('sums only the periods that both years have, up to this one', () => {
    const accounts = [...months(2026, 1, 6, 300), ...months(2025, 2, 12, 100)]
    expect(yearAgainst(accounts, '2026-05')).toEqual({
      year: 2026,
      periods: ['2026-02', '2026-03', '2026-04', '2026-05'],
      income: { now: 1200, before: 400 },
      expense: { now: 200, before: 200 },
    })
  })
  it('says nothing where last year has none of them', () =>
    expect(yearAgainst([...months(2026, 1, 5), account('2025-12')], '2026-05')).toBeUndefined())
})

const columns: Columns = [
  { key: 'name', label: '名称', kind: 'text' },
  { key: 'quantity', label: '数量', kind: 'number' },
  { key: 'cost', label: '原值', kind: 'money' },
  { key: 'until', label: '到哪天', kind: 'day' },
  { key: 'state', label: '现状', kind: 'choice', options: [{ value: 'idle', label: '闲置' }] },
]

describe('a row of a list, in words', () => {
  it('writes money in yuan, days out and choices by their label, and leaves out what is empty', () => {
    const words = (key: string, value: string | number) => cellWords(columns.find((c) => c.key === key)!, value)
    expect(words('cost', 128_000_050)).toBe('1,280,000.50元')
    expect(words('until', '2026-06-08')).toBe('2026年6月8日')
    expect(words('state', 'idle')).toBe('闲置')
    expect(words('name', '')).toBeUndefined()
    expect(words('quantity', 0)).toBe('0')
  })
  it('is called by its name, with its main sum apart from the rest', () =>
    expect(rowWords('assets', columns, { name: '拖拉机', quantity: 2, cost: 9_800_000 })).toEqual({
      title: '拖拉机',
      sum: '98,000.00元',
      rest: [{ term: '数量', words: '2' }],
    }))
  it('of a statement has day, voucher and payee on one small line, with the year only where it is another', () => {
    const cells = { on: '2026-05-03', voucher: '记-9', party: '陈**' }
    expect(entryLine(cells, '2026-05')).toBe('5月3日 · 凭证记-9 · 陈**')
    expect(entryLine({ on: '2025-12-31' }, '2026-01')).toBe('2025年12月31日')
  })
})

const statement: SheetView = {
  ...{ id: 's1', kind: 'statement', title: '收支明细', count: 3, period: '2026-Q2', sums: {} },
  ...{ opening: 10_000, income: 5_000, expense: 2_000, closing: 13_000, other: 900, otherIsMuch: true },
  categories: [
    { direction: 'in', category: '光伏发电', fen: 5_000, count: 1 },
    { direction: 'out', category: '其他支出', fen: 900, count: 2 },
  ],
}

describe('a statement read aloud (读给我听)', () => {
  it('says the sum first, then where money came from and went, and that 其他 is much', () =>
    expect(sheetSentences(statement)).toEqual([
      '2季度的账：上季结余100.00元，本季收入50.00元，本季支出20.00元，季底结余130.00元。',
      '钱从哪里来：光伏发电50.00元。',
      '钱花到哪里：其他支出9.00元。',
      '支出里“其他”超过了一成，可以请村里说明。',
    ]))
  it('calls the sums after the period', () =>
    expect(['2026-05', '2026-Q1', '2026-H1', '2026'].map(unitOf)).toEqual(['月', '季', '期', '年']))
  it('of a list of which this reader gets totals only says why', () =>
    expect(sheetSentences({ ...statement, kind: 'recipients', title: '发放名单', totalsOnly: '只公开合计。' })).toEqual(
      ['发放名单，一共3条。', '只公开合计。'],
    ))
})
