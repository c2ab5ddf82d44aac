import { matterTopics } from '@shared/matterTopics'
import { matterFacts } from '@shared/rules/matterFacts'
import { matters } from '@shared/workflows/matter'
import { describe, expect, it } from 'vitest'
import { aChild } from '../support/build'
import { judge, remarks, says } from './judging'

const tested = new Set<string>()
const fact = (name: keyof typeof matterFacts, tests: () => void) => {
  tested.add(name)
  describe(name, tests)
}

fact('topicFitsBody', () => {
  const of = (topic: string | undefined, workflow: string) => ({ form: { topic }, facts: { workflow } })
  it.each(['articles', 'membership', 'landShares', 'compensation', 'mergeSplit'])(
    '%s is barred from 成员代表大会, and may be decided by 成员大会 (集体经济组织法第二十八条)',
    (topic) => {
      expect(says('topicFitsBody', of(topic, 'matterOfMemberRepresentatives'))).toMatch(
        /不能由集体成员代表大会定，要开集体成员大会.*第二十八条/,
      )
      expect(says('topicFitsBody', of(topic, 'matterOfMembers'))).toBe('fine')
    },
  )
  it.each(matterTopics.map((t) => [t.label, t] as const))(
    '%s may be decided by its own bodies and by no other',
    (_, t) => {
      const lawful = matters.filter((m) => says('topicFitsBody', of(t.value, m.id)) === 'fine').map((m) => m.id)
      expect(lawful.sort()).toEqual([...t.bodies].sort())
    },
  )
  it('asks what it is about before anything else; what follows from a request was asked there', () => {
    expect(says('topicFitsBody', of(undefined, 'matterOfRepresentatives'))).toContain('请先选')
    expect(says('topicFitsBody', { ...of(undefined, 'matterOfRepresentatives'), by: aChild })).toBe('fine')
    expect(says('topicFitsBody', { ...of('articles', 'matterOfRepresentatives'), by: aChild })).toContain('成员大会')
  })
  it('holds at the first meeting too, for what was said at the opening', () =>
    expect(
      says('topicFitsBody', {
        form: {},
        before: { topic: 'articles' },
        facts: { workflow: 'matterOfMemberRepresentatives' },
      }),
    ).toContain('章程'))
})

fact('topicFitsChosenBody', () => {
  const decide = (form: Record<string, unknown>) => says('topicFitsChosenBody', { form, outcome: 'decide' })
  it('a request that becomes a matter says what it is about and who decides, and the two fit', () => {
    expect(decide({})).toContain('关于什么')
    expect(decide({ topic: 'operation' })).toContain('由哪个会来定')
    expect(decide({ topic: 'operation', body: 'matterOfRepresentatives' })).toContain(
      '要开集体成员大会或者集体成员代表大会',
    )
    expect(decide({ topic: 'operation', body: 'matterOfMembers' })).toBe('fine')
    expect(says('topicFitsChosenBody', { form: {}, outcome: 'handle' })).toBe('fine')
  })
})

fact('jointWithBasis', () => {
  it('the first two meetings may be one only where one person heads both, and says on what ground', () => {
    expect(says('jointWithBasis', { form: {}, facts: { oneHead: false } })).toBe('fine')
    expect(
      says('jointWithBasis', { form: { joint: true, jointBasis: '镇里文件' }, facts: { oneHead: false } }),
    ).toContain('分开开会')
    expect(says('jointWithBasis', { form: { joint: true }, facts: { oneHead: true } })).toContain('要写依据')
    expect(says('jointWithBasis', { form: { joint: true, jointBasis: '镇里文件' }, facts: { oneHead: true } })).toBe(
      'fine',
    )
  })
})

fact('groupIsNamed', () => {
  const of = (workflow: string, group?: number) =>
    says('groupIsNamed', { form: { group }, facts: { workflow, groups: 8 } })
  it('a group’s matter names a group of the roster: the 8th of 8, not the 9th; others name none', () => {
    expect(of('matterOfGroup', 8)).toBe('fine')
    expect(of('matterOfGroup', 9)).toContain('没有第9组')
    expect(of('matterOfGroup')).toContain('哪个村民小组')
    expect(of('matterOfGroup', 0)).toContain('哪个村民小组')
    expect(of('matterOfMembers')).toBe('fine')
  })
})

fact('raisedAgain', () => {
  const of = (earlier?: Record<string, unknown>) => says('raisedAgain', { facts: { earlier } })
  it('what failed or was withdrawn is raised again; what passed or is on its way isn’t, nor something else', () => {
    expect(of()).toBe('fine')
    expect(of({ outcome: 'failed', number: '东溪议-2026-0003', isMatter: true })).toBe('fine')
    expect(of({ outcome: 'withdrawn', number: '东溪议-2026-0003', isMatter: true })).toBe('fine')
    expect(of({ outcome: 'served', number: '东溪议-2026-0003', isMatter: true })).toContain('不用再提')
    expect(of({ number: '东溪议-2026-0003', isMatter: true })).toContain('不用再提')
    expect(of({ outcome: 'failed', number: '东溪说-2026-0003', isMatter: false })).toContain('不用再提')
  })
})

fact('boardAfterMeeting', () => {
  it.each(['boardOn', 'planBoardOn'])('%s may be the day of the meeting, not the day before', (field) => {
    const before = { heldOn: '2026-06-05' }
    expect(judge('boardAfterMeeting', { form: { [field]: '2026-06-05' }, before })).toEqual({})
    expect(says('boardAfterMeeting', { form: { [field]: '2026-06-04' }, before })).toContain('上墙不能早于那天')
  })
})

fact('riskStated', () => {
  it.each(['investment', 'borrowing', 'lending'])(
    '%s states its risk before the vote (浙江集体资产条例第十七条)',
    (topic) => {
      expect(says('riskStated', { form: {}, before: { topic } })).toContain('风险')
      expect(says('riskStated', { form: { risk: '可能收不回本' }, before: { topic } })).toBe('fine')
    },
  )
  it('the others need not', () => expect(says('riskStated', { form: {}, before: { topic: 'yearPlan' } })).toBe('fine'))
})

fact('exchangeNamed', () => {
  const of = (budget: number, exchange?: string, topic = 'operation') =>
    says('exchangeNamed', { form: { exchange }, before: { topic, budget } })
  it('a lease over the county’s 50 000 yuan names the exchange, one of just so much need not', () => {
    expect(of(5_000_000)).toBe('fine')
    expect(of(5_000_001)).toContain('农村产权交易市场')
    expect(of(5_000_001, '县农村产权交易中心')).toBe('fine')
    expect(of(5_000_001, undefined, 'yearPlan')).toBe('fine')
  })
})

fact('draftHasReached', () => {
  const of = (heldOn: string, settings?: Record<string, number>) =>
    says('draftHasReached', { form: { draftSentOn: '2026-06-01', heldOn }, ...(settings && { world: { settings } }) })
  it('sent on the 1st, the party meets on the 4th, not on the 3rd (提前3日, 当地做法)', () => {
    expect(of('2026-06-04')).toBe('fine')
    expect(of('2026-06-03')).toContain('最早6月4日')
  })
  it('isn’t sent before it was deliberated', () =>
    expect(
      says('draftHasReached', {
        form: { draftSentOn: '2026-06-01', heldOn: '2026-06-09' },
        before: { heldOn: '2026-06-02' },
      }),
    ).toContain('才商议好'))
  it('a township may set no days: the same day will do', () =>
    expect(of('2026-06-01', { partyNoticeDays: 0 })).toBe('fine'))
})

fact('planKeptSinceComments', () => {
  const log = [{ step: 'planDisplay' }]
  it('a plan that is changed after comments were asked is pointed at, not stopped', () => {
    const form = { plan: '租八年' }
    expect(remarks('planKeptSinceComments', { form, before: { plan: '租五年' }, log })[0]).toContain('又改过')
    expect(remarks('planKeptSinceComments', { form, before: { plan: '租八年' }, log })).toEqual([])
    expect(remarks('planKeptSinceComments', { form, before: { plan: '租五年' }, log: [] })).toEqual([])
  })
})

const inMatter = (workflow: string, form: Record<string, unknown>, before: Record<string, unknown> = {}) => ({
  form,
  before: { ...before },
  workflow,
})
const verdictOf = (
  name: string,
  { workflow, form, before }: ReturnType<typeof inMatter>,
  settings?: Record<string, number>,
) => {
  return says(name, { form, before, found: { workflow }, ...(settings && { world: { settings } }) })
}

fact('calledInTime', () => {
  const called = (workflow: string, meetOn: string, more: Record<string, unknown> = {}) =>
    verdictOf('calledInTime', inMatter(workflow, { noticeOn: '2026-06-01', meetOn, ...more }))
  it('代表会议: notice on the 1st, three days full on the 4th, the meeting on the 5th, not on the 4th (浙江实施办法第二十三条)', () => {
    expect(called('matterOfRepresentatives', '2026-06-05')).toBe('fine')
    expect(called('matterOfRepresentatives', '2026-06-04')).toContain('提前3天通知代表：6月1日发的通知，最早6月5日')
  })
  it.each([
    'matterOfAssembly',
    'matterOfMembers',
    'matterOfNonMembers',
    'matterOfGroupMembers',
    'matterOfMemberRepresentatives',
  ])('%s: ten days, the 12th and not the 11th', (workflow) => {
    expect(called(workflow, '2026-06-12')).toBe('fine')
    expect(called(workflow, '2026-06-11')).toContain('提前10天')
  })
  it('村民会议 may be called at once where it is urgent, and says why (组织法第二十五条)', () => {
    expect(called('matterOfAssembly', '2026-06-02', { urgent: true })).toContain('要写是什么情况')
    expect(called('matterOfAssembly', '2026-06-02', { urgent: true, urgentWhy: '台风要来' })).toBe('fine')
    expect(called('matterOfAssembly', '2026-05-31', { urgent: true, urgentWhy: '台风要来' })).toContain('不能早于通知')
  })
  it('a setting may ask for more days, never for fewer than the law', () => {
    const of = (days: number, meetOn: string) =>
      verdictOf('calledInTime', inMatter('matterOfMembers', { noticeOn: '2026-06-01', meetOn }), {
        memberNoticeDays: days,
      })
    expect(of(15, '2026-06-16')).toContain('提前15天')
    expect(of(3, '2026-06-11')).toContain('提前10天')
    expect(of(3, '2026-06-12')).toBe('fine')
  })
  it('isn’t sent before the meeting that it follows', () =>
    expect(
      verdictOf(
        'calledInTime',
        inMatter('matterOfRepresentatives', { noticeOn: '2026-06-01', meetOn: '2026-06-09' }, { heldOn: '2026-06-02' }),
      ),
    ).toContain('通知不能早于那天'))
})

fact('callIsWhole', () => {
  const whole = { noticeFiles: ['f'], noticeProof: ['f'], counsel: '合法' }
  const of = (form: Record<string, unknown>, workflow = 'matterOfRepresentatives') =>
    remarks('callIsWhole', { form, before: {}, found: { workflow } })
  it('without papers, proof or the adviser’s view it is pointed at; only representatives need the view', () => {
    expect(of(whole)).toEqual([])
    expect(of({})).toEqual(['通知里没有发给大家的材料、送达的证明、村法律顾问的意见。'])
    expect(of({ ...whole, counsel: undefined }, 'matterOfMembers')).toEqual([])
  })
})

fact('noticeHasRun', () => {
  const held = (workflow: string, heldOn: string, more: Record<string, unknown> = {}) =>
    verdictOf('noticeHasRun', inMatter(workflow, { heldOn }, { noticeOn: '2026-06-01', ...more }))
  it('is held to the notice that was recorded, whatever day was planned: the 5th for representatives, the 12th for members', () => {
    expect(held('matterOfRepresentatives', '2026-06-05')).toBe('fine')
    expect(held('matterOfRepresentatives', '2026-06-04')).toContain('要满3天才能开会，最早6月5日')
    expect(held('matterOfMembers', '2026-06-12')).toBe('fine')
    expect(held('matterOfMembers', '2026-06-11')).toContain('要满10天')
  })
  it('an urgent assembly needs no days', () =>
    expect(held('matterOfAssembly', '2026-06-02', { urgent: true, urgentWhy: '台风要来' })).toBe('fine'))
})

fact('voteWasWatched', () => {
  it('members vote under their supervisors’ eyes, or not at all (浙江集体资产条例第十七条)', () => {
    expect(says('voteWasWatched', { form: { supervised: false } })).toContain('监事会')
    expect(says('voteWasWatched', { form: { supervised: true } })).toBe('fine')
  })
})

fact('checkedBeforeLawful', () => {
  const form = { track: 'yes', authorised: 'none', called: 'yes', funded: 'yes', lawful: 'yes' }
  it('what was ticked as missing can’t be lawful; sent back it can', () => {
    expect(says('checkedBeforeLawful', { form, outcome: 'lawful' })).toBe('fine')
    expect(says('checkedBeforeLawful', { form: { ...form, funded: 'no' }, outcome: 'lawful' })).toContain('钱没有来源')
    expect(says('checkedBeforeLawful', { form: { ...form, funded: 'no' }, outcome: 'returned' })).toBe('fine')
  })
})

fact('minutesFilled', () => {
  it('a template’s gap is no record of a meeting', () => {
    expect(says('minutesFilled', { form: { minutes: '到会【几人】，一致同意。' } })).toContain('【几人】')
    expect(says('minutesFilled', { form: { minutes: '到会五人，一致同意。' } })).toBe('fine')
    expect(says('minutesFilled', { form: {} })).toBe('fine')
  })
})

fact('backToEarlier', () => {
  it('goes back to what was passed, not ahead and not to where it stands', () => {
    const went = (step: string, to: string, aside?: string) => ({ step, effect: { to }, ...(aside && { aside }) })
    const of = (to: string, ...log: ReturnType<typeof went>[]) =>
      says('backToEarlier', { form: { to }, log, found: { step: log.at(-1)!.effect.to } })
    const way = [went('proposal', 'deliberation'), went('deliberation', 'partyMeeting')]
    expect(of('proposal', ...way)).toBe('fine')
    expect(of('call', ...way)).toContain('已经走过')
    expect(of('partyMeeting', ...way)).toContain('已经走过')
    // called once, sent back to the start: the call of then leads nowhere any more
    const again = [
      ...way,
      went('partyMeeting', 'call'),
      went('call', 'resolution'),
      went('resolution', 'proposal', 'sendBack'),
    ]
    expect(of('call', ...again, ...way)).toContain('已经走过')
    expect(of('deliberation', ...again, ...way)).toBe('fine')
  })
})

const stages = [
  { on: '2026-07-01', does: '清场' },
  { on: '2026-08-01', does: '浇路' },
]
fact('stagesInOrder', () => {
  it('from early to late', () => {
    expect(says('stagesInOrder', { form: { stages } })).toBe('fine')
    expect(says('stagesInOrder', { form: { stages: [...stages].reverse() } })).toContain('从早到晚')
    expect(says('stagesInOrder', { form: {} })).toBe('fine')
  })
})
fact('stagesCountUp', () => {
  const of = (stagesDone?: number) => says('stagesCountUp', { form: { stagesDone }, before: { stages, stagesDone: 1 } })
  it('two of two at most, never fewer than before', () => {
    expect([of(), of(1), of(2)]).toEqual(['fine', 'fine', 'fine'])
    expect(of(3)).toContain('只有2步')
    expect(of(0)).toContain('不能变少')
  })
})
fact('stageIsPosted', () => {
  it('a stage that is done goes on the board; no new stage, nothing to post', () => {
    expect(says('stageIsPosted', { form: { stagesDone: 1 }, before: { stages } })).toContain('做完一步，公开一步')
    expect(says('stageIsPosted', { form: { stagesDone: 1, stageBoardOn: '2026-07-02' }, before: { stages } })).toBe(
      'fine',
    )
    expect(says('stageIsPosted', { form: { stagesDone: 1 }, before: { stages, stagesDone: 1 } })).toBe('fine')
    expect(says('stageIsPosted', { form: {}, before: { stages } })).toBe('fine')
  })
})

fact('spentExplained', () => {
  const of = (spent: number, overWhy?: string) => ({ form: { spent, overWhy }, before: { budget: 10_000 } })
  it('the budget to the fen needs no word, one fen more does and is pointed at', () => {
    expect(says('spentExplained', of(10_000))).toBe('fine')
    expect(says('spentExplained', of(10_001))).toContain('多0.01元')
    expect(remarks('spentExplained', of(10_001, '石料涨价'))).toEqual(['比决议定的多花了0.01元。'])
  })
})

fact('wasPassed', () => {
  const of = (outcome: string) => says('wasPassed', { log: [{ step: 'resolution', outcome }] })
  it('money and seals follow a decision that passed', () => {
    expect(of('passed')).toBe('fine')
    expect(of('failed')).toContain('没有通过的决议')
    expect(says('wasPassed', { log: [] })).toContain('没有通过的决议')
  })
})

it('every fact of matters is judged here', () => {
  expect([...tested].sort()).toEqual(Object.keys(matterFacts).sort())
})
