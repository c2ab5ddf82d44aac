import { asOf } from '@shared/engine/asOf'
import type { Case, FollowUp } from '@shared/engine/case'
import { verify } from '@shared/engine/chain'
import { isRefusal } from '@shared/engine/refusal'
import { matterOfRepresentatives } from '@shared/workflows/matter'
import { request } from '@shared/workflows/request'
import { describe, expect, it } from 'vitest'
import {
  aChild,
  act,
  anOpened,
  answerTo,
  aPerson,
  aside,
  aWorld,
  type Move,
  tryMove,
  votes,
  walk,
} from '../support/build'

const villager = aPerson('villager')
const clerk = aPerson('clerk')
const secretary = aPerson('secretary')
const director = aPerson('director')
const township = aPerson('township')

const about = { topic: 'planning', body: 'matterOfRepresentatives' }
const raised = anOpened(request, {
  on: '2026-06-01',
  by: villager,
  form: { text: '三组到四组的路坑坑洼洼。下雨天走不了。', photos: [`f${'a'.repeat(24)}`], visibility: 'office' },
})
const heard = walk(raised, [
  act(clerk, '2026-06-02', 'acknowledged'),
  act(secretary, '2026-06-10', 'decide', { title: '三组到四组路面硬化', plan: '铺水泥路', ...about }),
])
const opens = heard.pending[0] as Extract<FollowUp, { kind: 'open' }>

const matter = anOpened(matterOfRepresentatives, {
  ...{ on: '2026-06-10', by: aChild, opener: secretary.id, from: raised.id, id: opens.caseId, actId: opens.actId },
  form: opens.carry,
})
const proposed = (budget: number, of: Case = matter) =>
  walk(of, [
    act(secretary, '2026-06-11', undefined, { ...votes(3), budget, plan: '铺600米水泥路', finishBy: '2026-10-01' }),
  ])
const deliberate = act(director, '2026-06-12', undefined, votes(6))
const approved = [
  act(secretary, '2026-06-20', undefined, { ...votes(30, 23, 7), draftSentOn: '2026-06-17' }),
  act(director, '2026-06-21', undefined, { noticeOn: '2026-06-21', meetOn: '2026-06-25' }),
  act(director, '2026-06-25', undefined, votes(26, 14, 12)),
] as const
const resolved = walk(proposed(12_846_000), [deliberate, ...approved])
const posted = walk(resolved, [
  act(clerk, '2026-06-26', 'posted', { boardOn: '2026-06-26' }),
  aside(clerk, '2026-06-28', 'onBoard', { boardOn: '2026-06-28' }),
])
const built = walk(posted, [
  act(director, '2026-07-14', 'progress', { spent: 5_000_000 }),
  act(director, '2026-09-01', 'finished', { spent: 12_000_000 }),
])
const reported = walk(built, [
  act(clerk, '2026-09-05', 'posted', { result: '铺了600米', resultBoardOn: '2026-09-05', spent: 12_000_000 }),
])

describe('a villager asks for a road', () => {
  it('it waits for the village to take it on by the next working day', () => {
    expect(raised).toMatchObject({ step: 'acknowledgement', dueOn: '2026-06-02', visit: 1, seen: 1, sees: 'office' })
    expect(raised.title).toBe('三组到四组的路坑坑洼洼')
  })
  it('whoever takes it on answers for it from then on (首问负责)', () => expect(heard.owner).toBe(clerk.id))
  it('转四议 opens a matter whose id the request already knows, and hands over its public title and plan alone', () => {
    expect(heard).toMatchObject({ step: 'waitingForMatter', children: [{ id: opens.caseId }] })
    expect(heard.log.at(-1)?.effect).toMatchObject({ to: 'waitingForMatter', child: opens.caseId })
    expect(opens).toEqual({
      kind: 'open',
      workflow: 'matterOfRepresentatives',
      caseId: expect.stringMatching(/^c[0-9a-f]{24}$/),
      actId: `then:${opens.caseId.slice(1)}`,
      carry: { title: '三组到四组路面硬化', plan: '铺水泥路', topic: 'planning' },
    })
    expect(heard.title).toBe('三组到四组的路坑坑洼洼')
  })
  it('the same act opens the same matter, another act another', () => {
    const before = walk(raised, [act(clerk, '2026-06-02', 'acknowledged')])
    const child = (actId: string) =>
      walk(before, [act(secretary, '2026-06-10', 'decide', { title: '路', ...about }, { actId })]).children[0].id
    expect(child('once')).toBe(child('once'))
    expect(child('once')).not.toBe(child('twice'))
  })
  it('without a public title it does not go: the villager’s own words stay in the village', () => {
    const before = walk(raised, [act(clerk, '2026-06-02', 'acknowledged')])
    for (const title of [undefined, '', '   '])
      expect(tryMove(before, act(secretary, '2026-06-10', 'decide', { title, ...about }))).toMatchObject({
        refusal: 'ruleNotMet',
        detail: { field: 'title' },
      })
  })
  it('nobody but the matter itself moves it on', () => {
    for (const by of [villager, clerk, secretary, director, township])
      expect(answerTo(heard, act(by, '2026-06-11', 'concluded'))).toBe('notYourTurn')
  })
})

describe('the matter goes through four meetings (四议)', () => {
  it('is opened in the name of whoever decided it, and may not be opened by the villager', () => {
    expect(matter).toMatchObject({ step: 'proposal', opener: secretary.id, from: raised.id, seen: 0, sees: 'everyone' })
    expect(matter.log[0]).toMatchObject({ kind: 'child', person: secretary.id, step: 'open' })
    expect(() => anOpened(matterOfRepresentatives, { on: '2026-06-10', by: villager })).toThrow('notYourTurn')
  })
  it('exactly the threshold of 500 000 yuan goes straight to the party meeting, one fen more through legalityReview', () => {
    expect(walk(proposed(50_000_000), [deliberate]).step).toBe('partyMeeting')
    expect(walk(proposed(50_000_001), [deliberate])).toMatchObject({ step: 'legalityReview', dueOn: '2026-06-17' })
  })
  it('follows a county’s own threshold', () => {
    const world = { settings: { legalityAbove: 100, stepDays: 7, legalityWorkdays: 3 } }
    expect(walk(proposed(100), [{ ...deliberate, world }]).step).toBe('partyMeeting')
    expect(walk(proposed(101), [{ ...deliberate, world }]).step).toBe('legalityReview')
  })
  it('the township sends an unlawful procedure back to be deliberated again', () => {
    const back = walk(proposed(50_000_001), [deliberate, act(township, '2026-06-15', 'returned', { ground: 'papers' })])
    expect(back.step).toBe('deliberation')
    const again = walk(back, [act(director, '2026-06-16', undefined, votes(6)), act(township, '2026-06-17', 'lawful')])
    expect(again.step).toBe('partyMeeting')
  })
  it('26 of 38 came and 14 agreed: resolved; the tally stands in the log', () => {
    expect(resolved).toMatchObject({ step: 'announcement', outcome: 'passed' })
    expect(resolved.log.at(-1)?.effect.tally).toMatchObject({ eligible: 38, present: 26, for: 14, against: 12 })
  })
  it('nobody chooses passed: the count decides, whatever was asked for', () => {
    const before = walk(proposed(100), [deliberate, approved[0], approved[1]])
    const lost = votes(26, 13, 13)
    expect(walk(before, [act(director, '2026-06-25', 'passed', lost)])).toMatchObject({
      step: 'closed',
      outcome: 'failed',
    })
  })
  it('25 of 38 are no meeting: nothing is written, and it may be held again', () => {
    const before = walk(proposed(100), [deliberate, approved[0], approved[1]])
    const few = act(director, '2026-06-25', undefined, votes(25))
    expect(tryMove(before, few)).toMatchObject({ refusal: 'notQuorate', detail: { short: 1 } })
    expect(walk(before, [{ ...approved[2], on: '2026-06-30' }]).step).toBe('announcement')
  })
  it('without a roll no meeting counts', () => {
    expect(answerTo(proposed(100), { ...deliberate, world: { rolls: {} } })).toBe('noRoll')
    const empty = { eligible: 0, all: 0, households: 0, hash: '' }
    expect(answerTo(proposed(100), { ...deliberate, world: { rolls: { twoCommittees: empty } } })).toBe('noRoll')
  })
  it('a meeting that failed tells the request, which is then answered', () => {
    const failed = walk(matter, [act(secretary, '2026-06-11', undefined, votes(5, 2, 3))])
    expect(failed.pending).toEqual([
      { kind: 'tell', caseId: raised.id, actId: expect.stringMatching(/^tell:/), act: 'notPassed', carry: {} },
    ])
    const told = failed.pending[0] as Extract<FollowUp, { kind: 'tell' }>
    const answering = walk(heard, [act(aChild, '2026-06-11', told.act, told.carry, { actId: told.actId })])
    expect(answering).toMatchObject({ step: 'answering', dueOn: '2026-06-14', seen: heard.seen })
  })
  it('a matter that came from nowhere tells nobody', () => {
    const alone = anOpened(matterOfRepresentatives, {
      ...{ on: '2026-06-10', by: secretary, form: { topic: 'planning' } },
    })
    expect(walk(alone, [act(secretary, '2026-06-11', undefined, votes(5, 2, 3))]).pending).toEqual([])
  })
  it('may be withdrawn until it is resolved, and tells the request; afterwards it may not', () => {
    expect(walk(proposed(100), [aside(secretary, '2026-06-12', 'withdraw')])).toMatchObject({
      ...{ step: 'closed', outcome: 'withdrawn', closedOn: '2026-06-12', dueOn: undefined },
      pending: [{ kind: 'tell', act: 'notPassed' }],
    })
    expect(answerTo(resolved, aside(secretary, '2026-06-26', 'withdraw'))).toBe('notNow')
  })
})

describe('the resolution hangs (决议公示)', () => {
  const at = (today: string) => asOf(matterOfRepresentatives, posted, aWorld({ today })).now
  it('posted in the app on 26 June, on the board on the 28th: 15 days are full on 13 July, works begin on the 14th; finished by 1 October is due after National Day', () => {
    expect(posted).toMatchObject({
      ...{ step: 'decisionDisplay', dueOn: '2026-07-13', lapsesOn: '2026-07-14' },
      shown: { on: 'village', appOn: '2026-06-26', boardOn: '2026-06-28', untilOn: '2026-07-13', as: '表决结果' },
    })
    expect(at('2026-07-13').step).toBe('decisionDisplay')
    expect(at('2026-07-14')).toMatchObject({ step: 'works', enteredOn: '2026-07-14', dueOn: '2026-10-08' })
  })
  it('nobody takes it down early, not even the clock', () => {
    for (const by of [clerk, secretary, director, township, villager])
      expect(answerTo(posted, act(by, '2026-07-13', 'served'))).toBe('notYourTurn')
    const clock = { id: 'clock', kind: 'clock', roles: [] } as const
    expect(answerTo(posted, act(clock, '2026-07-01', 'served'))).toBe('noSuchOutcome')
  })
  it('a setting of 7 days is held to the law’s 15', () => {
    const short = { settings: { displayDays: 7 } }
    const now = walk(resolved, [act(clerk, '2026-06-26', 'posted', { boardOn: '2026-06-26' }, { world: short })])
    expect(now.lapsesOn).toBe('2026-07-12')
  })
  it('an act after the days writes the clock’s line first, as of the day on which they ended', () => {
    const done = walk(posted, [act(director, '2026-08-01', 'progress', { spent: 1 })])
    expect(done.log.slice(-2)).toMatchObject([
      {
        kind: 'clock',
        on: '2026-07-14',
        at: '2026-07-13T16:00:00.000Z',
        outcome: 'served',
        actId: 'clock:decisionDisplay:7',
      },
      { kind: 'person', on: '2026-08-01', outcome: 'progress' },
    ])
  })
  it('the board day may move later and the days with it, never earlier', () => {
    const later = walk(posted, [aside(clerk, '2026-07-02', 'onBoard', { boardOn: '2026-07-02' })])
    expect(later).toMatchObject({ lapsesOn: '2026-07-18', shown: { boardOn: '2026-07-02', untilOn: '2026-07-17' } })
    expect(answerTo(later, aside(clerk, '2026-07-03', 'onBoard', { boardOn: '2026-07-01' }))).toBe('ruleNotMet')
    expect(answerTo(posted, aside(clerk, '2026-07-14', 'onBoard', { boardOn: '2026-07-14' }))).toBe('notNow')
  })
})

describe('the money (按决议用钱)', () => {
  const draw = (amount: number, actId: string): Move => aside(clerk, '2026-07-20', 'spend', { amount }, { actId })
  it('is drawn to the last fen, not one more', () => {
    const working = walk(posted, [act(director, '2026-07-14', 'progress', { spent: 0 })])
    const spent = walk(working, [draw(12_000_000, 'one')])
    expect(spent.drawn).toBe(12_000_000)
    expect(tryMove(spent, draw(846_001, 'two'))).toMatchObject({
      refusal: 'moneyExceeded',
      says: '决议定的钱还剩8460.00元，这次要用8460.01元，超过了。',
    })
    expect(walk(spent, [draw(846_000, 'two')]).drawn).toBe(12_846_000)
  })
  it('of two that race for the same rest, whoever comes second sees that someone acted first', () => {
    const working = walk(posted, [act(director, '2026-07-14', 'progress', { spent: 0 })])
    const won = walk(working, [draw(10_000_000, 'one')])
    expect(answerTo(won, { ...draw(10_000_000, 'two'), seen: working.seen })).toBe('someoneActedFirst')
    expect(answerTo(won, draw(10_000_000, 'two'))).toBe('moneyExceeded')
  })
  it('is not drawn before works begin; the last bills may come after the matter is closed', () => {
    expect(answerTo(posted, { ...draw(1, 'a'), on: '2026-07-01' })).toBe('notNow')
    expect(answerTo(reported, { ...draw(1, 'a'), on: '2026-09-06' })).toBe('allowed')
    expect(answerTo(reported, { ...draw(12_846_000, 'a'), on: '2026-12-06' })).toBe('allowed')
    expect(answerTo(reported, { ...draw(12_846_001, 'a'), on: '2026-12-06' })).toBe('moneyExceeded')
  })
  it('comes back when the bill or the paper is refused, each to its own purse, and never more than was taken', () => {
    const working = walk(posted, [act(director, '2026-07-14', 'progress', { spent: 0 })])
    const seal = aside(clerk, '2026-07-21', 'sealPaper', { amount: 12_846_000, written: 'whole' })
    const both = walk(working, [draw(10_000_000, 'one'), seal])
    expect(both).toMatchObject({ drawn: 10_000_000, pledged: 12_846_000 })
    expect(answerTo(both, { ...seal, actId: 'again' })).toBe('moneyExceeded')
    const back = aside(aChild, '2026-07-22', 'paperUnstamped', { amount: 12_846_000 })
    expect(walk(both, [back])).toMatchObject({ drawn: 10_000_000, pledged: 0 })
    expect(walk(both, [aside(aChild, '2026-07-22', 'billRefused', { amount: 10_000_000 })])).toMatchObject({
      ...{ drawn: 0, pledged: 12_846_000 },
    })
    expect(answerTo(both, aside(aChild, '2026-07-22', 'billRefused', { amount: 10_000_001 }))).toBe('moneyExceeded')
    expect(answerTo(both, aside(clerk, '2026-07-22', 'billRefused', { amount: 1 }))).toBe('notYourTurn')
  })
  it('a failed matter has no money at all', () => {
    const lost = walk(proposed(100), [
      deliberate,
      approved[0],
      approved[1],
      act(director, '2026-06-25', undefined, votes(26, 13, 13)),
    ])
    expect(answerTo(lost, { ...draw(1, 'a'), on: '2026-07-20' })).toBe('ruleNotMet')
  })
})

describe('the road is built, reported and rated', () => {
  it('progress keeps it at work, finished asks for the report within ten days', () =>
    expect(built).toMatchObject({ step: 'report', enteredOn: '2026-09-01', dueOn: '2026-09-11' }))
  it('the report hangs 15 days, then the matter is closed and tells the request what came of it', () => {
    const { now, lapsed } = asOf(matterOfRepresentatives, reported, aWorld({ today: '2026-12-01' }))
    expect(now).toMatchObject({ step: 'closed', outcome: 'served', closedOn: '2026-09-21', from: raised.id })
    expect(now.shown).toMatchObject({ as: '实施结果', boardDay: 'resultBoardOn', untilOn: '2026-09-20' })
    expect(lapsed).toHaveLength(1)
    const told = lapsed[0].then[0] as Extract<FollowUp, { kind: 'tell' }>
    expect(told).toMatchObject({ kind: 'tell', caseId: raised.id, act: 'concluded', carry: { result: '铺了600米' } })

    const rating = walk(heard, [act(aChild, '2026-09-21', told.act, told.carry, { actId: told.actId })])
    expect(rating).toMatchObject({ step: 'rating', dueOn: '2026-09-28', lapsesOn: '2026-09-29' })
    const closed = walk(rating, [act(villager, '2026-09-28', 'satisfied')])
    expect(closed).toMatchObject({ step: 'closed', outcome: 'satisfied', closedOn: '2026-09-28' })
    expect(verify(closed.log)).toEqual([])
  })
  it('asked twice what time has done, the follow-ups have the same ids', () => {
    const ask = (today: string) => asOf(matterOfRepresentatives, reported, aWorld({ today })).lapsed
    expect(ask('2026-12-01')).toEqual(ask('2026-09-21'))
  })
  it('a long report of 2000 characters reaches the request whole', () => {
    const long = walk(built, [
      act(clerk, '2026-09-05', 'posted', { result: '长'.repeat(2000), resultBoardOn: '2026-09-05' }),
    ])
    const told = asOf(matterOfRepresentatives, long, aWorld({ today: '2026-10-01' })).lapsed[0].then[0]
    const decided = tryMove(heard, act(aChild, '2026-10-01', 'concluded', told.carry))
    expect(isRefusal(decided)).toBe(false)
  })
})
