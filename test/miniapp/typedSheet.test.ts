import type { SheetView } from '@shared/schemas/views'
import { describe, expect, it } from 'vitest'
import { fieldsFor } from '../../miniapp/src/office/form/fieldsFor'
import { problemsOf } from '../../miniapp/src/office/form/problems'
import {
  emptyRow,
  isFresh,
  keptSheet,
  rowFaults,
  rowsOf,
  sheetFault,
  sheetIn,
  sumsOf,
  type TypedRow,
  type TypedSheet,
} from '../../miniapp/src/office/form/sheet/typedSheet'
import { formValue } from '../../miniapp/src/office/form/typed'

const id = `s${'a'.repeat(64)}`
const kept = (more: Partial<SheetView> = {}): SheetView => ({
  ...{ id, kind: 'statement', title: '收支明细', count: 1, income: 0, expense: 0, sums: {}, categories: [], other: 0 },
  ...{ otherIsMuch: false, ...more },
})
const lamp: TypedRow = {
  ...{ on: '2026-05-08', voucher: '5-002', direction: 'out', category: '路灯和村道维修' },
  ...{ purpose: '换路灯12盏', amount: 30_00 },
}
const rent: TypedRow = {
  ...{ on: '2026-05-03', voucher: '5-001', direction: 'in', category: '集体房屋和鱼塘租金' },
  ...{ purpose: '鱼塘租金', amount: 50_00 },
}
const statement = (rows: readonly TypedRow[], more: Partial<TypedSheet> = {}): TypedSheet => ({
  ...{ kind: 'statement', way: 'type', rows, opening: 100_00, closing: 120_00, ...more },
})

describe('收支明细, typed row by row', () => {
  it('adds up what has been typed, and says how far the closing balance is off', () => {
    expect(sumsOf(statement([rent, lamp], { closing: 119_00 }))).toEqual({
      ...{ opening: 100_00, income: 50_00, expense: 30_00, right: 120_00, closing: 119_00, off: -1_00 },
    })
    expect(sheetFault(statement([rent, lamp], { closing: 119_00 }), '2026-05', true)).toBe(
      '填的期末结余少了1.00元，算下来应该是120.00元。请核对明细。',
    )
    expect(sheetFault(statement([rent, lamp]), '2026-05', true)).toBeUndefined()
  })

  it('has no sum without rows; a row that only took over its day isn’t one', () => {
    const begun = emptyRow('statement', 'out', lamp)
    expect(begun).toEqual({ direction: 'out', on: '2026-05-08' })
    expect(sumsOf(statement([begun]))).toBeUndefined()
    expect(rowsOf(statement([rent, begun]))).toEqual([rent])
  })

  it('names the first row that is wrong by its place in the form, and how many more there are', () => {
    const wrong = statement([emptyRow('statement', 'in'), { ...lamp, amount: '三百' }, { ...rent, voucher: '' }])
    expect([...rowFaults(wrong, '2026-05').keys()]).toEqual([1, 2])
    expect(sheetFault(wrong, '2026-05', true)).toBe('第2笔：“金额”不是金额，请写成128460.50的样子。还有1笔也要改。')
  })

  it('a day outside the period, and a voucher used twice, are told at their row', () => {
    const faults = rowFaults(statement([rent, { ...lamp, voucher: '5-001', on: '2026-06-01' }]), '2026-05')
    expect(faults.get(1)?.map(({ field }) => field)).toEqual(['voucher', 'on'])
  })

  it('asks for both balances', () => {
    expect(sheetFault(statement([rent], { opening: undefined }), undefined, true)).toBe('请填写“期初结余”，没有就填0。')
    expect(sheetFault(statement([rent], { closing: '一百' }), undefined, true)).toContain('“期末结余”请写成金额')
  })

  it('days of work are numbers with at most two decimals, full width or not', () => {
    const days = (people: string) =>
      rowsOf({ kind: 'workdays', way: 'type', rows: [{ name: '林桂香', what: '巡堤', people, amount: 1 }] })[0].people
    expect([days('1.5'), days('２'), days('两天')]).toEqual([1.5, 2, '两天'])
  })
})

describe('what the server keeps of a list', () => {
  const typed = { board: 'finance', item: 'F03', period: '2026-05' }
  const fields = fieldsFor('notice', undefined, typed)
  const sheetSent = (sheet: TypedSheet, more = {}) => formValue(fields, { ...typed, sheet, ...more }).sheet

  it('is what the form is sent with; rows that it hasn’t got aren’t', () => {
    expect(sheetSent(keptSheet(kept()))).toBe(id)
    expect(sheetSent(statement([rent]))).toBeUndefined()
    expect(sheetSent(statement([rent], { kept: kept() }))).toBe(id)
  })

  it('is out of date when another period is to be published', () => {
    const may = keptSheet(kept({ period: '2026-05' }))
    expect([isFresh(may, '2026-05'), isFresh(may, '2026-06'), isFresh(keptSheet(kept()), '2026-06')]).toEqual([
      ...[true, false, true],
    ])
    expect(sheetSent(may, { period: '2026-06' })).toBeUndefined()
    expect(sheetFault(may, '2026-06', true)).toContain('对不上')
    const again = { ...may, way: 'import' as const, file: { id: 'f1', name: '5月.xlsx' } }
    expect(sheetFault(again, '2026-06', true)).toBeUndefined()
  })

  it('belongs to the item’s list: another item asks for another one', () => {
    expect(sheetIn(keptSheet(kept()), 'debts')).toBeUndefined()
    const debts = { board: 'finance', item: 'F06', sheet: keptSheet(kept()) }
    expect(formValue(fieldsFor('notice', undefined, debts), debts).sheet).toBeUndefined()
  })

  it('a statement can’t be left out, a list of subsidies may stand in the words', () => {
    const told = (item: string, board: string) =>
      problemsOf('notice', fieldsFor('notice', undefined, { board, item }), { board, item }).find(
        ({ field }) => field === 'sheet',
      )?.says
    expect(told('F03', 'finance')).toBe('还没有明细。请从Excel导入，或者一笔一笔记。')
    expect(told('V09', 'village')).toBeUndefined()
  })
})
