/** Every page of the mini-program, as its address without the leading slash. */
export const pages = {
  boards: 'pages/boards/index',
  speak: 'pages/speak/index',
  matters: 'pages/matters/index',
  me: 'pages/me/index',
  case: 'pages/case/index',
  raise: 'pages/raise/index',
  villages: 'pages/villages/index',
  ask: 'more/ask/index',
  signIn: 'more/signIn/index',
  agreement: 'more/agreement/index',
  account: 'more/account/index',
  myData: 'more/myData/index',
  feedback: 'more/feedback/index',
  verify: 'more/verify/index',
  questioning: 'more/questioning/index',
  search: 'more/search/index',
  guides: 'more/guides/index',
  disclosure: 'more/disclosure/index',
  answers: 'more/answers/index',
  rates: 'more/rates/index',
  sessionDays: 'more/sessions/index',
  desk: 'office/desk/index',
  act: 'office/act/index',
  monitor: 'office/monitor/index',
  matrix: 'office/matrix/index',
  catalogue: 'office/catalogue/index',
  settings: 'office/settings/index',
  editGuides: 'office/guides/index',
  open: 'office/open/index',
  topic: 'office/topic/index',
  papers: 'office/papers/index',
  sessions: 'office/sessions/index',
  sessionRun: 'office/session/index',
  requestWords: 'office/words/index',
  sample: 'office/sample/index',
  seals: 'more/seals/index',
  askForSeal: 'more/seals/asking',
  sealPaper: 'office/seals/index',
  bills: 'office/bills/index',
  audits: 'office/audits/index',
  roster: 'office/roster/index',
  roll: 'office/roll/index',
  badge: 'more/badge/index',
  inbox: 'more/inbox/index',
  orders: 'office/orders/index',
  reports: 'office/reports/index',
  watch: 'office/watch/index',
  county: 'office/county/index',
  holidays: 'office/holidays/index',
  invites: 'office/invites/index',
  staff: 'office/staff/index',
  erase: 'office/erase/index',
} as const

export type PageName = keyof typeof pages

/** The four pages in the tab bar: WeChat reaches them by switchTab only, and without parameters. */
export const tabs = ['boards', 'speak', 'matters', 'me'] as const satisfies readonly PageName[]

// Parameters are encoded here; WeChat hands them to the page still encoded, so pages read them with `param`.
function url(page: PageName, params: Record<string, string | undefined> = {}): string {
  const query = Object.entries(params)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value as string)}`)
  return `/${pages[page]}${query.length > 0 ? `?${query.join('&')}` : ''}`
}

/** The url of each page, as Taro.navigateTo, switchTab and redirectTo take it. */
export const routes = {
  boards: () => url('boards'),
  speak: () => url('speak'),
  matters: () => url('matters'),
  me: () => url('me'),
  /** Any case: notice, request or matter. */
  case: (id: string) => url('case', { id }),
  /** Raise a request; with the case that it is about, how it came (`channel`) and where to go afterwards, if there are any. */
  raise: (about?: string, of: { channel?: string; back?: string } = {}) => url('raise', { about, ...of }),
  /** Sign in, then go back to the url given. */
  signIn: (back?: string) => url('signIn', { back }),
  /** 用户协议和个人信息保护说明, in full. */
  agreement: () => url('agreement'),
  /** 账号和登录: how one signs in, and where one is signed in. */
  account: () => url('account'),
  /** 我的数据: what is kept of me, a copy, deletion. */
  myData: () => url('myData'),
  /** 投诉建议; `kind`: the form for one of that kind. */
  feedback: (kind?: string) => url('feedback', { kind }),
  /** 核验, of a case or of the village that is shown. */
  verify: (id?: string) => url('verify', { id }),
  villages: () => url('villages'),
  /** Ask about a case, or about one row of its list, counted from 1. */
  ask: (about: string, row?: number) => url('ask', { about, row: row === undefined ? undefined : `${row}` }),
  /** Ask about what should have been published and wasn't. */
  askMissing: (village: string, item: string, period: string) => url('ask', { village, item, period }),
  /** 质询: of how someone in office does their duty. */
  questioning: () => url('questioning'),
  search: (q?: string, year?: string) => url('search', { q, year }),
  guides: (guide?: string) => url('guides', { guide }),
  /** 村里以前怎么办的: what has been answered before. */
  answers: (category?: string, q?: string) => url('answers', { category, q }),
  /** 说事办得怎么样: the counts of a year. */
  rates: () => url('rates'),
  /** 说事日安排, to read: the year ahead of the village that is shown. */
  sessionDays: () => url('sessionDays'),
  /** 说事日安排, to change; `change`: the form for it, of the session on that day or of an extra one of that kind. */
  sessions: (
    village: string,
    of: { change?: 'rule' | 'move' | 'add' | 'drop'; on?: string; kind?: 'evening' | 'mobile' } = {},
  ) => url('sessions', { village, ...of }),
  /** One 说事日 as it is run. */
  sessionRun: (village: string, on: string) => url('sessionRun', { village, on }),
  /** The categories of 说事 and the ready-made words of a place. */
  requestWords: (place: string) => url('requestWords', { place }),
  /** 回头看: what a township draws. */
  sample: (township?: string) => url('sample', { township }),
  /** 用章台账 of a month; the village that is shown and this month where none is named. */
  seals: (of: { village?: string; month?: string } = {}) => url('seals', of),
  /** 申请用章, as a villager. */
  askForSeal: () => url('askForSeal'),
  /** 申请用章, from the village office. */
  sealPaper: () => url('sealPaper'),
  /** 报账: what was handed in, what waits, and a new one. */
  bills: () => url('bills'),
  /** 经济责任审计 over a township. */
  audits: (township?: string) => url('audits', { township }),
  /** 名册 of a village; `change`: the form that begins a change of it. */
  roster: (village?: string, change?: 'whole' | 'rows') => url('roster', { village, change }),
  /** 签到册 of the form whose draft is kept under that name. */
  roll: (draft: string) => url('roll', { draft }),
  /** 我的签到码 */
  badge: () => url('badge'),
  /** 消息: what there is to know, one letter a matter. */
  inbox: () => url('inbox'),
  desk: () => url('desk'),
  /** Do a step or an aside of a case, the current step when none is named; at which 说事日, or for which kind of paper. */
  act: (id: string, step?: string, at: { session?: string; on?: string; paper?: string } = {}) =>
    url('act', { id, step, ...at }),
  /** A case on paper, over the loudspeaker, and as a picture. */
  papers: (id: string) => url('papers', { id }),
  monitor: (township?: string) => url('monitor', { township }),
  /** 督办 and 约谈 of a township. */
  orders: (township?: string) => url('orders', { township }),
  /** 月报告和季调度 of a township, or of one village of it. */
  reports: (township?: string, village?: string) => url('reports', { township, village }),
  /** 重点帮扶 of a township. */
  watch: (township?: string) => url('watch', { township }),
  /** The townships of the county side by side. */
  county: () => url('county'),
  /** 放假和调休, as they are set for a place. */
  holidays: (place?: string) => url('holidays', { place }),
  /** 邀请村民 of a village. */
  invites: (village?: string) => url('invites', { village }),
  /** 照要求删内容 of a case, for the township. */
  erase: (id: string) => url('erase', { id }),
  /** 职务: who holds which post in a place. */
  staff: (place?: string) => url('staff', { place }),
  /** What a village owes on its boards and how it stands; the village that is shown where none is named. */
  disclosure: (village?: string) => url('disclosure', { village }),
  /** The same for every village of a township. */
  matrix: (township?: string) => url('matrix', { township }),
  /** The disclosure catalogue as it is set for a county, a township or a village. */
  catalogue: (place?: string) => url('catalogue', { place }),
  /** 规则和期限 of a county, a township or a village. */
  settings: (place?: string) => url('settings', { place }),
  /** The guides that a place writes; with one of them, or `new`, its form. */
  editGuides: (place: string, guide?: string) => url('editGuides', { place, guide }),
  /** 这件事是关于…: what a matter is about, which says who decides it. */
  topic: () => url('topic'),
  /** Open a new case of this workflow: from an older one (更正), for an item and period that are owed, or once more (`about`). */
  open: (workflow: string, from?: string, of: { item?: string; period?: string; about?: string } = {}) =>
    url('open', { workflow, from, ...of }),
}

/** One page parameter as it was handed in, decoded (WeChat leaves it encoded, the browser doesn't); '' when absent. */
export function param(params: Readonly<Record<string, string | undefined>>, name: string): string {
  const value = params[name] ?? ''
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
