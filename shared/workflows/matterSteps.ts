import type { Count, Route, Step } from '../engine/workflow'
import { display, displayDays } from './display'
import { law, local, ours, rules, zhejiangAssets } from './rules'

export const half = { moreThan: [1, 2] } as const
export const twoThirds = { atLeast: [2, 3] } as const
export const nextStep = { days: { setting: 'stepDays', atLeast: 1 } } as const
export const tellFailed = { tell: 'from', act: 'notPassed' } as const

const again = '可以改期再开，把日子重新告诉大家。'

type Meeting = Pick<Step, 'id' | 'title' | 'seal' | 'rule' | 'by' | 'form'> & {
  facts?: readonly string[]
  due?: Step['due']
  notBefore?: Step['notBefore']
  count: Count
  passed: Route
}

/** A counted meeting: the count says passed or failed, a roll is held against the roster, a reused picture is pointed at. */
export const meeting = ({ passed, facts = [], due = nextStep, ...of }: Meeting): Step => ({
  ...of,
  facts: [
    ...(['notInFuture', 'heldInOrder', 'rollFits', 'recusalHasReason', 'minutesFilled'] as const),
    ...facts,
    'sameFileElsewhere',
  ],
  due,
  next: { passed, failed: 'closed' },
  then: { failed: tellFailed },
})

/** The committees' own meetings may leave out whoever has an interest, where the township has set it so. */
const leavesOut = 'leaveOutRecused'

export const proposal = (form: string, facts: readonly string[]): Step =>
  meeting({
    ...{ id: 'proposal', title: '党支部会提议', seal: '提', by: ['secretary', 'clerk'], form, facts },
    rule: law('重要的事先由村党组织研究讨论', '第二十八条'),
    count: {
      ...{ roll: 'branchCommittee', quorum: [{ of: 'people', share: half }], pass: { of: 'present', share: half } },
      ...{ leavesOut, ifShort: again },
    },
    passed: 'deliberation',
  })

const bothCommittees: Count = {
  ...{ roll: 'twoCommittees', quorum: [{ of: 'people', share: twoThirds }], pass: { of: 'present', share: half } },
  ...{ leavesOut, ifShort: again },
}

/** 一肩挑: where one person is secretary and director, the branch and both committees may meet at once. */
export const jointMeeting = (form: string, facts: readonly string[], passed: Route): Step =>
  meeting({
    ...{ id: 'jointMeeting', title: '党支部提议、“两委”商议合并开会', seal: '提', by: ['secretary', 'clerk'], form },
    rule: local('书记和主任是同一个人的村，提议和商议可以合并开，写明依据'),
    facts: [...facts, 'branchIsQuorate'],
    count: bothCommittees,
    passed,
  })

export const deliberation = (passed: Route): Step =>
  meeting({
    ...{ id: 'deliberation', title: '“两委”会商议', seal: '商', form: 'deliberationMeeting' },
    rule: local('村党组织和村委会成员一起商议，过半数同意'),
    by: ['secretary', 'director', 'clerk'],
    count: bothCommittees,
    passed,
  })

const review = (of: Pick<Step, 'id' | 'rule' | 'due'>, lawful: Route): Step => ({
  ...{ ...of, title: '镇里审查程序', seal: '核', by: ['township', 'townshipLead'], form: 'legality' },
  facts: ['groundWhenReturned', 'checkedBeforeLawful'],
  next: { lawful, returned: 'deliberation' },
  says: { lawful: '程序合法', returned: '退回，说明原因' },
})

/** V1: whether the procedure is lawful, never whether it is a good plan. Silence is late, not a yes. */
export const legalityReview = (lawful: Route): Step =>
  review(
    {
      id: 'legalityReview',
      rule: ours('花钱多的事，镇里3个工作日内看程序合不合法，不管该不该办'),
      due: { workdays: { setting: 'legalityWorkdays', atLeast: 1 } },
    },
    lawful,
  )

/** 浙江集体资产条例第二十八条: a plan for share cooperation is always looked at. */
export const shareSchemeReview = (lawful: Route): Step =>
  review(
    {
      id: 'shareSchemeReview',
      rule: zhejiangAssets('股份合作方案，镇里7个工作日内审查合不合法', '第二十八条'),
      due: { workdays: { setting: 'shareSchemeWorkdays', atLeast: 1, atMost: 7 } },
    },
    lawful,
  )

const wall = ['clerk', 'director', 'secretary', 'collectiveHead'] as const

/** Before the members vote, the plan hangs at least 15 days for comments. */
export const consultation: readonly Step[] = [
  {
    ...{ id: 'planPosting', title: '公示方案，征求意见', seal: '征', by: wall, form: 'planPosting' },
    rule: zhejiangAssets('交给成员表决以前，方案先公示，征求意见不少于15天', '第二十条'),
    facts: ['notInFuture', 'boardAfterMeeting', 'riskStated', 'exchangeNamed', 'ownWordsNoted', 'sameFileElsewhere'],
    due: { days: { setting: 'announceDays', atLeast: 1 } },
    next: { posted: 'planDisplay' },
    says: { posted: '落印，公示方案' },
  },
  {
    ...display({
      ...{ id: 'planDisplay', title: '方案公示', seal: '征', on: 'village', boardDay: 'planBoardOn' },
      ...{ to: 'partyMeeting', as: '（征求意见）' },
    }),
    rule: zhejiangAssets('征求意见不少于15天，谁都可以提', '第二十条'),
    shows: { on: 'village', days: displayDays, boardDay: 'planBoardOn', as: '（征求意见）', brief: true },
  },
]

export const partyMeeting: Step = meeting({
  ...{ id: 'partyMeeting', title: '党员大会审议', seal: '审', by: ['secretary', 'clerk'], form: 'partyMeeting' },
  rule: {
    says: '到会的要占有表决权党员的三分之二以上（不低于一半），全体有表决权党员过半数同意',
    source: '党支部工作条例第十一条；三分之二为当地做法',
    standing: 'party',
  },
  facts: ['draftHasReached', 'planKeptSinceComments'],
  count: {
    roll: 'partyVoting',
    quorum: [{ of: 'people', share: { setting: 'partyQuorum', floor: { atLeast: [1, 2] } } }],
    pass: { of: 'eligible', share: half },
    ifShort: '可以改期再开，方案重新发给没有到会的党员。',
  },
  passed: 'call',
})

/** Publicity of the decision, the works by their milestones, publicity of the result, and where it is set so the villagers' word. */
export const afterwards = (runs: Step['by']): readonly Step[] => [
  {
    ...{ id: 'announcement', owes: 'V01', title: '决议公开', seal: '公', rule: rules.board, by: wall },
    form: 'decisionPosting',
    facts: ['notInFuture', 'boardAfterMeeting', 'stagesInOrder', 'ownWordsNoted', 'sameFileElsewhere'],
    due: { days: { setting: 'announceDays', atLeast: 1 } },
    next: { posted: 'decisionDisplay' },
    says: { posted: '落印并公开' },
  },
  display({
    ...{ id: 'decisionDisplay', title: '决议公示', seal: '公', on: 'village', boardDay: 'boardOn' },
    ...{ to: 'works', as: '表决结果' },
  }),
  {
    ...{ id: 'works', title: '实施', seal: '施', by: runs, form: 'progress' },
    rule: local('按决议办，分几步、哪步哪天做完写清楚；时间长的，做完一段公开一段'),
    facts: ['notInFuture', 'stagesCountUp', 'stageIsPosted', 'spentExplained', 'sameFileElsewhere'],
    due: { days: 0, from: ['nextStageOn'] },
    renews: true,
    next: { progress: 'works', finished: 'report' },
    says: { progress: '记一次进展', finished: '完工了' },
  },
  {
    ...{ id: 'report', title: '结果公开', seal: '果', by: wall, form: 'report' },
    rule: law('决定的事和实施情况都要公开', '第三十五条'),
    facts: ['notInFuture', 'spentExplained', 'ownWordsNoted', 'sameFileElsewhere'],
    due: { days: { setting: 'reportDays', atLeast: 1 } },
    next: { posted: 'reportDisplay' },
    says: { posted: '落印并公开' },
  },
  display({
    ...{ id: 'reportDisplay', title: '结果公示', seal: '果', on: 'village', boardDay: 'resultBoardOn', as: '实施结果' },
    to: { by: { setting: 'fifthStep' }, to: { 1: 'appraisal' }, otherwise: 'closed' },
    then: { served: { tell: 'from', act: 'concluded', carry: ['result'] } },
  }),
  {
    ...{ id: 'appraisal', title: '群众评议', seal: '评', by: ['supervisor'], form: 'appraisal' },
    rule: local('实行“五议”的地方，办完由村监委主持群众评议'),
    facts: ['notInFuture'],
    due: nextStep,
    next: { appraised: 'closed' },
    says: { appraised: '记下评议结果' },
  },
]
