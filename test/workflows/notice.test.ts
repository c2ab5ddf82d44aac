import { asOf } from '@shared/engine/asOf'
import { isRefusal } from '@shared/engine/refusal'
import { notice } from '@shared/workflows/notice'
import { session } from '@shared/workflows/session'
import { describe, expect, it } from 'vitest'
import { act, anOpened, answerTo, aPerson, aside, aWorld, theClock, tryOpen, walk } from '../support/build'

const clerk = aPerson('clerk')
const supervisor = aPerson('supervisor')
const secretary = aPerson('secretary')
const township = aPerson('township')
const agency = aPerson('agency')
const said = { summary: '说一遍', body: '内容' }
const village = {
  ...{ board: 'village', item: 'V12', period: '2026-Q1', audience: 'everyone', title: '协助收缴', ...said },
}

const opened = anOpened(notice, { on: '2026-06-01', by: clerk, form: village })
const sent = walk(opened, [act(clerk, '2026-06-01', 'village')])
const posting = walk(sent, [act(supervisor, '2026-06-02', 'agreed')])
const shown = walk(posting, [act(clerk, '2026-06-05', 'posted', { boardOn: '2026-06-05' })])

describe('a notice (公开事项)', () => {
  it('is sent to the reviewers of its board and to no others', () => {
    expect(sent.step).toBe('supervisorReview')
    expect(answerTo(opened, act(clerk, '2026-06-01', 'finance'))).toBe('ruleNotMet')
    expect(answerTo(opened, act(clerk, '2026-06-01', 'nowhere'))).toBe('ruleNotMet')
    expect(answerTo(opened, act(aPerson('clerk', 'p-other'), '2026-06-01', 'village'))).toBe('notYourTurn')
  })
  it('whoever wrote it may not review it, even with the post (写的人不能审自己写的)', () => {
    const both = aPerson(['clerk', 'supervisor'], 'p-both')
    const own = walk(anOpened(notice, { on: '2026-06-01', by: both, form: village }), [
      act(both, '2026-06-01', 'village'),
    ])
    expect(answerTo(own, act(both, '2026-06-02', 'agreed'))).toBe('mustBeAnother')
    expect(answerTo(own, act(both, '2026-06-02', 'returned'))).toBe('mustBeAnother')
    expect(answerTo(own, act(supervisor, '2026-06-02', 'agreed'))).toBe('allowed')
  })
  it('what the only secretary wrote for the party board is reviewed by the township', () => {
    const form = { board: 'party', item: 'P02', period: '2026-H1', audience: 'everyone', ...said }
    const own = walk(anOpened(notice, { on: '2026-06-01', by: secretary, form }), [
      act(secretary, '2026-06-01', 'party'),
    ])
    expect(answerTo(own, act(secretary, '2026-06-02', 'agreed'))).toBe('mustBeAnother')
    expect(answerTo(own, act(township, '2026-06-02', 'agreed'))).toBe('allowed')
  })
  it('finance goes to the supervisors first and then to the agency (先村监委、再代理中心)', () => {
    const form = { board: 'finance', item: 'F01', period: '2026', audience: 'villagers', ...said }
    const found = walk(anOpened(notice, { on: '2026-06-01', by: clerk, form }), [act(clerk, '2026-06-01', 'finance')])
    expect(answerTo(found, act(agency, '2026-06-02', 'agreed'))).toBe('notYourTurn')
    const next = walk(found, [act(supervisor, '2026-06-02', 'agreed')])
    expect(next.step).toBe('agencyReview')
    expect(walk(next, [act(agency, '2026-06-03', 'agreed')]).step).toBe('posting')
  })
  it('违纪处理 must go up to the township, which lets it be posted or sends it back (上级审批)', () => {
    const form = { board: 'party', item: 'P07', happenedOn: '2026-05-30', audience: 'everyone', ...said }
    const sent = walk(anOpened(notice, { on: '2026-06-01', by: clerk, form }), [act(clerk, '2026-06-01', 'party')])
    expect(answerTo(sent, act(secretary, '2026-06-02', 'agreed'))).toBe('ruleNotMet')
    const found = walk(sent, [act(secretary, '2026-06-02', 'escalated')])
    expect(found.step).toBe('partyApproval')
    expect(walk(found, [act(township, '2026-06-03', 'agreed')]).step).toBe('posting')
    expect(walk(found, [act(township, '2026-06-03', 'returned', { ground: 'unclear' })]).step).toBe('revision')
  })
  it('sent back and revised, it has the new title and the narrower readers, and is reviewed again', () => {
    const revised = walk(sent, [
      act(supervisor, '2026-06-02', 'returned', { ground: 'personalData' }),
      act(clerk, '2026-06-03', 'village', { ...village, title: '协助收缴户数', audience: 'villagers' }),
    ])
    expect(revised).toMatchObject({ step: 'supervisorReview', title: '协助收缴户数', sees: 'villagers' })
    expect(opened).toMatchObject({ title: '协助收缴', sees: 'everyone' })
  })
  it('hangs on the board that it names, 15 days from the 5th, and comes down on the 21st', () => {
    expect(shown).toMatchObject({
      ...{ step: 'display', lapsesOn: '2026-06-21' },
      shown: { on: 'village', appOn: '2026-06-05', boardOn: '2026-06-05', untilOn: '2026-06-20' },
    })
    const on = (today: string) => asOf(notice, shown, aWorld({ today })).now.step
    expect([on('2026-06-20'), on('2026-06-21')]).toEqual(['display', 'closed'])
  })
  it('put up again later, it hangs on', () => {
    const moved = walk(shown, [aside(clerk, '2026-06-20', 'onBoard', { boardOn: '2026-06-20' })])
    expect(moved).toMatchObject({ lapsesOn: '2026-07-06', dueOn: '2026-07-05', shown: { untilOn: '2026-07-05' } })
  })
  it('taken down by the township with a ground, it hangs nowhere any more (撤下)', () => {
    expect(answerTo(shown, aside(secretary, '2026-06-06', 'withdraw'))).toBe('notYourTurn')
    const down = walk(shown, [aside(township, '2026-06-06', 'withdraw', { ground: 'personalData' })])
    expect(down).toMatchObject({ step: 'closed', outcome: 'withdrawn', closedOn: '2026-06-06' })
    expect(down).toMatchObject({ shown: undefined, lapsesOn: undefined, dueOn: undefined })
    expect(asOf(notice, down, aWorld({ today: '2027-01-01' })).lapsed).toEqual([])
  })
  it('an account that does not add up is not even begun', () => {
    const sheet = `s${'0'.repeat(64)}`
    const form = { board: 'finance', item: 'F03', period: '2026-05', audience: 'everyone', ...said, sheet }
    const meta = { id: sheet, kind: 'statement', income: 100, expense: 0, other: 0, opening: 0, closing: 99 }
    const opening = (closing: number) =>
      tryOpen(notice, { on: '2026-06-01', by: clerk, form, world: { facts: { sheet: { ...meta, closing } } } })
    expect(opening(99)).toMatchObject({ refusal: 'ruleNotMet' })
    expect(isRefusal(opening(100))).toBe(false)
  })
  it('what is sent back and written anew has nothing left of what was not written again', () => {
    const nothing = { ...village, nothing: true, note: undefined }
    const found = walk(anOpened(notice, { on: '2026-06-01', by: clerk, form: nothing }), [
      act(clerk, '2026-06-01', 'village'),
      act(supervisor, '2026-06-02', 'returned', { ground: 'wrong' }),
      act(clerk, '2026-06-03', 'village', village),
    ])
    expect(found.fields).not.toHaveProperty('nothing')
    expect(found.fields).toMatchObject({ ground: 'wrong', title: '协助收缴' })
  })
})

describe('a session (说事日会)', () => {
  const planned = anOpened(session, {
    on: '2026-07-09',
    by: theClock,
    form: { sessionOn: '2026-07-10', title: '7月10日说事' },
  })
  it('is recorded on its day, and late from the second day after', () => {
    expect(planned.dueOn).toBe('2026-07-11')
    expect(answerTo(planned, act(clerk, '2026-07-09', 'held'))).toBe('ruleNotMet')
    expect(answerTo(planned, act(clerk, '2026-07-10', 'held'))).toBe('allowed')
  })
  it('to which nobody came ends there; one that was held has its summary posted for 15 days', () => {
    expect(walk(planned, [act(clerk, '2026-07-10', 'nobodyCame', { attended: 0 })])).toMatchObject({
      step: 'closed',
      outcome: 'nobodyCame',
    })
    const held = walk(planned, [
      act(clerk, '2026-07-10', 'held'),
      act(clerk, '2026-07-12', 'posted', { boardOn: '2026-07-11' }),
    ])
    expect(held).toMatchObject({ step: 'display', lapsesOn: '2026-07-28', shown: { as: '小结', on: 'village' } })
  })
})
