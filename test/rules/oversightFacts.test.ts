import { oversightFacts } from '@shared/rules/oversightFacts'
import { describe, expect, it } from 'vitest'
import { says, today } from './judging'

describe('督办, 约谈, 提级, 重点帮扶', () => {
  it.each([
    ['replyIsAhead', 'replyBy'],
    ['meetingIsAhead', 'meetOn'],
  ])('%s: today is in time, yesterday isn’t', (fact, field) => {
    expect(says(fact, { form: { [field]: today } })).toBe('fine')
    expect(says(fact, { form: { [field]: '2026-06-09' } })).toContain('已经过去了')
  })

  it.each([
    ['handling', 'clusterHandling', true],
    ['handling', 'townshipHandling', true],
    ['secondHandling', 'clusterHandling', true],
    ['clusterHandling', 'clusterHandling', false],
    ['clusterHandling', 'countyHandling', true],
    ['townshipHandling', 'clusterHandling', false],
    ['townshipHandling', 'countyHandling', true],
  ])('提级 from %s to %s: %s', (step, to, may) =>
    expect(says('toAHigherLevel', { form: { to }, found: { step } }) === 'fine').toBe(may),
  )

  it('an answer that is sent back gets a new day, not before today; one that is accepted needs none', () => {
    expect(says('replyAgainNamed', { outcome: 'accepted' })).toBe('fine')
    expect(says('replyAgainNamed', { outcome: 'sentBack' })).toContain('哪天前再答复')
    expect(says('replyAgainNamed', { outcome: 'sentBack', form: { replyAgainBy: '2026-06-09' } })).toContain('哪天前')
    expect(says('replyAgainNamed', { outcome: 'sentBack', form: { replyAgainBy: today } })).toBe('fine')
  })

  it('who answers for a village in difficulty holds office in it or over it', () => {
    const facts = { leaders: ['leader'] }
    expect(says('leaderIsInOffice', { form: { leader: 'leader' }, facts })).toBe('fine')
    expect(says('leaderIsInOffice', { form: { leader: 'villager' }, facts })).toContain('责任领导')
    expect(says('leaderIsInOffice', { form: { leader: 'leader' }, facts: {} })).toContain('责任领导')
  })

  it('every one of them is judged here', () =>
    expect(Object.keys(oversightFacts).sort()).toEqual(
      ['replyIsAhead', 'meetingIsAhead', 'toAHigherLevel', 'replyAgainNamed', 'leaderIsInOffice'].sort(),
    ))
})
