import MiniSearch from 'minisearch'
import { termsAsked, termsOf } from './terms'

export type Candidate = { id: string; words: string }
/** `score` is 1 for the same words and 0 for none in common. */
export type Alike = { id: string; score: number }

/**
 * From here on two texts are about the same thing. Measured on over sixty ways of raising things: the same matter in other
 * words comes to 0.07 and more, different matters stay under 0.06.
 */
export const threshold = 0.06

/** What anyone says of anything: it says nothing about what a matter is. */
const filler =
  /能不能|不知道|怎么办|想请|想问问|请村里|村里|村委会|希望|现在|没有|没人|我们|我家|自家|大家|一直|几次|什么|可以|出来|晚上|几年|一个月|半个月|两个月|上个月|总是|老人|孩子|[的了吗呢吧很太都也就要想是有在不]/g
const told = (text: string) => text.replace(filler, ' ')

/** what it is about and where is said first */
const mostCharacters = 50
/** rarity is worth little among few texts: as if there were at least so many */
const atLeast = 60

/** How like the question each text is, best first; those that share nothing are left out. Words may differ by a letter. */
export const alike = (question: string, candidates: readonly Candidate[]): readonly Alike[] => {
  const asked = [...question].slice(0, mostCharacters).join('')
  const self = '?'
  const index = new MiniSearch<Candidate>({
    fields: ['words'],
    tokenize: (text) => termsOf(told(text)),
    processTerm: (term) => term,
  })
  index.addAll([...candidates, { id: self, words: asked }])
  index.addAll(Array.from({ length: atLeast - candidates.length }, (_, i) => ({ id: `?${i}`, words: '' })))
  const found = index.search(asked, {
    ...{ combineWith: 'OR', fuzzy: 0.2, bm25: { k: 1.2, b: 0, d: 0.5 } },
    tokenize: (text) => termsAsked(told(text)),
  })
  // what the question itself comes to is the whole
  const whole = found.find(({ id }) => id === self)?.score
  if (!whole) return []
  return found.filter(({ id }) => id !== self).map(({ id, score }) => ({ id: id as string, score: score / whole }))
}
