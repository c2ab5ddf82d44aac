import { daysBetween } from '@shared/engine/deadline'
import type { CardView } from '@shared/schemas/views'
import { kept, useKept } from '../platform/storage'

// Which notices have been opened stays on this phone: nobody else learns who reads what.
const opened = kept<readonly string[]>('opened', [])
const most = 400
const freshDays = 15

export function markOpened(id: string): void {
  const ids = opened.get()
  if (!ids.includes(id)) opened.set([id, ...ids].slice(0, most))
}

/** 新: posted in the last fifteen days and not yet opened on this phone. */
export function useFresh(today: string): (card: CardView) => boolean {
  const ids = useKept(opened)
  return (card) => daysBetween(card.on, today) <= freshDays && !ids.includes(card.id)
}
