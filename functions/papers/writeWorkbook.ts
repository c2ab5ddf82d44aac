import type { Cell as BookCell, CellStyle, WriteSheet } from 'hucre/xlsx'
import { writeXlsx } from 'hucre/xlsx'
import { harmless } from './harmless'
import type { Page, Styled, WriteJob } from './jobs'

const thin = { style: 'thin', color: { rgb: 'FFBFBFBF' } } as const
const boxed = { top: thin, bottom: thin, left: thin, right: thin }

const styles: Readonly<Record<NonNullable<Styled['style']>, CellStyle>> = {
  title: { font: { bold: true, size: 14 }, alignment: { horizontal: 'center' } },
  head: {
    ...{ font: { bold: true }, border: boxed, alignment: { horizontal: 'center', wrapText: true } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFEFEFEF' } },
  },
  money: { numFmt: '#,##0.00' },
  grey: { font: { italic: true, color: { rgb: 'FF808080' } } },
  total: { font: { bold: true }, numFmt: '#,##0.00' },
  wrap: { alignment: { wrapText: true, vertical: 'top' } },
}

/** Writes a workbook: numbers as numbers, text that can't run. */
export const writeWorkbook = ({ sheets }: WriteJob): Promise<Uint8Array> => writeXlsx({ sheets: sheets.map(sheetOf) })

const sheetOf = ({ name, widths, rows, titleOver, frozen, choices = [] }: Page): WriteSheet => {
  const cells = new Map<string, Partial<BookCell>>()
  const values = rows.map((row, r) =>
    row.map((cell, c) => {
      const { value, style } = typeof cell === 'object' ? cell : { value: cell, style: undefined }
      const written = typeof value === 'string' ? harmless(value) : (value ?? null)
      if (style)
        cells.set(`${r},${c}`, {
          ...{ value: written, type: typeof written === 'number' ? 'number' : 'string', style: styles[style] },
        })
      return written
    }),
  )
  return {
    ...{ name, rows: values, cells, columns: widths.map((width) => ({ width })) },
    ...(titleOver && { merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: titleOver - 1 }] }),
    ...(frozen && { freezePane: { rows: frozen } }),
    dataValidations: choices.map(({ column, from, of }) => {
      const letter = String.fromCharCode(65 + column)
      return {
        ...{ type: 'list', allowBlank: true, showErrorMessage: true, range: `${letter}${from}:${letter}2000` },
        ...(typeof of === 'string' ? { formula1: of } : { values: [...of] }),
        ...{ errorTitle: '请从列表里选', errorMessage: '这一格请从下拉列表里选一个。' },
      }
    }),
  }
}
