import { describe, expect, it } from 'vitest'
import { sessionWords, sumsOf } from '../../miniapp/src/more/rates/sums'
import { exceptionOf, pastWords, ruleWords, whyWords } from '../../miniapp/src/more/sessions/rule'

const outcomes = { satisfied: 5, basically: 2, unsatisfied: 1, silent: 3, declined: 1, merged: 2, withdrawn: 0 }
const sum = (lines: readonly { count: number }[]) => lines.reduce((all, { count }) => all + count, 0)

describe('how a year of requests ended', () => {
  it('adds up, with what nobody rated apart from what was rated', () => {
    const { rated, unrated, closed } = sumsOf({ outcomes, closed: 14 })
    expect(sum(rated) + sum(unrated)).toBe(closed)
    expect(rated.map((l) => l.key)).toEqual(['satisfied', 'basically', 'unsatisfied'])
    expect(unrated.map((l) => l.key)).toEqual(['silent', 'declined', 'merged'])
  })

  it('still adds up where something ended in a way that has no line', () => {
    const { rated, unrated } = sumsOf({ outcomes, closed: 15 })
    expect(unrated.at(-1)).toEqual({ key: 'other', words: '别的', count: 1 })
    expect(sum(rated) + sum(unrated)).toBe(15)
  })

  it.each([
    [{ held: 0, nobodyCame: 0, notHeld: 0 }, '还没有开过说事日。'],
    [{ held: 4, nobodyCame: 0, notHeld: 0 }, '开了4次，每次都有人来说。'],
    [{ held: 4, nobodyCame: 1, notHeld: 1 }, '到了说事日6次：4次有人来说，1次没有人来，1次没有开成。'],
  ])('%o: %s', (sessions, words) => expect(sessionWords(sessions)).toBe(words))
})

describe('the year of 说事日 ahead', () => {
  const plan = { on: '2026-06-22', startsAt: '08:30', place: '村委会一楼', hosts: '', cutOff: '2026-06-21T18:00' }

  it('says the rule in sentences', () =>
    expect(
      ruleWords({
        ...{ days: [10, 20], startsAt: '08:30', place: '村委会一楼', hosts: '书记、报账员', movesOffHolidays: true },
        cutOff: { daysBefore: 1, at: '18:00' },
      }),
    ).toEqual([
      '每月10日、20日，上午8:30，在村委会一楼。',
      '值班：书记、报账员。',
      '碰上放假，改到放假后第一个工作日。',
      '前一天18:00以前说的，赶得上这一次；晚了排到下一次。',
    ]))

  it('marks what is out of the ordinary, and nothing else', () => {
    expect(exceptionOf({ ...plan, kind: 'fixed' })).toBeUndefined()
    expect(exceptionOf({ ...plan, kind: 'fixed', was: '2026-06-20' })?.words).toBe('改期')
    expect(exceptionOf({ ...plan, kind: 'evening' })?.words).toBe('晚上加开')
    expect(whyWords({ ...plan, kind: 'fixed', was: '2026-06-19', why: '端午节放假，顺延' }, '2026-06-08')).toBe(
      '原定6月19日（端午节放假，顺延）',
    )
  })

  it.each([
    [{ step: 'closed', outcome: 'nobodyCame' }, '没有人来'],
    [{ step: 'meeting' }, '还没记'],
    [{ step: 'summary', outcome: 'held' }, '等小结'],
    [{ step: 'display', outcome: 'held' }, '小结已公开'],
  ])('a past one %o: %s', (one, words) => expect(pastWords({ on: '2026-05-10', case: 'c', ...one })).toBe(words))
})
