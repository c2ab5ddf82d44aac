import MiniSearch from 'minisearch'
import { plain, termsAsked, termsOf } from './terms'

/** Letters and figures may be begun: 2026-0 finds 2026-05; Chinese must stand there. */
const mayBeBegun = (term: string) => term.length > 1 && /^[a-z\d]/.test(term)

/** The places in a list of texts in which every term of the question stands. */
export const placesOf = (q: string, texts: readonly string[]): ReadonlySet<number> => {
  const asked = termsAsked(q)
  // an index of a thousand texts takes half a second, of the few that hold all the characters a moment
  const likely = texts
    .map((text, id) => ({ id, text: plain(text) }))
    .filter(({ text }) => asked.every((term) => text.includes(term)))
  if (asked.length === 0 || likely.length === 0) return new Set()
  const index = new MiniSearch({ fields: ['text'], tokenize: termsOf, processTerm: (term) => term })
  index.addAll(likely)
  const found = index.search(q, { combineWith: 'AND', prefix: mayBeBegun, tokenize: termsAsked })
  return new Set(found.map(({ id }) => id as number))
}
