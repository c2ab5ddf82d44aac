import type { Aside, Count, Step, Workflow } from '../engine/workflow'
import { display, onBoard, oversight } from './display'
import { law, local, ours, rules } from './rules'

const nextStep = { days: { setting: 'stepDays', atLeast: 1 } } as const
const tellFailed = { tell: 'from', act: 'notPassed' } as const

const meeting = (of: {
  id: string
  title: string
  seal: string
  rule: Step['rule']
  by: Step['by']
  form: string
  facts?: readonly string[]
  count: Count
  passed: Step['next'][string]
}): Step => ({
  id: of.id,
  title: of.title,
  seal: of.seal,
  rule: of.rule,
  by: of.by,
  form: of.form,
  facts: ['notInFuture', 'heldInOrder', ...(of.facts ?? []), 'sameFileElsewhere'],
  due: nextStep,
  count: of.count,
  next: { passed: of.passed, failed: 'closed' },
  then: { failed: tellFailed },
})

type Body = {
  id: string
  title: string
  deciding: { title: string; rule: Step['rule']; form: string; count: Count; facts: readonly string[] }
}

const half = { moreThan: [1, 2] } as const
const twoThirds = { atLeast: [2, 3] } as const

/** 四议两公开 for one deciding body: four meetings, two publicities of at least 15 days, works between them. */
export const matter = (body: Body): Workflow => ({
  id: body.id,
  version: 1,
  title: body.title,
  mark: '议',
  opensBy: ['secretary', 'director', 'clerk', 'child'],
  openForm: 'matter',
  sees: 'everyone',
  steps: [
    meeting({
      id: 'proposal',
      title: '党支部会提议',
      seal: '提',
      rule: law('重要的事先由村党组织研究讨论', '第二十八条'),
      by: ['secretary', 'clerk'],
      form: 'proposalMeeting',
      count: { roll: 'branchCommittee', quorum: [{ of: 'people', share: half }], pass: { of: 'present', share: half } },
      passed: 'deliberation',
    }),
    meeting({
      id: 'deliberation',
      title: '“两委”会商议',
      seal: '商',
      rule: local('村党组织和村委会成员一起商议，过半数同意'),
      by: ['secretary', 'director', 'clerk'],
      form: 'deliberationMeeting',
      count: {
        roll: 'twoCommittees',
        quorum: [{ of: 'people', share: twoThirds }],
        pass: { of: 'present', share: half },
      },
      passed: {
        field: 'budget',
        tiers: [{ upTo: { setting: 'legalityAbove' }, to: 'partyMeeting' }],
        above: 'legalityReview',
      },
    }),
    {
      id: 'legalityReview',
      title: '镇里审查程序',
      seal: '核',
      rule: ours('花钱多的事，镇里3个工作日内看程序合不合法，不管该不该办'),
      by: ['township', 'townshipLead'],
      form: 'legality',
      due: { workdays: { setting: 'legalityWorkdays', atLeast: 1 } },
      next: { lawful: 'partyMeeting', returned: 'deliberation' },
      says: { lawful: '程序合法', returned: '退回，说明原因' },
    },
    meeting({
      id: 'partyMeeting',
      title: '党员大会审议',
      seal: '审',
      rule: {
        says: '到会的要占有表决权党员的三分之二以上（不低于一半），全体有表决权党员过半数同意',
        source: '党支部工作条例第十一条；三分之二为当地做法',
        standing: 'party',
      },
      by: ['secretary', 'clerk'],
      form: 'partyMeeting',
      count: {
        roll: 'partyVoting',
        quorum: [{ of: 'people', share: { setting: 'partyQuorum', floor: { atLeast: [1, 2] } } }],
        pass: { of: 'eligible', share: half },
      },
      passed: 'resolution',
    }),
    meeting({
      id: 'resolution',
      seal: '决',
      by: ['director', 'clerk', 'secretary'],
      ...body.deciding,
      passed: 'announcement',
    }),
    {
      id: 'announcement',
      owes: 'V01',
      title: '决议公开',
      seal: '公',
      rule: rules.board,
      by: ['clerk', 'director', 'secretary'],
      form: 'posting',
      facts: ['notInFuture', 'boardAfterMeeting', 'ownWordsNoted'],
      due: { days: { setting: 'announceDays', atLeast: 1 } },
      next: { posted: 'decisionDisplay' },
      says: { posted: '落印并公开' },
    },
    display({
      id: 'decisionDisplay',
      title: '决议公示',
      seal: '公',
      on: 'village',
      boardDay: 'boardOn',
      to: 'works',
      as: '表决结果',
    }),
    {
      id: 'works',
      title: '实施',
      seal: '施',
      rule: local('按决议办，做到哪里记到哪里'),
      by: ['director', 'clerk', 'secretary'],
      form: 'progress',
      due: { days: 0, from: ['finishBy'] },
      next: { progress: 'works', finished: 'report' },
      says: { progress: '记一次进展', finished: '完工了' },
    },
    {
      id: 'report',
      title: '结果公开',
      seal: '果',
      rule: law('决定的事和实施情况都要公开', '第三十五条'),
      by: ['clerk', 'director', 'secretary'],
      form: 'report',
      facts: ['notInFuture', 'ownWordsNoted'],
      due: { days: { setting: 'reportDays', atLeast: 1 } },
      next: { posted: 'reportDisplay' },
      says: { posted: '落印并公开' },
    },
    display({
      ...{
        id: 'reportDisplay',
        title: '结果公示',
        seal: '果',
        on: 'village',
        boardDay: 'resultBoardOn',
        to: 'closed',
        as: '实施结果',
      },
      then: { served: { tell: 'from', act: 'concluded', carry: ['result'] } },
    }),
  ],
  asides: [
    onBoard('onBoard', 'onBoard', ['decisionDisplay']),
    onBoard('resultOnBoard', 'resultOnBoard', ['reportDisplay']),
    spend,
    {
      ...{
        id: 'withdraw',
        title: '撤回',
        by: ['secretary', 'director'],
        form: 'reason',
        while: 'open',
        does: 'withdraw',
      },
      during: ['proposal', 'deliberation', 'legalityReview', 'partyMeeting', 'resolution'],
      then: tellFailed,
    },
    ...oversight,
  ],
})

/** Money is drawn on the matter itself: of two racing requests only one gets it. */
const spend: Aside = {
  id: 'spend',
  title: '按决议用钱',
  by: ['clerk', 'director'],
  form: 'money',
  while: 'open',
  during: ['works', 'report'],
  does: 'draw',
}

export const matterOfRepresentatives = matter({
  id: 'matterOfRepresentatives',
  title: '四议两公开（村民代表会议）',
  deciding: {
    title: '村民代表会议决议',
    rule: law('村委会成员和村民代表三分之二以上到会，到会的人过半数同意；要有村民会议授权', '第二十九条、第三十条'),
    form: 'resolutionMeeting',
    facts: ['noticeHasRun'],
    count: {
      roll: 'representativesMeeting',
      quorum: [{ of: 'people', share: twoThirds }],
      pass: { of: 'present', share: half },
    },
  },
})
