import { type Call, type CallName, calls } from '@shared/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tokenFor } from '../../functions/http/signIn'
import { openHouse, type TestHouse } from '../support/house'
import { type CaseName, marks, story } from './cases'
import { type Outcome, outcomesIn, settle, today, who } from './people'

/** One asking: of a place, what is asked beside it, and who gets what, in words. */
type Ask = { at?: Record<string, string>; query?: string; body?: object; gets: string }

const office = '村里、片长、镇里、县里 行；别的人 不行'
const overTownship = '片长、别片的片长、镇里、县里 行；别的人 不行'
const ofVillageToo = '村里、片长、别片的片长、镇里、县里 行；别的人 不行'
const everyone = '大家 行'
const signedIn = '登录的人 行；没登录的人 不行'
const unknown = '登录的人 找不到；没登录的人 不行'
const setters: readonly [place: string, gets: string][] = [
  ['dongxi', '农办、镇长 行；别的人 不行'],
  ['shiwan', '农办、镇长 行；别的人 不行'],
  ['demo-county', '县里 行；别的人 不行'],
  ['hekou-cun', '外镇的农办 行；别的人 不行'],
  ['hekou', '外镇的农办 行；别的人 不行'],
  ['yuanshan', '外县的农办 行；别的人 不行'],
  ['far-county', '外县的县里 行；别的人 不行'],
  ['nowhere', unknown],
]
/** 村里的职务由镇里任免，片里和镇里的由县里任免；村里的职务不能在镇里任，反过来也不能。 */
const appointers: readonly [place: string, role: string, gets: string][] = [
  ['dongxi', 'clerk', '农办、镇长 找不到；别的人 不行'],
  ['shanpian', 'clusterLead', '县里 找不到；别的人 不行'],
  ['shiwan', 'agency', '县里 找不到；别的人 不行'],
  ['demo-county', 'county', '大家 不行'],
  ['hekou', 'agency', '县里 找不到；别的人 不行'],
  ['yuanshan', 'agency', '外县的县里 找不到；别的人 不行'],
]
const [dongxi, shiwan] = [{ id: 'dongxi' }, { id: 'shiwan' }]
const inDongxi = (gets: string, more: Omit<Ask, 'gets' | 'at'> = {}): Ask[] => [{ at: dongxi, gets, ...more }]
const inShiwan = (gets: string, more: Omit<Ask, 'gets' | 'at'> = {}): Ask[] => [
  { at: shiwan, gets, ...more },
  { at: { id: 'nowhere' }, gets: unknown, ...more },
]
const guide = {
  ...{ id: 'stamp', title: '开证明', who: '本村村民', papers: ['身份证'], steps: ['打13800138000'] },
  ...{ time: '当天', fee: '不收钱', where: '村委会一楼' },
}
const noFile = `f${'0'.repeat(24)}`
const member = { members: ['0000000'] }

/** Who may ask what of a place. What may be asked of a case stands below. */
const places: Partial<Record<CallName, readonly Ask[]>> = {
  health: [{ gets: everyone }],
  demoPeople: [{ gets: everyone }],
  workflows: [{ gets: everyone }],
  villages: [{ gets: everyone }],
  village: [...inDongxi(everyone), { at: { id: 'nowhere' }, gets: '大家 找不到' }],
  home: inDongxi(everyone),
  board: ['all', 'party', 'village', 'finance'].map((board) => ({ at: { id: 'dongxi', board }, gets: everyone })),
  cases: ['notice', 'request', 'sealReview', 'objection', 'watch', 'feedback'].flatMap((kind) => [
    ...inDongxi(everyone, { query: `?workflow=${kind}&limit=50` }),
    ...inDongxi(signedIn, { query: `?workflow=${kind}&limit=50&mine=1` }),
  ]),
  accounts: inDongxi(everyone),
  disclosure: inDongxi(everyone),
  search: Object.values(marks).flatMap((mark) => inDongxi(everyone, { query: `?q=${encodeURIComponent(mark)}` })),
  guides: inDongxi(everyone),
  placeGuides: inDongxi(everyone),
  disclosureSettings: inDongxi(everyone),
  settings: inDongxi(everyone),
  sessions: inDongxi(everyone),
  session: [{ at: { id: 'dongxi', on: today }, gets: everyone }],
  raising: inDongxi(everyone),
  answers: inDongxi(everyone),
  rates: inDongxi(everyone),
  openItems: inDongxi(everyone),
  openAccounts: inDongxi(everyone),
  openGuide: [{ gets: everyone }],
  // 封账和总账公开，谁都能拿去核对
  checkpoint: inDongxi(everyone),
  checkpoints: inDongxi(everyone),
  ledger: inDongxi(everyone),

  similar: inDongxi(signedIn, { query: `?q=${encodeURIComponent(marks.privateRequest)}` }),
  requestWords: inDongxi(signedIn),
  holidays: inDongxi(signedIn),
  me: [{ gets: signedIn }],
  views: [{ gets: signedIn }],
  saveViews: [{ gets: signedIn, body: { views: [] } }],
  inbox: [{ gets: signedIn }],
  looked: [{ gets: signedIn, body: { until: '2026-06-01T01:00:00Z' } }],
  subscriptions: [{ gets: signedIn }],
  subscribed: [{ gets: signedIn, body: { actId: 'walk-subscribed', answers: {} } }],
  account: [{ gets: signedIn }],
  badge: [{ gets: signedIn }],
  file: [{ gets: signedIn, body: { name: 'a.png', type: 'image/png', bytes: 70, sha256: '0'.repeat(64) } }],
  fileDone: [{ at: { id: noFile }, gets: unknown }],
  scanFile: [{ gets: unknown, body: { file: noFile } }],

  // 自己村的待办，只给在那里办事的人；谁也看不到别村的
  backlog: [
    { gets: signedIn },
    {
      query: '?scope=village&limit=50',
      gets: '村里、同片别村的书记、别片的书记、外镇的书记、外县的书记 行；别的人 不行',
    },
    {
      query: '?scope=township&limit=50',
      gets: '片长、别片的片长、镇里、县里、外镇的片长、外镇的农办、外县的片长、外县的农办、外县的县里 行；别的人 不行',
    },
  ],

  // 名册、决议的钱、明细、议程：村里和镇里办事的人
  rolls: inDongxi(office),
  roster: inDongxi(office),
  rollCall: inDongxi(office, { query: '?roll=adults' }),
  readBadge: inDongxi(office, { body: { code: 'x', roll: 'adults', on: '2026-06-09' } }),
  decisions: inDongxi(office),
  drawnUp: inDongxi(office, { query: '?kind=statement&period=2026-05' }),
  sheet: inDongxi(office, { body: { kind: 'statement', rows: [] } }),
  importSheet: [
    {
      body: { village: 'dongxi', kind: 'statement', file: noFile },
      gets: '村里、片长、镇里、县里 找不到；别的人 不行',
    },
  ],
  printAgenda: [{ body: { village: 'dongxi', on: today }, gets: office }],
  printSealRegister: [{ body: { village: 'dongxi', month: '2026-06' }, gets: office }],
  sealRegister: inDongxi('本村、村里、片长、镇里、县里 行；别的人 不行'),
  // 那天没有加开，所以能改的人得到的是“找不到”
  changeSessions: inDongxi('报账员、书记、主任、最后一天的报账员、头一天的报账员、农办、镇长 找不到；别的人 不行', {
    body: { change: 'drop', on: '2027-01-01', why: '没有加开' },
  }),

  // 全镇的：镇里、片里、县里；一个村的走势、报告和清单，本村办事的人也能看
  monitor: inShiwan(overTownship),
  matrix: inShiwan(overTownship),
  audits: inShiwan(overTownship),
  watch: inShiwan(overTownship),
  sample: inShiwan(overTownship, { query: '?month=2026-05' }),
  drawSample: inShiwan('农办、镇长、纪委 行；别的人 不行', { body: { month: '2026-06', many: 3 } }),
  trends: [...inShiwan(overTownship), { at: shiwan, query: '?village=dongxi', gets: ofVillageToo }],
  report: [
    ...inShiwan(overTownship, { query: '?period=2026-05' }),
    { at: shiwan, query: '?period=2026-05&village=dongxi', gets: ofVillageToo },
    // 别镇的村，本镇的人问不到
    {
      at: shiwan,
      query: '?period=2026-05&village=hekou-cun',
      gets: '片长、别片的片长、镇里、县里 找不到；别的人 不行',
    },
  ],
  writeReport: [
    { body: { township: 'shiwan', period: '2026-05', as: 'print' }, gets: overTownship },
    { body: { township: 'shiwan', village: 'dongxi', period: '2026-05', as: 'print' }, gets: ofVillageToo },
  ],
  exportList: [
    { body: { township: 'shiwan', list: 'open', as: 'csv' }, gets: overTownship },
    { body: { township: 'shiwan', village: 'dongxi', list: 'opened', as: 'csv' }, gets: ofVillageToo },
  ],
  urge: inShiwan('农办、镇长、片长、别片的片长 行；别的人 不行', {
    body: { actId: 'walk-urged', cases: [], missing: [], reason: '请快办', replyBy: '2026-06-15' },
  }),
  county: [
    { at: { id: 'demo-county' }, gets: '县里 行；别的人 不行' },
    { at: { id: 'far-county' }, gets: '外县的县里 行；别的人 不行' },
    { at: { id: 'nowhere' }, gets: unknown },
  ],

  // 规矩由上面定，村里不能放宽自己的
  saveSettings: setters.map(([id, gets]) => ({ at: { id }, body: { settings: {} }, gets })),
  saveDisclosureSettings: setters.map(([id, gets]) => ({ at: { id }, body: { settings: {} }, gets })),
  saveGuide: [
    ...inDongxi('报账员、书记、主任、最后一天的报账员、头一天的报账员 行；别的人 不行', { body: { guide } }),
    { at: shiwan, body: { guide }, gets: '农办、镇长 行；别的人 不行' },
    { at: { id: 'demo-county' }, body: { guide }, gets: '县里 行；别的人 不行' },
  ],
  saveHolidays: inDongxi('县里 行；别的人 不行', { body: { year: 2024, table: { off: [], on: [] } } }),
  saveRequestWords: inDongxi('县里 行；别的人 不行', {
    body: { categories: [{ value: 'road', label: '路' }], templates: [{ category: 'none', text: '请等一等' }] },
  }),
  // 在东溪村说一件事：东溪村的人
  open: [
    {
      body: { actId: 'walk-opened', workflow: 'request', villageId: 'dongxi', form: {} },
      gets: '本村、村里 行；别的人 不行',
    },
  ],

  // 给村民发邀请码、登记手机号
  invites: inDongxi('报账员、书记、主任、最后一天的报账员、头一天的报账员、农办、镇长 行；别的人 不行'),
  invite: inDongxi('报账员、书记、主任、最后一天的报账员、头一天的报账员、农办、镇长 行；别的人 不行', {
    body: member,
  }),
  contacts: inDongxi('报账员、书记、主任、最后一天的报账员、头一天的报账员、农办、镇长 行；别的人 不行', {
    body: { rows: [{ no: '0000000', phone: '0' }] },
  }),
  printInvites: [
    {
      body: {
        village: 'dongxi',
        invites: [{ no: '0000000', name: '某人', code: 'ABCD-EFGH-JKLM', expiresOn: '2026-07-01' }],
      },
      gets: '报账员、书记、主任、最后一天的报账员、头一天的报账员、农办、镇长 行；别的人 不行',
    },
  ],
  staff: [
    ...inDongxi(office),
    { at: { id: 'shanpian' }, gets: '片长、镇里、县里 行；别的人 不行' },
    { at: shiwan, gets: overTownship },
    { at: { id: 'demo-county' }, gets: '县里 行；别的人 不行' },
  ],
  // 没有这样一个人，所以能任免的人得到的是“找不到”
  appoint: appointers.map(([id, role, gets]) => ({
    ...{ at: { id }, gets },
    body: { person: 'nobody-known', role, title: '某个职务', from: today },
  })),
  endPost: appointers.map(([id, role, gets]) => ({
    ...{ at: { id, person: 'nobody-known' }, gets },
    body: { role, until: today },
  })),
  inviteStaff: appointers.map(([id, , gets]) => ({ at: { id, person: 'nobody-known' }, gets, body: {} })),
}

/** 登录和自己的账号：没有地方，也没有别人的东西；怎么登录另有一张表（test/accounts）。 */
const onlyOneself: readonly CallName[] = [
  ...(['demoSignIn', 'wechatSignIn', 'wechatBind', 'inviteBegin', 'invitePasskey', 'invitePassword'] as const),
  ...(['inviteCode', 'passkeyBegin', 'passkeySignIn', 'passwordSignIn', 'passwordCode', 'scanBegin'] as const),
  ...(['scanTake', 'scanLook', 'scanApprove', 'refresh', 'signOut', 'revokeSignIn', 'unbindWechat'] as const),
  ...(['dropPasskey', 'addPasskeyBegin', 'addPasskey', 'changePassword', 'agree'] as const),
  ...(['deleteAccount', 'myData'] as const),
]

/** 每一件事谁看得到。 */
const seen: Readonly<Record<CaseName, string>> = {
  draft: '村里、片长、镇里、县里 行；别的人 找不到',
  // 起草的人昨天卸任了，自己起草的也看不到了
  formersDraft: '村里、片长、镇里、县里 行；别的人 找不到',
  hanging: everyone,
  closed: everyone,
  // 撤下的留一块碑：谁都看得到撤过，内容只有办事的人看得到
  stone: everyone,
  villagersOnly: '本村、村里、片长、镇里、县里 行；别的人 找不到',
  partyOnly: '党员代表、村里、片长、镇里、县里 行；别的人 找不到',
  villagersRequest: '本村、村里、片长、镇里、县里 行；别的人 找不到',
  // 说事（只给村里办事的人看）：提出人、本村办事的人、片长、镇里、县里看得到；别的村民、别的村的办事人看不到
  privateRequest: '村民、村里、片长、镇里、县里 行；别的人 找不到',
  seal: '村民、村里、片长、镇里、县里 行；别的人 找不到',
  objection: '村民、村里、片长、镇里、县里 行；别的人 找不到',
  watch: '村里、片长、镇里、县里 行；别的人 找不到',
  // 投诉建议可能说的就是村里的人：村里、片里、代理中心都看不到
  feedback: '村民、农办、镇长、纪委、县里 行；别的人 找不到',
}
const contentOfStone = '村里、片长、镇里、县里 行；别的人 找不到'

const villagers =
  '村民、邻居、党员代表、兼别村报账员的村民、昨天卸任的报账员、报账员、书记、主任、监委、管章、社长、监事'
const requests: readonly CaseName[] = ['privateRequest', 'villagersRequest']
const withSheet: readonly CaseName[] = ['draft', 'hanging']

type AskOfCase = { path?: string; body?: (id: string) => object; gets: (name: CaseName) => string }
const among = (of: string) => `${of} 行；别的人 不行`
/** 看得到的人里，谁还能做什么。看不到的一律找不到。 */
const cases: Partial<Record<CallName, readonly AskOfCase[]>> = {
  case: [{ gets: () => everyone }],
  versions: [{ gets: () => everyone }],
  broadcast: [{ gets: () => everyone }],
  rows: [{ gets: (name) => (withSheet.includes(name) ? everyone : '大家 找不到') }],
  exportSheet: [
    {
      body: (id) => ({ case: id }),
      gets: (name) => (withSheet.includes(name) ? everyone : '大家 找不到'),
    },
  ],
  difference: [{ gets: () => '大家 找不到' }],
  proof: [{ gets: () => everyone }],
  read: [{ body: () => ({}), gets: () => among(villagers) }],
  care: [{ body: () => ({}), gets: (name) => (requests.includes(name) ? among(villagers) : signedIn) }],
  print: [
    { body: (id) => ({ case: id, size: 'A4' }), gets: () => everyone },
    {
      body: (id) => ({ case: id, size: 'receipt' }),
      gets: (name) => (requests.includes(name) ? among('村民、村里、片长、镇里、县里') : everyone),
    },
  ],
  // 一项也不是村民自己写的，所以镇里得到的是“哪一项不能删”
  eraseAsked: [{ body: () => ({ fields: ['99.none'], reason: '有人到镇里要求删' }), gets: () => among('农办、镇长') }],
  printMatter: [{ body: (id) => ({ case: id, form: 'archive' }), gets: () => signedIn }],
  act: [
    { body: () => ({ actId: 'walk-aside', seen: 1, aside: 'nonsense', form: {} }), gets: () => signedIn },
    { body: () => ({ actId: 'walk-acted', seen: 1, outcome: 'nonsense', form: {} }), gets: (name) => turn[name] },
  ],
  open: [
    {
      body: (id) => ({ actId: 'walk-about', workflow: 'objection', villageId: 'dongxi', form: {}, about: id }),
      gets: () => among(villagers),
    },
  ],
}
const nobody = '大家 不行'
/** 看得到的人里，现在轮到谁办。 */
const turn: Readonly<Record<CaseName, string>> = {
  draft: among('报账员'),
  // 起草的人卸任了，没有人替他送审；镇里可以撤
  formersDraft: nobody,
  // 正在公示、办结、撤下的，谁也不用办
  ...{ hanging: nobody, villagersOnly: nobody, partyOnly: nobody, closed: nobody, stone: nobody },
  villagersRequest: among('报账员、最后一天的报账员、头一天的报账员、书记、主任'),
  privateRequest: among('报账员、最后一天的报账员、头一天的报账员、书记、主任'),
  seal: among('书记、主任、监委'),
  objection: among('报账员、最后一天的报账员、头一天的报账员、书记、主任、监委'),
  watch: among('农办、镇长'),
  feedback: among('农办、镇长'),
}

let h: TestHouse
let ids: Readonly<Record<CaseName, string>>
const tokens = new Map<string, string>()
let asked = 0

beforeAll(async () => {
  h = await openHouse('sqlite', '2026-05-04T09:00:00+08:00')
  await settle(h)
  await h.house.stores.people.saveList('demo', [
    ...(await h.house.stores.people.list('demo')),
    ...Object.values(who).filter((id) => id !== undefined),
  ])
  ids = await story(h)
  for (const id of Object.values(who)) if (id) tokens.set(id, await tokenFor(h.house, id))
}, 120_000)
afterAll(() => h.close())

type Told = { status: number; refusal?: string; text: string }
const send = async ({ method, path }: Call, filled: string, name: string, body?: object): Promise<Told> => {
  const person = who[name]
  asked++
  const response = await h.app.request(filled, {
    method,
    headers: {
      ...(person && { authorization: `Bearer ${tokens.get(person)}` }),
      ...(method === 'POST' && { 'content-type': 'application/json' }),
    },
    ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
  })
  const text = await response.text()
  if (response.status >= 500) throw new Error(`${path} ${response.status} ${text}`)
  const refusal = response.status < 400 ? undefined : (JSON.parse(text) as { refusal: string }).refusal
  return { status: response.status, refusal, text }
}

const closedDoors = ['notInScope', 'notSignedIn', 'notYourTurn', 'caseIsClosed']
const outcomeOf = ({ refusal, text }: Told): Outcome => {
  // a call that nobody can make says nothing of who may
  if ((refusal === 'badRequest' && text.includes('problems')) || text.includes('没有这个地址')) throw new Error(text)
  return refusal === 'notFound' ? '找不到' : refusal && closedDoors.includes(refusal) ? '不行' : '行'
}

/** What stands in an answer of a case that its reader can't see. */
const leaksIn = (name: string, text: string): readonly CaseName[] =>
  (Object.keys(marks) as CaseName[]).filter((of) => {
    const words = of === 'stone' ? contentOfStone : seen[of]
    return outcomesIn(words).get(name) !== '行' && text.includes(marks[of])
  })

const pageOf = async (told: Told): Promise<string> => {
  const url = told.refusal ? undefined : (JSON.parse(told.text) as { url?: string }).url
  return url ? (await h.app.request(url)).text() : ''
}

describe('who gets what of a place', () => {
  it.each(Object.entries(places) as [CallName, readonly Ask[]][])(
    '%s',
    async (call, asks) => {
      const wrong: string[] = []
      for (const { at = {}, query = '', body, gets } of asks) {
        const path = calls[call].path.replace(/:(\w+)/g, (_, part: string) => at[part] ?? '')
        for (const [name, wanted] of outcomesIn(gets)) {
          const told = await send(calls[call], path + query, name, body)
          const got = outcomeOf(told)
          const says = `${name} ${path}${query}`
          if (got !== wanted) wrong.push(`${says}: ${got}，该是${wanted} ${told.refusal ?? ''}`)
          for (const leaked of leaksIn(name, told.text + (await pageOf(told)))) wrong.push(`${says}: 看到了${leaked}`)
        }
      }
      expect(wrong).toEqual([])
    },
    120_000,
  )
})

describe.each(Object.keys(marks) as CaseName[])('who gets what of a case: %s', (of) => {
  it.each(Object.entries(cases) as [CallName, readonly AskOfCase[]][])(
    '%s',
    async (call, asks) => {
      const wrong: string[] = []
      const { method, path } = calls[call]
      for (const { body, gets } of asks) {
        const among = outcomesIn(gets(of))
        for (const [name, sees] of outcomesIn(seen[of])) {
          const isOut = (calls[call] as Call).for === 'signedIn' && who[name] === undefined
          const wanted = isOut ? '不行' : sees === '行' ? among.get(name)! : sees
          const told = await send(calls[call], path.replace(':id', ids[of]), name, body?.(ids[of]))
          const got = outcomeOf(told)
          if (got !== wanted) wrong.push(`${name} ${method} ${path}: ${got}，该是${wanted} ${told.refusal ?? ''}`)
          for (const leaked of leaksIn(name, told.text + (await pageOf(told))))
            wrong.push(`${name} ${path}: 看到了${leaked}`)
        }
      }
      expect(wrong).toEqual([])
    },
    120_000,
  )
})

describe('what watches the walk', () => {
  it('knows every call of the contract: a new one has to say who may', () => {
    const known = new Set<string>([...Object.keys(places), ...Object.keys(cases), ...onlyOneself])
    expect(Object.keys(calls).filter((call) => !known.has(call))).toEqual([])
  })
  it('has asked thousands of times', () => {
    expect(asked).toBeGreaterThan(8000)
  })
  it('finds what is there: the office reads every mark', async () => {
    for (const of of Object.keys(marks) as CaseName[])
      expect((await send(calls.case, `/api/cases/${ids[of]}`, '农办')).text).toContain(marks[of])
  })
})
