import { isCategory, isOther } from './accounts'
import type { Problem } from './engine/case'
import { isDay } from './engine/deadline'
import { dayIsIn } from './period'
import { rollProblems, rosterProblems } from './rosterProblems'
import { type Cell, type Column, type SheetKind, type SheetRow, sheetKinds } from './sheetKinds'

/** The rows of a list, and for a statement its period with the balance before and after. Money in fen. */
export type Sheet = {
  kind: SheetKind
  rows: readonly SheetRow[]
  period?: string
  opening?: number
  closing?: number
}

/** What is known of a list without its rows. `id` is `s` and the SHA-256 of the canonical sheet. */
export type SheetMeta = {
  id: string
  kind: SheetKind
  count: number
  period?: string
  opening?: number
  closing?: number
  income: number
  expense: number
  /** the sum of each money column, in fen */
  sums: Readonly<Record<string, number>>
  categories: readonly { direction: 'in' | 'out'; category: string; fen: number; count: number }[]
  /** spending called 其他, in fen */
  other: number
}

/** At most so many rows a list. */
export const maxRows = 10_000

/** What is wrong with a row, by column; nothing if it is right. Values are as the columns say: money in fen, days YYYY-MM-DD. */
export const rowProblems = (kind: SheetKind, row: SheetRow): readonly Problem[] =>
  sheetKinds[kind].columns.flatMap((column) => {
    const says = cellProblem(kind, column, row[column.key], row)
    return says ? [{ field: column.key, says }] : []
  })

const cellProblem = (kind: SheetKind, c: Column, value: Cell | undefined, row: SheetRow): string | undefined => {
  if (value === undefined || value === '')
    return c.optional || (c.optionalWhere && row[c.optionalWhere.key] === c.optionalWhere.is)
      ? undefined
      : `没有写“${c.label}”，请补上。`
  switch (c.kind) {
    case 'day':
      return isDay(value) ? undefined : `“${c.label}”不是一个存在的日子，请写成2026-05-08的样子。`
    case 'money':
      if (typeof value !== 'number' || !Number.isInteger(value)) return `“${c.label}”不是金额，请写成128460.50的样子。`
      if (value < 0) return `“${c.label}”是负数。退回来的钱请另记一笔收入，多记的请把原来那笔改对。`
      return value > 1_000_000_000_000 ? `“${c.label}”太大了，请核对。` : undefined
    case 'number':
      return typeof value === 'number' && value >= 0 && value < 1e9 ? undefined : `“${c.label}”要写数字，不能是负数。`
    case 'choice': {
      if (kind === 'statement' && c.key === 'category')
        return isCategory(row.direction as 'in' | 'out', String(value))
          ? undefined
          : `没有“${value}”这个${row.direction === 'in' ? '收入' : '支出'}科目，请从科目表里选一个。`
      return c.options?.some((o) => o.value === value)
        ? undefined
        : `“${c.label}”只能写${c.options?.map((o) => o.label).join('或')}。`
    }
    default:
      if (typeof value !== 'string') return `“${c.label}”要写文字。`
      return value.length > (c.max ?? 60) ? `“${c.label}”最多${c.max ?? 60}个字，请写短一点。` : undefined
  }
}

/** What is wrong with a list as a whole, said of row numbers counted from 1: numbers used twice, days outside the period. */
export const sheetProblems = ({ kind, rows, period }: Sheet): readonly (Problem & { row: number })[] => {
  if (kind === 'roster') return rosterProblems(rows)
  if (kind === 'roll') return rollProblems(rows)
  if (kind !== 'statement') return []
  const problems: (Problem & { row: number })[] = []
  const seen = new Map<string, number>()
  for (const [i, row] of rows.entries()) {
    const voucher = String(row.voucher ?? '')
    const first = seen.get(voucher)
    if (voucher && first !== undefined)
      problems.push({
        row: i + 1,
        field: 'voucher',
        says: `凭证号${voucher}第${first}笔已经用过，请核对，一笔一个凭证号。`,
      })
    else seen.set(voucher, i + 1)
    if (period && isDay(row.on) && !dayIsIn(row.on, period))
      problems.push({ row: i + 1, field: 'on', says: `${row.on}不在这一期里，请核对日期，或者记到那一期去。` })
  }
  return problems
}

/** What is known of a list without its rows. */
export const metaOf = (id: string, { kind, rows, period, opening, closing }: Sheet): SheetMeta => {
  const sums: Record<string, number> = {}
  const categories = new Map<string, { direction: 'in' | 'out'; category: string; fen: number; count: number }>()
  const money = sheetKinds[kind].columns.filter((c) => c.kind === 'money').map((c) => c.key)
  for (const row of rows) {
    for (const key of money) sums[key] = (sums[key] ?? 0) + ((row[key] as number | undefined) ?? 0)
    if (kind !== 'statement') continue
    const direction = row.direction as 'in' | 'out'
    const key = `${direction}${row.category}`
    const known = categories.get(key) ?? { direction, category: String(row.category), fen: 0, count: 0 }
    categories.set(key, { ...known, fen: known.fen + (row.amount as number), count: known.count + 1 })
  }
  const list = [...categories.values()].sort((a, b) => b.fen - a.fen)
  const total = (direction: 'in' | 'out') =>
    list.filter((c) => c.direction === direction).reduce((a, c) => a + c.fen, 0)
  return {
    ...{ id, kind, count: rows.length, sums, categories: list },
    ...{
      ...(period && { period }),
      ...(opening !== undefined && { opening }),
      ...(closing !== undefined && { closing }),
    },
    ...{ income: total('in'), expense: total('out') },
    other: list.filter((c) => c.direction === 'out' && isOther(c.category)).reduce((a, c) => a + c.fen, 0),
  }
}

/** 其他 over a tenth of the spending says too little of where the money went. */
export const otherIsMuch = ({ other, expense }: Pick<SheetMeta, 'other' | 'expense'>): boolean => other * 10 > expense
