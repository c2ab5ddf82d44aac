import type { PersonalKind } from '@shared/personalData'
import type { Cell, SheetKind, SheetRow } from '@shared/sheetKinds'
import type { FileType } from '../files/files'
import type { WrittenSheet } from '../store/sheetStore'

/** What is asked of a paper: read it as a list, find personal data in it, or write a workbook; of a picture: draw it anew. */
export type Job = ImportJob | ScanJob | WriteJob | PictureJob

/** `drop` are row numbers of the file. Money in fen; what isn't given is looked for in the file. */
export type ImportJob = {
  job: 'import'
  bytes: Uint8Array
  kind: SheetKind
  period?: string
  opening?: number
  closing?: number
  drop?: readonly number[]
}
/** A bad row: its number in the file, the cell as Excel names it (C7), and what to do. Row 0 is the list as a whole. */
export type BadRow = { row: number; cell?: string; field: string; says: string }
export type Imported = {
  /** the list as it is kept, where nothing is wrong with it */
  sheet?: WrittenSheet
  /** how many rows were read, and the first of them */
  count: number
  preview: readonly SheetRow[]
  opening?: number
  closing?: number
  income: number
  expense: number
  problems: readonly BadRow[]
  /** bad rows that are not listed */
  more: number
  dropped: readonly number[]
}

export type ScanJob = { job: 'scan'; bytes: Uint8Array; type: FileType; name: string }
export type Scanned = { readable: boolean; found: readonly { kind: PersonalKind; where: string }[] }

/** A workbook to be written, as sheets of styled cells. */
export type WriteJob = { job: 'write'; sheets: readonly Page[] }
export type Styled = { value: Cell; style?: 'title' | 'head' | 'money' | 'grey' | 'total' | 'wrap' }
export type Page = {
  name: string
  /** in characters */
  widths: readonly number[]
  rows: readonly (readonly (Styled | Cell | undefined)[])[]
  /** the first row goes over this many columns */
  titleOver?: number
  /** how many rows stay at the top */
  frozen?: number
  /** what may be chosen in a column from a row on, counted from 1 */
  choices?: readonly { column: number; from: number; of: readonly string[] | string }[]
}

export type PictureJob = { job: 'picture'; bytes: Uint8Array }
/** `look` is what it looks like, undefined where nearly nothing is seen. */
export type DrawnAnew = { type: 'image/jpeg' | 'image/png'; bytes: Uint8Array; look?: string }

export type Result = { import: Imported; scan: Scanned; write: Uint8Array; picture: DrawnAnew }

/** Why a paper can't be read, in the sentence that people read. Thrown inside the worker only. */
export class PaperRefused extends Error {
  override name = 'PaperRefused'
}
