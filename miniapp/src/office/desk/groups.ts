import { isOverdue } from '@shared/engine/deadline'
import type { CardView } from '@shared/schemas/views'
import { workflows } from '@shared/workflows'

export type Kind = 'all' | 'speak' | 'discuss' | 'publish'

/** Which marks stand under each word of the filter. */
export const kinds: readonly { kind: Kind; words: string; marks: readonly string[] }[] = [
  { kind: 'all', words: '全部', marks: [] },
  { kind: 'speak', words: '说事', marks: ['说', '会', '问', '询', '质'] },
  { kind: 'discuss', words: '议事', marks: ['议'] },
  { kind: 'publish', words: '公开', marks: ['公', '更', '财'] },
]

export const ofKind = (cards: readonly CardView[], kind: Kind): readonly CardView[] => {
  const { marks } = kinds.find((k) => k.kind === kind) ?? kinds[0]
  return marks.length === 0 ? cards : cards.filter(({ mark }) => marks.includes(mark))
}

export type Groups = { overdue: CardView[]; today: CardView[]; later: CardView[] }

/** 已逾期 from the day after it was due, 今天到期, and the rest; the order that the server gave stays. */
export const groupsOf = (cards: readonly CardView[], today: string): Groups => ({
  overdue: cards.filter(({ due }) => isOverdue(due, today)),
  today: cards.filter(({ due }) => due === today),
  later: cards.filter(({ due }) => due !== today && !isOverdue(due, today)),
})

/** What waits, in words: 村里办理：后山水渠清淤. */
export const taskWords = ({ mark, step, title }: CardView): string => {
  const found = workflows
    .filter((w) => w.mark === mark)
    .flatMap((w) => w.steps)
    .find(({ id }) => id === step)
  return found ? `${found.title}：${title}` : title
}

/** What villagers raise is raised; everything else is begun. */
export const beganWords = ({ mark }: CardView): string => (['说', '问', '询', '质'].includes(mark) ? '提出' : '开始')
