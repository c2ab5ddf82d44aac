import type { requestCategories } from '@shared/requestCategories'

/** What someone raised, how it was settled and what came of it; `{g}` is a group of the village. */
export type Said = {
  key: string
  category: (typeof requestCategories)[number]['value']
  place: string
  text: string
  decision: string
  result: string
  /** about one household or a quarrel: for the office alone */
  quiet?: true
}

type Row = readonly [key: string, place: string, text: string, decision: string, result: string, quiet?: true]

/** A category's rows. */
export const of = (category: Said['category'], rows: readonly Row[]): readonly Said[] =>
  rows.map(([key, place, text, decision, result, quiet]) => ({
    ...{ key, category, place, text, decision, result },
    ...(quiet && { quiet }),
  }))
