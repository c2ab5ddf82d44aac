import type { WatchView } from '@shared/schemas/monitorViews'
import type { ChipProps } from '../../components/Chip'
import { lateWords, monthDay } from '../../words'
import { dueChip } from '../dueChip'

export type Watched = WatchView['rows'][number]

/** When the next note is due; 暂定 where that lies behind the last day of which the holidays are known. */
export const noteChips = (
  { dueOn, closedOn }: Watched,
  { today, known }: { today: string; known?: string },
): readonly ChipProps[] => {
  if (closedOn) return [{ kind: 'song', words: '已移出' }]
  const isProvisional = dueOn !== undefined && known !== undefined && dueOn > known
  return [dueChip(dueOn, today), ...(isProvisional ? [{ kind: 'hui', words: '暂定', icon: 'info' } as const] : [])]
}

/** 记了3次，上次10月8日. */
export const notesWords = ({ notes, lastNoteOn }: Watched, today: string): string =>
  notes === 0 || !lastNoteOn ? '还没有记过' : `记了${notes}次，上次${monthDay(lastNoteOn, today)}`

/** 3月1日前改好; late, by how much; of one that was taken off the list, when. */
export const finishWords = ({ finishBy, closedOn }: Watched, today: string): string => {
  if (closedOn) return `${monthDay(closedOn, today)}移出`
  const late = lateWords(finishBy, today)
  return late ? `${monthDay(finishBy, today)}前改好，${late}` : `${monthDay(finishBy, today)}前改好`
}

/** Those that are helped now, or those that were taken off the list. */
export const rowsThatAre = (rows: readonly Watched[], which: 'open' | 'closed'): readonly Watched[] =>
  rows.filter(({ closedOn }) => (closedOn === undefined) === (which === 'open'))
