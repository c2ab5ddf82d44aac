import { sessionsFrom } from '@shared/calendar'
import { asOf } from '@shared/engine/asOf'
import type { Case } from '@shared/engine/case'
import { isRefusal } from '@shared/engine/refusal'
import { request } from '@shared/workflows/request'
import { describe, expect, it } from 'vitest'
import {
  act,
  anEarlier,
  anOpened,
  answerTo,
  aPerson,
  aside,
  aWorld,
  holidays,
  theClock,
  tryMove,
  tryOpen,
  walk,
} from '../support/build'

const villager = aPerson('villager')
const clerk = aPerson('clerk')
const secretary = aPerson('secretary')
const director = aPerson('director')
const township = aPerson('township')
const cluster = aPerson('clusterLead')

const rule = {
  days: [10, 20],
  startsAt: '19:00',
  place: '村部',
  cutOff: { daysBefore: 1, at: '18:00' },
  movesOffHolidays: true,
}
const world = { days: (on: string) => ({ nextSessionOn: sessionsFrom(on, rule, holidays, 1)[0].on }) }
const on = (found: Case, today: string) => asOf(request, found, aWorld({ today, ...world })).now

const inSteps = (returnsOn: string) => ({ returnsOn, stages: [{ on: returnsOn, does: '清出场地' }] })

const raised = anOpened(request, { on: '2026-07-01', by: villager })
const waiting = walk(raised, [act(clerk, '2026-07-02', 'acknowledged', {}, { world })])
const given = walk(waiting, [act(secretary, '2026-07-10', 'handle', { owner: director.id })])
const handling = walk(given, [aside(director, '2026-07-10', 'accept')])
const rating = walk(handling, [act(director, '2026-07-15', 'done')])

describe('heard (说事日)', () => {
  it('is due on the next session', () => expect(waiting).toMatchObject({ step: 'hearing', dueOn: '2026-07-10' }))
  it('is heard within three working days of raising when it is urgent: from Wednesday the 1st to Monday the 6th', () => {
    const urgent = walk(raised, [act(clerk, '2026-07-02', 'urgent')])
    expect(urgent).toMatchObject({ step: 'urgentHearing', dueOn: '2026-07-06' })
  })
  it('names as handler only someone in office; whoever received it first answers for it until they take it', () => {
    expect(given).toMatchObject({ owner: clerk.id, offered: director.id })
    expect(handling).toMatchObject({ owner: director.id, offered: undefined })
    expect(answerTo(waiting, act(secretary, '2026-07-10', 'handle', { owner: villager.id }))).toBe('ruleNotMet')
    expect(walk(waiting, [act(secretary, '2026-07-10', 'handle')])).toMatchObject({
      owner: clerk.id,
      offered: undefined,
    })
  })
  it('whoever names themselves, or acts, has taken it', () => {
    const named = walk(waiting, [act(secretary, '2026-07-10', 'handle', { owner: secretary.id })])
    expect(named).toMatchObject({ owner: secretary.id, offered: undefined })
    expect(walk(given, [act(director, '2026-07-11', 'progress')])).toMatchObject({
      owner: director.id,
      offered: undefined,
    })
    expect(walk(given, [act(secretary, '2026-07-11', 'progress')])).toMatchObject({
      owner: clerk.id,
      offered: director.id,
    })
  })
  it('can’t be heard before it was raised', () =>
    expect(answerTo(waiting, act(secretary, '2026-07-10', 'handle', { heldOn: '2026-06-30' }))).toBe('ruleNotMet'))
  it('may be withdrawn by whoever raised it, until it is handled', () => {
    expect(walk(waiting, [aside(villager, '2026-07-03', 'withdraw')])).toMatchObject({ outcome: 'withdrawn' })
    expect(answerTo(waiting, aside(secretary, '2026-07-03', 'withdraw'))).toBe('notYourTurn')
    expect(answerTo(handling, aside(villager, '2026-07-11', 'withdraw'))).toBe('notNow')
  })
})

describe('put off (暂不能解决)', () => {
  const planned = walk(waiting, [act(secretary, '2026-07-10', 'plan', inSteps('2026-08-10'), { world })])

  it('comes back by itself on the day, not the day before, and is heard at that day’s session', () => {
    expect(on(planned, '2026-08-09').step).toBe('planned')
    expect(on(planned, '2026-08-10')).toMatchObject({ step: 'hearing', enteredOn: '2026-08-10', dueOn: '2026-08-10' })
  })
  it('a clock that is weeks late gives the session that was next then, not the one that is next now', () =>
    expect(on(planned, '2026-09-15')).toMatchObject({ enteredOn: '2026-08-10', dueOn: '2026-08-10' }))
  it('put off a second time it comes back a second time, by an act of its own', () => {
    const again = walk(planned, [act(secretary, '2026-08-12', 'plan', inSteps('2026-09-01'), { world })])
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
  it('goes up: the cluster has 7 days, the township 15, the county 30, and the township keeps what it sent up', () => {
    const up = walk(handling, [act(director, '2026-07-12', 'escalated')])
    expect(up).toMatchObject({ step: 'clusterHandling', dueOn: '2026-07-19', owner: director.id })
    expect(answerTo(up, act(director, '2026-07-13', 'done'))).toBe('notYourTurn')
    const higher = walk(up, [act(cluster, '2026-07-13', 'escalated')])
    expect(higher).toMatchObject({ step: 'townshipHandling', dueOn: '2026-07-28', owner: cluster.id })
    const county = walk(higher, [act(township, '2026-07-14', 'escalated')])
    expect(county).toMatchObject({ step: 'countyHandling', dueOn: '2026-08-13', owner: township.id })
    expect(answerTo(county, act(aPerson('county'), '2026-07-15', 'done'))).toBe('allowed')
    expect(answerTo(county, aside(township, '2026-07-15', 'extend', { days: 1 }))).toBe('notNow')
  })
  it('comes back down to the village with a clock of its own', () => {
    const up = walk(handling, [act(director, '2026-07-12', 'escalated')])
    expect(answerTo(up, act(cluster, '2026-07-14', 'sentBack'))).toBe('ruleNotMet')
    expect(walk(up, [act(cluster, '2026-07-14', 'sentBack', { owner: secretary.id })])).toMatchObject({
      ...{ step: 'handling', dueOn: '2026-07-21', owner: cluster.id, offered: secretary.id },
    })
  })
  it('is extended by those alone whose turn it is, once in its life', () => {
    expect(answerTo(handling, aside(township, '2026-07-12', 'extend', { days: 2 }))).toBe('notYourTurn')
    const up = [aside(director, '2026-07-12', 'extend', { days: 2 }), act(director, '2026-07-12', 'escalated')]
    expect(answerTo(walk(handling, up), aside(cluster, '2026-07-13', 'extend', { days: 2 }))).toBe('onlyOnce')
  })
  it('an answer that never comes stops the clock for fifteen days, not for ever', () => {
    const asked = walk(handling, [aside(director, '2026-07-11', 'askVillager')])
    expect(asked).toMatchObject({ pausedOn: '2026-07-11', resumesOn: '2026-07-27' })
    expect(on(asked, '2026-07-26').pausedOn).toBe('2026-07-11')
    const goesOn = on(asked, '2026-08-30')
    expect(goesOn).toMatchObject({ pausedOn: undefined, resumesOn: undefined, dueOn: '2026-08-02' })
    expect(goesOn.log.at(-1)).toMatchObject({ kind: 'clock', aside: 'waitedLongEnough', on: '2026-07-27' })
    expect(answerTo(goesOn, aside(villager, '2026-08-30', 'supplement'))).toBe('clockRuns')
  })
})

describe('the owner (首问负责)', () => {
  it('acts, and nobody else without an office in it', () => {
    expect(answerTo(handling, act(director, '2026-07-11', 'progress'))).toBe('allowed')
    expect(answerTo(handling, act(clerk, '2026-07-11', 'progress'))).toBe('notYourTurn')
    expect(answerTo(handling, act(villager, '2026-07-11', 'done'))).toBe('notYourTurn')
  })
  it('hands over to someone in office, who has it from the day they take it', () => {
    const handed = walk(handling, [aside(secretary, '2026-07-11', 'handOver', { owner: clerk.id })])
    expect(handed).toMatchObject({ owner: director.id, offered: clerk.id })
    expect(answerTo(handed, aside(secretary, '2026-07-12', 'accept'))).toBe('notYourTurn')
    const taken = walk(handed, [aside(clerk, '2026-07-12', 'accept')])
    expect(taken).toMatchObject({ owner: clerk.id, offered: undefined })
    expect(answerTo(taken, act(clerk, '2026-07-13', 'progress'))).toBe('allowed')
    expect(answerTo(handling, aside(secretary, '2026-07-11', 'handOver', { owner: villager.id }))).toBe('ruleNotMet')
    expect(answerTo(handling, aside(secretary, '2026-07-11', 'handOver', { owner: director.id }))).toBe('ruleNotMet')
  })
  it('who doesn’t take it leaves it where it was', () => {
    const handed = walk(handling, [aside(secretary, '2026-07-11', 'handOver', { owner: clerk.id })])
    expect(walk(handed, [aside(clerk, '2026-07-12', 'decline')])).toMatchObject({
      owner: director.id,
      offered: undefined,
    })
  })
  it('is whoever takes the case over (包案)', () =>
    expect(walk(handling, [aside(township, '2026-07-11', 'takeOver')]).owner).toBe(township.id))
})

describe('rated within seven days (评价)', () => {
  it('by whoever raised it and nobody else, with a reason for 不满意', () => {
    expect(answerTo(rating, act(director, '2026-07-16', 'satisfied'))).toBe('notYourTurn')
    expect(answerTo(rating, act(clerk, '2026-07-16', 'satisfied'))).toBe('ruleNotMet')
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

describe('spoken for (替老人说)', () => {
  const file = [`f${'1'.repeat(24)}`]
  const form = { onBehalf: '林阿公', consent: file, channel: 'door' }
  const committee = aPerson('committee')
  const told = anOpened(request, { on: '2026-07-01', by: committee, form })
  const done = walk(told, [
    act(clerk, '2026-07-02', 'acknowledged', {}, { world }),
    act(secretary, '2026-07-10', 'handle', { owner: secretary.id }),
    act(secretary, '2026-07-12', 'done'),
  ])
  const open = (by: typeof clerk, over: Record<string, unknown>) => {
    const made = tryOpen(request, { on: '2026-07-01', by, form: over })
    return isRefusal(made) ? made.says : 'allowed'
  }

  it('is entered by an office-holder, with what shows that the elder agreed', () => {
    expect(open(committee, form)).toBe('allowed')
    expect(open(committee, { onBehalf: '林阿公' })).toContain('录一段他同意的话')
    expect(open(committee, { consent: file })).toContain('替谁说的')
    expect(open(villager, form)).toContain('由村干部登记')
  })
  it('is rated in the elder’s words by an office-holder who didn’t handle it', () => {
    expect(answerTo(done, act(committee, '2026-07-13', 'satisfied'))).toBe('ruleNotMet')
    expect(answerTo(done, act(committee, '2026-07-13', 'satisfied', { proof: file }))).toBe('allowed')
    expect(answerTo(done, act(aPerson('supervisor'), '2026-07-13', 'satisfied', { proof: file }))).toBe('allowed')
    const both = aPerson(['secretary', 'committee'], secretary.id)
    expect(tryMove(done, act(both, '2026-07-13', 'satisfied', { proof: file }))).toMatchObject({
      says: expect.stringContaining('您办过这件事'),
    })
  })
})

describe('not taken up (不予受理)', () => {
  const declined = walk(waiting, [act(secretary, '2026-07-10', 'declined', { ground: 'legalWay' })])

  it('needs a reason from the closed list', () => {
    expect(answerTo(waiting, act(secretary, '2026-07-10', 'declined'))).toBe('ruleNotMet')
    expect(answerTo(waiting, act(secretary, '2026-07-10', 'declined', { ground: 'busy' }))).toBe('badForm')
  })
  it('whoever raised it may object for seven days; then it is over', () => {
    expect(answerTo(declined, act(villager, '2026-07-17', 'objected', { reason: '就是村里的路' }))).toBe('allowed')
    expect(answerTo(declined, act(villager, '2026-07-17', 'objected'))).toBe('ruleNotMet')
    expect(answerTo(declined, act(director, '2026-07-17', 'accepted'))).toBe('notYourTurn')
    expect(on(declined, '2026-07-18')).toMatchObject({ step: 'closed', outcome: 'undisputed' })
  })
  it('the township sends it back to the next session, or says why not', () => {
    const objected = walk(declined, [act(villager, '2026-07-12', 'objected', { reason: '就是村里的路' })])
    expect(objected).toMatchObject({ step: 'declinedReview', dueOn: '2026-07-15' })
    expect(walk(objected, [act(township, '2026-07-13', 'sentBack', {}, { world })])).toMatchObject({
      step: 'hearing',
      dueOn: '2026-07-20',
    })
    expect(walk(objected, [act(township, '2026-07-13', 'upheld')])).toMatchObject({ step: 'closed', outcome: 'upheld' })
  })
})

describe('a consultation or hearing (协商、听证)', () => {
  const asked = walk(waiting, [act(secretary, '2026-07-10', 'consult')])
  const noticed = walk(asked, [act(director, '2026-07-11', 'noticed', { meetOn: '2026-07-14' })])

  it('is announced three days from the decision on, two clear days ahead, within fifteen', () => {
    expect(asked).toMatchObject({ step: 'consultationNotice', dueOn: '2026-07-13' })
    const on = (meetOn: string) => answerTo(asked, act(director, '2026-07-11', 'noticed', { meetOn }))
    expect(['2026-07-13', '2026-07-14', '2026-07-26', '2026-07-27'].map(on)).toEqual([
      ...['ruleNotMet', 'allowed', 'allowed', 'ruleNotMet'],
    ])
  })
  it('is recorded for its day or a later one, within two days', () => {
    expect(noticed).toMatchObject({ step: 'consultation', dueOn: '2026-07-16' })
    const held = (heldOn: string) => answerTo(noticed, act(director, '2026-07-15', 'agreed', { heldOn }))
    expect(['2026-07-13', '2026-07-14', '2026-07-16'].map(held)).toEqual(['ruleNotMet', 'allowed', 'ruleNotMet'])
  })
  it.each([
    ...([
      ['agreed', 'rating'],
      ['agreedToHandle', 'handling'],
      ['notAgreed', 'clusterHandling'],
    ] as const),
  ])('%s leads to %s and is published without who raised it', (outcome, step) => {
    const result = '两家各让一尺'
    const held = walk(noticed, [act(director, '2026-07-14', outcome, { heldOn: '2026-07-14', result })])
    expect(held.step).toBe(step)
    const carry = { subject: '修三组到四组的路', way: 'council', heldOn: '2026-07-14', result }
    expect(held.pending).toMatchObject([{ kind: 'open', workflow: 'consultationOutcome', carry }])
    expect(Object.keys(held.pending[0].carry)).toEqual(['subject', 'way', 'heldOn', 'result'])
  })
})

describe('merged (并案)', () => {
  const into = (over: Record<string, unknown>) => ({ facts: { into: { ...anEarlier, ...over } } })
  const merge = (over: Record<string, unknown> = {}) =>
    tryMove(waiting, aside(clerk, '2026-07-03', 'merge', {}, { world: into(over) }))

  it('into an open request of the village that was raised before it, and tells it so', () => {
    const merged = walk(waiting, [aside(clerk, '2026-07-03', 'merge', {}, { world: into({}) })])
    expect(merged).toMatchObject({ step: 'closed', outcome: 'merged', closedOn: '2026-07-03' })
    expect(merged.pending).toMatchObject([
      { kind: 'tell', caseId: `c${'0'.repeat(24)}`, act: 'merged', carry: { number: waiting.number } },
    ])
  })
  it.each([
    ['closed', '已经办结'],
    ['later', '是后提的'],
    ['itself', '并到它自己'],
    ['hidden', '说这件事的人看不到'],
  ])('not into one that is %s', (what, why) =>
    expect(merge({ [what]: true })).toMatchObject({ says: expect.stringContaining(why) }),
  )
})

describe('looked at again (回头看)', () => {
  it('by the township, once it is closed', () => {
    const closed = walk(rating, [act(villager, '2026-07-16', 'satisfied')])
    expect(answerTo(rating, aside(township, '2026-07-16', 'inspection'))).toBe('caseIsOpen')
    expect(answerTo(closed, aside(township, '2026-08-03', 'inspection'))).toBe('allowed')
    expect(answerTo(closed, aside(director, '2026-08-03', 'inspection'))).toBe('notYourTurn')
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
  it('changes no field, no date and no step; 督办 opens a numbered case that has to be answered', () => {
    const urged = walk(handling, [aside(township, '2026-07-16', 'urge', { reason: '快办' })])
    const { log: _, seen: __, pending: ___, children: ____, ...before } = handling
    const { log, seen, pending, children, ...after } = urged
    expect(after).toEqual(before)
    expect(seen).toBe(handling.seen + 1)
    expect(pending).toMatchObject([
      {
        kind: 'open',
        workflow: 'supervision',
        carry: { title: handling.title, reason: '快办', replyBy: '2026-07-16' },
      },
    ])
    expect(children).toEqual([{ id: log.at(-1)!.effect.child, workflow: 'supervision' }])
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
    const planned = walk(waiting, [act(secretary, '2026-07-10', 'plan', inSteps('2026-08-10'), { world })])
    const back = on(planned, '2026-08-10')
    expect(back.log).toHaveLength(planned.log.length + 1)
    expect(answerTo(back, act(secretary, '2026-08-10', 'handle', {}, { seen: planned.seen }))).toBe('allowed')
  })
})
