import { personId } from '../../api/session'
import { forget, keep, readKept } from '../../platform/storage'
import { rollName } from '../roll/keptRoll'
import type { Typed } from './typed'

/** What is kept on the phone while a form is filled in. The act's id stays with it: sent twice, it is one act. */
export type Draft = { typed: Typed; outcome?: string; actId?: string; at: string }

/** Kept by person: the next one on this phone doesn't find it. */
export const draftName = (about: string): string => `act:${personId()}:${about}`

export const readDraft = (name: string): Draft | undefined => readKept<Draft>(name)

/** False when the phone has no room. */
export const keepDraft = (name: string, draft: Omit<Draft, 'at'>): boolean =>
  keep(name, { ...draft, at: new Date().toISOString() } satisfies Draft)

/** A roll that was ticked for the form goes with it. */
export const dropDraft = (name: string): void => {
  forget(name)
  forget(rollName(name))
}
