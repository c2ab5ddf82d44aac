import type { Aside, Count, Role, Route, Rule, Step, Workflow } from '../engine/workflow'
import { onBoard, oversight } from './display'
import {
  afterwards,
  consultation,
  deliberation,
  half,
  jointMeeting,
  legalityReview,
  meeting,
  partyMeeting,
  proposal,
  shareSchemeReview,
  tellFailed,
  twoThirds,
} from './matterSteps'
import { collectiveLaw, law, zhejiang } from './rules'

type Body = {
  id: string
  title: string
  opensBy?: readonly Role[]
  /** who records its meeting and runs what it has decided */
  runs: Step['by']
  /** the village assembly has to have authorised it */
  authorised?: true
  /** plans for share cooperation are decided here, and looked at first */
  shareSchemes?: true
  /** the plan is publicised for comments before the vote */
  consults?: true
  call: { title: string; rule: Rule; form: string; facts?: readonly string[] }
  deciding: { title: string; rule: Rule; form: string; count: Count; facts?: readonly string[] }
}

const sendsBackFrom = [
  ...['deliberation', 'legalityReview', 'shareSchemeReview', 'planPosting', 'planDisplay'],
  ...['partyMeeting', 'call', 'resolution'],
]
/** Once the vote has passed: the decision's money may be used, for warranties and last bills also after the case is closed. */
export const decided = ['works', 'report', 'reportDisplay', 'appraisal', 'closed'] as const
const office = ['clerk', 'director', 'secretary', 'collectiveHead'] as const

const asidesOf = (steps: readonly Step[]): readonly Aside[] => {
  const before = sendsBackFrom.filter((id) => steps.some((s) => s.id === id))
  return [
    ...(before.includes('planDisplay')
      ? [
          onBoard('planOnBoard', 'planOnBoard', ['planDisplay']),
          {
            ...{ id: 'comment', title: '提意见', by: ['villager', 'representative', 'partyMember'], form: 'comment' },
            ...{ facts: ['ownWordsClear'], while: 'open', during: ['planDisplay'] },
          } satisfies Aside,
        ]
      : []),
    onBoard('onBoard', 'onBoard', ['decisionDisplay']),
    onBoard('resultOnBoard', 'resultOnBoard', ['reportDisplay']),
    {
      ...{ id: 'sendBack', title: '退回前面重新议', by: ['secretary', 'director', 'township', 'townshipLead'] },
      ...{ form: 'sendBack', facts: ['backToEarlier'], while: 'open', during: before, does: 'back' },
    },
    {
      ...{ id: 'spend', title: '按决议报账', by: office, form: 'billOfDecision', does: 'draw' },
      ...{
        facts: ['wasPassed', 'billIsMoney', 'notInFuture', 'billNotAlreadyIn', 'splitBillsNoted', 'billShown'],
        while: 'always',
        during: decided,
      },
      then: {
        open: 'spending',
        carry: ['decision', 'purpose', 'payee', 'amount', 'category', 'account', 'billOn', 'billNo', 'bills'],
      },
    },
    {
      ...{
        id: 'sealPaper',
        title: '按决议申请用章',
        by: office,
        form: 'sealOfDecision',
        does: 'draw',
        purse: 'pledged',
      },
      ...{ facts: ['wasPassed', 'paperIsLawful', 'ownWordsClear'], while: 'always', during: decided },
      then: {
        open: 'sealReview',
        carry: [
          'decision',
          'sealKind',
          'paper',
          'document',
          'purpose',
          'copies',
          'applicant',
          'amount',
          'written',
          'papers',
        ],
      },
    },
    {
      ...{ id: 'billRefused', title: '报账没有通过，钱退回', by: ['child'], form: 'released', while: 'always' },
      does: 'release',
    },
    {
      ...{ id: 'paperUnstamped', title: '没有盖章，钱退回', by: ['child'], form: 'released', while: 'always' },
      ...{ does: 'release', purse: 'pledged' },
    },
    {
      ...{
        id: 'withdraw',
        title: '撤回',
        by: ['secretary', 'director'],
        form: 'reason',
        while: 'open',
        does: 'withdraw',
      },
      during: ['proposal', 'jointMeeting', ...before],
      then: tellFailed,
    },
    ...oversight,
  ]
}

/** 四议两公开 for one deciding body: meetings, two publicities of at least 15 days, works between them; a fifth step by setting. */
const matter = (body: Body): Workflow => {
  const onwards = body.consults ? 'planPosting' : 'partyMeeting'
  const byMoney: Route = {
    field: 'budget',
    tiers: [{ upTo: { setting: 'legalityAbove' }, to: onwards }],
    above: 'legalityReview',
  }
  const reviewed: Route = body.shareSchemes
    ? { by: 'topic', to: { shareScheme: 'shareSchemeReview' }, otherwise: byMoney }
    : byMoney
  const form = body.authorised ? 'proposalMeeting' : 'plainProposalMeeting'
  const facts = ['topicFitsBody']
  const steps: Workflow['steps'] = [
    proposal(form, facts),
    jointMeeting(body.authorised ? 'jointProposalMeeting' : 'plainJointProposalMeeting', facts, reviewed),
    deliberation(reviewed),
    legalityReview(onwards),
    ...(body.shareSchemes ? [shareSchemeReview(onwards)] : []),
    ...(body.consults ? consultation : []),
    partyMeeting,
    {
      ...{ id: 'call', seal: '决', by: body.runs, due: { days: { setting: 'callDays', atLeast: 1 } } },
      ...{ title: body.call.title, rule: body.call.rule, form: body.call.form },
      facts: ['notInFuture', 'calledInTime', 'callIsWhole', 'sameFileElsewhere', ...(body.call.facts ?? [])],
      next: { called: 'resolution' },
      says: { called: '通知发出去了' },
    },
    meeting({
      ...{ id: 'resolution', seal: '决', by: body.runs, ...body.deciding },
      facts: ['noticeHasRun', ...(body.deciding.facts ?? [])],
      // full on the day before, so that it may be recorded on the day itself
      notBefore: { days: -1, from: ['meetOn'] },
      due: { days: { setting: 'recordDays', atLeast: 1 }, from: ['meetOn'] },
      passed: 'announcement',
    }),
    ...afterwards(body.runs),
  ]
  return {
    ...{ id: body.id, version: 1, title: body.title, mark: '议' },
    opensBy: [...(body.opensBy ?? []), 'secretary', 'director', 'clerk', 'child'],
    openForm: 'matter',
    openFacts: ['topicFitsBody', 'jointWithBasis', 'groupIsNamed', 'raisedAgain'],
    begins: { by: 'joint', to: { true: 'jointMeeting' }, otherwise: 'proposal' },
    sees: 'everyone',
    steps,
    asides: asidesOf(steps),
  }
}

const village = ['director', 'clerk', 'secretary'] as const
const collective = ['collectiveHead', 'clerk', 'director', 'secretary'] as const
const group = ['groupLeader', 'clerk', 'director', 'secretary'] as const

const tenDays = '召开十日以前，把时间、地点和要审议的事通知全体成员'

const ofMembers = {
  runs: collective,
  opensBy: ['collectiveHead'],
  consults: true,
  call: { title: '通知开成员大会', rule: collectiveLaw(tenDays, '第二十七条'), form: 'memberCall' },
} as const

/** 集体经济组织法第二十七条: two thirds come, two thirds of all agree; online and by written proxy within the household. */
const memberCount = (roll: 'collectiveCapable' | 'groupMembers'): Count => ({
  roll,
  quorum: [{ of: 'people', share: twoThirds }],
  pass: { of: 'all', share: twoThirds },
  admits: ['online', 'proxy'],
  ifShort: '可以重新提前10天通知再开；不能到场的成员可以在线参加，或者书面委托同一户的人。',
})

export const matterOfRepresentatives = matter({
  ...{ id: 'matterOfRepresentatives', title: '四议两公开（村民代表会议）', runs: village, authorised: true },
  call: {
    title: '通知开代表会议',
    rule: zhejiang('提前3天告诉代表要议什么；重要的事给材料，问过村法律顾问', '第二十三条'),
    form: 'representativesCall',
  },
  deciding: {
    title: '村民代表会议决议',
    rule: law('村委会成员和村民代表三分之二以上到会，到会的人过半数同意；要有村民会议授权', '第二十九条、第三十条'),
    form: 'resolutionMeeting',
    facts: ['compositionNoted'],
    count: {
      ...{ roll: 'representativesMeeting', quorum: [{ of: 'people', share: twoThirds }] },
      pass: { of: 'present', share: half },
      ifShort: '可以重新提前3天通知再开，或者改开村民会议。',
    },
  },
})

export const matterOfAssembly = matter({
  ...{ id: 'matterOfAssembly', title: '四议两公开（村民会议）', runs: village },
  call: {
    title: '通知开村民会议',
    rule: law('提前10日通知，特殊情况可以临时通知；要决定的事同时公开征求意见', '第二十五条'),
    form: 'assemblyCall',
  },
  deciding: {
    title: '村民会议决议',
    rule: law('十八周岁以上村民过半数，或者三分之二以上的户的代表到会，到会的人过半数同意', '第二十六条'),
    form: 'assemblyMeeting',
    count: {
      roll: 'adults',
      quorum: [
        { of: 'people', share: half },
        { of: 'households', share: twoThirds },
      ],
      pass: { of: 'present', share: half },
      ifShort: '可以重新提前10天通知再开，也可以每户来一位代表。',
    },
  },
})

export const matterOfMembers = matter({
  ...{ id: 'matterOfMembers', title: '四议两公开（集体成员大会）', shareSchemes: true, ...ofMembers },
  deciding: {
    title: '成员大会决议',
    rule: collectiveLaw('完全行为能力的成员三分之二以上参加，全体成员三分之二以上同意', '第二十七条'),
    form: 'membersMeeting',
    facts: ['voteWasWatched'],
    count: memberCount('collectiveCapable'),
  },
})

export const matterOfMemberRepresentatives = matter({
  ...{ id: 'matterOfMemberRepresentatives', title: '四议两公开（集体成员代表大会）', ...ofMembers },
  call: {
    title: '通知开成员代表大会',
    rule: {
      says: '提前10天通知全体成员代表',
      source: '本系统建议，参照农村集体经济组织法第二十七条',
      standing: 'ours',
    },
    form: 'memberRepresentativesCall',
  },
  deciding: {
    title: '成员代表大会决议',
    rule: collectiveLaw('全体成员代表三分之二以上同意；三分之二以上到会是本系统建议', '第二十八条'),
    form: 'memberRepresentativesMeeting',
    facts: ['voteWasWatched', 'compositionNoted'],
    count: {
      ...{ roll: 'collectiveRepresentatives', quorum: [{ of: 'people', share: twoThirds }] },
      pass: { of: 'all', share: twoThirds },
      ifShort: '可以重新提前10天通知再开，或者改开成员大会。',
    },
  },
})

export const matterOfNonMembers = matter({
  ...{ id: 'matterOfNonMembers', title: '四议两公开（非成员享受权益）', ...ofMembers },
  deciding: {
    title: '成员大会决议',
    rule: collectiveLaw('完全行为能力的成员三分之二以上参加，全体成员四分之三以上同意', '第十五条、第二十七条'),
    form: 'membersMeeting',
    facts: ['voteWasWatched'],
    count: { ...memberCount('collectiveCapable'), pass: { of: 'all', share: { atLeast: [3, 4] } } },
  },
})

export const matterOfGroup = matter({
  ...{ id: 'matterOfGroup', title: '四议两公开（村民小组会议）', runs: group, opensBy: ['groupLeader'] },
  call: {
    title: '通知开小组会议',
    rule: { says: '提前3天通知本组的人', source: '本系统建议', standing: 'ours' },
    form: 'groupCall',
  },
  deciding: {
    title: '村民小组会议决议',
    rule: law('本组十八周岁以上村民三分之二以上，或者三分之二以上的户的代表到会，到会的人过半数同意', '第三十二条'),
    form: 'assemblyMeeting',
    count: {
      roll: 'groupAdults',
      quorum: [
        { of: 'people', share: twoThirds },
        { of: 'households', share: twoThirds },
      ],
      pass: { of: 'present', share: half },
      ifShort: '可以改期再开，也可以每户来一位代表。',
    },
  },
})

export const matterOfGroupMembers = matter({
  ...{ id: 'matterOfGroupMembers', title: '四议两公开（小组代行集体）', ...ofMembers, runs: group },
  ...{ opensBy: ['groupLeader', 'collectiveHead'] as const },
  call: { title: '通知开小组成员会议', rule: collectiveLaw(tenDays, '第二十七条'), form: 'memberCall' },
  deciding: {
    title: '小组成员会议决议',
    rule: {
      says: '本组完全行为能力的成员三分之二以上参加，全体三分之二以上同意',
      source: '村民委员会组织法（2025）第三十二条；农村集体经济组织法第二十七条',
      standing: 'law',
    },
    form: 'membersMeeting',
    facts: ['voteWasWatched'],
    count: memberCount('groupMembers'),
  },
})

/** One for each body that decides. */
export const matters = [
  matterOfRepresentatives,
  matterOfAssembly,
  matterOfMembers,
  matterOfMemberRepresentatives,
  matterOfNonMembers,
  matterOfGroup,
  matterOfGroupMembers,
] as const
