import { sessionsFrom } from '@shared/calendar'
import { asOf } from '@shared/engine/asOf'
import type { Case } from '@shared/engine/case'
import { request } from '@shared/workflows/request'
import { describe, expect, it } from 'vitest'
import { act, anOpened, answerTo, aPerson, aside, aWorld, holidays, theClock, tryMove, walk } from '../support/build'

const villager = aPerson('villager')
const clerk = aPerson('clerk')
const secretary = aPerson('secretary')
const director = aPerson('director')
const township = aPerson('township')

const rule = {
  days: [10, 20],
  startsAt: '19:00',
  place: '村部',
  cutOff: { daysBefore: 1, at: '18:00' },
  movesOffHolidays: true,
}
const world = { days: (on: string) => ({ nextSessionOn: sessionsFrom(on, rule, holidays, 1)[0].on }) }
const on = (found: Case, today: string) => asOf(request, found, aWorld({ today, ...world })).now

const raised = anOpened(request, { on: '2026-07-01', by: villager })
const waiting = walk(raised, [act(clerk, '2026-07-02', 'acknowledged', {}, { world })])
const handling = walk(waiting, [act(secretary, '2026-07-10', 'handle', { owner: director.id })])
const rating = walk(handling, [act(director, '2026-07-15', 'done')])

describe('heard (说事日)', () => {
  it('is due on the next session', () => expect(waiting).toMatchObject({ step: 'hearing', dueOn: '2026-07-10' }))
  it('is heard after three working days when it is urgent: from Thursday the 2nd to Tuesday the 7th', () => {
    const urgent = walk(raised, [act(clerk, '2026-07-02', 'urgent')])
    expect(urgent).toMatchObject({ step: 'urgentHearing', dueOn: '2026-07-07' })
  })
  it('hands over only to someone in office', () => {
    expect(handling.owner).toBe(director.id)
    expect(answerTo(waiting, act(secretary, '2026-07-10', 'handle', { owner: villager.id }))).toBe('ruleNotMet')
    expect(walk(waiting, [act(secretary, '2026-07-10', 'handle')]).owner).toBe(clerk.id)
  })
  it('may be withdrawn by whoever raised it, until it is handled', () => {
    expect(walk(waiting, [aside(villager, '2026-07-03', 'withdraw')])).toMatchObject({ outcome: 'withdrawn' })
    expect(answerTo(waiting, aside(secretary, '2026-07-03', 'withdraw'))).toBe('notYourTurn')
    expect(answerTo(handling, aside(villager, '2026-07-11', 'withdraw'))).toBe('notNow')
  })
})

describe('put off (暂不能解决)', () => {
  const planned = walk(waiting, [act(secretary, '2026-07-10', 'plan', { returnsOn: '2026-08-10' }, { world })])

  it('comes back by itself on the day, not the day before, and is heard at that day’s session', () => {
    expect(on(planned, '2026-08-09').step).toBe('planned')
    expect(on(planned, '2026-08-10')).toMatchObject({ step: 'hearing', enteredOn: '2026-08-10', dueOn: '2026-08-10' })
  })
  it('a clock that is weeks late gives the session that was next then, not the one that is next now', () =>
    expect(on(planned, '2026-09-15')).toMatchObject({ enteredOn: '2026-08-10', dueOn: '2026-08-10' }))
  it('put off a second time it comes back a second time, by an act of its own', () => {
    const again = walk(planned, [act(secretary, '2026-08-12', 'plan', { returnsOn: '2026-09-01' }, { world })])
    const back = asOf(request, again, aWorld({ today: '2026-09-30', ...world }))
    expect(back.now).toMatchObject({ step: 'hearing', enteredOn: '2026-09-01' })
    const clocked = [...again.log, ...back.lapsed].filter((e) => e.kind === 'clock').map((e) => e.actId)
    expect(clocked).toEqual(['clock:planned:3', 'clock:planned:5'])
  })
})

describe('handled within seven days (村里7天)', () => {
  it('from the 10th it is due on the 17th', () => expect(handling.dueOn).toBe('2026-07-17'))
  it('may be extended once, up to and on the day, not the day after', () => {
    const extended = walk(handling, [aside(director, '2026-07-17', 'extend', { days: 7 })])
    expect(extended.dueOn).toBe('2026-07-24')
    expect(answerTo(extended, aside(director, '2026-07-18', 'extend', { days: 1 }))).toBe('onlyOnce')
    expect(answerTo(handling, aside(director, '2026-07-18', 'extend', { days: 1 }))).toBe('tooLate')
    expect(answerTo(handling, aside(director, '2026-07-17', 'extend', { days: 8 }))).toBe('badForm')
  })
  it('an extension that ends on a holiday moves on: 28 September and seven days is 8 October', () => {
    const late = walk(waiting, [act(secretary, '2026-09-21', 'handle')])
    expect(late.dueOn).toBe('2026-09-28')
    expect(walk(late, [aside(secretary, '2026-09-28', 'extend', { days: 7 })]).dueOn).toBe('2026-10-08')
  })
  it('the clock stands still while the villager is asked: three days asked are three days more', () => {
    const asked = walk(handling, [aside(director, '2026-07-11', 'askVillager')])
    expect(asked.pausedOn).toBe('2026-07-11')
    expect(answerTo(asked, aside(director, '2026-07-12', 'askVillager'))).toBe('clockStopped')
    expect(answerTo(asked, aside(director, '2026-07-12', 'extend', { days: 1 }))).toBe('clockStopped')
    expect(answerTo(asked, aside(director, '2026-07-12', 'supplement'))).toBe('notYourTurn')
    const answered = walk(asked, [aside(villager, '2026-07-14', 'supplement')])
    expect(answered).toMatchObject({ pausedOn: undefined, dueOn: '2026-07-20' })
    expect(answerTo(answered, aside(villager, '2026-07-14', 'supplement'))).toBe('clockRuns')
    expect(walk(asked, [aside(villager, '2026-07-11', 'supplement')]).dueOn).toBe('2026-07-17')
  })
  it('who is asked may be overtaken: done ends the wait', () => {
    const asked = walk(handling, [aside(director, '2026-07-11', 'askVillager')])
    expect(walk(asked, [act(director, '2026-07-12', 'done')])).toMatchObject({ step: 'rating', pausedOn: undefined })
  })
  it('progress keeps the days as they are', () => {
    const going = walk(handling, [act(director, '2026-07-12', 'progress'), act(director, '2026-07-13', 'progress')])
    expect(going).toMatchObject({ step: 'handling', dueOn: '2026-07-17', enteredOn: '2026-07-10', visit: 3 })
  })
  it('a new holiday table moves the day and keeps what was granted', () => {
    const asked = [aside(director, '2026-07-11', 'askVillager'), aside(villager, '2026-07-14', 'supplement')]
    const granted = walk(handling, [...asked, aside(director, '2026-07-15', 'extend', { days: 2 })])
    expect(granted.dueOn).toBe('2026-07-22')
    const redated = walk(granted, [aside(theClock, '2026-07-16', 'redate')])
    expect(redated).toMatchObject({ dueOn: '2026-07-22', seen: granted.seen })
    const table = { ...holidays, off: { ...holidays.off, '2026-07-22': '假日' } }
    expect(walk(granted, [aside(theClock, '2026-07-16', 'redate', {}, { world: { holidays: table } })]).dueOn).toBe(
      '2026-07-23',
    )
    expect(answerTo(granted, aside(secretary, '2026-07-16', 'redate'))).toBe('notYourTurn')
  })
  it('over the end of the published table the day is provisional (暂定), until the new table comes', () => {
    const late = walk(waiting, [act(secretary, '2026-12-30', 'handle')])
    expect(late).toMatchObject({ dueOn: '2027-01-06', dueIsProvisional: true })
    const table = { ...holidays, until: '2027-12-31', off: { ...holidays.off, '2027-01-06': '假日' } }
    const redated = walk(late, [aside(theClock, '2026-12-31', 'redate', {}, { world: { holidays: table } })])
    expect(redated).toMatchObject({ dueOn: '2027-01-07', dueIsProvisional: undefined })
  })
  it('goes up: the township has 15 days, the county 30', () => {
    const up = walk(handling, [act(director, '2026-07-12', 'escalated')])
    expect(up).toMatchObject({ step: 'townshipHandling', dueOn: '2026-07-27' })
    expect(answerTo(up, act(director, '2026-07-13', 'done'))).toBe('notYourTurn')
    expect(walk(up, [act(township, '2026-07-13', 'escalated')])).toMatchObject({
      step: 'countyHandling',
      dueOn: '2026-08-12',
    })
  })
})

describe('the owner (首问负责)', () => {
  it('acts, and nobody else without an office in it', () => {
    expect(answerTo(handling, act(director, '2026-07-11', 'progress'))).toBe('allowed')
    expect(answerTo(handling, act(clerk, '2026-07-11', 'progress'))).toBe('notYourTurn')
    expect(answerTo(handling, act(villager, '2026-07-11', 'done'))).toBe('notYourTurn')
  })
  it('hands over to someone in office; the new owner acts and the old one no longer', () => {
    const handed = walk(handling, [aside(secretary, '2026-07-11', 'handOver', { owner: clerk.id })])
    expect(handed.owner).toBe(clerk.id)
    expect(answerTo(handed, act(clerk, '2026-07-12', 'progress'))).toBe('allowed')
    expect(answerTo(handling, aside(secretary, '2026-07-11', 'handOver', { owner: villager.id }))).toBe('ruleNotMet')
  })
  it('is whoever takes the case over (包案)', () =>
    expect(walk(handling, [aside(township, '2026-07-11', 'takeOver')]).owner).toBe(township.id))
})

describe('rated within seven days (评价)', () => {
  it('by whoever raised it and nobody else, with a reason for 不满意', () => {
    expect(answerTo(rating, act(director, '2026-07-16', 'satisfied'))).toBe('notYourTurn')
    expect(answerTo(rating, act(villager, '2026-07-16', 'unsatisfied'))).toBe('ruleNotMet')
    expect(walk(rating, [act(villager, '2026-07-16', 'basically')])).toMatchObject({
      step: 'closed',
      outcome: 'basically',
    })
  })
  it('on the seventh day still, on the eighth the case has closed as silent, which is not satisfied', () => {
    expect(answerTo(rating, act(villager, '2026-07-22', 'satisfied'))).toBe('allowed')
    expect(answerTo(rating, act(villager, '2026-07-23', 'satisfied'))).toBe('caseIsClosed')
    expect(on(rating, '2026-07-23')).toMatchObject({ step: 'closed', outcome: 'silent', closedOn: '2026-07-23' })
  })
  it('nobody says silent for the villager, not even the villager', () =>
    expect(answerTo(rating, act(villager, '2026-07-16', 'silent'))).toBe('noSuchOutcome'))
  it('不满意 goes to the township, back to the village once more, and then it ends', () => {
    const again = walk(rating, [
      act(villager, '2026-07-16', 'unsatisfied', { reason: '没修好' }),
      act(township, '2026-07-17', 'sentBack'),
      act(director, '2026-07-20', 'done'),
    ])
    expect(again.step).toBe('secondRating')
    expect(walk(again, [act(villager, '2026-07-21', 'unsatisfied', { reason: '还是没修好' })])).toMatchObject({
      step: 'closed',
      outcome: 'unsatisfied',
    })
  })
})

describe('supervision beside the path (督办、监督意见)', () => {
  it('an opinion may be written at any time, also after the end; 督办 only while it is open', () => {
    const supervisor = aPerson('supervisor')
    const closed = walk(rating, [act(villager, '2026-07-16', 'satisfied')])
    for (const found of [raised, handling, closed])
      expect(answerTo(found, aside(supervisor, '2026-07-16', 'opinion'))).toBe('allowed')
    expect(answerTo(handling, aside(township, '2026-07-16', 'urge'))).toBe('allowed')
    expect(answerTo(closed, aside(township, '2026-07-16', 'urge'))).toBe('caseIsClosed')
    expect(answerTo(closed, aside(supervisor, '2026-08-30', 'nothingLikeIt'))).toBe('noSuchOutcome')
  })
  it('changes no field, no date and no step', () => {
    const urged = walk(handling, [aside(township, '2026-07-16', 'urge', { reason: '快办' })])
    const { log: _, seen: __, ...before } = handling
    const { log: ___, seen, ...after } = urged
    expect(after).toEqual(before)
    expect(seen).toBe(handling.seen + 1)
  })
})

describe('two people at once', () => {
  it('whoever saw an older line is told, whatever they wanted', () => {
    const seen = raised.seen
    expect(tryMove(waiting, act(secretary, '2026-07-10', 'handle', {}, { seen }))).toMatchObject({
      refusal: 'someoneActedFirst',
      detail: { seen: 2 },
    })
    expect(answerTo(waiting, aside(villager, '2026-07-03', 'withdraw', {}, { seen }))).toBe('someoneActedFirst')
  })
  it('a line by the clock makes no open form stale', () => {
    const planned = walk(waiting, [act(secretary, '2026-07-10', 'plan', { returnsOn: '2026-08-10' }, { world })])
    const back = on(planned, '2026-08-10')
    expect(back.log).toHaveLength(planned.log.length + 1)
    expect(answerTo(back, act(secretary, '2026-08-10', 'handle', {}, { seen: planned.seen }))).toBe('allowed')
  })
})
