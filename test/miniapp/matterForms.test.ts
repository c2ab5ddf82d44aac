import { minutesTemplate } from '@shared/minutes'
import { gapsIn } from '@shared/requestCategories'
import { fieldsOf } from '@shared/schemas/stepForms'
import { matterOfAssembly, matterOfMembers, matterOfRepresentatives } from '@shared/workflows/matter'
import { describe, expect, it } from 'vitest'
import { type CaseKnown, nothingKnown } from '../../miniapp/src/office/form/askedWhere'
import { isCompact } from '../../miniapp/src/office/form/compact'
import { fieldsFor } from '../../miniapp/src/office/form/fieldsFor'
import { earliestMeeting, type Judging } from '../../miniapp/src/office/form/judgedHere'
import { liveRows } from '../../miniapp/src/office/form/liveRows'
import { problemsOf } from '../../miniapp/src/office/form/problems'
import { startFrom } from '../../miniapp/src/office/form/startFrom'
import { formValue } from '../../miniapp/src/office/form/typed'

const known = (more: Partial<CaseKnown>): CaseKnown => ({ ...nothingKnown, ...more })
const names = (form: string, typed = {}, more: Partial<CaseKnown> = {}, outcome?: string) =>
  fieldsFor(form, outcome, typed, { known: known(more) })
    .filter(({ kind }) => kind !== 'hidden')
    .map(({ name }) => name)
const field = (form: string, name: string, typed = {}, more: Partial<CaseKnown> = {}) =>
  fieldsFor(form, undefined, typed, { known: known(more) }).find((f) => f.name === name)

describe('the opening form of a matter', () => {
  it('asks for the group only of what is a group’s, for 代行 only of what is the collective’s', () => {
    expect(names('matter', { topic: 'planning' })).not.toEqual(expect.arrayContaining(['group', 'actsFor', 'topic']))
    expect(names('matter', { topic: 'groupAffairs' })).toContain('group')
    expect(names('matter', { topic: 'operation' })).toContain('actsFor')
  })

  it('sends the topic that was chosen on the page before, without asking again', () => {
    const typed = { title: '修路', topic: 'planning', joint: false }
    expect(formValue(fieldsFor('matter', undefined, typed), typed)).toEqual(typed)
  })

  it('a joint meeting says on what it rests; apart it isn’t asked', () => {
    const wrong = (joint: boolean) => {
      const typed = { title: '修路', topic: 'planning', joint }
      return problemsOf('matter', fieldsFor('matter', undefined, typed), typed).map((p) => p.field)
    }
    expect(wrong(false)).toEqual([])
    expect(wrong(true)).toEqual(['jointBasis'])
  })

  it('raised once more it begins with the content, not with the meetings', () => {
    const before = { title: '修路', topic: 'planning', plan: '硬化1.2公里', present: 5, minutes: '旧记录' }
    expect(startFrom('matter', fieldsOf('matter'), before)).toEqual({
      ...{ title: '修路', topic: 'planning', plan: '硬化1.2公里', actsFor: false, joint: false },
    })
  })
})

describe('fields that the case or another answer calls for', () => {
  it('why someone didn’t vote is asked once someone didn’t', () => {
    expect(names('resolutionMeeting', {})).not.toContain('notVotingWhy')
    expect(names('resolutionMeeting', { notVoting: 0 })).not.toContain('notVotingWhy')
    expect(field('resolutionMeeting', 'notVotingWhy', { notVoting: 2 })?.optional).toBe(false)
  })

  it('a request that is handed to a matter: the bodies are those that the topic leaves', () => {
    const body = (topic: string) =>
      fieldsFor('triage', 'decide', { topic })
        .find((f) => f.name === 'body')
        ?.options?.map((o) => o.value)
    expect(body('planning')).toEqual(['matterOfRepresentatives', 'matterOfAssembly'])
    expect(body('articles')).toEqual(['matterOfMembers'])
    expect(names('triage', {}, {}, 'decide')).not.toContain('body')
    expect(names('triage', { topic: 'planning' }, {}, 'handle')).not.toContain('topic')
  })

  it('milestones are counted where there are any; going further asks for the day on the wall', () => {
    const stages = [
      { on: '2026-07-10', does: '路基' },
      { on: '2026-08-01', does: '路面' },
    ]
    const of = { fields: { stages, stagesDone: 1, budget: 100 } }
    expect(names('progress', {}, { fields: { budget: 100 } })).not.toContain('stagesDone')
    expect(field('progress', 'stagesDone', {}, of)).toMatchObject({ steps: stages, done: 1 })
    expect(names('progress', { stagesDone: 1 }, of)).not.toContain('stageBoardOn')
    expect(field('progress', 'stageBoardOn', { stagesDone: 2 }, of)?.optional).toBe(false)
  })

  it('100 fen of a budget of 100 need no reason, 101 do', () => {
    const of = { fields: { budget: 100 } }
    expect(names('progress', { spent: 100 }, of)).not.toContain('overWhy')
    expect(field('report', 'overWhy', { spent: 101 }, of)?.optional).toBe(false)
  })

  it('sent back only to what was gone through', () => {
    const to = field('sendBack', 'to', {}, { passed: ['open', 'proposal', 'deliberation'] })
    expect(to?.options?.map((o) => o.value)).toEqual(['proposal', 'deliberation'])
  })

  it('a plan that the members vote on names its risk, and above the line its exchange', () => {
    const settings = { exchangeAbove: 5_000_000 }
    const plan = (topic: string, budget: number) => ({ fields: { topic, budget }, settings })
    expect(names('planPosting', {}, plan('yearPlan', 9e6))).not.toEqual(expect.arrayContaining(['risk', 'exchange']))
    expect(field('planPosting', 'risk', {}, plan('borrowing', 0))?.optional).toBe(false)
    expect(field('planPosting', 'exchange', {}, plan('operation', 5_000_000))?.optional).toBe(true)
    expect(field('planPosting', 'exchange', {}, plan('operation', 5_000_001))?.optional).toBe(false)
  })

  it('the township says why it sends a matter back, and only then', () => {
    expect(names('legality', {}, {}, 'lawful')).not.toContain('ground')
    expect(fieldsFor('legality', 'returned').find((f) => f.name === 'ground')?.optional).toBe(false)
    expect(fieldsOf('legality').filter(isCompact)).toHaveLength(5)
  })

  it('a paper is asked for without a number or an amount: those come from the decision', () => {
    expect(names('sealPaper')).not.toEqual(expect.arrayContaining(['decision']))
    expect(names('sealPaper', { document: '借款担保书' })).toContain('notGuarantee')
    expect(names('sealPaper', { document: '租赁合同' })).not.toContain('notGuarantee')
  })
})

describe('money that is taken from a decision', () => {
  const bill = (amount: number, left: number) => {
    const fields = fieldsFor('billOfDecision', undefined, {}, { known: known({ left }) })
    return problemsOf('billOfDecision', fields, { amount }).find((p) => p.field === 'amount')?.says
  }
  it('what is left stands above the amount', () => {
    expect(field('billOfDecision', 'amount', {}, { left: 48_600_000 })?.help).toContain('还剩486,000.00元')
  })
  it('all that is left may be taken, a fen more may not', () => {
    expect(bill(100, 100)).toBeUndefined()
    expect(bill(101, 100)).toContain('超过了0.01元')
  })
})

const stepOf = (workflow: typeof matterOfMembers, id: string) => workflow.steps.find((s) => s.id === id)!
const votes = (present: number, yes: number, no = 0) => ({
  ...{ present, votesFor: yes, votesAgainst: no, votesAbstain: 0 },
})

describe('live check of the other meetings', () => {
  const rows = (workflow: typeof matterOfMembers, roll: object, value: object, id = 'resolution', settings = {}) =>
    liveRows(
      {
        count: stepOf(workflow, id).count!,
        roll: { name: 'r', eligible: 0, all: 0, households: 0, ...roll },
        settings: { partyQuorum: [2, 3], ...settings },
      },
      value as Record<string, unknown>,
    )
  const titles = (...of: Parameters<typeof rows>) => rows(...of).map((r) => `${r.state} ${r.title}`)

  it('901 members: 600 are one short of two thirds, 601 do; what may be done is said', () => {
    const roll = { eligible: 901, all: 901 }
    const [heads] = rows(matterOfMembers, roll, { present: 600 })
    expect(heads).toMatchObject({ state: 'bad', title: '人数不够，还差1人' })
    expect(heads.detail).toContain('可以重新提前10天通知再开')
    expect(titles(matterOfMembers, roll, { present: 601 })[0]).toBe('ok 人数够，会议有效')
  })

  it('two thirds of all 901 have to agree: 601 do, 600 of 650 who came don’t', () => {
    const roll = { eligible: 901, all: 901 }
    expect(titles(matterOfMembers, roll, votes(650, 601, 49))[2]).toBe('ok 同意三分之二以上，通过')
    expect(titles(matterOfMembers, roll, votes(650, 600, 50))[2]).toBe('bad 没有通过，差1票')
  })

  it('an assembly is lawful by heads or by households', () => {
    const roll = { eligible: 824, all: 824, households: 412 }
    const [waits] = rows(matterOfAssembly, roll, {})
    expect(waits.detail).toBe('要过半数，至少413人；或者三分之二以上，至少275户')
    expect(titles(matterOfAssembly, roll, { present: 300 })[0]).toContain('bad')
    expect(titles(matterOfAssembly, roll, { present: 300, householdsPresent: 275 })[0]).toBe('ok 人数够，会议有效')
    expect(titles(matterOfAssembly, roll, { present: 300, householdsPresent: 274 })[0]).toBe('bad 户数不够，还差1户')
    expect(titles(matterOfAssembly, roll, { present: 500, householdsPresent: 413 })[0]).toBe('bad 到会的户比应到多1户')
  })

  it('whoever doesn’t vote stays among those who came: 51 came, 2 stood aside, 49 votes', () => {
    const roll = { eligible: 58, all: 58 }
    const value = { ...votes(51, 47, 2), notVoting: 2 }
    expect(titles(matterOfRepresentatives, roll, value)).toEqual([
      'ok 人数够，会议有效',
      'ok 票数对得上',
      'ok 同意过半数，通过',
    ])
    expect(titles(matterOfRepresentatives, roll, { ...value, votesFor: 48 })[1]).toBe('bad 票数对不上，多1票')
    expect(titles(matterOfRepresentatives, roll, { ...value, notVoting: 52 })[0]).toBe('bad 回避的比实到的还多')
  })

  it('the committees’ meeting may leave them out of 应到, where that is set', () => {
    const of = { eligible: 9, all: 9 }
    const value = { ...votes(6, 4), notVoting: 2 }
    expect(rows(matterOfRepresentatives, of, value, 'deliberation')[0].detail).toContain('至少6人，实到6人')
    const out = rows(matterOfRepresentatives, of, value, 'deliberation', { leaveOutRecused: 1 })
    expect(out[0]).toMatchObject({ state: 'bad', title: '人数不够，还差1人' })
  })

  it('more through the phone and by proxy than came: told at those', () => {
    const roll = { eligible: 901, all: 901 }
    const value = { ...votes(700, 700), online: 600, proxies: 101 }
    expect(titles(matterOfMembers, roll, value)[0]).toBe('bad 在线和委托的比实到的还多')
  })
})

describe('what the phone refuses before the server does', () => {
  const judging = (id: string, fields = {}, more: Partial<Judging> = {}): Judging => ({
    facts: stepOf(matterOfRepresentatives, id).facts ?? [],
    found: { workflow: 'matterOfRepresentatives', fields, step: id, enteredOn: '2026-06-01', log: [] },
    settings: { noticeDays: 3, partyNoticeDays: 3 },
    today: '2026-06-08',
    ...more,
  })
  const told = (form: string, typed: object, of: Judging) =>
    problemsOf(form, fieldsFor(form), typed as Record<string, unknown>, undefined, of)

  it('called on 6月8日 the representatives meet on the 12th at the earliest, not on the 11th', () => {
    const on = (meetOn: string) =>
      told('representativesCall', { noticeOn: '2026-06-08', meetOn }, judging('call')).find((p) => p.field === 'meetOn')
    expect(on('2026-06-12')).toBeUndefined()
    expect(on('2026-06-11')?.says).toContain('最早6月12日开会')
    expect(earliestMeeting(judging('call'), { noticeOn: '2026-06-08' })).toBe('2026-06-12')
    expect(earliestMeeting(judging('call', {}, { settings: {} }), { noticeOn: '2026-06-08' })).toBeUndefined()
  })

  it('a meeting isn’t recorded before its notice has run, nor on a day that hasn’t come', () => {
    const held = (heldOn: string, today: string) =>
      told('resolutionMeeting', { heldOn }, judging('resolution', { noticeOn: '2026-06-08' }, { today })).find(
        (p) => p.field === 'heldOn',
      )?.says
    expect(held('2026-06-11', '2026-06-12')).toContain('最早6月12日')
    expect(held('2026-06-12', '2026-06-12')).toBeUndefined()
    expect(held('2026-06-13', '2026-06-12')).toContain('在今天以后')
  })

  it('the party has the draft three days before', () => {
    const held = (heldOn: string) =>
      told('partyMeeting', { draftSentOn: '2026-06-04', heldOn }, judging('partyMeeting')).find(
        (p) => p.field === 'heldOn',
      )
    expect(held('2026-06-06')?.says).toContain('最早6月7日')
    expect(held('2026-06-07')).toBeUndefined()
  })

  it('what the township ticked as missing can’t be lawful', () => {
    const of = { ...judging('legalityReview'), outcome: 'lawful' }
    expect(told('legality', { called: 'no' }, of).find((p) => p.field === 'called')?.says).toContain('通知时间不够')
  })
})

describe('the template of the minutes', () => {
  it('each kind of meeting has its own, with gaps that have to be filled', () => {
    const kinds = ['proposalMeeting', 'deliberationMeeting', 'partyMeeting', 'resolutionMeeting', 'membersMeeting']
    const texts = kinds.map((kind) => minutesTemplate(kind, '修路')!)
    expect(new Set(texts).size).toBe(kinds.length)
    for (const text of texts) expect(gapsIn(text).length).toBeGreaterThan(3)
    expect(texts[0]).toContain('议题：修路。')
    expect(minutesTemplate('progress', '修路')).toBeUndefined()
  })

  it('every form that has minutes and counts votes has one', () => {
    const counted = [matterOfRepresentatives, matterOfAssembly, matterOfMembers].flatMap((w) =>
      w.steps.filter((s) => s.count).map((s) => s.form),
    )
    expect(counted.filter((form) => minutesTemplate(form, '') === undefined)).toEqual([])
  })

  it('a gap that is left is named before it is sent', () => {
    const fields = fieldsFor('resolutionMeeting')
    const wrong = (minutes: string) =>
      problemsOf('resolutionMeeting', fields, { minutes }).find((p) => p.field === 'minutes')?.says
    expect(wrong('主持人：【谁】。')).toContain('“【谁】”还没有填')
    expect(wrong('主持人：何福来。')).toBeUndefined()
  })
})
