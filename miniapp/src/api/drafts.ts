import type { LocalFile } from '../platform/photos'
import { forget, keep, readKept } from '../platform/storage'
import type { Waiting } from './outbox'

/** What someone is still writing: the form as far as it goes, and photos that lie on this phone. */
export type Draft = { form: Readonly<Record<string, unknown>>; photos: readonly LocalFile[] }

/** Whose, for which village, and about which case if it is about one. */
export type DraftOf = { person: string; village: string; about?: string }

const nameOf = ({ person, village, about = '' }: DraftOf) => `draft:${person}:${village}:${about}`

/** It survives a restart. */
export const readDraft = (of: DraftOf): Draft | undefined => readKept<Draft>(nameOf(of))

/** False when the phone has no room left. */
export const keepDraft = (of: DraftOf, draft: Draft): boolean => keep(nameOf(of), draft)

export const forgetDraft = (of: DraftOf): void => forget(nameOf(of))

/** What waited to be sent is written on. */
export const backToDraft = ({ person, village, about, mend, form, photos }: Waiting): boolean =>
  keepDraft({ person, village: village.id, about: mend?.draft ?? about }, { form, photos })
