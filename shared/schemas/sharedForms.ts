import { choice, count, day, form, longText, maybeDay, maybeLongText, maybeText, person, photos, text } from './fields'
import { summonsFields } from './summonsFields'
import { z } from './zod'

const erasedWrongly = { error: '删去的内容没有写对，请重新选。' }

/** Forms that more than one workflow uses. */
export const sharedForms = {
  nothing: form({}),
  acknowledge: form({ note: maybeLongText('给说事人的话', 200) }),
  /** posted in the app at the moment of acting; the day on the physical board stands beside it */
  posting: form({
    summary: longText('大白话说一遍', 1000, { help: '一两句话：定了什么、花多少钱、什么时候办。' }),
    boardOn: day('公开栏上墙日期', { help: '公示天数从手机和墙上较晚的那天算。' }),
    boardPhotos: photos('上墙照片', 3),
  }),
  onBoard: form({ boardOn: day('上墙日期'), boardPhotos: photos('上墙照片', 3) }),
  resultOnBoard: form({ resultBoardOn: day('上墙日期'), boardPhotos: photos('上墙照片', 3) }),
  reason: form({ reason: longText('原因', 500) }),
  opinion: form({ opinion: longText('监督意见', 1000) }),
  urge: form({ reason: longText('督办要求', 500), replyBy: day('哪天前答复') }),
  inspected: form({
    verdict: choice('回头看的结果', [
      { value: 'done', label: '办好了，和记的一样' },
      { value: 'partly', label: '办了一部分' },
      { value: 'notDone', label: '没有办好' },
    ]),
    finding: longText('看到什么、问了谁', 1000),
    photos: photos('照片', 9),
  }),
  /** how far up the ladder, and the day on which that was reached */
  rung: form({ rung: count('第几次提醒', { unit: '次', max: 9 }), rungOn: day('哪天该提醒'), dueOn: day('期限') }),
  nudge: form({ reason: longText('催办的话', 300) }),
  urgeAnswered: form({ number: text('督办单号', 40), answer: longText('怎么答复的', 1000) }),
  summons: form(summonsFields),
  takeOver: form({ reason: longText('为什么接手', 300) }),
  handOver: form({
    owner: person('交给谁'),
    reason: longText('为什么交接', 300, { help: '对方接手以前，还是您负责' }),
  }),
  extension: form({
    days: z
      .int({ error: '请填延长几天。' })
      .min(1, { error: '至少延1天。' })
      .max(7, { error: '最多延7天。' })
      .meta({ kind: 'number', label: '延长几天', unit: '天', title: '延长几天', help: '只能延一次，最多7天' }),
    reason: longText('为什么要延', 300),
  }),
  /** `no.field` of each value that is taken out, the lines whose hand is forgotten, and whether it is the opener's */
  erasure: form({
    fields: z
      .array(z.string(erasedWrongly).regex(/^[1-9]\d{0,3}\.[a-zA-Z]{1,40}$/, erasedWrongly), erasedWrongly)
      .max(400, erasedWrongly)
      .meta({ kind: 'hidden', label: '删去的内容', title: '删去的内容' }),
    lines: z
      .optional(z.array(z.int(erasedWrongly).min(1, erasedWrongly), erasedWrongly))
      .meta({ kind: 'hidden', label: '不再显示是谁的记录', title: '不再显示是谁的记录', optional: true }),
    opener: z
      .optional(z.boolean(erasedWrongly))
      .meta({ kind: 'hidden', label: '不再显示是谁提的', title: '不再显示是谁提的', optional: true }),
    why: choice('为什么删', [
      { value: 'person', label: '本人注销了账号' },
      { value: 'period', label: '保存的时间满了' },
      { value: 'asked', label: '本人要求' },
    ]),
    reason: maybeLongText('谁要求删、为什么', 300, { sees: 'office' }),
    decidedBy: maybeText('谁决定删的', 60),
  }),
  redating: form({ reason: text('为什么重算', 200), was: maybeDay('原来的期限') }),
  withdrawal: form({
    ground: choice('为什么撤下', [
      { value: 'personalData', label: '含有个人信息' },
      { value: 'courtOrder', label: '法院或上级依法要求' },
      { value: 'openedByMistake', label: '开错了' },
    ]),
    reason: longText('说明', 500),
  }),
}
