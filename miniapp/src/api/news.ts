import type { CardView } from '@shared/schemas/views'
import { kept, useKept } from '../platform/storage'
import { hasNews, type Looked, noted, unseen } from './looked'

// It stays on this phone: nobody else learns what was looked at.
const looked = kept<Looked>('looked', {})

/** One's own case stands on the screen with so many lines: so what was done here is no news either. */
export function markLooked(id: string, n: number): void {
  if (looked.get()[id] !== n) looked.set(noted(looked.get(), [[id, n]]))
}

/** Own cards are on the screen: those that are here for the first time count as looked at. */
export function markListed(cards: readonly CardView[]): void {
  const first = unseen(looked.get(), cards)
  if (first.length > 0) looked.set(noted(looked.get(), first))
}

/** 新: of an own case, since it was last opened on this phone. */
export function useNews(): (card: CardView) => boolean {
  const before = useKept(looked)
  return (card) => hasNews(before, card)
}
