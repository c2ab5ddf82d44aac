import type { Follow, Role, Route, Step, Workflow } from '../engine/workflow'
import { oversight } from './display'
import { local, ours } from './rules'

const due = { days: { setting: 'sealDays', atLeast: 1 } } as const
/** What was drawn on the decision goes back when nothing is stamped. */
const giveBack: Follow = { tell: 'from', act: 'paperUnstamped', carry: ['amount'] }

const approval = (of: { id: string; title: string; by: readonly Role[] }): Step => ({
  ...{ ...of, seal: '审', form: 'sealApproval', due },
  rule: local('审批的人不能管章，也不能是申请的人'),
  notBy: ['open', 'revision'],
  facts: ['approverIsNotKeeper', 'groundWhenRefused', 'ownWordsNoted'],
  next: {
    agreed: {
      by: 'paper',
      to: { contract: 'countersign', loan: 'countersign', contractingOut: 'countersign' },
      otherwise: 'stamping',
    },
    returned: 'revision',
    refused: 'closed',
  },
  says: { agreed: '同意用章', returned: '退回补材料', refused: '不同意' },
  then: { refused: giveBack },
})

/** Whose seal it is says who approves. */
const toApprover: Route = {
  by: 'sealKind',
  to: { party: 'partyApproval', collective: 'collectiveApproval', group: 'groupApproval' },
  otherwise: 'approval',
}

/** 用章审核: asked for, approved by someone who doesn't keep the seal, stamped by the keeper, on the register for good. */
export const sealReview: Workflow = {
  ...{
    id: 'sealReview',
    version: 1,
    title: '用章审核',
    mark: '章',
    sees: 'villagers',
    seesBefore: 'office',
    titleFrom: 'document',
  },
  opensBy: ['villager', 'clerk', 'committee', 'director', 'secretary', 'collectiveHead', 'groupLeader', 'child'],
  openForm: 'sealPaper',
  openFacts: ['paperIsLawful', 'paperHasDecision', 'ownWordsClear', 'sameFileElsewhere'],
  begins: toApprover,
  steps: [
    approval({ id: 'approval', title: '村委会审批', by: ['director', 'secretary', 'supervisor'] }),
    approval({ id: 'partyApproval', title: '党组织审批', by: ['secretary', 'director', 'supervisor'] }),
    approval({ id: 'collectiveApproval', title: '经济合作社审批', by: ['collectiveHead', 'director', 'supervisor'] }),
    approval({ id: 'groupApproval', title: '小组审批', by: ['groupLeader', 'director', 'secretary', 'supervisor'] }),
    {
      ...{ id: 'countersign', title: '书记联签', seal: '签', form: 'sealApproval', due },
      by: ['secretary', 'director', 'supervisor', 'townshipLead', 'township'],
      rule: local('合同、贷款、发包由主任和书记联签，两个人'),
      notBy: ['open', 'revision', 'approval', 'partyApproval', 'collectiveApproval', 'groupApproval'],
      facts: ['approverIsNotKeeper', 'groundWhenRefused', 'ownWordsNoted'],
      next: { agreed: 'stamping', returned: 'revision', refused: 'closed' },
      says: { agreed: '同意用章', returned: '退回补材料', refused: '不同意' },
      then: { refused: giveBack },
    },
    {
      // what was approved is the village's to know, what was asked for and refused isn't
      opens: true,
      ...{ id: 'stamping', title: '盖章，登记', seal: '用', by: ['sealKeeper'], form: 'stamping', due },
      rule: local('管章的人看过审批再盖，盖一次登记一次；空白纸不盖，章不带出去'),
      notBy: ['approval', 'partyApproval', 'collectiveApproval', 'groupApproval', 'countersign'],
      facts: ['notInFuture', 'stampedAsApproved', 'sameFileElsewhere'],
      next: { stamped: 'closed', returned: 'revision' },
      says: { stamped: '盖好了，登记', returned: '和批的不一样，退回' },
    },
    {
      ...{ id: 'revision', title: '补材料', seal: '补', by: ['opener', 'clerk'], form: 'sealRevision' },
      rule: ours('缺什么补什么；盖什么章、多少钱不能改，要改就重新申请'),
      facts: ['ownWordsClear', 'sameFileElsewhere'],
      due: { days: { setting: 'stepDays', atLeast: 1 } },
      next: { resent: toApprover, dropped: 'closed' },
      says: { resent: '补好了，再送', dropped: '不用了' },
      then: { dropped: giveBack },
    },
  ],
  asides: [
    {
      ...{ id: 'void', title: '作废', by: ['sealKeeper', 'director', 'secretary'], form: 'voided', while: 'closed' },
      ...{ facts: ['wasStamped', 'notInFuture', 'ownWordsNoted'], times: 1 },
      then: giveBack,
    },
    ...oversight,
  ],
}
