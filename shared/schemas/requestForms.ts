import {
  choice,
  day,
  form,
  longText,
  maybeChoice,
  maybeCount,
  maybeLongText,
  maybePerson,
  maybeText,
  photos,
} from './fields'

/** The county's list of what a request may be about. */
export const requestCategories = [
  { value: 'road', label: '村道交通' },
  { value: 'utilities', label: '水电路灯' },
  { value: 'environment', label: '环境卫生' },
  { value: 'housing', label: '房屋宅地' },
  { value: 'dispute', label: '邻里纠纷' },
  { value: 'relief', label: '低保救助' },
  { value: 'assets', label: '集体钱物' },
  { value: 'other', label: '别的事' },
] as const

export const channels = [
  { value: 'online', label: '线上' },
  { value: 'session', label: '说事日' },
  { value: 'door', label: '上门' },
  { value: 'site', label: '现场' },
  { value: 'visit', label: '走访' },
  { value: 'letter', label: '来信' },
  { value: 'phone', label: '电话' },
] as const

export const requestForms = {
  raised: form({
    text: longText('要说什么事', 2000, { help: '照平时说话写就行。哪里、什么事、想怎么办。' }),
    category: choice('属于哪一类', requestCategories),
    photos: photos('拍照片', 9, { help: '可以不拍，最多9张' }),
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
    sessionOn: day('排进哪天的说事日')
      .optional()
      .meta({ kind: 'hidden', label: '排进哪天的说事日', title: '排进哪天的说事日', optional: true }),
  }),
  triage: form({
    decision: longText('怎么商量的、怎么定的', 1000),
    heldOn: day('哪天说事日听的'),
    attended: maybeCount('到场几人'),
    owner: maybePerson('谁来办'),
    returnsOn: day('哪天再拿出来办').optional().meta({
      kind: 'day',
      label: '哪天再拿出来办',
      title: '哪天再拿出来办',
      optional: true,
      help: '只有“暂不能解决”要填',
    }),
    title: maybeText('四议事项的名字', 40, { help: '只有“转四议”要填，例如：三组到四组路面硬化' }),
    plan: maybeLongText('打算怎么办', 2000, { help: '会写进四议事项' }),
  }),
  handled: form({ result: longText('办了什么、结果怎样', 1000), photos: photos('照片', 9) }),
  answer: form({ answer: longText('答复', 1000), photos: photos('照片', 9) }),
  consultation: form({
    heldOn: day('哪天协商的'),
    heard: longText('请了哪些人、谁说了什么', 2000, { sees: 'office' }),
    result: longText('商量的结果', 1000),
  }),
  supplementAsked: form({ question: longText('请说事人补充什么', 300) }),
  supplement: form({ text: longText('补充', 1000), photos: photos('照片', 9) }),
  rating: form({ reason: maybeLongText('说说原因', 500, { help: '选“不满意”请说说哪里没办好' }) }),
  childResult: form({ result: maybeLongText('结果', 2000) }),
  inspection: form({ finding: longText('回头看看到什么', 1000), photos: photos('照片', 9) }),
}
