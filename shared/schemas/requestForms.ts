import { requestCategories } from '../requestCategories'
import {
  caseId,
  choice,
  day,
  form,
  listed,
  longText,
  maybeChoice,
  maybeCount,
  maybeDay,
  maybeLongText,
  maybePerson,
  maybeText,
  photos,
  proof,
  stages,
  text,
  time,
  voice,
} from './fields'
import { bodyField, topicField } from './topicFields'

export const channels = [
  { value: 'online', label: '线上' },
  { value: 'session', label: '说事日' },
  { value: 'door', label: '上门' },
  { value: 'site', label: '现场' },
  { value: 'visit', label: '走访' },
  { value: 'letter', label: '来信' },
  { value: 'phone', label: '电话' },
] as const

/** The closed list of reasons for which a request isn't taken up. */
export const refusalGrounds = [
  { value: 'notVillage', label: '不归村里、镇里管', help: '写清楚该找谁、怎么找' },
  { value: 'legalWay', label: '要走法院、仲裁、行政复议', help: '写清楚该走哪条路' },
  { value: 'inHand', label: '同一件事正在办，或者已经答复过', help: '写清楚是哪一件' },
  { value: 'unclear', label: '说的事不清楚，问了也没有补充' },
  { value: 'notTrue', label: '去看过，事情不是这样', help: '写清楚谁去看的、看到什么' },
] as const

const ways = [
  { value: 'council', label: '议事会' },
  { value: 'hearing', label: '听证会' },
  { value: 'talk', label: '恳谈会' },
] as const

const override = maybeLongText('系统指出的不是个人信息，理由', 300, { sees: 'office' })

export const requestForms = {
  raised: form({
    text: longText('要说什么事', 2000, { help: '照平时说话写就行。哪里、什么事、想怎么办。' }),
    category: listed('属于哪一类', requestCategories),
    photos: photos('拍照片', 9, { help: '可以不拍，最多9张' }),
    voice: voice('说一段话', { help: '可以不录，最长1分钟' }),
    place: maybeText('在什么地方', 60),
    wish: maybeText('想怎么办', 200),
    visibility: choice('谁能看到这件事', [
      { value: 'villagers', label: '全村看得到', help: '不显示您的名字' },
      { value: 'office', label: '只给村干部和镇里看', help: '办完只公开结果，不写是谁提的' },
    ]),
    nameShown: maybeChoice('名字怎么显示', [
      { value: 'hidden', label: '显示“一位村民”' },
      { value: 'surname', label: '只显示姓' },
    ]),
    channel: maybeChoice('从哪里来', channels),
    onBehalf: maybeText('替谁说', 20, { sees: 'office', help: '写老人的名字，只有村干部和镇里看得到' }),
    onBehalfPhone: maybeText('怎么找到他', 40, { sees: 'office', help: '电话，或者住哪里' }),
    consent: proof('他同意这样说的凭据', { help: '录一段他自己说的话，或者拍一张照片' }),
  }),
  triage: form({
    decision: longText('怎么商量的、怎么定的', 1000),
    heldOn: day('哪天商量的'),
    attended: maybeCount('到场几人'),
    owner: maybePerson('谁来办'),
    stages: stages('分几步，哪天做到哪一步'),
    returnsOn: maybeDay('哪天再拿出来说', { help: '到了这天，它自己回到说事日' }),
    ground: maybeChoice('为什么不受理', refusalGrounds),
    title: maybeText('四议事项的名字', 40, { help: '例如：三组到四组路面硬化。这个名字会公开。' }),
    plan: maybeLongText('打算怎么办', 2000, { help: '会写进四议事项' }),
    topic: topicField('这件事是关于什么的'),
    body: bodyField('由哪个会来定'),
  }),
  handled: form({
    result: longText('办了什么、结果怎样', 1000),
    owner: maybePerson('交给村里谁办'),
    photos: photos('照片', 9),
  }),
  answer: form({ answer: longText('答复', 1000), photos: photos('照片', 9) }),
  consultationNotice: form({
    subject: text('协商什么事', 40, { help: '会公开，不写是谁提的，也不写谁家' }),
    way: choice('怎么协商', ways),
    meetOn: day('哪天'),
    startsAt: time('几点'),
    place: text('在哪里', 60),
    invited: longText('请谁来', 500, { sees: 'office', help: '有关的人、懂行的人，要的话也请镇里的人' }),
    override,
  }),
  consultation: form({
    heldOn: day('哪天协商的'),
    heard: longText('来了哪些人、谁说了什么', 4000, { sees: 'office' }),
    attended: maybeCount('到场几人'),
    result: longText('商量的结果', 1000, { help: '会公开到村务栏，不写是谁提的' }),
    override,
    photos: photos('现场照片', 9, { sees: 'office' }),
  }),
  consultationOutcome: form({
    subject: text('协商什么事', 40),
    way: choice('怎么协商', ways),
    heldOn: day('哪天协商的'),
    result: longText('商量的结果', 2000),
  }),
  carriedOut: form({
    carriedOut: longText('落实得怎么样', 1000, { help: '会公开，不写是谁提的' }),
    override,
    photos: photos('照片', 9),
  }),
  supplementAsked: form({ question: longText('请说事人补充什么', 300) }),
  supplement: form({ text: longText('补充', 1000), photos: photos('照片', 9), voice: voice('说一段话') }),
  rating: form({
    reason: maybeLongText('说说原因', 500, { help: '选“不满意”请说说哪里没办好' }),
    proof: proof('他自己说的凭据', { help: '替老人评价时，录一段他说的话，或者拍一张照片' }),
  }),
  onRefusal: form({ reason: maybeLongText('为什么不同意', 500) }),
  childResult: form({ result: maybeLongText('结果', 2000) }),
  inspection: form({ finding: longText('镇里看到什么', 1000), photos: photos('照片', 9) }),
  raiseLevel: form({
    to: choice('提到哪一级办', [
      { value: 'clusterHandling', label: '片里办' },
      { value: 'townshipHandling', label: '镇里办' },
      { value: 'countyHandling', label: '县里办，镇里盯着' },
    ]),
    reason: longText('为什么提级', 300),
  }),
  merging: form({
    into: caseId('并到哪一件', { help: '只能并到先提的、还没办完的那一件' }),
    reason: longText('为什么是同一件事', 300),
  }),
  merged: form({ number: text('并进来的编号', 40), caseId: caseId('并进来的事') }),
  reminder: form({ sessionOn: day('哪天'), startsAt: time('几点'), place: text('在哪里', 60) }),
}
