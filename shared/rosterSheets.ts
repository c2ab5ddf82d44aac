import { type Column, optional, type SheetShape, text, yesNo } from './sheetColumns'

/** Whoever leaves is named by number and name alone. */
const unlessLeaving = { optionalWhere: { key: 'change', is: 'leave' } } as const

const yes = (key: string, label: string, aliases: readonly string[]): Column => ({
  ...{ key, label, kind: 'choice', options: yesNo, ...optional, aliases },
})

const officeOnly = (columns: readonly Column[]): readonly Column[] => columns.map((c) => ({ ...c, office: true }))

/** Who belongs: days on which somebody comes of age in place of the birthday, and no number of a document. */
const roster: SheetShape = {
  title: '名册',
  columns: officeOnly([
    text('no', '编号', { max: 20, aliases: ['人员编号', '名册编号', '成员编号'] }),
    { key: 'name', label: '姓名', kind: 'name', max: 20, aliases: ['名字', '成员姓名'] },
    text('household', '户号', { max: 20, ...unlessLeaving, aliases: ['户编号', '家庭编号'] }),
    { key: 'group', label: '组', kind: 'number', ...unlessLeaving, aliases: ['村民小组', '小组', '组别', '组号'] },
    {
      ...{ key: 'sex', label: '性别', kind: 'choice', ...unlessLeaving },
      options: [
        { value: 'male', label: '男' },
        { value: 'female', label: '女' },
      ],
    },
    {
      ...{ key: 'adultOn', label: '满18岁的日子', kind: 'day', ...unlessLeaving },
      aliases: ['满18岁日期', '满18周岁日期', '成年日期'],
    },
    {
      ...{ key: 'fourteenOn', label: '满14岁的日子', kind: 'day', ...optional },
      aliases: ['满14岁日期', '满14周岁日期'],
    },
    {
      ...{ key: 'party', label: '党员', kind: 'choice', ...optional, aliases: ['党员身份', '政治面貌'] },
      options: [
        { value: 'full', label: '正式' },
        { value: 'probationary', label: '预备' },
        { value: 'restricted', label: '留党察看' },
      ],
    },
    yes('representative', '村民代表', ['是否村民代表']),
    yes('branchCommittee', '支委', ['支部委员', '支委会成员', '党支部委员']),
    yes('villageCommittee', '村委会成员', ['村委', '村委会委员', '村委成员']),
    yes('collective', '集体成员', ['集体经济组织成员', '社员', '股东', '是否集体成员']),
    yes('collectiveRepresentative', '成员代表', ['社员代表', '股东代表', '集体成员代表']),
    yes('capable', '完全民事行为能力', ['民事行为能力', '行为能力']),
    {
      ...{ key: 'change', label: '变动', kind: 'choice', ...optional, aliases: ['变动类型', '怎么变'] },
      options: [
        { value: 'join', label: '加入' },
        { value: 'edit', label: '修改' },
        { value: 'leave', label: '去掉' },
      ],
    },
  ]),
  same: ['no'],
}

/** Who came to a meeting, by number on the roster, and how; `by` is who came for somebody else of the household. */
const roll: SheetShape = {
  title: '签到册',
  columns: officeOnly([
    text('no', '编号', { max: 20, aliases: ['人员编号', '名册编号'] }),
    {
      ...{ key: 'how', label: '怎么到的', kind: 'choice', aliases: ['签到方式', '到会方式'] },
      options: [
        { value: 'signed', label: '到场签名' },
        { value: 'code', label: '扫码' },
        { value: 'paper', label: '纸质签到册' },
        { value: 'online', label: '在线' },
        { value: 'proxy', label: '委托' },
      ],
    },
    text('by', '受托人编号', { ...optional, max: 20, aliases: ['受托人', '代为参加的人'] }),
    yes('recused', '回避', ['是否回避']),
    text('why', '回避原因', { ...optional, max: 100, aliases: ['为什么回避'] }),
  ]),
  same: ['no'],
}

export const rosterSheets = { roster, roll }
