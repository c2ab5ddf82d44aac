import { chanceOf } from './chance'
import { negatives } from './negatives'
import { positives } from './positives'

/** The labelled texts, the same on every run. All names and numbers are invented. Knows nothing of how finding works. */
export const corpusOf = (seed: number) => ({
  positives: positives(chanceOf(seed)),
  ...negatives(chanceOf(seed + 1), { papers: 5, sentences: 4 }),
})
