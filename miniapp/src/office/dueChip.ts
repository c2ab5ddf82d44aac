import { daysBetween } from '@shared/engine/deadline'
import type { ChipProps } from '../components/Chip'
import { lateWords, monthDay, nearDay } from '../words'

/** When it is due, in words that hold today: 逾期2天, 今天到期, 6月12日前. */
export function dueChip(due: string | undefined, today: string): ChipProps {
  if (!due) return { kind: 'hui', words: '没有期限', icon: 'cal' }
  const late = lateWords(due, today)
  if (late) return { kind: 'jiang', words: late }
  const left = daysBetween(today, due)
  if (left === 0) return { kind: 'zhe', words: '今天到期' }
  if (left <= 2) return { kind: 'zhe', words: `${nearDay(due, today)}到期` }
  return { kind: 'hui', words: `${monthDay(due, today)}前`, icon: 'cal' }
}
