import { interview, supervision, watch } from '@shared/workflows/oversight'
import { request } from '@shared/workflows/request'
import { describe, expect, it } from 'vitest'
import { act, anOpened, answerTo, aPerson, aside, theClock, walk } from '../support/build'

const [clerk, secretary, director] = [aPerson('clerk'), aPerson('secretary'), aPerson('director')]
const [township, leader, cluster] = [aPerson('township'), aPerson('townshipLead'), aPerson('clusterLead')]

describe('督办单', () => {
  const sent = anOpened(supervision, { on: '2026-06-08', by: township, form: { replyBy: '2026-06-12' } })
  const replied = walk(sent, [act(secretary, '2026-06-12', 'replied')])

  it('is due on the day that it says, in the village; late from the day after', () => {
    expect(sent).toMatchObject({ step: 'reply', dueOn: '2026-06-12', sees: 'villagers' })
    expect(answerTo(sent, act(clerk, '2026-06-13', 'replied'))).toBe('allowed')
    expect(answerTo(sent, act(aPerson('villager'), '2026-06-12', 'replied'))).toBe('notYourTurn')
  })
  it('can’t be answered by whoever sent it', () =>
    expect(answerTo(sent, act(township, '2026-06-09', 'replied'))).toBe('mustBeAnother'))
  it('is checked within three days, and closed or sent back once with a new day', () => {
    expect(replied).toMatchObject({ step: 'check', dueOn: '2026-06-15' })
    expect(walk(replied, [act(township, '2026-06-15', 'accepted')]).step).toBe('closed')
    expect(answerTo(replied, act(township, '2026-06-15', 'sentBack'))).toBe('ruleNotMet')
    const again = walk(replied, [act(township, '2026-06-15', 'sentBack', { replyAgainBy: '2026-06-25' })])
    expect(again).toMatchObject({ step: 'replyAgain', dueOn: '2026-06-25' })
    const second = walk(again, [act(director, '2026-06-25', 'replied')])
    expect(walk(second, [act(leader, '2026-06-26', 'notDone')])).toMatchObject({ step: 'closed', outcome: 'notDone' })
  })
  it('is seen as widely as what it is about: of a private request by the office alone', () =>
    expect(
      anOpened(supervision, { on: '2026-06-08', by: township, about: 'c1', aboutSees: 'office', form: {} }).sees,
    ).toBe('office'))
  it('that a case has begun tells it what was answered', () => {
    const child = anOpened(supervision, { on: '2026-06-08', by: township, from: 'c1', form: { replyBy: '2026-06-12' } })
    expect(walk(child, [act(clerk, '2026-06-09', 'replied', { answer: '沟清好了' })]).pending).toMatchObject([
      { kind: 'tell', caseId: 'c1', act: 'urgeAnswered', carry: { number: child.number, answer: '沟清好了' } },
    ])
  })
})

describe('约谈', () => {
  const called = anOpened(interview, { on: '2026-06-08', by: leader, form: { meetOn: '2026-06-10' } })
  it('is recorded by the day after the talk; what was promised has its day and is checked', () => {
    expect(called).toMatchObject({ step: 'talk', dueOn: '2026-06-11' })
    expect(answerTo(called, act(leader, '2026-06-10', 'held', { heldOn: '2026-06-11' }))).toBe('ruleNotMet')
    const held = walk(called, [act(leader, '2026-06-10', 'held', { heldOn: '2026-06-10', finishBy: '2026-06-30' })])
    expect(held).toMatchObject({ step: 'undertaking', dueOn: '2026-06-30' })
    const done = walk(held, [act(secretary, '2026-06-29', 'done')])
    expect(done).toMatchObject({ step: 'undertakingCheck', dueOn: '2026-07-02' })
    expect(walk(done, [act(township, '2026-07-01', 'notKept')]).outcome).toBe('notKept')
  })
})

describe('重点帮扶 of a village in difficulty (T6)', () => {
  const world = { facts: { leaders: ['p-lead'] } }
  const lead = aPerson('clusterLead', 'p-lead')
  const opened = anOpened(watch, {
    ...{ on: '2026-06-01', by: township, world },
    form: { leader: 'p-lead', notedOn: '2026-06-01', finishBy: '2026-12-31' },
  })
  it('is the office’s, and asks whoever answers for it for a note in each thirty-one days, from the last note on', () => {
    expect(opened).toMatchObject({ step: 'helping', sees: 'office', dueOn: '2026-07-02', visit: 1 })
    expect(answerTo(opened, act(cluster, '2026-06-20', 'noted'))).toBe('notYourTurn')
    const noted = walk(opened, [act(lead, '2026-06-20', 'noted', { notedOn: '2026-06-20' })])
    expect(noted).toMatchObject({ step: 'helping', dueOn: '2026-07-21', visit: 2 })
  })
  it('begins its ladder of reminders anew with each note', () => {
    const rung = { rung: 2, rungOn: '2026-07-02', dueOn: '2026-07-02' }
    const reminded = walk(opened, [aside(theClock, '2026-07-02', 'remind', rung)])
    expect(reminded).toMatchObject({ rung: 2, visit: 1 })
    expect(walk(reminded, [act(lead, '2026-07-03', 'noted', { notedOn: '2026-07-03' })])).toMatchObject({ visit: 2 })
    expect(walk(reminded, [act(lead, '2026-07-03', 'noted', { notedOn: '2026-07-03' })]).rung).toBeUndefined()
  })
  it('leaves the list only when the township has looked', () => {
    const better = walk(opened, [act(lead, '2026-08-01', 'better', { notedOn: '2026-08-01' })])
    expect(answerTo(better, act(lead, '2026-08-02', 'removed'))).toBe('notYourTurn')
    expect(walk(better, [act(leader, '2026-08-02', 'removed')]).step).toBe('closed')
    expect(walk(better, [act(leader, '2026-08-02', 'keptOn')]).step).toBe('helping')
  })
})

describe('提级', () => {
  const handling = walk(anOpened(request, { on: '2026-06-01', by: aPerson('villager') }), [
    act(clerk, '2026-06-01', 'acknowledged'),
    act(secretary, '2026-06-10', 'handle', { heldOn: '2026-06-10', title: undefined, owner: 'p-director' }),
  ])
  it('takes a request up to the cluster or the township, with the days of that level; never down', () => {
    const up = walk(handling, [aside(cluster, '2026-06-12', 'raiseLevel', { to: 'townshipHandling' })])
    expect(up).toMatchObject({ step: 'townshipHandling', dueOn: '2026-06-27', enteredOn: '2026-06-12' })
    expect(answerTo(up, aside(cluster, '2026-06-13', 'raiseLevel', { to: 'clusterHandling' }))).toBe('ruleNotMet')
    expect(answerTo(handling, aside(secretary, '2026-06-12', 'raiseLevel', { to: 'clusterHandling' }))).toBe(
      'notYourTurn',
    )
  })
})
