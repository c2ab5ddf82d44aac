import { fenOf } from '@shared/money'
import type { FieldMeta } from '@shared/schemas/fields'

export type Field = FieldMeta & { name: string }

/** One row of 收支明细 as it stands in the form. An amount is fen, or the text that couldn't be read as one. */
export type TypedLine = {
  direction: 'in' | 'out'
  category: string
  purpose: string
  amount?: number | string
  vouchers?: number
}

/** What stands in the form: whole numbers, fen, or for money the text that couldn't be read; files are their ids. */
export type Typed = Readonly<Record<string, unknown>>

export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

export const isEmptyLine = (line: TypedLine): boolean =>
  [line.category, line.purpose, line.amount, line.vouchers].every(isBlank)

export const emptyLine = (direction: TypedLine['direction']): TypedLine => ({ direction, category: '', purpose: '' })

/** The lines of a form that hold anything. */
export const linesOf = (typed: unknown): readonly TypedLine[] =>
  ((typed as readonly TypedLine[] | undefined) ?? []).filter((line) => !isEmptyLine(line))

/** What a money box hands on: fen, the text that isn't an amount, or nothing. */
export const moneyTyped = (fen: number | undefined, typed: string): number | string | undefined =>
  fen ?? (isBlank(typed) ? undefined : typed)

const sent = (value: unknown): boolean => !isBlank(value) && !(Array.isArray(value) && value.length === 0)

const withoutBlanks = (record: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => sent(value)))

/** A photo or paper in the form: its id once the server has it, else what the phone keeps until it is sent. */
export type Attached = string | { id: string; name: string; fileId?: string }

/** The photos or papers of a field. */
export const attachedOf = (typed: unknown): readonly Attached[] => (typed as readonly Attached[] | undefined) ?? []

const idOf = (one: Attached): string | undefined => (typeof one === 'string' ? one : one.fileId)

const sentAs = (kind: Field['kind'], typed: unknown): unknown => {
  if (kind === 'lines') return linesOf(typed).map(withoutBlanks)
  if (kind === 'photos' || kind === 'files') return attachedOf(typed).flatMap((one) => idOf(one) ?? [])
  return typed
}

/** The form as it is sent: only these fields, blanks and empty lines left out, files by their ids. */
export const formValue = (fields: readonly Field[], typed: Typed): Record<string, unknown> =>
  withoutBlanks(Object.fromEntries(fields.map(({ name, kind }) => [name, sentAs(kind, typed[name])])))

/** 期初＋收入－支出＝期末 as far as it has been typed, in fen. */
export type Sums = { opening: number; income: number; expense: number; right: number; closing?: number; off?: number }

/** The running sum beside the lines; undefined while there are none. */
export const sumsOf = (typed: Typed): Sums | undefined => {
  const lines = linesOf(typed.lines)
  if (lines.length === 0) return undefined
  const total = (direction: TypedLine['direction']) =>
    lines.reduce((sum, line) => sum + (line.direction === direction ? fen(line.amount) : 0), 0)
  const opening = fen(typed.opening)
  const [income, expense] = [total('in'), total('out')]
  const right = opening + income - expense
  const closing = typeof typed.closing === 'number' ? typed.closing : undefined
  return { opening, income, expense, right, ...(closing !== undefined && { closing, off: closing - right }) }
}

const fen = (amount: unknown): number => (typeof amount === 'number' ? amount : (fenOf(String(amount ?? '')) ?? 0))
