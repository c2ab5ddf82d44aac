import { accountKinds } from '@shared/accounts'
import { type Column, type SheetKind, sheetKinds } from '@shared/sheetKinds'
import type { Page, Styled } from './jobs'

const categories = '科目'

const samples: Readonly<Record<SheetKind, Readonly<Record<string, string | number>>>> = {
  statement: {
    ...{ on: '2026-05-08', voucher: '5-001', direction: '支出', category: '路灯和村道维修', party: '某某电器店' },
    ...{ purpose: '换路灯12盏', amount: 1860.5, approvers: '某主任', decision: '' },
  },
  recipients: { name: '某某', group: '三组', people: 2, what: '春节慰问', amount: 500, minor: '否' },
  workdays: { name: '某某', what: '台风天巡堤', people: 1.5, rate: 150, amount: 225 },
  assets: {
    name: '老年食堂',
    code: 'A-01',
    quantity: 1,
    unit: '幢',
    cost: 350000,
    value: 280000,
    place: '村口',
    use: '自用',
  },
  resources: {
    ...{ name: '后门山林地', what: '林地', area: 36.5, place: '后门山', use: '出租' },
    ...{ party: '某某', until: '2030-12-31', rent: 12000 },
  },
  roster: {
    ...{ no: '1-001-1', name: '某某', household: '1-001', group: 1, sex: '男', adultOn: '2000-05-08' },
    ...{ fourteenOn: '1996-05-08', party: '正式', representative: '是', branchCommittee: '否', villageCommittee: '否' },
    ...{ collective: '是', collectiveRepresentative: '否', capable: '是' },
  },
  roll: { no: '1-001-1', how: '到场签名' },
  sealUses: {
    ...{ on: '2026-05-08', seal: '村民委员会公章', paper: '证明、介绍信', document: '居住证明' },
    ...{ copies: 2, decision: '', number: '某某章-2026-0001', note: '' },
  },
  debts: { direction: '村里欠别人', party: '某某公司', what: '村道工程尾款', since: '2025-11-20', amount: 36000 },
}

const how: Readonly<Record<Column['kind'], string>> = {
  text: '写文字',
  name: '写姓名或单位全称；公开时怎么遮盖由系统按规定办',
  money: '写元，最多两位小数，例如128460.50；不要写负数',
  number: '写数字，不要写负数',
  day: '写成2026-05-08的样子',
  choice: '从下拉列表里选',
}

const head = (value: string): Styled => ({ value, style: 'head' })
const grey = (value: string | number): Styled => ({ value, style: 'grey' })

/** A workbook to fill in: the list with an example that isn't read, how to fill it in, and for a statement its categories. */
export const templateOf = (kind: SheetKind): readonly Page[] => {
  const { title, columns } = sheetKinds[kind]
  const money = kind === 'statement' ? [['上期结余'], ['期末结余']] : []
  const headRow = 1 + money.length
  return [
    {
      ...{ name: title, widths: [6, ...columns.map((c) => (c.kind === 'text' ? 20 : 14))] },
      rows: [
        [{ value: title, style: 'title' }],
        ...money,
        [head('序号'), ...columns.map((c) => head(c.label))],
        [grey('例'), ...columns.map((c) => grey(samples[kind][c.key] ?? ''))],
      ],
      ...{ titleOver: columns.length + 1, frozen: headRow + 1 },
      choices: columns.flatMap((c, i) => {
        const of =
          c.key === 'category' && kind === 'statement' ? `${categories}!$B$2:$B$${accountKinds.length + 1}` : undefined
        return c.kind === 'choice'
          ? [{ column: i + 1, from: headRow + 2, of: of ?? c.options!.map((o) => o.label) }]
          : []
      }),
    },
    notes(kind),
    ...(kind === 'statement' ? [accounts] : []),
  ]
}

const notes = (kind: SheetKind): Page => ({
  ...{ name: '填写说明', widths: [16, 10, 60] },
  rows: [
    ['怎么填', '', ''],
    [
      '',
      '',
      `一行写${['roster', 'roll'].includes(kind) ? '一个人' : '一笔'}。标“例”的那行是样子，不会被读进去，可以留着也可以删掉。`,
    ],
    ['', '', '不要写身份证号、银行卡号、手机号、住址和病情。'],
    ['', '', '合计可以写也可以不写，系统自己会算。空行、制表人这些行不会被读进去。'],
    ...(kind === 'roster' ? ofRosters.map((says) => ['', '', says]) : []),
    ...(kind === 'statement'
      ? [
          ['', '', '表头上面的“上期结余”“期末结余”，把数写在右边一格，系统会核对到分。'],
          ['', '', '一笔一个凭证号，不能重复。收支和金额也可以分成“收入”“支出”两列。'],
        ]
      : []),
    ['列', '要不要填', '怎么写'],
    ...sheetKinds[kind].columns.map((c) => [c.label, c.optional ? '可以不填' : '必填', how[c.kind]]),
  ],
})

const ofRosters = [
  '编号由村里自己编，一人一个，以后不变。户号也由村里编，同一户的人写同一个。',
  '没有“满18岁的日子”也可以写“出生日期”，系统算出满18岁和满14岁的日子，出生日期不保存。',
  '生日当天算满；2月29日出生、那一年没有这一天的，3月1日算满；只写到月的，按那个月最后一天算。',
  '“完全民事行为能力”不写就是“是”。“变动”只在改几行时写，换整份名册时空着。',
]

const accounts: Page = {
  ...{ name: categories, widths: [8, 24, 20] },
  rows: [
    [head('收支'), head('名称'), head('会计科目')],
    ...accountKinds.map(({ direction, name, account }) => [direction === 'in' ? '收入' : '支出', name, account]),
  ],
}
