import type { RatesView } from '@shared/schemas/requestViews'

export type Line = { key: string; words: string; count: number }
export type Sums = {
  /** what those who raised it said of it; none of them where nobody said anything */
  rated: readonly Line[]
  /** ended without a word of theirs on the result */
  unrated: readonly Line[]
  closed: number
}

/** A year's closed requests by how they ended: rated and unrated together are all that were closed. */
export function sumsOf({ outcomes, closed }: Pick<RatesView, 'outcomes' | 'closed'>): Sums {
  const rated: Line[] = [
    { key: 'satisfied', words: '满意', count: outcomes.satisfied },
    { key: 'basically', words: '基本满意', count: outcomes.basically },
    { key: 'unsatisfied', words: '不满意', count: outcomes.unsatisfied },
  ]
  const ended: Line[] = [
    { key: 'silent', words: '办了，没有评', count: outcomes.silent },
    { key: 'declined', words: '不受理', count: outcomes.declined },
    { key: 'merged', words: '并到别的一件', count: outcomes.merged },
    { key: 'withdrawn', words: '自己撤回', count: outcomes.withdrawn },
  ]
  const told = [...rated, ...ended].reduce((sum, { count }) => sum + count, 0)
  return {
    rated,
    // silence isn't satisfaction: it stands apart, also where there was none
    unrated: [...ended, { key: 'other', words: '别的', count: closed - told }].filter(
      ({ key, count }) => key === 'silent' || count > 0,
    ),
    closed,
  }
}

/** 村里开了12次，其中1次没有人来。 */
export function sessionWords({ held, nobodyCame, notHeld }: RatesView['sessions']): string {
  const all = held + nobodyCame + notHeld
  if (all === 0) return '还没有开过说事日。'
  const not = [nobodyCame && `${nobodyCame}次没有人来`, notHeld && `${notHeld}次没有开成`].filter(Boolean).join('，')
  return not ? `到了说事日${all}次：${held}次有人来说，${not}。` : `开了${held}次，每次都有人来说。`
}
