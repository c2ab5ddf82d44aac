import { forget, keep, readKept } from '../platform/storage'
import { personId } from './session'

// What was read last stays readable without network. Kept by person: the next one on this phone doesn't see it.

type Saved = { at: string; answer: unknown }
const most = 40
const list = 'saved'

const nameOf = (path: string) => `saved:${personId()}:${path}`

/** Keeps the last answer of a reading call; the ones not read for longest make room. */
export function keepAnswer(path: string, answer: unknown): void {
  const name = nameOf(path)
  const names = [name, ...(readKept<string[]>(list) ?? []).filter((other) => other !== name)]
  for (const old of names.splice(most)) forget(old)
  keep(list, names)
  if (!keep(name, { at: new Date().toISOString(), answer } satisfies Saved)) forget(name)
}

/** The last answer that this person was given there. */
export const savedAnswer = <T>(path: string): { at: string; answer: T } | undefined =>
  readKept<{ at: string; answer: T }>(nameOf(path))

/** Takes everything that this person read off the phone. */
export function forgetAnswers(): void {
  const mine = `saved:${personId()}:`
  const names = readKept<string[]>(list) ?? []
  for (const name of names) if (name.startsWith(mine)) forget(name)
  keep(
    list,
    names.filter((name) => !name.startsWith(mine)),
  )
}
