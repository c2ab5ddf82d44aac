import type { Aside, Step, Workflow } from '../engine/workflow'
import { byTime } from './display'
import { local, ours } from './rules'

const over = ['township', 'townshipLead', 'clusterLead'] as const
const village = ['secretary', 'director', 'clerk'] as const
const days = (setting: string) => ({ days: { setting, atLeast: 1 } })

const withdraw: Aside = {
  ...{ id: 'withdraw', title: '撤回', by: ['opener'], form: 'reason', while: 'open', does: 'withdraw' },
  tells: ['desk'],
}

const reply = (id: string, title: string, from: string, next: string): Step => ({
  ...{ id, title, seal: '答', form: 'supervisionReply' },
  rule: local('督办单要编号，村里按期答复办了什么、结果怎样'),
  // what waits for the cluster or the township is answered there
  by: [...village, 'clusterLead', 'township'],
  notBy: ['open'],
  facts: ['ownWordsClear'],
  due: { days: 0, from: [from] },
  next: { replied: next },
  says: { replied: '答复' },
  then: { replied: { tell: 'from', act: 'urgeAnswered', carry: ['number', 'answer'] } },
})

const check = (of: {
  id: string
  title: string
  next: Step['next']
  says: Step['says']
  then?: Step['then']
}): Step => ({
  ...{ ...of, seal: '核', form: 'supervisionCheck', by: over, facts: ['replyAgainNamed', 'ownWordsClear'] },
  rule: ours('答复以后3天内，发督办单的一方去核对'),
  due: days('superviseCheckDays'),
})

/** 督办单: numbered, answered, checked; of a case that it began on, or of an item that is missing on a board. */
export const supervision: Workflow = {
  id: 'supervision',
  version: 1,
  title: '督办',
  mark: '督',
  opensBy: ['child', ...over],
  openForm: 'supervision',
  openFacts: ['replyIsAhead', 'ownWordsClear'],
  sees: 'about',
  steps: [
    reply('reply', '村里答复', 'replyBy', 'check'),
    check({
      ...{ id: 'check', title: '核对答复' },
      next: { accepted: 'closed', sentBack: 'replyAgain' },
      says: { accepted: '办到了，销号', sentBack: '退回，再答复' },
    }),
    reply('replyAgain', '再答复一次', 'replyAgainBy', 'secondCheck'),
    check({
      ...{ id: 'secondCheck', title: '再核对一次' },
      next: { accepted: 'closed', notDone: 'closed' },
      says: { accepted: '办到了，销号', notDone: '还没办到，如实记下' },
    }),
  ],
  asides: [...byTime, withdraw],
}

/** 约谈: called, held and recorded; what was promised is checked. Villagers see that it happened and what was promised. */
export const interview: Workflow = {
  id: 'interview',
  version: 1,
  title: '约谈',
  mark: '谈',
  opensBy: ['child', ...over, 'discipline'],
  openForm: 'interview',
  openFacts: ['meetingIsAhead', 'ownWordsClear'],
  sees: 'about',
  steps: [
    {
      ...{
        id: 'talk',
        title: '谈话',
        seal: '谈',
        form: 'interviewHeld',
        by: ['townshipLead', 'township', 'clusterLead', 'discipline'],
      },
      rule: local('约谈要记下谈了什么、村里答应做什么、哪天做到'),
      facts: ['notInFuture', 'ownWordsClear'],
      due: { days: 1, from: ['meetOn'] },
      next: { held: 'undertaking' },
      says: { held: '记下约谈' },
    },
    {
      ...{ id: 'undertaking', title: '村里去做', seal: '办', form: 'undertakingDone', by: ['secretary', 'director'] },
      rule: local('答应的事按日子做到'),
      facts: ['ownWordsClear'],
      due: { days: 0, from: ['finishBy'] },
      next: { done: 'undertakingCheck' },
      says: { done: '报告做到了' },
    },
    {
      ...{ id: 'undertakingCheck', title: '核对做到没有', seal: '核', form: 'undertakingCheck' },
      by: ['townshipLead', 'township', 'clusterLead', 'discipline'],
      rule: ours('报告以后3天内核对'),
      facts: ['ownWordsClear'],
      due: days('superviseCheckDays'),
      next: { kept: 'closed', notKept: 'closed' },
      says: { kept: '做到了', notKept: '没有做到，如实记下' },
    },
  ],
  asides: [...byTime, withdraw],
}

/** 重点帮扶: a village in difficulty, with the leader who answers for it, a plan and a note each month. The office's alone. */
export const watch: Workflow = {
  id: 'watch',
  version: 1,
  title: '重点帮扶',
  mark: '帮',
  opensBy: ['township', 'townshipLead', 'county'],
  openForm: 'watch',
  openFacts: ['leaderIsInOffice'],
  sees: 'office',
  steps: [
    {
      ...{ id: 'helping', title: '每月记帮扶情况', seal: '帮', form: 'watchNote', renews: true },
      rule: local('有困难的村，由一位领导包着，有计划，每月记一次'),
      by: [{ named: 'leader' }, 'townshipLead', 'township'],
      facts: ['notInFuture'],
      due: { ...days('watchNoteDays'), from: ['notedOn'] },
      next: { noted: 'helping', better: 'watchReview' },
      says: { noted: '记这个月的', better: '改好了，请领导看' },
    },
    {
      ...{
        id: 'watchReview',
        title: '看能不能移出',
        seal: '核',
        form: 'watchReview',
        by: ['townshipLead', 'township'],
      },
      rule: ours('改好以后由镇领导去看，能移出才移出'),
      due: days('superviseCheckDays'),
      next: { removed: 'closed', keptOn: 'helping' },
      says: { removed: '移出', keptOn: '再帮一段' },
    },
  ],
  asides: [...byTime],
}
