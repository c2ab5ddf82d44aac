import { forget, keep, onKeptElsewhere, readKept } from '../platform/storage'
import { type Attached, isWaiting, sentAs, type Waiting } from './outbox'

/** What someone is still writing: the form as far as it goes, and what lies on this phone and goes with it. */
export type Draft = Attached & {
  form: Readonly<Record<string, unknown>>
  /** an office-holder writes down what someone else says */
  forOther?: boolean
  /** it goes out under this id, from whichever tab and however often: as one */
  actId?: string
  /** changes with each keeping, so that another tab knows that it was written on */
  rev?: number
  /** the draft that was begun here before this one came back out of the outbox */
  under?: Draft
}

/** Whose, for which village, and about which case if it is about one. */
export type DraftOf = { person: string; village: string; about?: string }

const nameOf = ({ person, village, about = '' }: DraftOf) => `draft:${person}:${village}:${about}`

/** What has become of an act elsewhere on this phone: in another tab, or before a restart. */
export const fateOf = (actId: string): 'sent' | 'waiting' | undefined =>
  sentAs(actId) ? 'sent' : isWaiting(actId) ? 'waiting' : undefined

/** It survives a restart. One that has gone out meanwhile, or lies in the outbox, is no draft any more. */
export function readDraft(of: DraftOf): Draft | undefined {
  const found = readKept<Draft>(nameOf(of))
  if (!found?.actId || !fateOf(found.actId)) return found
  forgetDraft(of)
  return readDraft(of)
}

/** Keeps it, under the act id that it has on this phone already. Answers it as it was kept; undefined when the phone is full. */
export function keepDraft(of: DraftOf, draft: Draft): Draft | undefined {
  const there = readKept<Draft>(nameOf(of))
  const next = { ...draft, actId: there?.actId ?? draft.actId, under: there?.under, rev: (there?.rev ?? 0) + 1 }
  return keep(nameOf(of), next) ? next : undefined
}

/** Forgets it; what had been begun here before comes to light again. */
export function forgetDraft(of: DraftOf): void {
  const under = readKept<Draft>(nameOf(of))?.under
  if (under) keep(nameOf(of), under)
  else forget(nameOf(of))
}

/** Calls back when another tab writes on the draft, or sends it; until the answer is called. */
export function watchDraft(of: DraftOf, callBack: () => void): () => void {
  const watched = [nameOf(of), 'outbox', 'sent'].map((name) => onKeptElsewhere(name, callBack))
  return () => {
    for (const stop of watched) stop()
  }
}

/** What waited to be sent is written on; what has been begun meanwhile lies under it. */
export function backToDraft({ person, village, about, mend, form, photos, voice, consent, actId }: Waiting): boolean {
  const of = { person, village: village.id, about: mend?.draft ?? about }
  const there = readKept<Draft>(nameOf(of))
  const under = there?.actId === actId ? there?.under : there
  const forOther = form.onBehalf !== undefined
  return keep(nameOf(of), { form, photos, voice, consent, actId, forOther, under, rev: (there?.rev ?? 0) + 1 })
}
