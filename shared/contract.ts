import { addresses } from './addresses'
import {
  accountView,
  agreedVersion,
  appointing,
  bindingWechat,
  contactRows,
  contactsSaved,
  deviceSays,
  endingPost,
  inviteBegun,
  inviteCode,
  invited,
  invitesView,
  inviting,
  newPassword,
  ofAge,
  oneTimeCode,
  oneTimeSecret,
  passkeyAsked,
  passkeyResponse,
  phoneNumber,
  printedInvites,
  refreshToken,
  renewed,
  scanBegun,
  scanSeen,
  signedIn,
  staffInvited,
  staffView,
  ticket,
  ticketOnly,
  waiting,
} from './schemas/accountViews'
import { checkpointsView, latestView, ledgerView, proofView } from './schemas/chainViews'
import {
  countyView,
  exported,
  exportedView,
  holidaysView,
  holidayTable,
  inboxView,
  monitorView,
  narrowed,
  narrowing,
  reportView,
  savedViews,
  subscriptionAnswer,
  subscriptionsView,
  trendsView,
  urgedView,
  urging,
  watchView,
} from './schemas/monitorViews'
import { openAccountsView, openGuideView, openItemsView } from './schemas/openViews'
import { accountDeleted, madeFile } from './schemas/privacyViews'
import {
  answersView,
  raisingView,
  ratesView,
  requestWordsOf,
  requestWordsView,
  sampleView,
  sessionRunView,
  sessionsChange,
  sessionsView,
  similarView,
} from './schemas/requestViews'
import { auditsView, decisionsView, drawnUpView, sealRegisterView, versionsView } from './schemas/reviewViews'
import {
  askedDay,
  askedGroup,
  badgeView,
  readBadgeView,
  rollCallView,
  rollName,
  rollsView,
  rosterView,
} from './schemas/rosterViews'
import {
  accountsView,
  caseView,
  cellView,
  differenceView,
  disclosureSettingsView,
  disclosureView,
  fileView,
  guideView,
  homeView,
  itemSettingView,
  matrixView,
  page,
  personView,
  placeGuidesView,
  rowsView,
  settingsView,
  sheetView,
  villageView,
} from './schemas/views'
import { z } from './schemas/zod'

/** The HTTP calls: method, path, what goes in, what comes out. Phone, server and OpenAPI read this one table. */
export type Call = {
  method: 'GET' | 'POST'
  path: string
  says: string
  /** who may call it at all; what they get is decided per item */
  for: 'anyone' | 'signedIn'
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  status?: 200 | 201
  /** seconds for which anybody may keep the answer: it is the same for everyone */
  keepFor?: number
  out: z.ZodType
}

const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w-]+$/)
const actId = z
  .string()
  .min(8)
  .max(80)
  .regex(/^[\w:-]+$/)
  .meta({ description: 'made by the caller; the same id twice is one act' })
const limit = z.coerce.number().int().min(1).max(50).default(20)
const after = z.string().max(600).optional()
const one = z.object({ id })
const reportPeriod = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2]|Q[1-4])$/, { error: '请选一个月或者一个季度。' })
const year = z.coerce.number().int().min(2020).max(2100).optional()
const sheetKind = z.enum([
  'statement',
  'recipients',
  'workdays',
  'assets',
  'resources',
  'debts',
  'sealUses',
  'roster',
  'roll',
])
const fen = z.int().min(-1_000_000_000_000).max(1_000_000_000_000)
/** A row that can't be taken: where it stands in what was handed in, and what to do. */
const badRow = z.object({ row: z.int(), cell: z.string().optional(), field: z.string(), says: z.string() })
const askedMonth = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
const form = z.record(z.string().max(60), z.unknown())

export const calls = {
  health: {
    ...addresses.health,
    says: '服务是否正常',
    for: 'anyone',
    out: z.object({ ok: z.boolean(), version: z.string(), store: z.string(), demo: z.boolean() }),
  },
  demoPeople: {
    ...addresses.demoPeople,
    says: '演示身份（只在演示版有）',
    for: 'anyone',
    out: z.object({ people: z.array(personView) }),
  },
  demoSignIn: {
    ...addresses.demoSignIn,
    says: '用演示身份登录（只在演示版有）',
    for: 'anyone',
    body: z.strictObject({ person: id }),
    out: signedIn,
  },
  wechatSignIn: {
    ...addresses.wechatSignIn,
    ...{ says: '用微信登录；还没绑定的，得到一张去绑定的凭条', for: 'anyone' },
    body: z.strictObject({ code: z.string().min(1).max(200), agreed: agreedVersion, says: deviceSays }),
    out: z.union([signedIn, ticketOnly]),
  },
  wechatBind: {
    ...addresses.wechatBind,
    ...{ says: '把微信绑到名册上的人：凭手机号，或者凭邀请码', for: 'anyone' },
    body: bindingWechat,
    out: signedIn,
  },
  inviteBegin: {
    ...addresses.inviteBegin,
    ...{ says: '在网页上用邀请码：看是谁，设一种登录办法', for: 'anyone' },
    body: z.strictObject({ invite: inviteCode, phone: phoneNumber, agreed: agreedVersion, ofAge }),
    out: inviteBegun,
  },
  invitePasskey: {
    ...addresses.invitePasskey,
    ...{ says: '用邀请码设好通行密钥，登录', for: 'anyone' },
    body: z.strictObject({ ticket, response: passkeyResponse, says: deviceSays }),
    out: signedIn,
  },
  invitePassword: {
    ...addresses.invitePassword,
    ...{ says: '用邀请码设密码，得到验证器的密钥', for: 'anyone' },
    body: z.strictObject({ ticket, password: newPassword }),
    out: oneTimeSecret,
  },
  inviteCode: {
    ...addresses.inviteCode,
    ...{ says: '验证器设好了：填一次验证码，登录', for: 'anyone' },
    body: z.strictObject({ ticket, code: oneTimeCode, says: deviceSays }),
    out: signedIn,
  },
  passkeyBegin: {
    ...addresses.passkeyBegin,
    ...{ says: '用通行密钥登录：要一道题', for: 'anyone' },
    body: z.strictObject({}),
    out: passkeyAsked,
  },
  passkeySignIn: {
    ...addresses.passkeySignIn,
    ...{ says: '用通行密钥登录：答题', for: 'anyone' },
    body: z.strictObject({ ticket, response: passkeyResponse, says: deviceSays }),
    out: signedIn,
  },
  passwordSignIn: {
    ...addresses.passwordSignIn,
    ...{ says: '用手机号和密码登录：第一步', for: 'anyone' },
    body: z.strictObject({
      phone: phoneNumber,
      password: z.string().min(1, { error: '请填密码。' }).max(200),
      device: z.string().max(400).optional(),
      agreed: agreedVersion,
    }),
    out: ticketOnly,
  },
  passwordCode: {
    ...addresses.passwordCode,
    ...{ says: '用手机号和密码登录：第二步，验证码', for: 'anyone' },
    body: z.strictObject({ ticket, code: oneTimeCode, says: deviceSays }),
    out: signedIn,
  },
  scanBegin: {
    ...addresses.scanBegin,
    ...{ says: '网页上出一张二维码，用手机上的小程序扫', for: 'anyone' },
    body: z.strictObject({ says: deviceSays }),
    out: scanBegun,
  },
  scanTake: {
    ...addresses.scanTake,
    ...{ says: '网页问：手机点过头了没有', for: 'anyone', params: one },
    body: z.strictObject({ secret: z.string().min(10).max(100) }),
    out: z.union([signedIn, waiting]),
  },
  scanLook: {
    ...addresses.scanLook,
    ...{ says: '手机扫了码：是哪台电脑，选哪个数', for: 'signedIn', params: one },
    out: scanSeen,
  },
  scanApprove: {
    ...addresses.scanApprove,
    ...{ says: '手机选了网页上的那个数，让它登录', for: 'signedIn', params: one },
    body: z.strictObject({ number: z.string().regex(/^\d{2}$/, { error: '请选网页上显示的那个数。' }) }),
    out: z.object({}),
  },
  refresh: {
    ...addresses.refresh,
    ...{ says: '换一张新的登录凭证', for: 'anyone' },
    body: z.strictObject({ refresh: refreshToken }),
    out: renewed,
  },
  signOut: {
    ...addresses.signOut,
    ...{ says: '退出登录', for: 'signedIn' },
    body: z.strictObject({}),
    out: z.object({}),
  },
  account: {
    ...addresses.account,
    ...{ says: '我的账号：有哪些登录办法，在哪些设备上登着', for: 'signedIn', out: accountView },
  },
  revokeSignIn: {
    ...addresses.revokeSignIn,
    ...{ says: '让一台设备退出登录', for: 'signedIn', params: one, body: z.strictObject({}), out: accountView },
  },
  unbindWechat: {
    ...addresses.unbindWechat,
    ...{ says: '解除微信绑定', for: 'signedIn', body: z.strictObject({}), out: accountView },
  },
  dropPasskey: {
    ...addresses.dropPasskey,
    ...{ says: '删一把通行密钥', for: 'signedIn', params: one },
    body: z.strictObject({}),
    out: accountView,
  },
  addPasskeyBegin: {
    ...addresses.addPasskeyBegin,
    ...{ says: '加一把通行密钥：要一道题', for: 'signedIn', body: z.strictObject({}), out: passkeyAsked },
  },
  addPasskey: {
    ...addresses.addPasskey,
    ...{ says: '加一把通行密钥：答题', for: 'signedIn' },
    body: z.strictObject({ ticket, response: passkeyResponse, says: deviceSays }),
    out: accountView,
  },
  changePassword: {
    ...addresses.changePassword,
    ...{ says: '改密码', for: 'signedIn' },
    body: z.strictObject({ old: newPassword, password: newPassword, code: oneTimeCode }),
    out: accountView,
  },
  agree: {
    ...addresses.agree,
    ...{ says: '同意新的用户协议和隐私政策', for: 'signedIn' },
    body: z.strictObject({ version: z.string().min(1).max(20) }),
    out: accountView,
  },
  deleteAccount: {
    ...addresses.deleteAccount,
    ...{ says: '注销账号：先看还有哪些事没办完（sure为false），再真的注销（sure为true）', for: 'signedIn' },
    body: z.strictObject({ sure: z.boolean() }),
    out: accountDeleted,
  },
  myData: {
    ...addresses.myData,
    ...{ says: '我的数据：一份压缩包的下载地址，十分钟内有效', for: 'signedIn' },
    body: z.strictObject({}),
    out: madeFile,
  },
  invites: {
    ...addresses.invites,
    ...{ says: '名册上谁绑了账号，谁还没有', for: 'signedIn', params: one },
    query: z.object({ q: z.string().trim().max(20).default(''), limit, after }),
    out: invitesView,
  },
  invite: {
    ...addresses.invite,
    ...{ says: '给名册上的人发邀请码；只显示这一次', for: 'signedIn', params: one, body: inviting, out: invited },
  },
  contacts: {
    ...addresses.contacts,
    ...{ says: '登记手机号，好让人凭手机号绑定；只存验证用的摘要', for: 'signedIn', params: one },
    body: contactRows,
    out: contactsSaved,
  },
  printInvites: {
    ...addresses.printInvites,
    ...{ says: '把邀请码打印成一张张纸条', for: 'signedIn', body: printedInvites, out: z.object({ url: z.string() }) },
  },
  staff: {
    ...addresses.staff,
    ...{ says: '一个地方谁任什么职', for: 'signedIn', params: one, out: staffView },
  },
  appoint: {
    ...addresses.appoint,
    ...{ says: '任命', for: 'signedIn', params: one, body: appointing, out: staffView },
  },
  endPost: {
    ...addresses.endPost,
    ...{ says: '免职：任到哪一天', for: 'signedIn', params: z.object({ id, person: id }), body: endingPost },
    out: staffView,
  },
  inviteStaff: {
    ...addresses.inviteStaff,
    ...{ says: '给任职的人发邀请码，重设密码和验证器', for: 'signedIn', params: z.object({ id, person: id }) },
    body: z.strictObject({}),
    out: staffInvited,
  },
  me: {
    ...addresses.me,
    says: '我是谁，有哪些职务',
    for: 'signedIn',
    out: z.object({
      person: personView,
      desk: z.object({ overdue: z.int(), today: z.int(), later: z.int() }),
      unread: z.int(),
      mustAgree: z.string().optional().meta({ description: 'a newer version of the agreement than they agreed to' }),
    }),
  },
  workflows: {
    ...addresses.workflows,
    says: '所有事项怎么走，每一步要填什么（JSON Schema）',
    for: 'anyone',
    out: z.object({ workflows: z.array(z.record(z.string(), z.unknown())), forms: z.record(z.string(), z.unknown()) }),
  },
  villages: {
    ...addresses.villages,
    says: '有哪些村',
    for: 'anyone',
    out: z.object({ villages: z.array(villageView) }),
  },
  village: { ...addresses.village, says: '一个村', for: 'anyone', params: one, out: villageView },
  home: {
    ...addresses.home,
    says: '首页：说事日、上月的账、公开栏',
    for: 'anyone',
    params: one,
    out: homeView,
  },
  board: {
    ...addresses.board,
    ...{ says: '公开栏，新的在前', for: 'anyone' },
    params: z.object({ id, board: z.enum(['all', 'party', 'village', 'finance']) }),
    query: z.object({ limit, after, item: z.string().max(10).optional(), period: z.string().max(10).optional() }),
    out: page,
  },
  cases: {
    ...addresses.cases,
    ...{
      says: '一个村的说事、议事等，新的在前；mine=1 只看我提的',
      for: 'anyone',
    },
    params: one,
    query: z.object({ workflow: id.optional(), mine: z.enum(['0', '1']).optional(), limit, after }),
    out: page,
  },
  open: {
    ...addresses.open,
    ...{ says: '开始一件事', for: 'signedIn', status: 201 },
    body: z.strictObject({ actId, workflow: id, villageId: id, form, from: id.optional(), about: id.optional() }),
    out: caseView,
  },
  case: {
    ...addresses.case,
    says: '一件事的全部：走到哪一步、台账、我现在能办什么',
    for: 'anyone',
    params: one,
    out: caseView,
  },
  act: {
    ...addresses.act,
    ...{
      says: '办理：当前环节的一个结果，或旁边的一个动作',
      for: 'signedIn',
      params: one,
    },
    body: z.strictObject({ actId, seen: z.int().min(0), outcome: id.optional(), aside: id.optional(), form }),
    out: caseView,
  },
  read: {
    ...addresses.read,
    says: '我看过了（按户计数，没有名单）',
    for: 'signedIn',
    params: one,
    out: z.object({ households: z.int() }),
  },
  backlog: {
    ...addresses.backlog,
    ...{ says: '待办：我的、本村的、全镇的，最早到期的在前', for: 'signedIn' },
    query: z.object({
      scope: z.enum(['me', 'village', 'township']).default('me'),
      village: id.optional(),
      ...narrowed,
      seal: z.string().max(4).optional(),
      overdue: z.enum(['0', '1']).optional(),
      limit,
      after,
    }),
    out: page,
  },
  rows: {
    ...addresses.rows,
    ...{ says: '一份明细的每一行，已经按读的人遮盖', for: 'anyone', params: one },
    query: z.object({
      limit: z.coerce.number().int().min(1).max(100).default(50),
      after: z.string().max(20).optional(),
      direction: z.enum(['in', 'out']).optional(),
      category: z.string().max(30).optional(),
    }),
    out: rowsView,
  },
  difference: {
    ...addresses.difference,
    ...{ says: '更正前后哪里不一样', for: 'anyone', params: one, out: differenceView },
  },
  broadcast: {
    ...addresses.broadcast,
    ...{ says: '大喇叭广播稿，一句一行，数字写成读法', for: 'anyone', params: one },
    out: z.object({ sentences: z.array(z.string()) }),
  },
  accounts: {
    ...addresses.accounts,
    ...{ says: '最近24期的收支合计', for: 'anyone', params: one, out: accountsView },
  },
  disclosure: {
    ...addresses.disclosure,
    ...{
      says: '一年里该公开的，公开了没有',
      for: 'anyone',
      params: one,
      query: z.object({ year }),
      out: disclosureView,
    },
  },
  search: {
    ...addresses.search,
    ...{ says: '在公开栏里找，新的在前', for: 'anyone', params: one },
    query: z.object({ q: z.string().trim().min(1, { error: '请写要找的字。' }).max(40), year, limit, after }),
    out: page,
  },
  guides: {
    ...addresses.guides,
    ...{ says: '办事指南', for: 'anyone', params: one },
    query: z.object({ q: z.string().trim().max(40).optional() }),
    out: z.object({ guides: z.array(guideView) }),
  },
  placeGuides: {
    ...addresses.placeGuides,
    ...{ says: '一个地方自己写的和上级写的办事指南', for: 'anyone', params: one },
    out: placeGuidesView,
  },
  saveGuide: {
    ...addresses.saveGuide,
    ...{ says: '写一条办事指南，或者撤掉', for: 'signedIn', params: one },
    body: z.strictObject({ guide: guideView, remove: z.boolean().optional() }),
    out: placeGuidesView,
  },
  sheet: {
    ...addresses.sheet,
    ...{ says: '存一份手填的明细；有不对的行就什么都不存', for: 'signedIn', params: one, status: 201 },
    body: z.strictObject({
      kind: sheetKind,
      period: z.string().max(7).optional(),
      opening: fen.optional(),
      closing: fen.optional(),
      rows: z
        .array(z.record(z.string().max(20), cellView))
        .max(3000, { error: '一次最多3000行，更多的请从Excel导入。' }),
    }),
    out: z.object({ sheet: sheetView.optional(), problems: z.array(badRow) }),
  },
  matrix: {
    ...addresses.matrix,
    ...{
      says: '全镇每个村、每一项公开了没有',
      for: 'signedIn',
      params: one,
      query: z.object({ year }),
      out: matrixView,
    },
  },
  disclosureSettings: {
    ...addresses.disclosureSettings,
    ...{ says: '公开目录在这里的设定', for: 'anyone', params: one },
    out: disclosureSettingsView,
  },
  saveDisclosureSettings: {
    ...addresses.saveDisclosureSettings,
    ...{ says: '改公开目录的设定：哪项不用公开、几号到期、每月还是每季', for: 'signedIn', params: one },
    body: z.strictObject({ settings: z.record(z.string().max(4), itemSettingView) }),
    out: disclosureSettingsView,
  },
  settings: {
    ...addresses.settings,
    ...{ says: '规则和期限：法律留给各地定的数，在这里是多少', for: 'anyone', params: one },
    out: settingsView,
  },
  saveSettings: {
    ...addresses.saveSettings,
    ...{ says: '改规则和期限；null是改回上级定的', for: 'signedIn', params: one },
    body: z.strictObject({
      settings: z.record(z.string().max(40), z.union([z.number(), z.array(z.number()).max(31)]).nullable()),
    }),
    out: settingsView,
  },
  importSheet: {
    ...addresses.importSheet,
    ...{ says: '从Excel读明细；有不对的行就什么都不存，除非写明去掉哪几行', for: 'signedIn' },
    body: z.strictObject({
      village: id,
      kind: sheetKind,
      file: id,
      period: z.string().max(7).optional(),
      opening: fen.optional(),
      closing: fen.optional(),
      drop: z.array(z.int().min(1)).max(1000).optional().meta({ description: 'row numbers of the file to leave out' }),
    }),
    out: z.object({
      sheet: sheetView.optional(),
      problems: z.array(badRow),
      more: z.int().meta({ description: 'how many bad rows are not listed' }),
      found: z.object({
        rows: z.int(),
        dropped: z.array(z.int()),
        opening: fen.optional(),
        closing: fen.optional(),
        income: fen,
        expense: fen,
        preview: z.array(z.record(z.string(), cellView)),
      }),
    }),
  },
  scanFile: {
    ...addresses.scanFile,
    ...{ says: '查一个附件里有没有个人信息', for: 'signedIn' },
    body: z.strictObject({ file: id }),
    out: z.object({
      readable: z.boolean().meta({ description: 'false: a picture or a page without text; someone must look at it' }),
      found: z.array(z.object({ kind: z.string(), where: z.string(), says: z.string() })),
    }),
  },
  exportSheet: {
    ...addresses.exportSheet,
    ...{ says: '把一份明细导出成Excel，给一个会过期的地址', for: 'anyone' },
    body: z.strictObject({ case: id }),
    out: z.object({ url: z.string(), name: z.string() }),
  },
  print: {
    ...addresses.print,
    ...{ says: '打印版，给一个会过期的地址', for: 'anyone' },
    body: z.strictObject({ case: id, size: z.enum(['A4', 'A3', 'poster', 'receipt']) }),
    out: z.object({ url: z.string(), address: z.string().meta({ description: 'where its QR code leads' }) }),
  },
  sessions: {
    ...addresses.sessions,
    ...{ says: '一个村的说事日：规则和往后一年', for: 'anyone', params: one, out: sessionsView },
  },
  changeSessions: {
    ...addresses.changeSessions,
    ...{ says: '改说事日：时间地点值班、改期、加开、取消加开', for: 'signedIn', params: one },
    body: sessionsChange,
    out: sessionsView,
  },
  session: {
    ...addresses.session,
    ...{ says: '一次说事日：要听的、听过的、上次答应的', for: 'anyone' },
    params: z.object({ id, on: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) }),
    out: sessionRunView,
  },
  raising: {
    ...addresses.raising,
    ...{ says: '说事要知道的：有哪几类，今天还能说几件', for: 'anyone', params: one, out: raisingView },
  },
  similar: {
    ...addresses.similar,
    ...{ says: '还没办完的差不多的事', for: 'signedIn', params: one },
    query: z.object({
      q: z.string().trim().max(2000).default(''),
      to: id.optional().meta({ description: 'a request: those that it may be merged into' }),
    }),
    out: similarView,
  },
  eraseAsked: {
    ...addresses.eraseAsked,
    ...{ says: '照没有账号的人的要求，删去一件事里他自己的内容；办事的人写的不能删', for: 'signedIn', params: one },
    body: z.strictObject({
      fields: z
        .array(z.string().regex(/^[1-9]\d{0,3}\.[a-zA-Z]{1,40}$/, { error: '要删的写成“第几条.哪一项”，请重新选。' }))
        .min(1, { error: '请选要删哪几项。' })
        .max(40),
      reason: z.string().trim().min(5, { error: '请写清楚谁要求删、为什么，至少5个字。' }).max(300),
    }),
    out: caseView,
  },
  care: {
    ...addresses.care,
    ...{ says: '我也关心（按人计数，没有名单）', for: 'signedIn', params: one },
    out: z.object({ count: z.int() }),
  },
  answers: {
    ...addresses.answers,
    ...{ says: '村里以前怎么办的', for: 'anyone', params: one },
    query: z.object({
      q: z.string().trim().max(40).default(''),
      category: z.string().max(20).optional(),
      limit,
      after,
    }),
    out: answersView,
  },
  rates: {
    ...addresses.rates,
    ...{ says: '一年的说事办得怎么样：件数', for: 'anyone', params: one, query: z.object({ year }), out: ratesView },
  },
  requestWords: {
    ...addresses.requestWords,
    ...{ says: '说事的类别和现成的话', for: 'signedIn', params: one, out: requestWordsOf },
  },
  saveRequestWords: {
    ...addresses.saveRequestWords,
    ...{ says: '改说事的类别和现成的话', for: 'signedIn', params: one, body: requestWordsView, out: requestWordsOf },
  },
  sample: {
    ...addresses.sample,
    ...{ says: '回头看：一个月里抽到哪几件', for: 'signedIn', params: one },
    query: z.object({ month: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/) }),
    out: sampleView,
  },
  drawSample: {
    ...addresses.drawSample,
    ...{ says: '回头看：抽签，每月一次', for: 'signedIn', params: one },
    body: z.strictObject({
      month: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/),
      many: z.int().min(1, { error: '至少抽1件。' }).max(50, { error: '最多抽50件。' }),
    }),
    out: sampleView,
  },
  printAgenda: {
    ...addresses.printAgenda,
    ...{ says: '打印一次说事日的议程', for: 'signedIn' },
    body: z.strictObject({ village: id, on: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) }),
    out: z.object({ url: z.string() }),
  },
  decisions: {
    ...addresses.decisions,
    ...{ says: '通过的决议，各还剩多少钱', for: 'signedIn', params: one },
    out: decisionsView,
  },
  sealRegister: {
    ...addresses.sealRegister,
    ...{ says: '一个村一个月的用章台账', for: 'signedIn', params: one },
    query: z.object({ month: askedMonth.optional() }),
    out: sealRegisterView,
  },
  drawnUp: {
    ...addresses.drawnUp,
    ...{ says: '从入账的单据、登记的用章列出这一期的明细，不用再填', for: 'signedIn', params: one },
    query: z.object({ kind: z.enum(['statement', 'sealUses']), period: z.string().min(4).max(10) }),
    out: drawnUpView,
  },
  versions: {
    ...addresses.versions,
    ...{ says: '方案改过几次，每次改了什么', for: 'anyone', params: one },
    out: versionsView,
  },
  audits: {
    ...addresses.audits,
    ...{ says: '一个镇谁该审计了', for: 'signedIn', params: one },
    out: auditsView,
  },
  printMatter: {
    ...addresses.printMatter,
    ...{ says: '打印四议登记表、决议；存一份带台账的档案', for: 'signedIn' },
    body: z.strictObject({ case: id, form: z.enum(['record', 'resolution', 'archive']) }),
    out: z.object({ url: z.string(), name: z.string() }),
  },
  printSealRegister: {
    ...addresses.printSealRegister,
    ...{ says: '打印一个月的用章台账', for: 'signedIn' },
    body: z.strictObject({ village: id, month: askedMonth }),
    out: z.object({ url: z.string() }),
  },
  rolls: {
    ...addresses.rolls,
    ...{ says: '一个村某一天各种会的应到人数，名册是怎么来的', for: 'signedIn', params: one },
    query: z.object({ on: askedDay.optional(), group: askedGroup.optional() }),
    out: rollsView,
  },
  roster: {
    ...addresses.roster,
    ...{ says: '一个村某一天的名册，可以按姓名、户号、编号找', for: 'signedIn', params: one },
    query: z.object({
      on: askedDay.optional(),
      q: z.string().trim().max(20).default(''),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      after,
    }),
    out: rosterView,
  },
  rollCall: {
    ...addresses.rollCall,
    ...{ says: '一次会该到的人，按组和户排', for: 'signedIn', params: one },
    query: z.object({ roll: rollName, on: askedDay.optional(), group: askedGroup.optional() }),
    out: rollCallView,
  },
  badge: { ...addresses.badge, says: '我今天的签到码', for: 'signedIn', out: badgeView },
  readBadge: {
    ...addresses.readBadge,
    ...{ says: '扫了一个人的签到码：是谁，或者为什么不算', for: 'signedIn', params: one },
    body: z.strictObject({
      code: z.string().min(1).max(200),
      roll: rollName,
      on: askedDay,
      group: askedGroup.optional(),
    }),
    out: readBadgeView,
  },
  monitor: {
    ...addresses.monitor,
    ...{ says: '全镇每个村、每一步、有没有逾期', for: 'signedIn', params: one },
    query: narrowing,
    out: monitorView,
  },
  trends: {
    ...addresses.trends,
    ...{ says: '全镇或一个村，一周一周、一月一月的情况', for: 'signedIn', params: one },
    query: z.object({ village: id.optional(), weeks: z.coerce.number().int().min(1).max(53).default(12) }),
    out: trendsView,
  },
  urge: {
    ...addresses.urge,
    ...{ says: '一次督办几件：办理中的事，公开栏上缺的事', for: 'signedIn', params: one },
    body: urging,
    out: urgedView,
  },
  report: {
    ...addresses.report,
    ...{ says: '月报告、季调度：全镇或一个村', for: 'signedIn', params: one },
    query: z.object({ period: reportPeriod, village: id.optional() }),
    out: reportView,
  },
  writeReport: {
    ...addresses.writeReport,
    ...{ says: '月报告、季调度，打印或者做成表格', for: 'signedIn' },
    body: z.strictObject({ township: id, village: id.optional(), period: reportPeriod, as: z.enum(['print', 'xlsx']) }),
    out: z.object({ url: z.string(), name: z.string() }),
  },
  exportList: {
    ...addresses.exportList,
    ...{ says: '把一张清单做成表格，下载地址过一会儿失效', for: 'signedIn', body: exported },
    out: exportedView,
  },
  watch: {
    ...addresses.watch,
    ...{ says: '重点帮扶的村', for: 'signedIn', params: one },
    out: watchView,
  },
  county: {
    ...addresses.county,
    ...{ says: '全县各镇的合计', for: 'signedIn', params: one },
    out: countyView,
  },
  holidays: {
    ...addresses.holidays,
    ...{ says: '放假和调休', for: 'signedIn', params: one },
    out: holidaysView,
  },
  saveHolidays: {
    ...addresses.saveHolidays,
    ...{ says: '记下一年的放假和调休，由县里记', for: 'signedIn', params: one },
    body: z.strictObject({ year: z.int().min(2024).max(2100), table: holidayTable }),
    out: holidaysView,
  },
  views: { ...addresses.views, says: '我存下的看法', for: 'signedIn', out: savedViews },
  saveViews: { ...addresses.saveViews, says: '存下要常看的', for: 'signedIn', body: savedViews, out: savedViews },
  inbox: {
    ...addresses.inbox,
    ...{ says: '我的消息，一件事一条，最新的在前', for: 'signedIn' },
    query: z.object({ limit, after }),
    out: inboxView,
  },
  looked: {
    ...addresses.looked,
    ...{ says: '看到哪儿了', for: 'signedIn' },
    body: z.strictObject({ until: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/) }),
    out: z.object({ unread: z.int() }),
  },
  subscriptions: {
    ...addresses.subscriptions,
    ...{ says: '微信提醒：同意了几次', for: 'signedIn', out: subscriptionsView },
  },
  subscribed: {
    ...addresses.subscribed,
    ...{ says: '记下在微信里同意了哪几种提醒', for: 'signedIn' },
    body: z.strictObject({
      actId: id,
      answers: z.record(z.string().max(100), subscriptionAnswer).refine((a) => Object.keys(a).length <= 5),
    }),
    out: subscriptionsView,
  },
  checkpoint: {
    ...addresses.checkpoint,
    ...{ says: '总账最近一次封账；给了since，连同从那时接得上的证明', for: 'anyone', params: one, out: latestView },
    query: z.object({ since: z.coerce.number().int().min(0).max(1_000_000_000).optional() }),
  },
  checkpoints: {
    ...addresses.checkpoints,
    ...{ says: '历次封账，新的在前', for: 'anyone', params: one, out: checkpointsView },
    query: z.object({ limit, after }),
  },
  ledger: {
    ...addresses.ledger,
    ...{ says: '整本总账：历次封账和每一条的指纹，可以自己存着对', for: 'anyone', params: one, out: ledgerView },
  },
  proof: {
    ...addresses.proof,
    ...{ says: '一件事在总账里的证明', for: 'anyone', params: one, out: proofView },
  },
  file: {
    ...addresses.file,
    ...{
      says: '要一个上传地址（照片、录音或文件，10MB以内）',
      for: 'signedIn',
      status: 201,
    },
    body: z.strictObject({
      name: z.string().min(1).max(120),
      type: z.enum(
        [
          ...(['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const),
          ...(['audio/mp4', 'audio/mpeg', 'audio/aac', 'audio/webm', 'audio/ogg', 'audio/wav'] as const),
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        ],
        { error: '只能传照片（JPG、PNG、WebP）、录音、PDF、Excel（xlsx）或 Word（docx）。' },
      ),
      bytes: z.int().min(1).meta({ description: 'at most 10 MB; more is answered with 413' }),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
    out: z.object({ id: z.string(), upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }) }),
  },
  fileDone: {
    ...addresses.fileDone,
    says: '传完了，请核对',
    for: 'signedIn',
    params: one,
    out: fileView,
  },
  openItems: {
    ...addresses.openItems,
    ...{ says: '开放数据：一个村公开给所有人的事项，新的在前', for: 'anyone', params: one, keepFor: 300 },
    query: z.object({
      board: z.enum(['party', 'village', 'finance']).optional(),
      item: z
        .string()
        .regex(/^[PVF]\d{2}$/)
        .optional(),
      year,
      limit: z.coerce.number().int().min(1).max(100).default(50),
      after,
    }),
    out: openItemsView,
  },
  openAccounts: {
    ...addresses.openAccounts,
    ...{ says: '开放数据：一个村每一期的收支合计，新的在前', for: 'anyone', params: one, keepFor: 300 },
    out: openAccountsView,
  },
  openGuide: {
    ...addresses.openGuide,
    ...{ says: '开放数据的字段说明', for: 'anyone', keepFor: 300 },
    out: openGuideView,
  },
} as const satisfies Record<string, Call>

export type CallName = keyof typeof calls
type Part<N extends CallName, K extends 'params' | 'query' | 'body'> = (typeof calls)[N] extends {
  [P in K]: infer S extends z.ZodType
}
  ? z.input<S>
  : undefined
export type Params<N extends CallName> = Part<N, 'params'>
export type Query<N extends CallName> = Part<N, 'query'>
export type Body<N extends CallName> = Part<N, 'body'>
export type Answer<N extends CallName> = z.output<(typeof calls)[N]['out']>
