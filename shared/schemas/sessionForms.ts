import { choice, count, day, form, longText, maybeLongText, names, photos, text, time } from './fields'

/** How a session is held: on the fixed days, in the evening, or where people are. */
export const sessionKinds = [
  { value: 'fixed', label: '固定日' },
  { value: 'evening', label: '晚上加开' },
  { value: 'mobile', label: '流动说事' },
] as const

export const sessionForms = {
  sessionPlan: form({
    title: text('名称', 40),
    sessionOn: day('哪天'),
    startsAt: time('几点开始'),
    place: text('在哪里', 60),
    hosts: text('谁值班', 60),
    kind: choice('怎么开', sessionKinds),
  }),
  sessionHeld: form({
    readBack: maybeLongText('上次答应的事，这次怎么回的', 1000, { help: '先念上次答应的，再听这次的。' }),
    came: names('来了哪些人', 200, { help: '一行写一个名字，只有村干部和镇里看得到' }),
    attended: count('到场几人'),
    minutes: longText('会议记录', 4000, { sees: 'office' }),
    photos: photos('现场照片', 9),
    rollPhotos: photos('签到表照片', 3, { sees: 'office' }),
  }),
  sessionSummary: form({
    summary: longText('说事日小结', 2000, { help: '写听了几件、定了什么，不写名字。' }),
    override: maybeLongText('系统指出的不是个人信息，理由', 300, { sees: 'office' }),
    boardOn: day('公开栏上墙日期'),
  }),
}
