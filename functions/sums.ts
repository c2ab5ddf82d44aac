import type { Problem } from '@shared/engine/case'
import { yuan } from '@shared/money'
import { rowProblems, type Sheet, sheetProblems } from '@shared/sheets'

export type RowProblem = Problem & { row: number }

/** What came in, or went out, in fen; rows without an amount count as nothing. */
export const totalOf = ({ rows }: Pick<Sheet, 'rows'>, direction: 'in' | 'out'): number =>
  rows.reduce((sum, row) => sum + (row.direction === direction ? Number(row.amount ?? 0) : 0), 0)

/** A statement adds up to the fen: what was there, and came, less what went, is what is left. Row 0 is the list itself. */
export const sumProblem = (sheet: Sheet): RowProblem | undefined => {
  const { kind, opening, closing } = sheet
  if (kind !== 'statement' || opening === undefined || closing === undefined) return undefined
  const [income, expense] = [totalOf(sheet, 'in'), totalOf(sheet, 'out')]
  const left = opening + income - expense
  if (left === closing) return undefined
  const off = yuan(Math.abs(left - closing))
  return {
    ...{ row: 0, field: 'closing' },
    says: `上期结余${yuan(opening)}元，加收入${yuan(income)}元，减支出${yuan(expense)}元，应是${yuan(left)}元，期末结余写的是${yuan(closing)}元，差${off}元。请核对结余或找出漏记、多记的那一笔。`,
  }
}

/** Everything that is wrong with a list, by row counted from 1; whether it adds up is asked once each row is right. */
export const problemsOf = (sheet: Sheet): readonly RowProblem[] => {
  const problems = [
    ...sheet.rows.flatMap((row, i) => rowProblems(sheet.kind, row).map((p) => ({ row: i + 1, ...p }))),
    ...sheetProblems(sheet),
  ].sort((a, b) => a.row - b.row)
  const sums = problems.length ? undefined : sumProblem(sheet)
  return sums ? [sums] : problems
}
