import { isOverdue } from '@shared/engine/deadline'
import type { MonitorView } from '@shared/schemas/monitorViews'
import type { CardView } from '@shared/schemas/views'
import { workflows } from '@shared/workflows'

export type Kind = '督' | '谈'

/** Whose turn it is, as the page is read by the township. */
export type Turn = 'village' | 'us'

const ours = ['check', 'secondCheck', 'talk', 'undertakingCheck']

/** Who has to do the next thing: the village, or whoever sent it. */
export const turnOf = ({ step }: CardView): Turn => (ours.includes(step) ? 'us' : 'village')

export type Sums = { open: number; overdue: number; village: number; us: number }

export const sumsOf = (cards: readonly CardView[], today: string): Sums => ({
  open: cards.length,
  overdue: cards.filter(({ due }) => isOverdue(due, today)).length,
  village: cards.filter((card) => turnOf(card) === 'village').length,
  us: cards.filter((card) => turnOf(card) === 'us').length,
})

/** 东溪村 · 等村里答复：何福来 */
export const lineOf = (card: CardView, { villages, owners }: Pick<MonitorView, 'villages' | 'owners'>): string => {
  const village = villages.find(({ id }) => id === card.village)?.name
  const step = workflows.find(({ mark }) => mark === card.mark)?.steps.find(({ id }) => id === card.step)?.title
  const who = owners
    .find(({ id }) => id === card.holder)
    ?.says.split(' ')
    .at(-1)
  return [village, step && `${step}${who ? `：${who}` : ''}`].filter(Boolean).join(' · ')
}
