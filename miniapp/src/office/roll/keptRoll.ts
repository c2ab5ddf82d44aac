import type { Count, RollName } from '@shared/engine/workflow'
import { keep, readKept } from '../../platform/storage'
import type { Ticks } from './roll'

/** Whose roll it is: of which meeting, on which day, and how it is counted. */
export type RollOf = {
  village: string
  roll: RollName
  /** YYYY-MM-DD */
  on: string
  group?: number
  count: Count
  settings: Readonly<Record<string, unknown>>
}

/** A roll while it is ticked. It lies beside the form's draft and goes with it. */
export type KeptRoll = { of: RollOf; ticks: Ticks }

export const rollName = (draft: string): string => `${draft}:roll`

export const readRoll = (draft: string): KeptRoll | undefined => readKept<KeptRoll>(rollName(draft))

/** False when the phone has no room. */
export const keepRoll = (draft: string, roll: KeptRoll): boolean => keep(rollName(draft), roll)
