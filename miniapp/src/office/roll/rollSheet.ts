import type { TypedSheet } from '../form/sheet/typedSheet'
import type { Expected } from './quorum'
import type { Ticks } from './roll'

/** The list that the form holds, with the day and who was called when it was ticked. */
export type RollSheet = TypedSheet & { on: string; called: Expected }

/** The roll as it stands in the form; `kept`: the server has these very rows. */
export const sheetOfTicks = (
  ticks: Ticks,
  of: { on: string; called: Expected },
  kept?: TypedSheet['kept'],
): RollSheet => ({ kind: 'roll', way: 'type', rows: ticks, ...of, ...(kept && { kept }) })

/** The roll in a form; undefined while the figures are typed. */
export const rollIn = (typed: unknown): RollSheet | undefined => {
  const sheet = typed as RollSheet | undefined
  return sheet?.kind === 'roll' && sheet.called ? sheet : undefined
}

export const ticksIn = ({ rows }: Pick<TypedSheet, 'rows'>): Ticks => rows as unknown as Ticks
