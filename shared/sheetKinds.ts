import { accountKinds } from './accounts'
import { rosterSheets } from './rosterSheets'
import { optional, type SheetShape, text, yesNo } from './sheetColumns'

/** Lists that are handed in and shown as tables with known columns. */
export type SheetKind =
  | 'statement'
  | 'recipients'
  | 'workdays'
  | 'assets'
  | 'resources'
  | 'debts'
  | 'sealUses'
  | 'roster'
  | 'roll'

export type { Cell, Column, SheetRow } from './sheetColumns'

/** Each list: what it is called, its columns, what makes two rows the same thing when this list is held against the last. */
export const sheetKinds: Readonly<Record<SheetKind, SheetShape>> = {
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
  sealUses: {
    title: '用章登记',
    columns: [
      { key: 'on', label: '日期', kind: 'day', aliases: ['用章日期', '盖章日期'] },
      text('seal', '盖的什么章', { max: 20, aliases: ['印章', '印章种类'] }),
      text('paper', '什么文件', { max: 20, aliases: ['文件类别', '类别'] }),
      text('document', '文件名称', { max: 60, aliases: ['事由'] }),
      { key: 'copies', label: '份数', kind: 'number', aliases: ['用章次数'] },
      text('decision', '决议编号', { ...optional, max: 30, aliases: ['关联决议编号'] }),
      text('number', '申请编号', { ...optional, max: 30 }),
      text('note', '备注', { ...optional, max: 60, aliases: ['作废'] }),
    ],
    same: ['number', 'on', 'document'],
  },
  ...rosterSheets,
}
