import type { Problem } from '@shared/engine/case'
import { yuan } from '@shared/money'
import type { SheetView } from '@shared/schemas/views'
import { type Column, type SheetKind, type SheetRow, sheetKinds } from '@shared/sheetKinds'
import { rowProblems, sheetProblems } from '@shared/sheets'

/** One row as it stands in the form: money in fen or the text that couldn't be read, numbers as typed. */
export type TypedRow = Readonly<Record<string, string | number | undefined>>

/**
 * A list in a form. `kept` is what the server holds of it: read from a workbook, sent row by row, or taken over from the case.
 * Money in fen, or the text that couldn't be read as an amount.
 */
export type TypedSheet = {
  kind: SheetKind
  way: 'import' | 'type' | 'kept'
  rows: readonly TypedRow[]
  opening?: number | string
  closing?: number | string
  /** the workbook as the server has it, and the rows of it that are left out */
  file?: { id: string; name: string }
  drop?: readonly number[]
  kept?: SheetView
}

/** The list in a field, if there is one of that kind. */
export const sheetIn = (typed: unknown, kind?: SheetKind): TypedSheet | undefined => {
  const sheet = typed as TypedSheet | undefined
  return sheet && kind !== undefined && sheet.kind === kind ? sheet : undefined
}

/** What the case already holds. */
export const keptSheet = (kept: SheetView): TypedSheet => ({ kind: kept.kind, way: 'kept', rows: [], kept })

const blank = (value: unknown) => value === undefined || value === null || String(value).trim() === ''

/** A row begins with the day of the one before it: vouchers are booked in order. */
export const emptyRow = (kind: SheetKind, direction?: 'in' | 'out', before?: TypedRow): TypedRow => ({
  ...(direction && { direction }),
  ...(kind === 'statement' && before?.on !== undefined && { on: before.on }),
})

// What a row holds before anything of its own is typed.
const given = ['direction', 'on']
export const isEmptyRow = (row: TypedRow): boolean =>
  Object.entries(row).every(([key, value]) => given.includes(key) || blank(value))

/** Rows that hold anything, with their place in the form. */
const filled = ({ rows }: TypedSheet) => rows.flatMap((row, at) => (isEmptyRow(row) ? [] : [{ row, at }]))

const cellOf = ({ kind }: Column, value: string | number | undefined): string | number | undefined => {
  if (blank(value)) return undefined
  if (kind !== 'number' || typeof value === 'number') return typeof value === 'string' ? value.trim() : value
  const plain = String(value).replace(/[０-９．]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
  return /^\d+(\.\d{1,2})?$/.test(plain.trim()) ? Number(plain) : String(value)
}

const asRow = (kind: SheetKind, row: TypedRow): SheetRow =>
  Object.fromEntries(
    sheetKinds[kind].columns.flatMap((column) => {
      const cell = cellOf(column, row[column.key])
      return cell === undefined ? [] : [[column.key, cell]]
    }),
  )

/** The rows as they are sent: empty ones left out, money in fen. */
export const rowsOf = (sheet: TypedSheet): readonly Record<string, string | number>[] =>
  filled(sheet).map(({ row }) => asRow(sheet.kind, row) as Record<string, string | number>)

/** What is wrong with each row, by its place in the form. */
export const rowFaults = (sheet: TypedSheet, period?: string): ReadonlyMap<number, readonly Problem[]> => {
  const rows = filled(sheet)
  const whole = sheetProblems({ kind: sheet.kind, rows: rowsOf(sheet), ...(period && { period }) })
  return new Map(
    rows.flatMap(({ row, at }, i) => {
      const own = [...rowProblems(sheet.kind, asRow(sheet.kind, row)), ...whole.filter((p) => p.row === i + 1)]
      return own.length > 0 ? [[at, own] as const] : []
    }),
  )
}

/** 期初＋收入－支出＝期末 as far as it has been typed, in fen. */
export type Sums = { opening: number; income: number; expense: number; right: number; closing?: number; off?: number }

const fen = (amount: unknown): number => (typeof amount === 'number' ? amount : 0)

/** The running sum of a statement; undefined while it has no rows. */
export const sumsOf = (sheet: TypedSheet): Sums | undefined => {
  const rows = filled(sheet)
  if (sheet.kind !== 'statement' || rows.length === 0) return undefined
  const total = (direction: string) =>
    rows.reduce((sum, { row }) => sum + (row.direction === direction ? fen(row.amount) : 0), 0)
  const opening = fen(sheet.opening)
  const [income, expense] = [total('in'), total('out')]
  const right = opening + income - expense
  const closing = typeof sheet.closing === 'number' ? sheet.closing : undefined
  return { opening, income, expense, right, ...(closing !== undefined && { closing, off: closing - right }) }
}

/** Whether what the server holds is still what is to be published. */
export const isFresh = ({ kept }: TypedSheet, period?: string): boolean =>
  kept !== undefined && (!kept.period || !period || kept.period === period)

/** How a row is counted: money one by one, everything else in lines. */
export const counter = (kind: SheetKind): '笔' | '行' => (kind === 'statement' ? '笔' : '行')

/** The first thing that is still wrong with the list, in words; `must` when the form can't do without one. */
export const sheetFault = (sheet: TypedSheet | undefined, period: string | undefined, must: boolean) => {
  const rows = sheet?.way === 'type' ? filled(sheet) : []
  if (!sheet || (!sheet.kept && rows.length === 0))
    return must ? '还没有明细。请从Excel导入，或者一笔一笔记。' : undefined
  if (sheet.way === 'type') return rows.length > 0 ? typedFault(sheet, period) : undefined
  if (!isFresh(sheet, period) && !sheet.file)
    return `这份明细是${sheet.kept?.period}的，和“哪个时期”对不上。请重新导入，或者一笔一笔记。`
  return undefined
}

const typedFault = (sheet: TypedSheet, period?: string): string | undefined => {
  const faults = [...rowFaults(sheet, period)]
  if (faults.length > 0) {
    const [at, [{ says }]] = faults[0]
    const more = faults.length > 1 ? `还有${faults.length - 1}${counter(sheet.kind)}也要改。` : ''
    return `第${at + 1}${counter(sheet.kind)}：${says}${more}`
  }
  if (sheet.kind !== 'statement') return undefined
  for (const [value, label] of [
    [sheet.opening, '期初结余'],
    [sheet.closing, '期末结余'],
  ] as const) {
    if (blank(value)) return `请填写“${label}”，没有就填0。`
    if (typeof value !== 'number') return `“${label}”请写成金额，例如 128460.50，小数最多两位。`
  }
  const { off = 0, right = 0 } = sumsOf(sheet) ?? {}
  return off === 0
    ? undefined
    : `填的期末结余${off > 0 ? '多' : '少'}了${yuan(Math.abs(off))}元，算下来应该是${yuan(right)}元。请核对明细。`
}
