import { bill } from './billFields'
import {
  choice,
  count,
  day,
  files,
  form,
  longText,
  maybeChoice,
  maybeCount,
  maybeDay,
  maybeLongText,
  maybeText,
  maybeYes,
  money,
  photos,
  sheet,
  stages,
  text,
  time,
  yes,
} from './fields'
import { paperOfDecision } from './paperFields'
import { topicField } from './topicFields'

const held = {
  heldOn: day('开会日期'),
  startsAt: time('几点'),
  place: text('地点', 60),
  roll: sheet('签到册', { sees: 'office', help: '逐人打勾、扫码，或者照着纸质签到册勾；不勾就自己填人数' }),
  present: count('实到', { kind: 'present' }),
}
const voted = {
  notVoting: maybeCount('回避、没有表决的人', { help: '和这件事有利害关系的人留在应到里，不投票' }),
  notVotingWhy: maybeText('为什么回避', 100),
  votesFor: count('同意', { kind: 'votes', unit: '票' }),
  votesAgainst: count('反对', { kind: 'votes', unit: '票' }),
  votesAbstain: count('弃权', { kind: 'votes', unit: '票' }),
  minutes: longText('会议记录', 8000),
  photos: photos('现场照片和签到表', 9, { help: '可以不拍' }),
  voteSheet: photos('计票单', 3, { help: '可以不拍' }),
}
const meeting = { ...held, ...voted }
/** 户的代表 may make the meeting too. */
const byHouseholds = {
  ...held,
  householdsPresent: maybeCount('到了几户', { unit: '户', help: '按户的代表开会才填' }),
  ...voted,
}
const officer = {
  officer: maybeText('镇里到会的人和职务', 40),
  officerSigned: photos('镇里到会的人签字', 1, { help: '可以不拍' }),
}
const resolution = { resolution: longText('决议内容', 4000), ...officer }
const comments = {
  comments: longText('征求到的意见和怎么处理', 2000, { help: '没有人提意见，就写“没有人提意见”' }),
}

const fundSources = [
  { value: 'collective', label: '村集体' },
  { value: 'grant', label: '上级补助' },
  { value: 'mixed', label: '补助加村集体' },
  { value: 'raised', label: '村民筹资' },
  { value: 'none', label: '不花钱' },
] as const

const proposed = {
  plan: maybeLongText('方案', 4000),
  budget: money('预算', { help: '花钱的写要花多少；出租、转让的写合同一共多少钱' }),
  funds: choice('钱从哪来', fundSources),
  finishBy: day('计划哪天办完'),
}
const authorised = {
  authorisation: text('村民会议的授权', 200, { help: '写哪一年、哪次村民会议、授权代表会议决定哪些事' }),
}
const joint = { branchPresent: count('其中支部委员到了几人') }

const called = {
  noticeOn: day('哪天发的通知'),
  meetOn: day('哪天开会'),
  meetAt: time('几点'),
  meetPlace: text('在哪里开', 60),
  agenda: longText('议什么', 1000, { help: '通知里写给大家看的' }),
  noticeFiles: files('发给大家的材料', 9),
  noticeProof: photos('怎么证明发到了', 6, { help: '送达签名、群里截图、张贴照片，可以不拍' }),
}

export const backTo = [
  { value: 'proposal', label: '党支部会提议' },
  { value: 'jointMeeting', label: '提议、商议合并开的会' },
  { value: 'deliberation', label: '“两委”会商议' },
  { value: 'planPosting', label: '公示方案，征求意见' },
  { value: 'partyMeeting', label: '党员大会审议' },
  { value: 'call', label: '重新通知开会' },
] as const

/** What the township looks at before 审议: five questions of procedure, none of merits. */
const check = (label: string, yes: string, no: string) =>
  choice(label, [
    { value: 'yes', label: yes },
    { value: 'no', label: no },
    { value: 'none', label: '用不着' },
  ])

const onePlan = { stages: stages('分几步办', { help: '哪一步、哪天做完；一次做完的可以不填' }) }

export const matterForms = {
  matter: form({
    title: text('要办什么事', 40),
    topic: topicField('这件事是关于什么的'),
    group: maybeCount('哪个村民小组', { unit: '组' }),
    actsFor: maybeYes('村委会代行集体经济组织职能', { help: '村里没有单独的集体经济组织才选（组织法第二十八条）' }),
    joint: maybeYes('提议和商议合并开会', { help: '书记和主任是同一个人的村才可以' }),
    jointBasis: maybeText('合并开会的依据', 100, { help: '写上级文件或者村里的规定' }),
    plan: maybeLongText('为什么要办、打算怎么办', 4000),
    motive: maybeChoice('这件事怎么来的', [
      { value: 'villagers', label: '村民说事或群众建议' },
      { value: 'cadres', label: '村干部提议' },
      { value: 'superior', label: '上级安排' },
    ]),
    files: files('方案和附件', 9),
  }),
  proposalMeeting: form({ ...meeting, ...proposed, ...authorised }),
  plainProposalMeeting: form({ ...meeting, ...proposed }),
  jointProposalMeeting: form({ ...held, ...joint, ...voted, ...proposed, ...authorised }),
  plainJointProposalMeeting: form({ ...held, ...joint, ...voted, ...proposed }),
  deliberationMeeting: form({ ...meeting, plan: maybeLongText('商议后的方案', 4000) }),
  legality: form({
    track: check('开的会对不对', '对', '不对'),
    authorised: check('有没有授权', '有', '没有'),
    called: check('通知时间够不够', '够', '不够'),
    funded: check('钱有没有来源', '有', '没有'),
    lawful: check('和法律政策冲不冲突', '不冲突', '冲突'),
    ground: maybeChoice('为什么退回', [
      { value: 'track', label: '开的会不对' },
      { value: 'authorised', label: '没有授权' },
      { value: 'called', label: '通知时间不够' },
      { value: 'funded', label: '钱没有来源' },
      { value: 'lawful', label: '和法律政策冲突' },
      { value: 'papers', label: '材料不齐' },
    ]),
    opinion: longText('审查意见', 1000, { help: '只说程序和合法，不说该不该办' }),
  }),
  planPosting: form({
    planSummary: longText('大白话说一遍', 1000, { help: '办什么、多少钱、哪天开会定，意见提给谁。' }),
    risk: maybeLongText('可能有什么风险', 1000, { help: '投资、上工程、借钱、出借，要说明风险' }),
    exchange: maybeText('在哪个农村产权交易市场交易', 60),
    planBoardOn: day('公开栏上墙日期', { help: '公示天数从手机和墙上较晚的那天算。' }),
    boardPhotos: photos('上墙照片', 3),
  }),
  planOnBoard: form({ planBoardOn: day('上墙日期'), boardPhotos: photos('上墙照片', 3) }),
  comment: form({ comment: longText('您的意见', 500) }),
  partyMeeting: form({
    ...{ draftSentOn: day('方案哪天发给党员'), ...meeting },
    ...{ plan: maybeLongText('审议后的方案', 4000), amendments: maybeLongText('修改意见', 2000), ...officer },
  }),
  representativesCall: form({ ...called, counsel: maybeText('村法律顾问的意见', 500) }),
  assemblyCall: form({
    ...called,
    urgent: maybeYes('特殊情况，临时通知'),
    urgentWhy: maybeText('什么特殊情况', 200, { help: '不满10天就要写' }),
  }),
  memberCall: form(called),
  memberRepresentativesCall: form(called),
  groupCall: form(called),
  resolutionMeeting: form({ ...meeting, ...resolution, supervised: yes('村务监督委员会到场监督') }),
  assemblyMeeting: form({ ...byHouseholds, ...resolution, supervised: yes('村务监督委员会到场监督') }),
  membersMeeting: form({
    ...held,
    online: maybeCount('其中在线参加的'),
    proxies: maybeCount('其中同户书面委托的'),
    ...{ ...voted, ...comments, ...resolution, supervised: yes('监事会全程监督表决') },
  }),
  memberRepresentativesMeeting: form({ ...meeting, ...comments, ...resolution, supervised: yes('监事会全程监督表决') }),
  sendBack: form({ to: choice('退回到哪一步', backTo), reason: longText('为什么退回', 500) }),
  /** posted in the app at the moment of acting; the day on the physical board stands beside it */
  decisionPosting: form({
    summary: longText('大白话说一遍', 1000, { help: '一两句话：定了什么、花多少钱、什么时候办。' }),
    ...onePlan,
    boardOn: day('公开栏上墙日期', { help: '公示天数从手机和墙上较晚的那天算。' }),
    boardPhotos: photos('上墙照片', 3),
  }),
  progress: form({
    progress: longText('做到哪里了', 1000),
    stagesDone: maybeCount('做完了前几步', { unit: '步' }),
    stageBoardOn: maybeDay('这一步哪天贴上公开栏', { help: '做完一步，公开一步' }),
    spent: money('到现在花了多少'),
    overWhy: maybeText('为什么超出预算', 200),
    photos: photos('照片', 9),
    vouchers: files('票据、合同、验收单', 9, { sees: 'office' }),
  }),
  report: form({
    result: longText('办成什么样', 2000),
    spent: money('一共花了多少'),
    overWhy: maybeText('为什么超出预算', 200),
    resultBoardOn: day('公开栏上墙日期', { help: '公示天数从手机和墙上较晚的那天算。' }),
    photos: photos('照片', 9),
    vouchers: files('决算和凭证', 9, { sees: 'office' }),
  }),
  appraisal: form({
    heldOn: day('哪天评议'),
    satisfied: count('满意'),
    basically: count('基本满意'),
    unsatisfied: count('不满意'),
    minutes: longText('大家怎么说', 2000),
    photos: photos('照片', 9, { help: '可以不拍' }),
  }),
  billOfDecision: form(bill),
  sealOfDecision: form(paperOfDecision),
  released: form({ amount: money('退回多少') }),
}
