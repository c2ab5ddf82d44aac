import { readXlsx } from 'hucre/xlsx'
import { PaperRefused } from './jobs'
import { checkPacked } from './unpack'

/** A cell's value. `unworked`: a formula whose outcome was never kept, or came to an error. */
export type Value = string | number | boolean | Date | { unworked: true } | undefined
export type Grid = { name: string; hidden: boolean; rows: readonly (readonly Value[])[]; notes: readonly Note[] }
/** A comment on a cell; row and column from 0. */
export type Note = { row: number; column: number; text: string }

const broken = '这个Excel读不出来，可能已经损坏。请用Excel或WPS打开，另存为xlsx再传。'

/** The cells of a workbook: of formulas their kept outcome. Throws `PaperRefused`. */
export const readWorkbook = async (bytes: Uint8Array, only?: { visible: true }): Promise<readonly Grid[]> => {
  checkPacked(bytes)
  const book = await readXlsx(bytes, only && { sheets: (s) => !s.hidden && !s.veryHidden }).catch((e: unknown) => {
    // memory and time are the thread's own bounds
    if (e instanceof RangeError) throw e
    throw new PaperRefused(broken)
  })
  return book.sheets.map((sheet) => {
    const rows: Value[][] = sheet.rows.map((row) => row.map((v) => (v === null || v === '' ? undefined : plain(v))))
    const notes: Note[] = []
    for (const [key, cell] of sheet.cells ?? []) {
      const [row, column] = key.split(',').map(Number)
      if (cell.comment) notes.push({ row, column, text: cell.comment.text })
      const isUnworked = cell.formula !== undefined && (cell.formulaResult ?? undefined) === undefined
      if (isUnworked && rows[row]) rows[row][column] = { unworked: true }
    }
    return { name: sheet.name, hidden: Boolean(sheet.hidden || sheet.veryHidden), rows, notes }
  })
}

const plain = (value: string | number | boolean | Date): Value =>
  typeof value === 'string' && /^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!)$/.test(value)
    ? { unworked: true }
    : value

/** How Excel names a cell: row and column from 0 → C7. */
export const cellName = (row: number, column: number): string => `${letters(column)}${row + 1}`

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))
