import type { CardView } from '@shared/schemas/views'
import { describe, expect, it } from 'vitest'
import { hasNews, type Looked, noted, unseen } from '../../miniapp/src/api/looked'
import { heardSoon } from '../../miniapp/src/pages/speak/heardSoon'

const card = (id: string, n: number, more: Partial<CardView> = {}): CardView => ({
  ...{ id, n, title: '晒谷场三盏路灯不亮', mark: '说', step: 'handling', seal: '办', on: '2026-05-17' },
  ...more,
})
const list = (before: Looked, cards: readonly CardView[]) => noted(before, unseen(before, cards))

describe('what is new in my own cases since this phone last showed them', () => {
  it('the first sight of a case is no news, whatever its log has by then', () => {
    const after = list({}, [card('a', 7)])
    expect(hasNews({}, card('a', 7))).toBe(false)
    expect(hasNews(after, card('a', 7))).toBe(false)
  })

  it('one more line is news, until the case is opened', () => {
    const listed = list({}, [card('a', 3)])
    expect(hasNews(listed, card('a', 4))).toBe(true)
    // standing in the list again doesn't make it old
    const again = list(listed, [card('a', 4)])
    expect(hasNews(again, card('a', 4))).toBe(true)
    expect(hasNews(noted(again, [['a', 4]]), card('a', 4))).toBe(false)
  })

  it('what I did myself was on the screen with my own line, so it is no news', () => {
    const opened = noted({}, [['a', 5]])
    const rated = noted(opened, [['a', 6]])
    expect(hasNews(rated, card('a', 6))).toBe(false)
    expect(hasNews(rated, card('a', 7))).toBe(true)
  })

  it('an older list from the store of the phone is no news', () =>
    expect(hasNews(noted({}, [['a', 5]]), card('a', 4))).toBe(false))

  it('keeps three hundred; what was looked at longest ago is then seen for the first time again', () => {
    const full = noted(
      {},
      Array.from({ length: 300 }, (_, i) => [`c${i}`, 1] as const),
    )
    const after = noted(noted(full, [['c0', 2]]), [['new', 1]])
    expect(Object.keys(after)).toHaveLength(300)
    expect(after).toMatchObject({ c0: 2, new: 1 })
    expect(hasNews(after, card('c1', 9))).toBe(false)
  })
})

describe('what is heard soon', () => {
  const mine = [
    card('heard', 2, { step: 'hearing', due: '2026-06-10' }),
    card('later', 2, { step: 'hearing', due: '2026-06-20' }),
    card('handled', 4, { due: '2026-06-10' }),
  ]
  const ids = (today: string) => heardSoon(mine, '2026-06-10', today).map(({ id }) => id)

  it('is told from two days before until the day itself, and only of what stands on its agenda', () => {
    expect(ids('2026-06-07')).toEqual([])
    expect(ids('2026-06-08')).toEqual(['heard'])
    expect(ids('2026-06-10')).toEqual(['heard'])
    expect(ids('2026-06-11')).toEqual([])
  })
})
