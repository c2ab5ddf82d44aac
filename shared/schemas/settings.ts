import type { Standing } from '../engine/workflow'

/** What a setting counts: days, workdays, fen, a share such as [2, 3], how many bodies read, days of the month, how many requests, 1 for yes and 0 for no, how many audits. */
export type SettingUnit =
  | 'day'
  | 'workday'
  | 'fen'
  | 'share'
  | 'bodies'
  | 'monthDays'
  | 'requests'
  | 'switch'
  | 'audits'
  | 'percent'
export type SettingValue = number | readonly number[]

/** A number that law leaves open, with its default and where that comes from. A county, township or village may set it. */
export type Setting = {
  value: number | readonly [number, number] | readonly number[]
  /** as it is called in a list */
  title: string
  says: string
  source: string
  standing: Standing
  unit: SettingUnit
  about: 'notice' | 'request' | 'matter' | 'finance' | 'oversight'
  /** the county alone sets it */
  by?: 'county'
  /** the law's own limits, where no workflow says them */
  atLeast?: number
  atMost?: number
}

export const settings = {
  displayDays: {
    ...{ value: 15, unit: 'day', about: 'notice' },
    title: '公示天数',
    says: '公示天数，不少于15天',
    source: '村民委员会组织法（2025）第三十五条',
    standing: 'law',
  },
  partyQuorum: {
    ...{ value: [2, 3], unit: 'share', about: 'matter' },
    title: '党员大会到会比例',
    says: '党员大会到会比例，不低于一半',
    source: '党支部工作条例第十一条；三分之二为当地做法',
    standing: 'local',
  },
  noticeDays: {
    ...{ value: 3, unit: 'day', about: 'matter', atLeast: 3 },
    title: '代表会议通知',
    says: '代表会议提前几天通知',
    source: '浙江省实施办法第二十三条',
    standing: 'law',
  },
  acknowledgeWorkdays: {
    ...{ value: 1, unit: 'workday', about: 'request' },
    title: '接下说事',
    says: '几个工作日内接下',
    source: '本系统建议',
    standing: 'ours',
  },
  urgentWorkdays: {
    ...{ value: 3, unit: 'workday', about: 'request' },
    title: '商定急事',
    says: '急事几个工作日内商定',
    source: '本系统建议',
    standing: 'ours',
  },
  handleDays: {
    ...{ value: 7, unit: 'day', about: 'request' },
    title: '村里办理',
    says: '村里几天办好',
    source: '本系统建议',
    standing: 'ours',
  },
  clusterDays: {
    ...{ value: 7, unit: 'day', about: 'request' },
    title: '片里办理',
    says: '片里几天办好',
    source: '本系统建议',
    standing: 'ours',
  },
  townshipDays: {
    ...{ value: 15, unit: 'day', about: 'request' },
    title: '镇里办理',
    says: '镇里几天办好',
    source: '本系统建议',
    standing: 'ours',
  },
  countyDays: {
    ...{ value: 30, unit: 'day', about: 'request' },
    title: '县里办理',
    says: '县里几天办好',
    source: '本系统建议',
    standing: 'ours',
  },
  ratingDays: {
    ...{ value: 7, unit: 'day', about: 'request' },
    title: '评价',
    says: '几天内评价',
    source: '本系统建议',
    standing: 'ours',
  },
  answerDays: {
    ...{ value: 3, unit: 'day', about: 'request' },
    title: '答复说事',
    says: '几天内答复',
    source: '本系统建议',
    standing: 'ours',
  },
  supplementDays: {
    ...{ value: 15, unit: 'day', about: 'request' },
    title: '等说事人补充',
    says: '等说事人补充，最多等几天，过了接着办',
    source: '本系统建议',
    standing: 'ours',
  },
  planDays: {
    ...{ value: 180, unit: 'day', about: 'request' },
    title: '暂不能解决',
    says: '暂时办不了的，最迟几天以后再拿出来说',
    source: '本系统建议',
    standing: 'ours',
  },
  consultationCallDays: {
    ...{ value: 3, unit: 'day', about: 'request' },
    title: '定下协商的日子',
    says: '定了协商，几天内通知下去',
    source: '本系统建议',
    standing: 'ours',
  },
  consultationRecordDays: {
    ...{ value: 2, unit: 'day', about: 'request' },
    title: '记下协商的结果',
    says: '开完协商会，几天内记下结果',
    source: '本系统建议',
    standing: 'ours',
  },
  consultationNoticeDays: {
    ...{ value: 2, unit: 'day', about: 'request' },
    title: '通知协商',
    says: '协商要提前几天通知',
    source: '本系统建议',
    standing: 'ours',
  },
  consultationDays: {
    ...{ value: 15, unit: 'day', about: 'request' },
    title: '开协商会',
    says: '定了协商，最迟几天以内开',
    source: '本系统建议',
    standing: 'ours',
  },
  requestsPerDay: {
    ...{ value: 5, unit: 'requests', about: 'request' },
    title: '一天说几件',
    says: '一个人一天最多说几件事',
    source: '本系统建议',
    standing: 'ours',
  },
  reviewDays: {
    ...{ value: 3, unit: 'day', about: 'notice' },
    title: '审核公开内容',
    says: '几天内审核',
    source: '本系统建议',
    standing: 'ours',
  },
  stepDays: {
    ...{ value: 7, unit: 'day', about: 'matter' },
    title: '四议每一步',
    says: '几天内进到下一议',
    source: '本系统建议',
    standing: 'ours',
  },
  announceDays: {
    ...{ value: 3, unit: 'day', about: 'matter' },
    title: '公开决议',
    says: '决议后几天内公开',
    source: '本系统建议',
    standing: 'ours',
  },
  reportDays: {
    ...{ value: 10, unit: 'day', about: 'matter' },
    title: '公开实施结果',
    says: '完工后几天内公开结果',
    source: '本系统建议',
    standing: 'ours',
  },
  legalityWorkdays: {
    ...{ value: 3, unit: 'workday', about: 'matter' },
    title: '镇里审查',
    says: '镇里几个工作日内审查',
    source: '本系统建议',
    standing: 'ours',
  },
  legalityAbove: {
    ...{ value: 50_000_000, unit: 'fen', about: 'matter' },
    title: '先送镇里审查的预算',
    says: '预算超过多少要先送镇里审查',
    source: '本系统建议',
    standing: 'ours',
  },
  financeBodies: {
    ...{ value: 1, unit: 'bodies', about: 'finance', atLeast: 1, atMost: 2 },
    title: '财务公开由谁先审',
    says: '财务公开由几个机构先审：1是村监委兼监事会，2是集体经济组织另设监事会',
    source: '本系统建议',
    standing: 'ours',
  },
  majorFinanceAbove: {
    ...{ value: 5_000_000, unit: 'fen', about: 'finance', by: 'county' },
    title: '重大财务事项',
    says: '多少钱以上算重大财务事项，由县里定',
    source: '浙江省农村集体资产管理条例第二十五条；5万元是本系统建议',
    standing: 'ours',
  },
  decisionAbove: {
    ...{ value: 5_000_000, unit: 'fen', about: 'finance' },
    title: '要写决议编号的支出',
    says: '一笔支出超过多少要写决议编号，由镇里定',
    source: '本系统建议',
    standing: 'ours',
  },
  objectionDays: {
    ...{ value: 10, unit: 'day', about: 'notice' },
    title: '村里答复询问和异议',
    says: '村里几天内答复询问和异议',
    source: '四川省村务公开条例第十六条为10天；浙江没有定，本系统建议10天',
    standing: 'ours',
  },
  majorFinanceDays: {
    ...{ value: 5, unit: 'day', about: 'finance' },
    title: '公布重大财务事项',
    says: '重大财务事项几天内公布，不超过5天',
    source: '浙江省农村集体资产管理条例第二十五条',
    standing: 'law',
  },
  townshipAnswerDays: {
    ...{ value: 20, unit: 'day', about: 'notice' },
    title: '镇里答复异议',
    says: '镇里几天内调查答复，不超过20天',
    source: '浙江省实施村民委员会组织法办法第四十三条',
    standing: 'law',
  },
  questioningDays: {
    ...{ value: 15, unit: 'day', about: 'notice' },
    title: '决定谁答复质询',
    says: '收到质询几天内决定谁来答复，不超过15天',
    source: '浙江省实施村民委员会组织法办法第三十六条',
    standing: 'law',
  },
  questioningAnswerDays: {
    ...{ value: 10, unit: 'day', about: 'notice' },
    title: '答复质询',
    says: '决定谁答复质询以后，几天内答复',
    source: '本系统建议',
    standing: 'ours',
  },
  partyNoticeDays: {
    ...{ value: 3, unit: 'day', about: 'matter' },
    title: '方案发给党员',
    says: '党员大会提前几天把方案发给党员',
    source: '当地做法',
    standing: 'local',
  },
  assemblyNoticeDays: {
    ...{ value: 10, unit: 'day', about: 'matter', atLeast: 10 },
    title: '村民会议通知',
    says: '村民会议提前几天通知，不少于10天',
    source: '村民委员会组织法（2025）第二十五条',
    standing: 'law',
  },
  memberNoticeDays: {
    ...{ value: 10, unit: 'day', about: 'matter', atLeast: 10 },
    title: '成员大会通知',
    says: '成员大会提前几天通知，不少于10天',
    source: '农村集体经济组织法第二十七条',
    standing: 'law',
  },
  memberRepresentativesNoticeDays: {
    ...{ value: 10, unit: 'day', about: 'matter', atLeast: 1 },
    title: '成员代表大会通知',
    says: '成员代表大会提前几天通知',
    source: '本系统建议，参照农村集体经济组织法第二十七条',
    standing: 'ours',
  },
  groupNoticeDays: {
    ...{ value: 3, unit: 'day', about: 'matter' },
    title: '小组会议通知',
    says: '村民小组会议提前几天通知',
    source: '本系统建议',
    standing: 'ours',
  },
  callDays: {
    ...{ value: 7, unit: 'day', about: 'matter' },
    title: '发会议通知',
    says: '审议通过以后，几天内发出开会的通知',
    source: '本系统建议',
    standing: 'ours',
  },
  recordDays: {
    ...{ value: 3, unit: 'day', about: 'matter' },
    title: '记下会议结果',
    says: '开完会几天内记下结果',
    source: '本系统建议',
    standing: 'ours',
  },
  leaveOutRecused: {
    ...{ value: 0, unit: 'switch', about: 'matter' },
    title: '“两委”会回避的人不算应到',
    says: '支委会、“两委”会上回避的人，算不算在应到里；别的会一律算',
    source: '当地做法',
    standing: 'local',
  },
  fifthStep: {
    ...{ value: 0, unit: 'switch', about: 'matter' },
    title: '五议：办完由群众评议',
    says: '四议办完以后，要不要再由村监委主持群众评议',
    source: '当地做法（浙江有的地方实行五议）',
    standing: 'local',
  },
  shareSchemeWorkdays: {
    ...{ value: 7, unit: 'workday', about: 'matter' },
    title: '审查股份合作方案',
    says: '股份合作方案镇里几个工作日内审查，不超过7个工作日',
    source: '浙江省农村集体资产管理条例第二十八条',
    standing: 'law',
  },
  exchangeAbove: {
    ...{ value: 5_000_000, unit: 'fen', about: 'matter', by: 'county' },
    title: '进产权交易市场',
    says: '多少钱以上的集体资产交易要进农村产权交易市场，由县里定',
    source: '浙江省农村集体资产管理条例第三十五条；5万元是本系统建议',
    standing: 'ours',
  },
  rosterDays: {
    ...{ value: 60, unit: 'day', about: 'matter' },
    title: '名册变动',
    says: '名册变动的起算日，离登记那天不超过几天',
    source: '本系统建议',
    standing: 'ours',
  },
  sealDays: {
    ...{ value: 2, unit: 'day', about: 'finance' },
    title: '审用章',
    says: '用章申请每一步几天内办',
    source: '本系统建议',
    standing: 'ours',
  },
  signDays: {
    ...{ value: 3, unit: 'day', about: 'finance' },
    title: '审支出',
    says: '报账每一步几天内办',
    source: '本系统建议',
    standing: 'ours',
  },
  jointAbove: {
    ...{ value: 1_000_000, unit: 'fen', about: 'finance' },
    title: '要联席会议审的支出',
    says: '一笔支出超过多少，先由村务联席会议集体审，由镇里定',
    source: '浙江村级财务规定：较大的数额由镇里定；1万元是本系统建议',
    standing: 'ours',
  },
  spendingOrder: {
    ...{ value: 0, unit: 'switch', about: 'finance' },
    title: '村监委先审，再签字',
    says: '报账时村监委在主任、书记签字以前审，还是签字以后审',
    source: '当地做法，两种都有',
    standing: 'local',
  },
  auditStepDays: {
    ...{ value: 30, unit: 'day', about: 'finance' },
    title: '办审计',
    says: '审计每一步几天内办',
    source: '本系统建议',
    standing: 'ours',
  },
  auditAnswerDays: {
    ...{ value: 10, unit: 'day', about: 'finance', atLeast: 3 },
    title: '本人说明审计情况',
    says: '被审计的人几天内可以说明情况',
    source: '本系统建议',
    standing: 'ours',
  },
  auditPostDays: {
    ...{ value: 10, unit: 'day', about: 'finance' },
    title: '公开审计结果',
    says: '下结论以后几天内公开',
    source: '本系统建议',
    standing: 'ours',
  },
  auditsPerTerm: {
    ...{ value: 2, unit: 'audits', about: 'finance' },
    title: '五年审几次',
    says: '一届五年里审计几次',
    source: '浙江“五年两审”，当地做法',
    standing: 'local',
  },
  feedbackWorkdays: {
    ...{ value: 15, unit: 'workday', about: 'oversight', atMost: 15 },
    title: '答复投诉建议',
    says: '对小程序的投诉建议几个工作日内答复，不超过15个工作日',
    source: 'App违法违规收集使用个人信息行为认定方法（2019）第六条',
    standing: 'law',
  },
  remindPercent: {
    ...{ value: 70, unit: 'percent', about: 'oversight', atLeast: 10, atMost: 95 },
    title: '到期前提醒',
    says: '期限过了百分之几提醒一次',
    source: '本系统建议',
    standing: 'ours',
  },
  remindAfterFirst: {
    ...{ value: 1, unit: 'day', about: 'oversight' },
    title: '逾期第一次提醒',
    says: '逾期几天提醒第一次',
    source: '本系统建议',
    standing: 'ours',
  },
  remindAfterSecond: {
    ...{ value: 3, unit: 'day', about: 'oversight' },
    title: '逾期第二次提醒',
    says: '逾期几天提醒第二次',
    source: '本系统建议',
    standing: 'ours',
  },
  remindAfterThird: {
    ...{ value: 7, unit: 'day', about: 'oversight' },
    title: '逾期第三次提醒',
    says: '逾期几天提醒第三次',
    source: '本系统建议',
    standing: 'ours',
  },
  remindClusterAfter: {
    ...{ value: 10, unit: 'day', about: 'oversight' },
    title: '逾期告诉片长',
    says: '逾期几天告诉片长',
    source: '本系统建议',
    standing: 'ours',
  },
  remindLeadAfter: {
    ...{ value: 15, unit: 'day', about: 'oversight' },
    title: '逾期告诉镇领导',
    says: '逾期几天告诉镇领导',
    source: '本系统建议',
    standing: 'ours',
  },
  superviseCheckDays: {
    ...{ value: 3, unit: 'day', about: 'oversight' },
    title: '核对督办和约谈',
    says: '村里答复以后几天内核对',
    source: '本系统建议',
    standing: 'ours',
  },
  watchNoteDays: {
    ...{ value: 31, unit: 'day', about: 'oversight' },
    title: '记帮扶情况',
    says: '重点帮扶的村几天内记一次情况',
    source: '本系统建议',
    standing: 'ours',
  },
  sessionDays: {
    ...{ value: [10, 20], unit: 'monthDays', about: 'request' },
    title: '说事日',
    says: '每月哪几天是说事日',
    source: '当地做法',
    standing: 'local',
  },
} as const satisfies Record<string, Setting>

export type SettingName = keyof typeof settings

/** The values alone, with a village's own on top. */
export const settingsWith = (
  own: Partial<Record<SettingName, number | readonly number[]>> = {},
): Record<string, number | readonly number[]> => ({
  ...Object.fromEntries(Object.entries(settings).map(([name, s]) => [name, s.value])),
  ...own,
})
