import type { SheetRow } from '@shared/sheetKinds'
import type { SheetMeta } from '@shared/sheets'
import type { Mask } from '../views/rowMask'
import { labelOf } from '../views/rowsView'
import type { Page, Styled } from './jobs'

const yuanOf = (fen: number): number => fen / 100
const total = (value: string | number): Styled => ({ value, style: 'total' })

export type Exported = { title: string; meta: SheetMeta; rows: readonly SheetRow[]; mask: Mask; totalsOnly?: string }

/** A list as a workbook: title, period, balances, the rows that this reader may read, and the same totals as on the screen. */
export const exportPages = ({ title, meta, rows, mask, totalsOnly }: Exported): readonly Page[] => {
  const { columns } = mask
  const lines = rows.map((row, i) => {
    const cells = mask.cellsOf(row)
    return [
      i + 1,
      ...columns.map(({ key, kind }) => {
        const value = cells[key]
        if (value === undefined) return undefined
        if (kind === 'money') return { value: yuanOf(value as number), style: 'money' } as const
        return kind === 'choice' ? labelOf(meta.kind, key, value) : value
      }),
    ]
  })
  return [
    {
      ...{ name: '明细', widths: [6, ...columns.map((c) => (c.kind === 'text' ? 22 : 14))] },
      rows: [
        [{ value: title, style: 'title' }],
        ...(meta.period ? [['时期', undefined, meta.period]] : []),
        ...(meta.opening === undefined ? [] : [['上期结余', undefined, total(yuanOf(meta.opening))]]),
        [{ value: '序号', style: 'head' }, ...columns.map((c): Styled => ({ value: c.label, style: 'head' }))],
        ...lines,
        ...(totalsOnly ? [[totalsOnly]] : []),
        ...totalsOf(meta, mask),
        ...(meta.closing === undefined ? [] : [['期末结余', undefined, total(yuanOf(meta.closing))]]),
      ],
      titleOver: columns.length + 1,
    },
  ]
}

/** Sums under their own columns; of a statement, income and expense apart. */
const totalsOf = ({ kind, sums, income, expense }: SheetMeta, { columns }: Mask): Page['rows'] => {
  const line = (label: string, of: (key: string) => number | undefined) => [
    total(label),
    ...columns.map(({ key, kind: k }) => {
      const fen = k === 'money' ? of(key) : undefined
      return fen === undefined ? undefined : total(yuanOf(fen))
    }),
  ]
  return kind === 'statement'
    ? [line('收入合计', () => income), line('支出合计', () => expense)]
    : [line('合计', (key) => sums[key])]
}
