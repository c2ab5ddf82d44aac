import type { GuideView } from '@shared/schemas/views'
import { placesOf } from './textIndex'

const textOf = ({ title, who, papers, steps, time, fee, where, basis, words }: GuideView): string =>
  [title, words, who, ...papers, ...steps, time, fee, where, basis].filter(Boolean).join('，')

/** The guides in which every term of the question stands, in the order given; without a question all of them. */
export const searchGuides = <T extends GuideView>(q: string | undefined, guides: readonly T[]): readonly T[] => {
  if (!q) return guides
  const found = placesOf(q, guides.map(textOf))
  return guides.filter((_, i) => found.has(i))
}
