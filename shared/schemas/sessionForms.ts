import { count, day, form, longText, maybeLongText, photos, text, time } from './fields'

export const sessionForms = {
  sessionPlan: form({
    title: text('名称', 40),
    sessionOn: day('哪天'),
    startsAt: time('几点开始'),
    place: text('在哪里', 60),
    hosts: text('谁值班', 60),
  }),
  sessionHeld: form({
    attended: count('到场几人'),
    readBack: maybeLongText('上次答应的事，这次怎么回的', 1000),
    minutes: longText('会议记录', 4000, { sees: 'office' }),
    photos: photos('现场照片', 9),
  }),
  sessionSummary: form({
    summary: longText('说事日小结', 2000, { help: '写听了几件、定了什么，不写名字。' }),
    boardOn: day('公开栏上墙日期'),
  }),
}
