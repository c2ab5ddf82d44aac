import type { Aside, Step, Workflow } from '../engine/workflow'
import { oversight } from './display'
import { law, local, ours, rules } from './rules'

const days = (setting: string) => ({ days: { setting, atLeast: 1 } })
const handled = { progress: '记进展', done: '办好了' }

const handling = (of: {
  id: string
  title: string
  by: Step['by']
  due: string
  onward?: Record<string, string>
  says?: Record<string, string>
  rating: string
}): Step => ({
  id: of.id,
  title: of.title,
  seal: '办',
  rule: ours('村里7天、镇里15天、县里30天内办好，可以延一次，延期要说明原因'),
  by: of.by,
  form: 'handled',
  due: days(of.due),
  next: { progress: of.id, done: of.rating, ...of.onward },
  says: { ...handled, ...of.says },
})

const rating = (id: string, title: string, unsatisfied: string): Step => ({
  id,
  title,
  seal: '评',
  rule: rules.rating,
  by: ['opener'],
  form: 'rating',
  facts: ['reasonWhenUnsatisfied'],
  due: days('ratingDays'),
  lapses: { after: days('ratingDays'), as: 'silent' },
  next: { satisfied: 'closed', basically: 'closed', unsatisfied, silent: 'closed' },
  says: { satisfied: '满意', basically: '基本满意', unsatisfied: '不满意' },
})

const steps: [Step, ...Step[]] = [
  {
    id: 'acknowledgement',
    title: '村里接下',
    seal: '说',
    rule: local('谁先接到谁负责，1个工作日内接下'),
    by: ['clerk', 'secretary', 'director'],
    owns: true,
    form: 'acknowledge',
    due: { workdays: { setting: 'acknowledgeWorkdays', atLeast: 1 } },
    next: { acknowledged: 'hearing', urgent: 'urgentHearing' },
    says: { acknowledged: '接下，排进说事日', urgent: '急事，不等说事日' },
  },
  hearing('hearing', '说事日商量', { days: 0, from: ['nextSessionOn'] }, '到了说事日，当场商量怎么办'),
  hearing(
    'urgentHearing',
    '急事商量',
    { workdays: { setting: 'urgentWorkdays', atLeast: 1 } },
    '急事不等说事日，3个工作日内定下怎么办',
  ),
  handling({
    id: 'handling',
    title: '村里办理',
    by: ['owner', 'secretary', 'director'],
    due: 'handleDays',
    rating: 'rating',
    onward: { escalated: 'townshipHandling' },
    says: { escalated: '上报镇里' },
  }),
  handling({
    id: 'townshipHandling',
    title: '镇里办理',
    by: ['township', 'clusterLead'],
    due: 'townshipDays',
    rating: 'rating',
    onward: { escalated: 'countyHandling' },
    says: { escalated: '上报县里' },
  }),
  handling({
    id: 'countyHandling',
    title: '县里办理，镇里盯着',
    by: ['township', 'county'],
    due: 'countyDays',
    rating: 'rating',
  }),
  {
    id: 'consultation',
    title: '协商',
    seal: '议',
    rule: law('村民之间的难事和纠纷，村委会要组织协商，结果要公开，不写是谁提的', '第三十三条'),
    by: ['director', 'secretary', 'clerk'],
    form: 'consultation',
    facts: ['notInFuture'],
    due: days('handleDays'),
    next: { agreed: 'rating', notAgreed: 'townshipHandling' },
    says: { agreed: '谈成了', notAgreed: '没谈成，请镇里帮忙' },
  },
  {
    id: 'waitingForMatter',
    title: '等四议结果',
    seal: '议',
    rule: law('重要的事先由村党组织研究，再由村民会议或者代表会议决定', '第二十八条'),
    by: ['child'],
    form: 'childResult',
    next: { concluded: 'rating', notPassed: 'answering' },
  },
  {
    id: 'answering',
    title: '答复',
    seal: '办',
    rule: ours('没有通过的，3天内把原因告诉说事人'),
    by: ['secretary', 'director'],
    form: 'answer',
    due: days('answerDays'),
    next: { answered: 'rating' },
    says: { answered: '答复说事人' },
  },
  {
    id: 'planned',
    title: '暂时办不了，到日子再办',
    seal: '议',
    rule: ours('暂时办不了的要说清分几步、哪天再拿出来办，到日子自己回来'),
    by: ['clock'],
    form: 'nothing',
    // full on the day before, so that it is back on the day itself
    lapses: { after: { days: -1, from: ['returnsOn'] }, as: 'returned' },
    next: { returned: 'hearing' },
  },
  rating('rating', '说事人评价', 'reopening'),
  {
    id: 'reopening',
    title: '镇里看为什么不满意',
    seal: '办',
    rule: ours('不满意的退回重办一次，同时报到镇里'),
    by: ['township', 'clusterLead'],
    form: 'inspection',
    due: days('answerDays'),
    next: { sentBack: 'secondHandling' },
    says: { sentBack: '退回村里重办' },
  },
  handling({
    id: 'secondHandling',
    title: '重新办理',
    by: ['owner', 'secretary', 'director'],
    due: 'handleDays',
    rating: 'secondRating',
  }),
  rating('secondRating', '再评一次', 'closed'),
]

function hearing(id: string, title: string, due: Step['due'], says: string): Step {
  return {
    id,
    title,
    seal: '议',
    rule: local(says),
    by: ['secretary', 'director', 'clerk'],
    form: 'triage',
    facts: ['notInFuture', 'returnDayWhenPlanned', 'titleWhenDecided', 'ownerIsInOffice'],
    due,
    next: {
      handle: 'handling',
      answered: 'rating',
      consult: 'consultation',
      decide: 'waitingForMatter',
      escalate: 'townshipHandling',
      plan: 'planned',
      declined: 'closed',
    },
    says: {
      handle: '村里办',
      answered: '当场答复',
      consult: '协商',
      decide: '转四议',
      escalate: '上报镇里',
      plan: '暂不能解决',
      declined: '不予受理',
    },
    then: { decide: { open: 'matterOfRepresentatives', carry: ['title', 'plan'] } },
  }
}

const atWork = ['handling', 'secondHandling', 'townshipHandling'] as const

const asides: readonly Aside[] = [
  {
    id: 'askVillager',
    title: '请说事人补充',
    by: ['owner', 'secretary', 'director'],
    form: 'supplementAsked',
    while: 'open',
    during: atWork,
    does: 'pause',
  },
  { id: 'supplement', title: '补充', by: ['opener'], form: 'supplement', while: 'open', does: 'resume' },
  {
    id: 'extend',
    title: '延期',
    by: ['owner', 'secretary', 'director'],
    form: 'extension',
    while: 'open',
    during: atWork,
    times: 1,
    does: 'extend',
  },
  {
    id: 'handOver',
    title: '交接',
    by: ['owner', 'secretary'],
    form: 'handOver',
    facts: ['ownerIsInOffice'],
    while: 'open',
    does: 'own',
  },
  {
    id: 'withdraw',
    title: '撤回',
    by: ['opener'],
    form: 'reason',
    while: 'open',
    during: ['acknowledgement', 'hearing'],
    does: 'withdraw',
  },
  ...oversight,
]

/** 村民说事: raised any day, heard at the next session, handled, rated. */
export const request: Workflow = {
  id: 'request',
  version: 1,
  title: '村民说事',
  mark: '说',
  opensBy: ['villager', 'clerk', 'secretary', 'director', 'committee'],
  openForm: 'raised',
  titleFrom: 'text',
  sees: { field: 'visibility' },
  steps,
  asides,
}
