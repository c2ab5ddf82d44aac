import { daysBetween } from '@shared/engine/deadline'
import type { CardView } from '@shared/schemas/views'

const daysAhead = 2

/** Which of one's own are heard at the next 说事日, when that is today or at most two days away. */
export const heardSoon = (cards: readonly CardView[], sessionOn: string, today: string): readonly CardView[] => {
  const ahead = daysBetween(today, sessionOn)
  return ahead < 0 || ahead > daysAhead ? [] : cards.filter(({ step, due }) => step === 'hearing' && due === sessionOn)
}
