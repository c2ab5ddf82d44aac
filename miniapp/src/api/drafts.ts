import type { LocalFile } from '../platform/photos'
import { forget, keep, readKept } from '../platform/storage'
import type { Waiting } from './outbox'
import { personId } from './session'

/** What someone is still writing: the form as far as it goes, and photos that lie on this phone. */
export type Draft = { form: Readonly<Record<string, unknown>>; photos: readonly LocalFile[] }

const nameOf = (person: string, village: string, about = '') => `draft:${person}:${village}:${about}`

/** The draft of this person for that village, and that case if it is about one. It survives a restart. */
export const readDraft = (village: string, about?: string): Draft | undefined =>
  readKept<Draft>(nameOf(personId(), village, about))

/** False when the phone has no room left. */
export const keepDraft = (village: string, about: string | undefined, draft: Draft): boolean =>
  keep(nameOf(personId(), village, about), draft)

export const forgetDraft = (village: string, about?: string): void => forget(nameOf(personId(), village, about))

/** What waited to be sent is written on. */
export const backToDraft = ({ village, about, form, photos }: Waiting): boolean =>
  keepDraft(village.id, about, { form, photos })
