import type { Aside, Board, Follow, Span, Step, Workflow } from '../engine/workflow'
import { display, onBoard, oversight } from './display'
import { law, ours, party, rules, zhejiangAssets } from './rules'

const toReviewers = {
  party: 'branchReview',
  village: 'supervisorReview',
  finance: 'financeReview',
  collective: 'collectiveReview',
}
const says = {
  party: '送党支部审核',
  village: '送村监委审核',
  finance: '送村监委和代理中心审核',
  collective: '送监事会和代理中心审核',
}
const authors = ['open', 'submission', 'revision'] as const

type Of = {
  id: string
  title: string
  mark: string
  openForm: string
  openFacts?: readonly string[]
  /** by when each step is due, where a law says so for the whole; default: the village's own days for each */
  due?: Span
  /** it hangs on this board alone; default: the board that its form names */
  only?: Board
  /** what posting it causes elsewhere */
  onPosted?: Follow
  owedAs?: Workflow['owedAs']
}

const review = (
  of: Pick<Step, 'id' | 'title' | 'by' | 'rule'> & { facts?: readonly string[]; agreed: string; due?: Span },
  more: { next?: Step['next']; says?: Step['says']; offers?: string } = {},
): Step => ({
  ...{ id: of.id, title: of.title, seal: '审', rule: of.rule, by: of.by },
  notBy: authors,
  form: 'reviewed',
  facts: [...(of.facts ?? []), 'groundWhenReturned', 'personalDataClear'],
  due: of.due ?? { days: { setting: 'reviewDays', atLeast: 1 } },
  ...(more.offers && { offers: more.offers }),
  next: { agreed: of.agreed, ...more.next, returned: 'revision' },
  says: { agreed: '同意', ...more.says, returned: '退回修改' },
})

const financeOnly = <T>({ finance, collective }: { finance: T; collective: T }) => ({ finance, collective })

const submission = (of: Of, id: string, title: string, form: string, facts: readonly string[]): Step => ({
  ...{ id, title, seal: '拟', rule: ours('写好后送审，写的人和审的人不能是同一个人') },
  by: ['opener'],
  form,
  facts: [...facts, 'outcomeIsBoard', 'personalDataNoted'],
  due: of.due ?? { days: { setting: 'reviewDays', atLeast: 1 } },
  offers: 'outcomeIsBoard',
  next: of.only === 'finance' ? financeOnly(toReviewers) : toReviewers,
  says: of.only === 'finance' ? financeOnly(says) : says,
})

/** What a notice says must hold whenever it is written, and once more when it is sent in. */
const content = [
  'boardIsItems',
  'periodFits',
  'saysEnough',
  'sheetFits',
  'sumsAddUp',
  'periodIsFree',
  'bookedBillsAreIn',
] as const

/** Pointed at when the accounts are written, and again when they are read; it stops nothing. */
const heldAgainstBills = ['bookedBillsAreIn'] as const

const bySupervisors = (id: string, agreed: string, due?: Span, facts: readonly string[] = []) =>
  review({
    ...{ id, title: '村监委审核', by: ['supervisor'], rule: rules.supervised, agreed, due },
    facts: ['maySupervise', ...facts],
  })

const first = (of: Of): Step => {
  const step = submission(of, 'submission', '送审', 'submission', [])
  return { ...step, next: { ...step.next, rewrite: 'revision' }, says: { ...step.says, rewrite: '再改一改' } }
}

const revised = (of: Of): Step => ({
  ...submission(of, 'revision', '修改', of.openForm === 'notice' ? 'revision' : `${of.openForm}Revision`, content),
  rewrites: true,
})

const ofFinance = (of: Of): readonly Step[] => [
  bySupervisors('financeReview', 'agencyReview', of.due, heldAgainstBills),
  review({
    ...{ id: 'collectiveReview', title: '监事会审核', by: ['collectiveSupervisor'], due: of.due },
    rule: zhejiangAssets('集体经济组织的监督机构先审财务收支', '第二十五条'),
    facts: heldAgainstBills,
    agreed: 'agencyReview',
  }),
  review({
    ...{ id: 'agencyReview', title: '三资代理中心审核', by: ['agency'], agreed: 'posting', due: of.due },
    rule: ours('财务公开表先由村监委或监事会、再由镇三资代理中心核对'),
    facts: heldAgainstBills,
  }),
]

const ofOtherBoards = (of: Of): readonly Step[] => [
  // 浙江实施办法第三十二条: the supervisors read what is to be published before it is
  bySupervisors('supervisorReview', 'posting', of.due),
  review(
    {
      ...{ id: 'branchReview', title: '党支部审核', agreed: 'posting', due: of.due },
      // a village has one secretary: what the secretary wrote is read by the township
      by: ['secretary', 'township', 'townshipLead'],
      rule: party('党务公开先由党支部审核，目录要求的再报上级审批', '中国共产党党务公开条例'),
      facts: ['approvalAsListed'],
    },
    { next: { escalated: 'partyApproval' }, says: { escalated: '同意，报上级审批' }, offers: 'approvalAsListed' },
  ),
  review({
    ...{ id: 'partyApproval', title: '上级审批', by: ['township', 'townshipLead'], agreed: 'posting', due: of.due },
    rule: party('目录要求上级审批的党务事项，批了才公开', '中国共产党党务公开条例'),
  }),
]

const steps = (of: Of): Workflow['steps'] => [
  first(of),
  revised(of),
  ...ofFinance(of),
  ...(of.only === 'finance' ? [] : ofOtherBoards(of)),
  {
    ...{
      id: 'posting',
      title: '贴出公开',
      seal: '公',
      rule: law('村里必须设公开栏，可以同时用手机公开', '第三十五条'),
    },
    by: ['clerk', 'director', 'secretary'],
    form: 'noticePosting',
    facts: ['notInFuture', 'periodIsFree', 'personalDataCleared'],
    due: of.due ?? { days: { setting: 'announceDays', atLeast: 1 } },
    next: { posted: 'display' },
    says: { posted: '落印并公开' },
    ...(of.onPosted && { then: { posted: of.onPosted } }),
  },
  display({ id: 'display', title: '正在公示', seal: '公', on: { field: 'board' }, boardDay: 'boardOn', to: 'closed' }),
]

const asides: readonly Aside[] = [
  {
    ...{ id: 'drop', title: '不发了', by: ['opener'], form: 'reason', while: 'open' },
    during: ['submission', 'revision'],
    does: 'withdraw',
  },
  onBoard('onBoard', 'onBoard', ['display']),
  {
    ...{ id: 'withdraw', title: '撤下', by: ['township', 'townshipLead'], form: 'withdrawal' },
    facts: ['withdrawnForCause', 'reasonIsClear'],
    while: 'always',
    does: 'withdraw',
  },
  {
    ...{ id: 'superseded', title: '已经更正', by: ['child'], form: 'nothing', while: 'always' },
    times: 1,
    does: 'supersede',
  },
  ...oversight,
]

/** Prepared, reviewed by someone else, posted, displayed at least 15 days, filed. */
const noticeOf = (of: Of): Workflow => ({
  ...{ id: of.id, version: 1, title: of.title, mark: of.mark },
  opensBy: ['clerk', 'secretary', 'director', 'committee', 'collectiveHead'],
  openForm: of.openForm,
  openFacts: [...content, 'personalDataNoted', ...(of.openFacts ?? [])],
  sees: { field: 'audience' },
  seesBefore: 'office',
  ...(of.owedAs && { owedAs: of.owedAs }),
  steps: steps(of),
  asides,
})

/** 公开事项. */
export const notice = noticeOf({ id: 'notice', title: '公开事项', mark: '公', openForm: 'notice' })

/** 更正: a new version of what was posted, read by the same reviewers; posting it takes the old one off the board. */
export const correction = noticeOf({
  ...{ id: 'correction', title: '更正', mark: '更', openForm: 'correction', openFacts: ['correctsPosted'] },
  onPosted: { tell: 'from', act: 'superseded' },
  owedAs: 'correction',
})

/** 重大财务事项: to be published within five days of the day on which it happened. */
export const majorFinance = noticeOf({
  ...{ id: 'majorFinance', title: '重大财务事项', mark: '财', openForm: 'majorFinance', openFacts: ['isMajor'] },
  only: 'finance',
  owedAs: 'major',
  due: { days: { setting: 'majorFinanceDays', atMost: 5 }, from: ['happenedOn'] },
})
