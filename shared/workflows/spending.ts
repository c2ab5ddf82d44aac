import type { Follow, Role, Route, Step, Workflow } from '../engine/workflow'
import { oversight } from './display'
import { half, meeting, twoThirds } from './matterSteps'
import { local, ours } from './rules'

const due = { days: { setting: 'signDays', atLeast: 1 } } as const
/** What was drawn on the decision goes back when nothing is paid. */
const giveBack: Follow = { tell: 'from', act: 'billRefused', carry: ['amount'] }
const source = '浙江省村级财务规定：联审联签，先主任（社长）、后书记，每笔经村监委审核；金额由镇里定'

const signing = (
  of: Pick<Step, 'id' | 'title' | 'seal' | 'by' | 'rule' | 'notBy'> & { facts?: readonly string[]; signed: Route },
): Step => ({
  ...{ id: of.id, title: of.title, seal: of.seal, by: of.by, rule: of.rule, form: 'signing', due },
  notBy: ['open', 'revision', ...(of.notBy ?? [])],
  facts: ['groundWhenRefused', ...(of.facts ?? [])],
  next: { signed: of.signed, returned: 'revision', refused: 'closed' },
  says: { signed: '同意', returned: '退回补票据', refused: '不能报' },
  then: { refused: giveBack },
})

/** The supervisors read it after both signatures, or before them: the township sets which (两种做法都有). */
const supervisorsFirst = { setting: 'spendingOrder' } as const
const toHead: Route = { by: 'account', to: { collective: 'collectiveSign' }, otherwise: 'headSign' }
const toSigners: Route = { by: supervisorsFirst, to: { 1: 'supervision' }, otherwise: toHead }
const heads = ['headSign', 'collectiveSign'] as const
const begins: Route = {
  field: 'amount',
  tiers: [{ upTo: { setting: 'jointAbove' }, to: toSigners }],
  above: 'jointReview',
}
const signed = { says: '先主任（社长）、后书记签字，两个人', source, standing: 'local' } as const
const handlers: readonly Role[] = [
  'clerk',
  'committee',
  'director',
  'secretary',
  'collectiveHead',
  'groupLeader',
  'representative',
]

/** 财务审核: a bill goes from whoever handled it through both signatures, the supervisors and the agency to the books. */
export const spending: Workflow = {
  ...{
    id: 'spending',
    version: 1,
    title: '财务审核',
    mark: '支',
    sees: 'office',
    titleFrom: 'purpose',
    searchable: true,
  },
  opensBy: [...handlers, 'child'],
  openForm: 'bill',
  openFacts: [
    'billIsMoney',
    'notInFuture',
    'billHasDecision',
    'billNotAlreadyIn',
    'splitBillsNoted',
    'billShown',
    'sameFileElsewhere',
  ],
  begins,
  steps: [
    {
      ...meeting({
        ...{ id: 'jointReview', title: '村务联席会议审', seal: '联', by: ['director', 'secretary', 'clerk'] },
        form: 'jointReview',
        rule: { says: '较大的支出先由村务联席会议集体审', source, standing: 'local' },
        due,
        count: {
          ...{
            roll: 'twoCommittees',
            quorum: [{ of: 'people', share: twoThirds }],
            pass: { of: 'present', share: half },
          },
          ...{ leavesOut: 'leaveOutRecused', ifShort: '可以改期再开，把日子重新告诉大家。' },
        },
        passed: toSigners,
      }),
      then: { failed: giveBack },
    },
    signing({
      ...{
        id: 'headSign',
        title: '主任签字',
        seal: '签',
        by: ['director', 'collectiveHead', 'townshipLead', 'township'],
      },
      ...{ rule: signed, notBy: ['supervision'], signed: 'secretarySign' },
    }),
    signing({
      ...{
        id: 'collectiveSign',
        title: '社长签字',
        seal: '签',
        by: ['collectiveHead', 'director', 'townshipLead', 'township'],
      },
      ...{ rule: signed, notBy: ['supervision'], signed: 'secretarySign' },
    }),
    signing({
      ...{
        id: 'secretarySign',
        title: '书记签字',
        seal: '签',
        by: ['secretary', 'townshipLead', 'township'],
        rule: signed,
      },
      notBy: [...heads, 'supervision'],
      signed: { by: supervisorsFirst, to: { 1: 'agencyReview' }, otherwise: 'supervision' },
    }),
    signing({
      ...{
        id: 'supervision',
        title: '村监委审核',
        seal: '监',
        by: ['supervisor', 'discipline', 'township'],
        facts: ['maySupervise'],
      },
      rule: { says: '每笔支出都由村务监督委员会审核', source, standing: 'local' },
      notBy: [...heads, 'secretarySign'],
      signed: { by: supervisorsFirst, to: { 1: toHead }, otherwise: 'agencyReview' },
    }),
    signing({
      ...{ id: 'agencyReview', title: '三资代理中心审核', seal: '核', by: ['agency'], signed: 'payment' },
      rule: { says: '没有走完程序的，代理中心不收', source, standing: 'local' },
    }),
    {
      ...{ id: 'payment', title: '付款', seal: '付', by: ['clerk', 'agency'], form: 'payment', due },
      rule: local('审完才付，付了留凭证'),
      facts: ['notInFuture', 'sameFileElsewhere'],
      next: { paid: 'booking' },
      says: { paid: '付了' },
    },
    {
      ...{ id: 'booking', title: '入账', seal: '账', by: ['agency'], form: 'booking', due },
      rule: ours('入账的这一笔，直接成为当月收支公开表的一行'),
      facts: ['notInFuture', 'bookedAfterPaid', 'voucherIsFree'],
      next: { booked: 'closed' },
      says: { booked: '记入账' },
    },
    {
      ...{ id: 'revision', title: '补票据', seal: '补', by: ['opener', 'clerk'], form: 'billRevision' },
      rule: ours('票据、用途可以补；金额和收款人不能改，要改就重新报'),
      facts: ['billShown', 'sameFileElsewhere'],
      due: { days: { setting: 'stepDays', atLeast: 1 } },
      next: { resent: begins, dropped: 'closed' },
      says: { resent: '补好了，再送', dropped: '不报了' },
      then: { dropped: giveBack },
    },
  ],
  asides: [...oversight],
}
