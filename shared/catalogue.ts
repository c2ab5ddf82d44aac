import type { Audience, Board, Rule } from './engine/workflow'
import type { SheetKind } from './sheetKinds'

/** How often an item is owed; `busy`: monthly where much money moves, else quarterly (a setting of the village). */
export type Every = 'month' | 'quarter' | 'half' | 'year' | 'busy'

/** How a personal name in the item's list is shown: whole (public subsidies need it), as a surname, or not at all. */
export type Names = 'whole' | 'surname' | 'none'

/** One thing that a village must disclose: on which board, how often, by when, for how long, to whom, masked how. */
export type CatalogueItem = {
  code: string
  board: Board
  title: string
  /** owed for every such period; absent: owed only by what has happened */
  every?: Every
  /** a yearly item that is owed as its year begins (a budget), not after it has ended */
  ahead?: true
  /** a yearly review: what happened in a year is that year's, whenever it was held */
  once?: true
  /** owed within so many days of what has happened: a decision, a contract, an audit, posts that changed */
  within?: number
  /** the list that belongs to it, as a table with known columns */
  sheet?: SheetKind
  /** disclosed by the other item's statement too */
  alsoBy?: string
  /** party items that a higher party organisation approves first */
  approval?: true
  /** null: as long as it holds */
  days: number | null
  sees: Audience
  /** who may read the detail; others read totals */
  detail: Audience
  names: Names
  /** what is hidden in it, in words */
  masking?: string
  rule: Rule
}

type Row = Omit<CatalogueItem, 'days' | 'sees' | 'detail' | 'names' | 'rule'> &
  Partial<Pick<CatalogueItem, 'days' | 'sees' | 'detail' | 'names'>> & { by: keyof typeof sources }

const sources = {
  law: { source: '村民委员会组织法（2025）第三十五条', standing: 'law' },
  collective: { source: '农村集体经济组织法第四十五条；农村集体经济组织财务公开规定', standing: 'law' },
  collectiveZhejiang: { source: '浙江省农村集体资产管理条例第二十五条', standing: 'law' },
  audit: { source: '村民委员会组织法（2025）第四十条；浙江省农村集体资产管理条例第四十条', standing: 'law' },
  assessed: { source: '村民委员会组织法（2025）第三十八条', standing: 'law' },
  party: { source: '中国共产党党务公开条例', standing: 'party' },
  local: { source: '当地做法', standing: 'local' },
  ours: { source: '本系统建议', standing: 'ours' },
} as const

const board = { P: 'party', V: 'village', F: 'finance' } as const

const rows: readonly Omit<Row, 'board'>[] = [
  {
    ...{ code: 'P01', title: '党组织设置、成员及分工', within: 7, days: null, by: 'party' },
    masking: '手机号只写工作号码',
  },
  { code: 'P02', title: '年度工作目标任务及完成情况', every: 'half', by: 'party' },
  { code: 'P03', title: '换届选举', within: 3, masking: '不写身份证号和出生月日', by: 'party' },
  {
    ...{ code: 'P04', title: '发展党员（推优、公示、接收、转正）', within: 3, by: 'party' },
    masking: '不写身份证号、住址和电话',
  },
  {
    ...{ code: 'P05', title: '党费收缴、使用和管理', every: 'year', detail: 'party', by: 'party' },
    masking: '个人交多少不公开',
  },
  {
    ...{
      code: 'P06',
      title: '民主评议党员、组织生活会',
      every: 'year',
      once: true,
      within: 10,
      sees: 'party',
      by: 'party',
    },
    masking: '个人评的等次不公开',
  },
  { code: 'P07', title: '党风廉政、违纪处理', within: 3, approval: true, by: 'party' },
  { code: 'P08', title: '无职党员设岗定责、党员承诺评议', every: 'year', by: 'party' },
  { code: 'P09', title: '村干部述职述廉、考核', every: 'year', by: 'local' },
  { code: 'V01', title: '村民会议、村民代表会议决定事项及实施情况', every: 'quarter', within: 3, by: 'law' },
  { code: 'V02', title: '村庄规划和建设重要事项', within: 3, by: 'law' },
  { code: 'V03', title: '误工补贴人员及标准', every: 'quarter', sheet: 'workdays', names: 'whole', by: 'law' },
  {
    ...{ code: 'V04', title: '公益事业、筹资筹劳、建设承包方案', within: 3, by: 'law' },
    masking: '报价人的账号不公开',
  },
  { code: 'V05', title: '投入资金5万元以上的重大事项及进程', within: 3, by: 'local' },
  {
    ...{ code: 'V06', title: '重点帮扶人员、帮扶方案', within: 3, sees: 'villagers', by: 'law' },
    ...{ sheet: 'recipients', names: 'whole', masking: '病情、残疾细节不公开' },
  },
  {
    ...{ code: 'V07', title: '政府拨付和社会捐赠的救灾救助、补贴补助资金物资', every: 'busy', by: 'law' },
    ...{ sheet: 'recipients', names: 'whole', masking: '身份证号、银行卡号、住址不公开' },
  },
  {
    ...{
      code: 'V08',
      title: '低保、残疾人两项补贴、临时救助、慰问对象',
      every: 'quarter',
      sees: 'villagers',
      by: 'law',
    },
    ...{ sheet: 'recipients', names: 'whole', masking: '只写姓名、户人数和金额，未成年人不写姓名' },
  },
  {
    ...{ code: 'V09', title: '农（渔）业补贴', every: 'busy', sheet: 'recipients', names: 'whole', by: 'law' },
    masking: '卡号不公开',
  },
  { code: 'V10', title: '宅基地审批', every: 'quarter', masking: '身份证号不公开', by: 'local' },
  {
    ...{ code: 'V11', title: '被征地养老保障新增人员', every: 'quarter', sees: 'villagers', by: 'local' },
    ...{ sheet: 'recipients', names: 'whole', masking: '身份证号不公开' },
  },
  { code: 'V12', title: '协助政府开展工作的情况', every: 'quarter', by: 'law' },
  {
    ...{ code: 'V13', title: '协商确定的事项及其落实情况', every: 'quarter', within: 7, by: 'law' },
    masking: '提出的人不写姓名',
  },
  {
    ...{ code: 'V14', title: '自治章程、村规民约和各项制度', within: 7, days: null, by: 'law' },
  },
  { code: 'V15', title: '村委会、村监委成员分工和网格划分', within: 7, days: null, by: 'local' },
  { code: 'V16', title: '村委会年度工作报告、成员民主评议结果', every: 'year', once: true, within: 10, by: 'assessed' },
  { code: 'V17', title: '任期、离任经济责任审计结果与整改', within: 10, by: 'audit' },
  {
    ...{ code: 'V18', title: '用章登记摘要', every: 'month', sees: 'villagers', by: 'ours' },
    sheet: 'sealUses',
    masking: '申请人不写全名',
  },
  { code: 'F01', title: '财务计划和年度预算', every: 'year', ahead: true, by: 'collective' },
  {
    ...{ code: 'F02', title: '各项收入', every: 'busy', sheet: 'statement', alsoBy: 'F03', by: 'collectiveZhejiang' },
    ...{ names: 'surname', masking: '付款的个人只写姓' },
  },
  {
    ...{ code: 'F03', title: '各项支出（逐项逐笔）', every: 'busy', sheet: 'statement', by: 'collectiveZhejiang' },
    ...{ names: 'surname', masking: '收款的个人只写姓' },
  },
  { code: 'F04', title: '各项资产', every: 'year', within: 3, sheet: 'assets', by: 'collective' },
  {
    ...{ code: 'F05', title: '各类资源（耕地、林地、滩涂、水面、四荒、建设用地）', every: 'year', within: 3 },
    ...{ sheet: 'resources', names: 'surname', by: 'collective' },
  },
  {
    ...{ code: 'F06', title: '债权债务', every: 'half', sheet: 'debts', names: 'surname', by: 'collective' },
    masking: '个人只写姓',
  },
  {
    ...{ code: 'F07', title: '收益分配', within: 10, detail: 'members', sheet: 'recipients', names: 'whole' },
    ...{ masking: '卡号不公开', by: 'collective' },
  },
  {
    ...{ code: 'F08', title: '征占补偿及分配', within: 3, detail: 'members', sheet: 'recipients', names: 'whole' },
    ...{ masking: '卡号、身份证号不公开', by: 'collective' },
  },
  {
    ...{ code: 'F09', title: '资产资源发包、租赁、出让和投资收益', within: 7, by: 'collective' },
    masking: '对方是个人的只写姓',
  },
  { code: 'F10', title: '工程招投标及预决算', within: 3, by: 'collective' },
  { code: 'F11', title: '一事一议筹资筹劳使用', within: 3, by: 'collective' },
  { code: 'F12', title: '多数成员或理财小组要求公开的内容', within: 10, by: 'collective' },
]

const often = {
  month: '每月公开一次',
  quarter: '每季度公开一次',
  half: '每半年公开一次',
  year: '每年公开一次',
  busy: '每季度公开一次，钱款往来多的每月一次',
} as const

const says = ({ every, within, once }: Pick<Row, 'every' | 'within' | 'once'>) =>
  once
    ? `每年至少公开一次，结果出来后${within}天内公开`
    : [every && often[every], within !== undefined && `有了新情况，${within}天内公开`].filter(Boolean).join('；')

/** The 39 items of the disclosure catalogue. A county may switch items and move due days. */
export const catalogue: readonly CatalogueItem[] = rows.map(({ by, ...row }) => ({
  ...{ days: 15, sees: 'everyone', detail: row.sees ?? 'everyone', names: 'none', ...row },
  board: board[row.code[0] as keyof typeof board],
  rule: { says: says(row), ...sources[by] },
}))

/** The item of that code. */
export const catalogueItem = (code: string): CatalogueItem | undefined => catalogue.find((c) => c.code === code)
