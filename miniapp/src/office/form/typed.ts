import type { FieldMeta } from '@shared/schemas/fields'
import type { SheetKind } from '@shared/sheetKinds'
import type { Scanned } from './scan'
import { isFresh, sheetIn } from './sheet/typedSheet'

/**
 * `list` is which list the field holds; `fixed` is what an outcome says by itself, so that it isn't asked; `steps` are the
 * milestones that a number counts, of which `done` stand on record; `most` is what a sum may not go over, in fen.
 */
export type Field = FieldMeta & {
  name: string
  list?: SheetKind
  fixed?: unknown
  steps?: readonly Milestone[]
  done?: number
  most?: number
}
/** What is done by when. */
export type Milestone = { on: string; does: string }

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

/** A photo, recording or paper in the form: its id once the server has it, else what the phone keeps until it is sent; and what was found in it. */
export type Attached =
  | string
  | { id: string; name: string; type?: string; seconds?: number; fileId?: string; scan?: Scanned }

/** What is sent before the form and stands in it by its ids. */
export const isAttached = ({ kind }: Pick<Field, 'kind'>): boolean =>
  kind === 'photos' || kind === 'files' || kind === 'voice' || kind === 'proof'

/** The photos, recordings or papers of a field. */
export const attachedOf = (typed: unknown): readonly Attached[] => (typed as readonly Attached[] | undefined) ?? []

const idOf = (one: Attached): string | undefined => (typeof one === 'string' ? one : one.fileId)

/** Names as they are typed, one a line. */
export const namesIn = (typed: unknown): readonly string[] =>
  typeof typed === 'string'
    ? typed
        .split(/[\n、，,；;]/)
        .map((name) => name.trim())
        .filter(Boolean)
    : []

/** One step of a plan as it is typed; both are asked for before it is sent. */
export type TypedStage = { on?: string; does?: string }

/** The steps of a plan; one that is wholly empty isn't there. */
export const stagesIn = (typed: unknown): readonly TypedStage[] =>
  ((typed as readonly TypedStage[] | undefined) ?? []).filter(({ on, does }) => !isBlank(on) || !isBlank(does))

const sentAs = (field: Field, typed: Typed): unknown => {
  const { kind, name, list, fixed } = field
  if (fixed !== undefined) return fixed
  if (isAttached(field)) return attachedOf(typed[name]).flatMap((one) => idOf(one) ?? [])
  if (kind === 'names') return namesIn(typed[name])
  if (kind === 'stages') return stagesIn(typed[name])
  if (kind !== 'sheet') return typed[name]
  const sheet = sheetIn(typed[name], list)
  return sheet && isFresh(sheet, typed.period as string | undefined) ? sheet.kept?.id : undefined
}

/** The form as it is sent: only these fields, blanks left out, files and lists by their ids. */
export const formValue = (fields: readonly Field[], typed: Typed): Record<string, unknown> =>
  withoutBlanks(Object.fromEntries(fields.map((field) => [field.name, sentAs(field, typed)])))
