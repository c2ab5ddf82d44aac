import type { SealRegisterView } from '@shared/schemas/reviewViews'

/** The month that many months before or after: 2026-01, -1 → 2025-12. */
export const monthBeside = (month: string, by: number): string => {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}

export type Use = SealRegisterView['rows'][number]

/** What a month comes to: 盖章5次，共9份，作废1次. */
export const sumWords = (rows: readonly Use[]): string => {
  const copies = rows.reduce((sum, row) => sum + row.copies, 0)
  const voided = rows.filter(({ voidOn }) => voidOn !== undefined).length
  return `盖章${rows.length}次，共${copies}份${voided > 0 ? `，作废${voided}次` : ''}`
}
