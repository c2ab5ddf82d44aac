import type { Aside, Step, Workflow } from '../engine/workflow'
import { wholeBodies } from '../matterTopics'
import { oversight } from './display'
import { law, local, ours, rules } from './rules'

const days = (setting: string) => ({ days: { setting, atLeast: 1 } })
const published = { open: 'consultationOutcome', carry: ['subject', 'way', 'heldOn', 'result'] } as const
const handled = { progress: '记进展', done: '办好了' }
const village = ['offered', 'owner', 'secretary', 'director'] as const

const handling = (of: {
  id: string
  title: string
  by: Step['by']
  due: string
  onward?: Record<string, string>
  says?: Record<string, string>
  rating: string
  owns?: true
}): Step => ({
  id: of.id,
  title: of.title,
  seal: '办',
  rule: ours('村里7天、片里7天、镇里15天、县里30天内办好，可以延一次，延期要在到期以前说明原因'),
  by: of.by,
  ...(of.owns && { owns: true }),
  form: 'handled',
  facts: ['ownerWhenSentBack', 'ownerIsInOffice', 'ownWordsEdited', 'publicWordsNoted'],
  due: days(of.due),
  next: { progress: of.id, done: of.rating, ...of.onward },
  says: { ...handled, ...of.says },
})

// an elder without a phone answers through whoever holds office and didn't handle it
const speaker = ['opener', 'supervisor', 'committee', 'clerk'] as const

const rating = (id: string, title: string, unsatisfied: string): Step => ({
  id,
  title,
  seal: '评',
  rule: rules.rating,
  by: speaker,
  form: 'rating',
  offers: 'speaksOrCarries',
  facts: ['speaksOrCarries', 'carriedWithProof', 'reasonWhenUnsatisfied'],
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
    due: { workdays: { setting: 'acknowledgeWorkdays', atLeast: 1 }, from: ['openedOn'] },
    next: { acknowledged: 'hearing', urgent: 'urgentHearing' },
    says: { acknowledged: '接下，排进说事日', urgent: '急事，不等说事日' },
  },
  hearing('hearing', '说事日商量', { days: 0, from: ['nextSessionOn'] }, '到了说事日，当场商量怎么办'),
  hearing(
    'urgentHearing',
    '急事商量',
    { workdays: { setting: 'urgentWorkdays', atLeast: 1 }, from: ['openedOn'] },
    '急事不等说事日，从说的那天起3个工作日内定下怎么办',
  ),
  handling({
    id: 'handling',
    title: '村里办理',
    by: village,
    due: 'handleDays',
    rating: 'rating',
    onward: { escalated: 'clusterHandling' },
    says: { escalated: '上报片里' },
  }),
  handling({
    id: 'clusterHandling',
    title: '片里办理',
    by: ['clusterLead', 'township'],
    owns: true,
    due: 'clusterDays',
    rating: 'rating',
    onward: { escalated: 'townshipHandling', sentBack: 'handling' },
    says: { escalated: '上报镇里', sentBack: '交回村里办' },
  }),
  handling({
    id: 'townshipHandling',
    title: '镇里办理',
    by: ['township', 'townshipLead'],
    owns: true,
    due: 'townshipDays',
    rating: 'rating',
    onward: { escalated: 'countyHandling', sentBack: 'handling' },
    says: { escalated: '上报县里，镇里接着盯', sentBack: '交回村里办' },
  }),
  handling({
    id: 'countyHandling',
    title: '县里办理，镇里盯着',
    by: ['township', 'county'],
    due: 'countyDays',
    rating: 'rating',
  }),
  {
    id: 'consultationNotice',
    title: '通知协商',
    seal: '议',
    rule: law('大家反映的难事和纠纷，村委会要组织村民和有关的人一起协商，可以开议事会、听证会、恳谈会', '第三十三条'),
    by: ['director', 'secretary', 'clerk'],
    form: 'consultationNotice',
    facts: ['consultationInTime', 'namesNobody', 'ownWordsClear'],
    due: days('consultationCallDays'),
    next: { noticed: 'consultation' },
    says: { noticed: '通知下去' },
  },
  {
    id: 'consultation',
    title: '协商',
    seal: '议',
    rule: law('协商的事项和落实情况要公开，不写是谁提的', '第三十五条'),
    by: ['director', 'secretary', 'clerk'],
    form: 'consultation',
    facts: ['notInFuture', 'notBeforeItsDay', 'namesNobody', 'ownWordsClear'],
    due: { ...days('consultationRecordDays'), from: ['meetOn'] },
    next: { agreed: 'rating', agreedToHandle: 'handling', notAgreed: 'clusterHandling' },
    says: { agreed: '谈成了', agreedToHandle: '谈成了，村里去落实', notAgreed: '没谈成，请片里帮忙' },
    then: { agreed: published, agreedToHandle: published, notAgreed: published },
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
    facts: ['ownWordsEdited', 'publicWordsNoted'],
    due: days('answerDays'),
    next: { answered: 'rating' },
    says: { answered: '答复说事人' },
  },
  {
    id: 'planned',
    title: '暂时办不了，到日子再办',
    seal: '议',
    rule: local('能解决的马上解决，暂时办不了的说清分几步、哪天做到哪一步，到日子自己回来'),
    by: ['clock'],
    form: 'nothing',
    // full on the day before, so that it is back on the day itself
    lapses: { after: { days: -1, from: ['returnsOn'] }, as: 'returned' },
    next: { returned: 'hearing' },
  },
  {
    id: 'declined',
    title: '看不受理的理由',
    seal: '答',
    rule: ours('不受理要说理由；说事人不同意，7天内可以请镇里看'),
    by: ['opener'],
    form: 'onRefusal',
    facts: ['reasonWhenObjected'],
    due: days('ratingDays'),
    lapses: { after: days('ratingDays'), as: 'undisputed' },
    next: { accepted: 'closed', objected: 'declinedReview', undisputed: 'closed' },
    says: { accepted: '明白了', objected: '不同意，请镇里看' },
  },
  {
    id: 'declinedReview',
    title: '镇里看该不该受理',
    seal: '办',
    rule: ours('说事人不同意不受理的，镇里3天内看过，该受理的退回村里重新商量'),
    by: ['township', 'townshipLead'],
    form: 'inspection',
    due: days('answerDays'),
    next: { sentBack: 'hearing', upheld: 'closed' },
    says: { sentBack: '应该受理，退回村里', upheld: '不受理的理由成立' },
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
    says: { sentBack: '退回重办' },
  },
  handling({
    id: 'secondHandling',
    title: '重新办理',
    by: village,
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
    hears: true,
    form: 'triage',
    facts: [
      ...(['notInFuture', 'heardSinceRaised', 'planHasStages', 'groundWhenDeclined'] as const),
      'topicFitsChosenBody',
      ...(['titleWhenDecided', 'ownerIsInOffice', 'ownWordsEdited', 'publicWordsNoted'] as const),
    ],
    due,
    next: {
      handle: 'handling',
      answered: 'rating',
      consult: 'consultationNotice',
      decide: 'waitingForMatter',
      escalate: 'clusterHandling',
      plan: 'planned',
      declined: 'declined',
    },
    says: {
      handle: '村里办',
      answered: '当场答复',
      consult: '协商或听证',
      decide: '转四议',
      escalate: '上报片里',
      plan: '暂不能解决',
      declined: '不予受理',
    },
    then: { decide: { open: { field: 'body', of: wholeBodies }, carry: ['title', 'plan', 'topic'] } },
  }
}

const inVillage = ['handling', 'secondHandling'] as const
const atWork = [...inVillage, 'clusterHandling', 'townshipHandling'] as const
const handlers = ['offered', 'owner', 'secretary', 'director', 'clusterLead', 'township'] as const

const asides: readonly Aside[] = [
  {
    id: 'askVillager',
    title: '请说事人补充',
    by: handlers,
    form: 'supplementAsked',
    while: 'open',
    during: inVillage,
    does: 'pause',
    tells: ['opener'],
    lapses: { after: { days: { setting: 'supplementDays', atLeast: 1, atMost: 30 } }, as: 'waitedLongEnough' },
  },
  {
    id: 'supplement',
    title: '补充',
    by: ['opener'],
    form: 'supplement',
    while: 'open',
    does: 'resume',
    tells: ['desk'],
  },
  {
    ...{ id: 'waitedLongEnough', title: '没有等到补充，接着办', by: ['clock'], form: 'nothing' },
    ...{ while: 'open', does: 'resume' },
  },
  {
    id: 'extend',
    title: '延期',
    by: handlers,
    form: 'extension',
    while: 'open',
    during: atWork,
    times: 1,
    does: 'extend',
  },
  {
    id: 'handOver',
    title: '交给别人办',
    by: ['owner', 'secretary', 'director'],
    form: 'handOver',
    facts: ['ownerIsInOffice', 'notToOneself'],
    while: 'open',
    // where whoever was asked finds it on their own desk
    during: inVillage,
    does: 'offer',
    tells: ['offered'],
  },
  { id: 'accept', title: '接手', by: ['offered'], form: 'nothing', while: 'open', does: 'own' },
  { id: 'decline', title: '不接', by: ['offered'], form: 'reason', while: 'open', does: 'decline', tells: ['desk'] },
  {
    id: 'merge',
    title: '并到同一件事',
    by: ['clerk', 'secretary', 'director'],
    form: 'merging',
    facts: ['mergesIntoEarlier'],
    while: 'open',
    during: ['acknowledgement', 'hearing', 'urgentHearing', 'handling', 'planned'],
    does: 'merge',
    then: { tell: { field: 'into' }, act: 'merged', carry: ['number', 'caseId'] },
  },
  { id: 'merged', title: '并进来一件', by: ['child'], form: 'merged', while: 'always', tells: ['opener'] },
  {
    ...{ id: 'reminded', title: '提醒说事人', by: ['clock'], form: 'reminder', while: 'open', during: ['hearing'] },
    tells: ['opener'],
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
  {
    ...{ id: 'raiseLevel', title: '提级', by: ['clusterLead', 'township', 'townshipLead'], form: 'raiseLevel' },
    ...{ facts: ['toAHigherLevel'], while: 'open', does: 'raise', tells: ['desk', 'opener'] },
    during: ['handling', 'secondHandling', 'clusterHandling', 'townshipHandling'],
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
  openFacts: ['categoryIsListed', 'spokenForWithProof', 'underDailyLimit', 'wordsAreFit'],
  titleFrom: 'text',
  sees: { field: 'visibility' },
  searchable: true,
  steps,
  asides,
}
