import type { Roll } from '@shared/engine/case'
import { compositionWarnings, rollFacts } from '@shared/rules/rollFacts'
import { describe, expect, it } from 'vitest'
import { judge, remarks, says } from './judging'

const tested = new Set<string>()
const fact = (name: keyof typeof rollFacts, tests: () => void) => {
  tested.add(name)
  describe(name, tests)
}
const called = { a1: 'h1', a2: 'h1', b1: 'h2', c1: 'h3' }
const aRoll = `s${'0'.repeat(64)}`
const of = (
  rows: readonly Record<string, string>[],
  form: Record<string, unknown> = {},
  admits: readonly string[] = [],
) => ({
  form: { roll: aRoll, present: rows.length, ...form },
  facts: { roll: { kind: 'roll', rows, called, admits, name: 'collectiveCapable' } },
})
const signed = (no: string, more: Record<string, string> = {}) => ({ no, how: 'signed', ...more })
const all = ['online', 'proxy']

fact('rollFits', () => {
  it('who was called and came, each once', () => {
    expect(says('rollFits', of([signed('a1'), signed('b1')]))).toBe('fine')
    expect(says('rollFits', of([signed('a1'), { no: 'a1', how: 'paper' }]))).toContain('勾了两次，一个人只能算一次')
    expect(says('rollFits', of([signed('z9')]))).toContain('不在这个会的应到名册里')
  })
  it('the figures are those of the roll: 2 ticked and 3 filled in don’t agree', () => {
    expect(says('rollFits', of([signed('a1'), signed('b1')], { present: 3 }))).toContain('签到册上实到是2，表里填的是3')
    expect(says('rollFits', of([signed('a1'), signed('a2')], { householdsPresent: 2 }))).toContain('到会的户是1')
    expect(says('rollFits', of([signed('a1'), signed('a2')], { householdsPresent: 1 }))).toBe('fine')
  })
  it('online counts where the law admits it, and is said', () => {
    const row = [{ no: 'a1', how: 'online' }]
    expect(says('rollFits', of(row, { online: 1 }))).toContain('法律没有说可以在线参加')
    expect(says('rollFits', of(row, { online: 1 }, all))).toBe('fine')
    expect(says('rollFits', of(row, {}, all))).toContain('在线参加的有1人，表里没有填')
  })
  it('by proxy only for someone of the same household who came, and only where the law admits it (第二十七条)', () => {
    const rows = (by: string, first = signed('a1')) => [first, { no: 'a2', how: 'proxy', by }, signed('b1')]
    expect(says('rollFits', of(rows('a1'), { proxies: 1 }, all))).toBe('fine')
    expect(says('rollFits', of(rows('a1'), { proxies: 1 }))).toContain('不能委托别人')
    expect(says('rollFits', of(rows('b1'), { proxies: 1 }, all))).toContain('同一户、自己到会')
    expect(says('rollFits', of(rows('c1'), { proxies: 1 }, all))).toContain('同一户、自己到会')
    expect(
      says(
        'rollFits',
        of(
          [
            { no: 'a1', how: 'proxy', by: 'a2' },
            { no: 'a2', how: 'proxy', by: 'a1' },
          ],
          { proxies: 2 },
          all,
        ),
      ),
    ).toContain('自己到会')
  })
  it('whoever doesn’t vote is counted among those who came', () => {
    const rows = [signed('a1', { recused: 'yes', why: '承包人的哥哥' }), signed('b1')]
    expect(says('rollFits', of(rows))).toContain('回避的有1人，表里没有填')
    expect(says('rollFits', of(rows, { notVoting: 2 }))).toContain('回避的是1')
    expect(says('rollFits', of(rows, { notVoting: 1 }))).toBe('fine')
  })
  it('figures without a roll are taken and pointed at; a list that isn’t a roll is not taken', () => {
    expect(remarks('rollFits', { form: { present: 5 } })).toEqual(['没有逐人的签到册，人数是填的。'])
    expect(
      says('rollFits', { form: { roll: aRoll, present: 0 }, facts: { roll: { kind: 'statement', rows: [], called } } }),
    ).toContain('重新打开')
    expect(says('rollFits', { form: { roll: aRoll, present: 0 } })).toContain('重新打开')
  })
})

fact('recusalHasReason', () => {
  it('one who doesn’t vote has a reason', () => {
    expect(says('recusalHasReason', { form: { notVoting: 1 } })).toContain('为什么回避')
    expect(says('recusalHasReason', { form: { notVoting: 1, notVotingWhy: '承包人的哥哥' } })).toBe('fine')
    expect(says('recusalHasReason', { form: { notVoting: 0 } })).toBe('fine')
  })
})

const roll = (eligible: number, composition?: Roll['composition']): Roll => ({
  ...{ eligible, all: eligible, households: 0, hash: '' },
  ...(composition && { composition }),
})

fact('branchIsQuorate', () => {
  const of = (branchPresent: number) =>
    says('branchIsQuorate', { form: { branchPresent }, world: { rolls: { branchCommittee: roll(5) } } })
  it('at a joint meeting 3 of the 5 of the branch come, 2 don’t do, 6 can’t be', () => {
    expect(of(3)).toBe('fine')
    expect(of(2)).toContain('还差1人')
    expect(of(6)).toContain('一共5人')
  })
})

fact('compositionNoted', () => {
  const body = (eligible: number, representatives: number, women: number) => ({
    representativesMeeting: roll(eligible, { representatives, women, branch: 0 }),
  })
  it('40 of 50 are four fifths, 39 aren’t; 17 women of 50 are a third, 16 aren’t (组织法第二十九条)', () => {
    expect(compositionWarnings(body(50, 40, 17))).toEqual([])
    expect(compositionWarnings(body(50, 39, 17))[0]).toContain('不到代表会议50人的五分之四')
    expect(compositionWarnings(body(50, 40, 16))[0]).toContain('妇女代表16人')
  })
  it('21 representatives of members are more than 20, 20 aren’t (集体经济组织法第二十八条)', () => {
    expect(compositionWarnings({ collectiveRepresentatives: roll(21) })).toEqual([])
    expect(compositionWarnings({ collectiveRepresentatives: roll(20) })[0]).toContain('应当多于20人')
    expect(compositionWarnings({ collectiveRepresentatives: roll(0) })).toEqual([])
  })
  it('warns and does not stop', () => {
    const verdict = judge('compositionNoted', { world: { rolls: body(50, 39, 16) } })
    expect(verdict.refused).toBeUndefined()
    expect(verdict.remarks).toHaveLength(2)
  })
})

it('every fact of rolls is judged here', () => {
  expect([...tested].sort()).toEqual(Object.keys(rollFacts).sort())
})
