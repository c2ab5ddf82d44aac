import { accountKinds, isCategory, isOther } from './accounts'
import type { Problem } from './engine/case'
import { isDay } from './engine/deadline'
import { dayIsIn } from './period'

/** Lists that are handed in and shown as tables with known columns. */
export type SheetKind = 'statement' | 'recipients' | 'workdays' | 'assets' | 'resources' | 'debts'

/**
 * A column. `name` is a person's or an organisation's name, `money` whole fen, `number` a number with at most two decimals,
 * `day` YYYY-MM-DD. `aliases` are other headings that village accountants write over it.
 */
export type Column = {
  key: string
  label: string
  kind: 'text' | 'name' | 'money' | 'number' | 'day' | 'choice'
  options?: readonly { value: string; label: string }[]
  optional?: true
  /** for the office alone */
  office?: true
  max?: number
  aliases?: readonly string[]
}

export type Cell = string | number
export type SheetRow = Readonly<Record<string, Cell | undefined>>

/** The rows of a list, and for a statement its period with the balance before and after. Money in fen. */
export type Sheet = {
  kind: SheetKind
  rows: readonly SheetRow[]
  period?: string
  opening?: number
  closing?: number
}

/** What is known of a list without its rows. `id` is `s` and the SHA-256 of the canonical sheet. */
export type SheetMeta = {
  id: string
  kind: SheetKind
  count: number
  period?: string
  opening?: number
  closing?: number
  income: number
  expense: number
  /** the sum of each money column, in fen */
  sums: Readonly<Record<string, number>>
  categories: readonly { direction: 'in' | 'out'; category: string; fen: number; count: number }[]
  /** spending called 其他, in fen */
  other: number
}

const text = (key: string, label: string, more: Partial<Column> = {}): Column => ({
  ...{ key, label, kind: 'text', max: 60, ...more },
})
const optional = { optional: true } as const
const yesNo = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
]

/** Each list: what it is called, its columns, what makes two rows the same thing when this list is held against the last. */
export const sheetKinds: Readonly<
  Record<SheetKind, { title: string; columns: readonly Column[]; same: readonly string[] }>
> = {
  statement: {
    title: '收支明细',
    columns: [
      { key: 'on', label: '日期', kind: 'day', aliases: ['记账日期', '发生日期', '时间'] },
      text('voucher', '凭证号', { max: 20, aliases: ['凭证', '凭证编号', '凭证字号', '票据号'] }),
      {
        ...{ key: 'direction', label: '收支', kind: 'choice', aliases: ['收支类型', '类型'] },
        options: [
          { value: 'in', label: '收入' },
          { value: 'out', label: '支出' },
        ],
      },
      {
        ...{ key: 'category', label: '科目', kind: 'choice', aliases: ['收支科目', '类别', '项目', '会计科目'] },
        options: accountKinds.map(({ name }) => ({ value: name, label: name })),
      },
      {
        key: 'party',
        label: '收付款人',
        kind: 'name',
        max: 40,
        ...optional,
        aliases: ['付款人', '收款人', '对方', '对方单位', '收（付）款人', '往来单位'],
      },
      text('purpose', '用途', { aliases: ['摘要', '说明', '事由', '内容'] }),
      { key: 'amount', label: '金额', kind: 'money', aliases: ['金额（元）', '金额(元)', '发生额'] },
      text('approvers', '审批人', { ...optional, max: 40, aliases: ['批准人', '审核人', '签字人'] }),
      text('decision', '决议编号', { ...optional, max: 30, aliases: ['会议决议', '决议号', '四议编号'] }),
    ],
    same: ['direction', 'voucher'],
  },
  recipients: {
    title: '发放名单',
    columns: [
      { key: 'name', label: '姓名', kind: 'name', max: 20, aliases: ['户主', '户主姓名', '对象'] },
      text('group', '组', { ...optional, max: 20, aliases: ['村民小组', '小组', '组别'] }),
      { key: 'people', label: '户人数', kind: 'number', ...optional, aliases: ['人数', '人口'] },
      text('what', '项目', { max: 40, aliases: ['补贴项目', '救助项目', '类别'] }),
      { key: 'amount', label: '金额', kind: 'money', aliases: ['金额（元）', '发放金额', '补助金额'] },
      {
        key: 'minor',
        label: '未成年',
        kind: 'choice',
        options: yesNo,
        ...optional,
        aliases: ['是否未成年', '未成年人'],
      },
    ],
    same: ['name', 'group', 'what'],
  },
  workdays: {
    title: '误工补贴',
    columns: [
      { key: 'name', label: '姓名', kind: 'name', max: 20 },
      text('what', '做什么', { max: 60, aliases: ['误工事由', '事由', '工作内容'] }),
      { key: 'people', label: '天数', kind: 'number', aliases: ['误工天数', '工数'] },
      { key: 'rate', label: '一天多少钱', kind: 'money', ...optional, aliases: ['标准', '补贴标准', '单价'] },
      { key: 'amount', label: '金额', kind: 'money', aliases: ['金额（元）', '补贴金额'] },
    ],
    same: ['name', 'what'],
  },
  assets: {
    title: '资产清单',
    columns: [
      text('name', '名称', { max: 40, aliases: ['资产名称'] }),
      text('code', '编号', { ...optional, max: 20, aliases: ['资产编号'] }),
      { key: 'quantity', label: '数量', kind: 'number' },
      text('unit', '单位', { max: 10, aliases: ['计量单位'] }),
      { key: 'cost', label: '原值', kind: 'money', aliases: ['原值（元）', '账面原值'] },
      { key: 'value', label: '现值', kind: 'money', ...optional, aliases: ['净值', '现值（元）', '账面净值'] },
      text('place', '在哪里', { ...optional, max: 40, aliases: ['存放地点', '坐落', '地点'] }),
      text('use', '怎么用', { ...optional, max: 40, aliases: ['使用情况', '现状'] }),
    ],
    same: ['name', 'code', 'place'],
  },
  resources: {
    title: '资源清单',
    columns: [
      text('name', '名称', { max: 40, aliases: ['地块名称', '资源名称'] }),
      text('what', '类别', { max: 20, aliases: ['资源类别', '地类'] }),
      { key: 'area', label: '面积（亩）', kind: 'number', aliases: ['面积', '面积(亩)'] },
      text('place', '在哪里', { ...optional, max: 40, aliases: ['坐落', '四至', '位置'] }),
      text('use', '怎么用', { ...optional, max: 40, aliases: ['使用情况', '经营方式'] }),
      { key: 'party', label: '承包人', kind: 'name', max: 40, ...optional, aliases: ['承租方', '承包方', '使用人'] },
      { key: 'until', label: '到哪天', kind: 'day', ...optional, aliases: ['到期日', '合同到期'] },
      { key: 'rent', label: '一年租金', kind: 'money', ...optional, aliases: ['年租金', '租金（元/年）'] },
    ],
    same: ['name', 'place'],
  },
  debts: {
    title: '债权债务',
    columns: [
      {
        ...{ key: 'direction', label: '谁欠谁', kind: 'choice', aliases: ['类型', '债权债务'] },
        options: [
          { value: 'owedToUs', label: '别人欠村里' },
          { value: 'owedByUs', label: '村里欠别人' },
        ],
      },
      { key: 'party', label: '对方', kind: 'name', max: 40, aliases: ['单位', '单位或个人', '对方单位'] },
      text('what', '为什么', { max: 60, aliases: ['事由', '形成原因'] }),
      { key: 'since', label: '哪天起', kind: 'day', ...optional, aliases: ['发生日期', '形成时间'] },
      { key: 'amount', label: '金额', kind: 'money', aliases: ['金额（元）', '余额'] },
    ],
    same: ['direction', 'party', 'what'],
  },
}

/** At most so many rows a list. */
export const maxRows = 10_000

/** What is wrong with a row, by column; nothing if it is right. Values are as the columns say: money in fen, days YYYY-MM-DD. */
export const rowProblems = (kind: SheetKind, row: SheetRow): readonly Problem[] =>
  sheetKinds[kind].columns.flatMap((column) => {
    const says = cellProblem(kind, column, row[column.key], row)
    return says ? [{ field: column.key, says }] : []
  })

const cellProblem = (kind: SheetKind, c: Column, value: Cell | undefined, row: SheetRow): string | undefined => {
  if (value === undefined || value === '') return c.optional ? undefined : `没有写“${c.label}”，请补上。`
  switch (c.kind) {
    case 'day':
      return isDay(value) ? undefined : `“${c.label}”不是一个存在的日子，请写成2026-05-08的样子。`
    case 'money':
      if (typeof value !== 'number' || !Number.isInteger(value)) return `“${c.label}”不是金额，请写成128460.50的样子。`
      if (value < 0) return `“${c.label}”是负数。退回来的钱请另记一笔收入，多记的请把原来那笔改对。`
      return value > 1_000_000_000_000 ? `“${c.label}”太大了，请核对。` : undefined
    case 'number':
      return typeof value === 'number' && value >= 0 && value < 1e9 ? undefined : `“${c.label}”要写数字，不能是负数。`
    case 'choice': {
      if (kind === 'statement' && c.key === 'category')
        return isCategory(row.direction as 'in' | 'out', String(value))
          ? undefined
          : `没有“${value}”这个${row.direction === 'in' ? '收入' : '支出'}科目，请从科目表里选一个。`
      return c.options?.some((o) => o.value === value)
        ? undefined
        : `“${c.label}”只能写${c.options?.map((o) => o.label).join('或')}。`
    }
    default:
      if (typeof value !== 'string') return `“${c.label}”要写文字。`
      return value.length > (c.max ?? 60) ? `“${c.label}”最多${c.max ?? 60}个字，请写短一点。` : undefined
  }
}

/** What is wrong with a list as a whole, said of row numbers counted from 1: vouchers used twice, days outside the period. */
export const sheetProblems = ({ kind, rows, period }: Sheet): readonly (Problem & { row: number })[] => {
  if (kind !== 'statement') return []
  const problems: (Problem & { row: number })[] = []
  const seen = new Map<string, number>()
  for (const [i, row] of rows.entries()) {
    const voucher = String(row.voucher ?? '')
    const first = seen.get(voucher)
    if (voucher && first !== undefined)
      problems.push({
        row: i + 1,
        field: 'voucher',
        says: `凭证号${voucher}第${first}笔已经用过，请核对，一笔一个凭证号。`,
      })
    else seen.set(voucher, i + 1)
    if (period && isDay(row.on) && !dayIsIn(row.on, period))
      problems.push({ row: i + 1, field: 'on', says: `${row.on}不在这一期里，请核对日期，或者记到那一期去。` })
  }
  return problems
}

/** What is known of a list without its rows. */
export const metaOf = (id: string, { kind, rows, period, opening, closing }: Sheet): SheetMeta => {
  const sums: Record<string, number> = {}
  const categories = new Map<string, { direction: 'in' | 'out'; category: string; fen: number; count: number }>()
  const money = sheetKinds[kind].columns.filter((c) => c.kind === 'money').map((c) => c.key)
  for (const row of rows) {
    for (const key of money) sums[key] = (sums[key] ?? 0) + ((row[key] as number | undefined) ?? 0)
    if (kind !== 'statement') continue
    const direction = row.direction as 'in' | 'out'
    const key = `${direction}${row.category}`
    const known = categories.get(key) ?? { direction, category: String(row.category), fen: 0, count: 0 }
    categories.set(key, { ...known, fen: known.fen + (row.amount as number), count: known.count + 1 })
  }
  const list = [...categories.values()].sort((a, b) => b.fen - a.fen)
  const total = (direction: 'in' | 'out') =>
    list.filter((c) => c.direction === direction).reduce((a, c) => a + c.fen, 0)
  return {
    ...{ id, kind, count: rows.length, sums, categories: list },
    ...{
      ...(period && { period }),
      ...(opening !== undefined && { opening }),
      ...(closing !== undefined && { closing }),
    },
    ...{ income: total('in'), expense: total('out') },
    other: list.filter((c) => c.direction === 'out' && isOther(c.category)).reduce((a, c) => a + c.fen, 0),
  }
}
