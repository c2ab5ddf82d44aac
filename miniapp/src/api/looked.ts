import type { CardView } from '@shared/schemas/views'

/** How many lines the log of each own case had when this phone last showed it, the latest last. */
export type Looked = Readonly<Record<string, number>>

const most = 300

/** With these lines noted; what was looked at longest ago makes room. */
export const noted = (before: Looked, lines: readonly (readonly [id: string, n: number])[]): Looked => {
  const now = Object.fromEntries(lines)
  const others = Object.entries(before).filter(([id]) => !(id in now))
  return Object.fromEntries([...others, ...lines].slice(-most))
}

/** Cards that this phone has never shown: seeing them for the first time is no news. */
export const unseen = (before: Looked, cards: readonly CardView[]): readonly (readonly [string, number])[] =>
  cards.filter(({ id }) => !(id in before)).map(({ id, n }) => [id, n])

/** More has been written than this phone has shown. */
export const hasNews = (before: Looked, { id, n }: Pick<CardView, 'id' | 'n'>): boolean => n > (before[id] ?? n)
