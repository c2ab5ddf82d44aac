import { catalogue } from '../catalogue'
import { choice, day, files, form, longText, maybeChoice, maybeLongText, money, photos, text } from './fields'
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

const wrong = { error: '收支明细里有一行没有填好，请核对收支、科目和金额。' }
const line = z.strictObject(
  {
    direction: z.enum(['in', 'out'], wrong),
    category: z.string(wrong).trim().min(1, wrong).max(30, wrong),
    purpose: z.string(wrong).trim().max(60, wrong).optional(),
    amount: z.int(wrong).min(0, wrong).max(1_000_000_000_000, wrong),
    vouchers: z.int(wrong).min(0, wrong).max(10_000, wrong).optional(),
  },
  wrong,
)

const content = {
  title: text('标题', 60),
  board: choice('贴在哪一栏', boards),
  item: choice(
    '公开目录里的哪一项',
    catalogue.map((c) => ({ value: c.code, label: c.title })),
  ),
  // it becomes part of a key: letters, digits and a hyphen
  period: z
    .string({ error: '请填写“哪个时期”。' })
    .trim()
    .max(7, { error: '“哪个时期”最多7个字，请写短一点。' })
    .regex(/^[\p{L}\p{N}-]+$/u, { error: '“哪个时期”请照 2026-05、2026-Q2 或 2026 的样子填。' })
    .optional()
    .meta({
      ...{ kind: 'text', label: '哪个时期', title: '哪个时期', optional: true, max: 7 },
      help: '例如 2026-05、2026-Q2、2026',
    }),
  audience: choice('谁能看', audiences),
  summary: maybeLongText('大白话说一遍', 1000),
  body: longText('内容', 8000),
  attachments: files('附件', 9),
  opening: money('期初结余').optional().meta({ kind: 'money', label: '期初结余', title: '期初结余', optional: true }),
  lines: z
    .array(line, { error: '收支明细没有填好。' })
    .max(200, { error: '收支明细最多200行。' })
    .optional()
    .meta({ kind: 'lines', label: '收支明细', title: '收支明细', optional: true }),
  closing: money('期末结余').optional().meta({ kind: 'money', label: '期末结余', title: '期末结余', optional: true }),
}

export const noticeForms = {
  notice: form(content),
  submission: form({ note: maybeLongText('给审核人的话', 300, { sees: 'office' }) }),
  revision: form({ ...content, changed: longText('改了什么', 500) }),
  reviewed: form({
    opinion: longText('审核意见', 500),
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
