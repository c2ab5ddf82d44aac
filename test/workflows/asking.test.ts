import { asOf } from '@shared/engine/asOf'
import { isRefusal } from '@shared/engine/refusal'
import { objection, objectionToTownship, questioning } from '@shared/workflows/asking'
import { kinship } from '@shared/workflows/kinship'
import { describe, expect, it } from 'vitest'
import { act, anOpened, answerTo, aPerson, aside, aWorld, tryOpen, walk } from '../support/build'

const villager = aPerson('villager')
const neighbour = aPerson('villager', 'p-neighbour')
const clerk = aPerson('clerk')
const supervisor = aPerson('supervisor')
const director = aPerson('director')
const township = aPerson('township')
const about = { about: 'c1', world: { facts: { hasAbout: true, rows: 4 } } }

describe('a question about an item (询问和异议)', () => {
  const asked = anOpened(objection, { on: '2026-06-12', by: villager, form: { row: 3 }, ...about })
  const answered = walk(asked, [act(clerk, '2026-06-18', 'answered')])

  it('is asked by villagers, not by the clerk as such', () => {
    expect(isRefusal(tryOpen(objection, { on: '2026-06-10', by: aPerson('representative'), ...about }))).toBe(false)
    expect(tryOpen(objection, { on: '2026-06-10', by: clerk, ...about })).toMatchObject({ refusal: 'notYourTurn' })
  })
  it('goes by its first sentence, and is shown as widely as what it asks about', () => {
    expect(asked.title).toBe('修三组到四组的路')
    const of = (aboutSees: 'party' | 'everyone') =>
      anOpened(objection, { on: '2026-06-10', by: villager, ...about, aboutSees }).sees
    expect([asked.sees, of('everyone'), of('party')]).toEqual(['villagers', 'everyone', 'party'])
  })
  it('asked on the 12th is due in the village on the 22nd, and may still be answered after', () => {
    expect(asked).toMatchObject({ step: 'villageAnswer', dueOn: '2026-06-22' })
    expect(answerTo(asked, act(villager, '2026-06-13', 'answered'))).toBe('notYourTurn')
    expect(answerTo(asked, act(township, '2026-06-13', 'answered'))).toBe('notYourTurn')
    expect(answerTo(asked, act(supervisor, '2026-06-23', 'answered'))).toBe('allowed')
  })
  it('that falls due on a statutory holiday is due on the working day after', () => {
    // ten days from 9 June is the 19th, 端午节; the 20th and 21st are a weekend
    expect(anOpened(objection, { on: '2026-06-09', by: villager, ...about }).dueOn).toBe('2026-06-22')
  })
  it('can be taken back until it is answered, by whoever asked', () => {
    expect(answerTo(asked, aside(neighbour, '2026-06-13', 'withdraw'))).toBe('notYourTurn')
    expect(walk(asked, [aside(villager, '2026-06-13', 'withdraw')])).toMatchObject({
      ...{ step: 'closed', outcome: 'withdrawn' },
    })
    expect(answerTo(answered, aside(villager, '2026-06-18', 'withdraw'))).toBe('notNow')
  })
  it('is clear or not by the word of whoever asked, and of nobody else', () => {
    expect(answerTo(answered, act(neighbour, '2026-06-19', 'settled'))).toBe('notYourTurn')
    expect(answerTo(answered, act(clerk, '2026-06-19', 'settled'))).toBe('notYourTurn')
    expect(walk(answered, [act(villager, '2026-06-19', 'settled')])).toMatchObject({
      ...{ step: 'closed', outcome: 'settled' },
    })
  })
  it('not clear goes on to the township for 20 days, with a reason', () => {
    expect(answerTo(answered, act(villager, '2026-06-19', 'unsatisfied'))).toBe('ruleNotMet')
    const further = walk(answered, [act(villager, '2026-06-20', 'unsatisfied', { reason: '没说买了什么' })])
    expect(further).toMatchObject({ step: 'townshipAnswer', dueOn: '2026-07-10' })
    expect(answerTo(further, act(clerk, '2026-06-21', 'answered'))).toBe('notYourTurn')
    const told = walk(further, [act(township, '2026-06-30', 'answered')])
    expect(told.step).toBe('told')
    // the second answer is the last: not clear closes it as that
    expect(walk(told, [act(villager, '2026-07-01', 'unsatisfied', { reason: '还是没说' })])).toMatchObject({
      ...{ step: 'closed', outcome: 'unsatisfied' },
    })
  })
  it('silence for 7 days closes it as silence, not as agreement', () => {
    const on = (today: string) => asOf(objection, answered, aWorld({ today })).now
    expect(on('2026-06-25').step).toBe('heard')
    expect(on('2026-06-26')).toMatchObject({ step: 'closed', outcome: 'silent' })
  })
  it('a setting may give the village up to 15 days, no more', () => {
    const of = (objectionDays: number) =>
      anOpened(objection, {
        ...{ on: '2026-07-01', by: villager, about: 'c1' },
        world: { facts: { hasAbout: true, rows: 4 }, settings: { objectionDays } },
      }).dueOn
    expect([of(5), of(15), of(30)]).toEqual(['2026-07-06', '2026-07-16', '2026-07-16'])
  })
  it('asked of nothing is refused', () => {
    const nothing = { on: '2026-06-10', by: villager, world: { facts: { hasAbout: false } } } as const
    expect(tryOpen(objection, nothing)).toMatchObject({ refusal: 'ruleNotMet' })
    const missing = tryOpen(objection, { ...nothing, form: { item: 'V12', period: '2026-Q2' } })
    expect(isRefusal(missing)).toBe(false)
  })
})

describe('straight to the township (向镇里反映)', () => {
  const asked = anOpened(objectionToTownship, { on: '2026-06-10', by: villager, ...about })
  it('is never on the village’s desk, and is due in 20 days, whatever is set', () => {
    expect(asked).toMatchObject({ step: 'townshipAnswer', dueOn: '2026-06-30' })
    expect(answerTo(asked, act(clerk, '2026-06-11', 'answered'))).toBe('notYourTurn')
    expect(answerTo(asked, act(township, '2026-06-30', 'answered'))).toBe('allowed')
    const set = { facts: { hasAbout: true, rows: 4 }, settings: { townshipAnswerDays: 60 } }
    const slow = anOpened(objectionToTownship, { on: '2026-06-10', by: villager, about: 'c1', world: set })
    expect(slow.dueOn).toBe('2026-06-30')
  })
})

describe('质询 (questioning) of how a committee member does their duty', () => {
  const representative = (n: number) => aPerson('representative', `p-${n}`)
  const opened = anOpened(questioning, {
    ...{ on: '2026-06-10', by: representative(1), form: { basis: 'representatives' } },
  })
  const joining = (n: number) => aside(representative(n), '2026-06-11', 'join')
  const joined = (representatives: number) => ({
    world: { facts: { joined: { supervisors: 0, representatives, voters: 0 } } },
  })

  it('four representatives are not enough, five are', () => {
    const four = walk(opened, [joining(2), joining(3), joining(4)])
    expect(answerTo(four, act(representative(1), '2026-06-12', 'submitted', {}, joined(4)))).toBe('ruleNotMet')
    const five = walk(four, [joining(5)])
    expect(answerTo(five, act(representative(1), '2026-06-12', 'submitted', {}, joined(5)))).toBe('allowed')
  })
  it('one joins once, and only while names are gathered; who began it counts already', () => {
    expect(answerTo(opened, joining(1))).toBe('ruleNotMet')
    const two = walk(opened, [joining(2)])
    expect(answerTo(two, joining(2))).toBe('ruleNotMet')
    const sent = walk(opened, [act(representative(1), '2026-06-12', 'submitted', {}, joined(5))])
    expect(answerTo(sent, joining(6))).toBe('notNow')
  })
  it('is handed in by whoever began it', () =>
    expect(answerTo(opened, act(representative(2), '2026-06-12', 'submitted', {}, joined(5)))).toBe('notYourTurn'))
  it('who answers is decided within 15 days, the answer follows within 10', () => {
    const sent = walk(opened, [act(representative(1), '2026-06-12', 'submitted', {}, joined(5))])
    expect(sent).toMatchObject({ step: 'decision', dueOn: '2026-06-27', sees: 'villagers' })
    expect(answerTo(sent, act(clerk, '2026-06-13', 'decided'))).toBe('notYourTurn')
    const decided = walk(sent, [act(director, '2026-06-27', 'decided')])
    expect(decided).toMatchObject({ step: 'answering', dueOn: '2026-07-07' })
    const future = act(director, '2026-07-01', 'answered', { heldOn: '2026-07-02' })
    expect(answerTo(decided, future)).toBe('ruleNotMet')
    const told = walk(decided, [act(director, '2026-07-01', 'answered')])
    expect(walk(told, [act(representative(1), '2026-07-02', 'settled')])).toMatchObject({
      ...{ step: 'closed', outcome: 'settled' },
    })
  })
  it('can be dropped before it is handed in', () =>
    expect(walk(opened, [act(representative(1), '2026-06-12', 'dropped')])).toMatchObject({
      ...{ step: 'closed', outcome: 'dropped' },
    }))
})

describe('任职回避声明 (who of the others is near kin)', () => {
  it('is for office-holders, signed by the one who declares', () => {
    expect(tryOpen(kinship, { on: '2026-06-10', by: villager })).toMatchObject({ refusal: 'notYourTurn' })
    const begun = anOpened(kinship, { on: '2026-06-10', by: supervisor })
    expect(answerTo(begun, act(director, '2026-06-10', 'signed'))).toBe('notYourTurn')
    expect(answerTo(begun, act(supervisor, '2026-06-10', 'signed', { signed: false }))).toBe('ruleNotMet')
    expect(walk(begun, [act(supervisor, '2026-06-10', 'signed')])).toMatchObject({ step: 'closed', sees: 'office' })
  })
})
