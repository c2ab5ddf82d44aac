import type { Step, Workflow } from '../engine/workflow'
import { display, onBoard, oversight } from './display'
import { law, ours, rules } from './rules'

const toReviewers = { party: 'branchReview', village: 'supervisorReview', finance: 'financeReview' }
const sent = { party: '送党支部审核', village: '送村监委审核', finance: '送村监委和代理中心审核' }
const authors = ['open', 'submission', 'revision'] as const

const review = (
  id: string,
  title: string,
  by: Step['by'],
  rule: Step['rule'],
  agreed: string,
  more: Record<string, string> = {},
  says: Record<string, string> = {},
): Step => ({
  id,
  title,
  seal: '审',
  rule,
  by,
  notBy: authors,
  form: 'reviewed',
  facts: ['groundWhenReturned'],
  due: { days: { setting: 'reviewDays', atLeast: 1 } },
  next: { agreed, returned: 'revision', ...more },
  says: { agreed: '同意', returned: '退回修改', ...says },
})

const submission = (id: string, title: string, form: string, facts: readonly string[]): Step => ({
  id,
  title,
  seal: '拟',
  rule: ours('写好后送审，写的人和审的人不能是同一个人'),
  by: ['opener'],
  form,
  facts,
  due: { days: { setting: 'reviewDays', atLeast: 1 } },
  next: toReviewers,
  says: sent,
})

/** 公开事项: prepared, reviewed by someone else, posted, displayed at least 15 days, filed. */
export const notice: Workflow = {
  id: 'notice',
  version: 1,
  title: '公开事项',
  mark: '公',
  opensBy: ['clerk', 'secretary', 'director', 'committee', 'collectiveHead'],
  openForm: 'notice',
  openFacts: ['boardIsItems', 'sumsAddUp'],
  sees: { field: 'audience' },
  seesBefore: 'office',
  steps: [
    submission('submission', '送审', 'submission', ['outcomeIsBoard']),
    submission('revision', '修改', 'revision', ['outcomeIsBoard', 'boardIsItems', 'sumsAddUp']),
    review('supervisorReview', '村监委审核', ['supervisor'], rules.supervised, 'posting'),
    review('financeReview', '村监委审核', ['supervisor'], rules.supervised, 'agencyReview'),
    review(
      'agencyReview',
      '三资代理中心审核',
      ['agency'],
      ours('财务公开表先由村监委、再由镇三资代理中心核对'),
      'posting',
    ),
    review(
      'branchReview',
      '党支部审核',
      // a village has one secretary: what the secretary wrote is read by the township
      ['secretary', 'township', 'townshipLead'],
      ours('党务公开先由党支部审核，书记自己写的由镇里审核，目录要求的再报上级审批'),
      'posting',
      { escalated: 'partyApproval' },
      { escalated: '同意，报上级审批' },
    ),
    review(
      'partyApproval',
      '上级审批',
      ['township', 'townshipLead'],
      ours('目录要求上级审批的党务事项，批了才公开'),
      'posting',
    ),
    {
      id: 'posting',
      title: '贴出公开',
      seal: '公',
      rule: law('村里必须设公开栏，可以同时用手机公开', '第三十五条'),
      by: ['clerk', 'director', 'secretary'],
      form: 'noticePosting',
      facts: ['notInFuture'],
      due: { days: { setting: 'announceDays', atLeast: 1 } },
      next: { posted: 'display' },
      says: { posted: '落印并公开' },
    },
    display({
      id: 'display',
      title: '正在公示',
      seal: '公',
      on: { field: 'board' },
      boardDay: 'boardOn',
      to: 'closed',
    }),
  ],
  asides: [
    onBoard('onBoard', 'onBoard', ['display']),
    {
      id: 'withdraw',
      title: '撤下',
      by: ['township', 'townshipLead'],
      form: 'withdrawal',
      while: 'open',
      does: 'withdraw',
    },
    ...oversight,
  ],
}
