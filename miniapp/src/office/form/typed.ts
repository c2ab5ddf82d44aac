import type { FieldMeta } from '@shared/schemas/fields'
import type { SheetKind } from '@shared/sheetKinds'
import type { Scanned } from './scan'
import { isFresh, sheetIn } from './sheet/typedSheet'

/** `list` is which list the chosen item of the catalogue has. */
export type Field = FieldMeta & { name: string; list?: SheetKind }

/** What stands in the form: whole numbers, fen, or for money the text that couldn't be read; files are their ids. */
export type Typed = Readonly<Record<string, unknown>>

export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

/** What a money box hands on: fen, the text that isn't an amount, or nothing. */
export const moneyTyped = (fen: number | undefined, typed: string): number | string | undefined =>
  fen ?? (isBlank(typed) ? undefined : typed)

const sent = (value: unknown): boolean => !isBlank(value) && !(Array.isArray(value) && value.length === 0)

const withoutBlanks = (record: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => sent(value)))

/** A photo or paper in the form: its id once the server has it, else what the phone keeps until it is sent; and what was found in it. */
export type Attached = string | { id: string; name: string; fileId?: string; scan?: Scanned }

/** The photos or papers of a field. */
export const attachedOf = (typed: unknown): readonly Attached[] => (typed as readonly Attached[] | undefined) ?? []

const idOf = (one: Attached): string | undefined => (typeof one === 'string' ? one : one.fileId)

const sentAs = ({ kind, name, list }: Field, typed: Typed): unknown => {
  if (kind === 'photos' || kind === 'files') return attachedOf(typed[name]).flatMap((one) => idOf(one) ?? [])
  if (kind !== 'sheet') return typed[name]
  const sheet = sheetIn(typed[name], list)
  return sheet && isFresh(sheet, typed.period as string | undefined) ? sheet.kept?.id : undefined
}

/** The form as it is sent: only these fields, blanks left out, files and lists by their ids. */
export const formValue = (fields: readonly Field[], typed: Typed): Record<string, unknown> =>
  withoutBlanks(Object.fromEntries(fields.map((field) => [field.name, sentAs(field, typed)])))
