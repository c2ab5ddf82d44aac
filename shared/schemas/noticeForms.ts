import { catalogue } from '../catalogue'
import {
  choice,
  day,
  files,
  form,
  longText,
  maybeChoice,
  maybeDay,
  maybeLongText,
  maybeYes,
  money,
  photos,
  sheet,
  text,
} from './fields'
import { z } from './zod'

export const boards = [
  { value: 'party', label: '党务' },
  { value: 'village', label: '村务' },
  { value: 'finance', label: '财务' },
] as const

const audiences = [
  { value: 'everyone', label: '公开' },
  { value: 'villagers', label: '村民可见' },
  { value: 'party', label: '党员可见' },
  { value: 'members', label: '成员可见' },
] as const

const items = (only: (code: string) => boolean = () => true) =>
  choice(
    '公开目录里的哪一项',
    catalogue.filter(({ code }) => only(code)).map(({ code, title }) => ({ value: code, label: title })),
  )

// it becomes part of a key
const period = z
  .string({ error: '请填写“哪个时期”。' })
  .trim()
  .regex(/^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]|H[12]))?$/, { error: '“哪个时期”请照 2026-05、2026-Q2 或 2026 的样子填。' })
  .optional()
  .meta({
    ...{ kind: 'text', label: '哪个时期', title: '哪个时期', optional: true, max: 7 },
    help: '例如 2026-05、2026-Q2、2026-H1、2026',
  })

const words = {
  summary: maybeLongText('大白话说一遍', 1000, { help: '一两句话，让大家一听就懂。财务和决定的事必须写。' }),
  body: maybeLongText('内容', 8000),
  sheet: sheet('明细'),
  attachments: files('附件', 9, { help: '照片、PDF、Excel、Word 都可以，会先检查有没有个人信息。' }),
}

const content = {
  title: text('标题', 60),
  board: choice('贴在哪一栏', boards),
  item: items(),
  period,
  happenedOn: maybeDay('事情是哪天发生的', { help: '有了决定、合同、审计结论或人员变动，才需要填。' }),
  nothing: maybeYes('这一期没有', { help: '这一期确实没有内容，声明以后也要审核、也算按时公开。' }),
  audience: choice('谁能看', audiences),
  ...words,
}

const correction = { ...content, changed: longText('更正了什么、为什么', 500) }

const majorFinance = {
  title: text('标题', 60),
  board: choice('贴在哪一栏', boards.slice(2)),
  item: items((code) => ['F08', 'F09', 'F10', 'F11', 'F12'].includes(code)),
  happenedOn: day('哪天发生的', { help: '从这一天起，5天内要公开。' }),
  amount: money('多少钱'),
  audience: choice('谁能看', audiences),
  ...words,
}

const revised = { changed: longText('改了什么', 500) }

export const noticeForms = {
  notice: form(content),
  correction: form(correction),
  majorFinance: form(majorFinance),
  submission: form({ note: maybeLongText('给审核人的话', 300, { sees: 'office' }) }),
  revision: form({ ...content, ...revised }),
  correctionRevision: form(correction),
  majorFinanceRevision: form({ ...majorFinance, ...revised }),
  reviewed: form({
    opinion: longText('审核意见', 500),
    checkedByEye: maybeYes('附件和照片已经人工核对，没有个人信息'),
    override: maybeLongText('系统指出的不是个人信息，理由', 300, { sees: 'office' }),
    ground: maybeChoice('退回原因', [
      { value: 'wrong', label: '数字不对' },
      { value: 'unclear', label: '说不清楚' },
      { value: 'personalData', label: '有个人信息' },
      { value: 'incomplete', label: '不完整' },
    ]),
  }),
  noticePosting: form({
    boardOn: day('公开栏上墙日期', { help: '公示天数从手机和墙上较晚的那天算。' }),
    boardPhotos: photos('上墙照片', 3),
  }),
}
