import { addDays, isOverdue } from '@shared/engine/deadline'
import type { SessionsView } from '@shared/schemas/requestViews'
import type { CardView } from '@shared/schemas/views'
import { workflows } from '@shared/workflows'
import { routes } from '../../routes'

export type Kind = 'all' | 'speak' | 'discuss' | 'review' | 'publish'

/** Which marks stand under each word of the filter. */
export const kinds: readonly { kind: Kind; words: string; marks: readonly string[] }[] = [
  { kind: 'all', words: '全部', marks: [] },
  { kind: 'speak', words: '说事', marks: ['说', '会', '协', '问', '询', '质'] },
  { kind: 'discuss', words: '议事', marks: ['议'] },
  { kind: 'review', words: '审核', marks: ['章', '支', '计'] },
  { kind: 'publish', words: '公开', marks: ['公', '更', '财'] },
]

export const ofKind = (cards: readonly CardView[], kind: Kind): readonly CardView[] => {
  const { marks } = kinds.find((k) => k.kind === kind) ?? kinds[0]
  return marks.length === 0 ? cards : cards.filter(({ mark }) => marks.includes(mark))
}

export type Groups = { overdue: CardView[]; today: CardView[]; week: CardView[]; later: CardView[] }

/** The Sunday that ends the week of a day, as weeks are counted in China. */
export const sundayOf = (day: string): string => addDays(day, (7 - new Date(`${day}T00:00:00Z`).getUTCDay()) % 7)

/** 已逾期 from the day after it was due, 今天到期, 本周 up to its Sunday, and the rest; the order that the server gave stays. */
export const groupsOf = (cards: readonly CardView[], today: string): Groups => {
  const sunday = sundayOf(today)
  const of = (is: (due: string) => boolean) => cards.filter(({ due }) => due !== undefined && is(due))
  return {
    overdue: of((due) => isOverdue(due, today)),
    today: of((due) => due === today),
    week: of((due) => due > today && due <= sunday),
    later: cards.filter(({ due }) => due === undefined || due > sunday),
  }
}

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

/** The day of the session that a card is of, by the village's year; undefined where that isn't known. */
export const sessionOn = (card: CardView, year: SessionsView | undefined): string | undefined =>
  card.mark === '会'
    ? [...(year?.sessions ?? []), ...(year?.past ?? [])].find((one) => one.case === card.id)?.on
    : undefined

/** Where a row leads: a session to where it is run, what lies on one's own desk to its form, anything else to itself. */
export const placeOf = (card: CardView, mine: boolean, year: SessionsView | undefined): string => {
  const on = sessionOn(card, year)
  if (year && on) return routes.sessionRun(year.village, on)
  return mine ? routes.act(card.id) : routes.case(card.id)
}
