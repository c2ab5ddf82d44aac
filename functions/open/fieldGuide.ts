import type { OpenAccount, OpenGuideView, OpenItem } from '@shared/schemas/openViews'

type Set = OpenGuideView['sets'][number]
type Field = Omit<Set['fields'][number], 'name'>

const text = { type: '文字', unit: '无' } as const
const day = { type: '日期 YYYY-MM-DD', unit: '中国时间的一天' } as const
const money = { type: '整数', unit: '分（100分是1元）' } as const
const statement = '收支明细表的合计；不是收支明细的为空'

/** Every field of an item, in the order in which a table has them. */
export const itemFields: Readonly<Record<keyof OpenItem, Field>> = {
  id: { title: '事项标识', ...text, source: '系统给的，不会变' },
  board: {
    ...{ title: '公开栏', ...text, source: '挂在哪一栏' },
    values: { party: '党务', village: '村务', finance: '财务' },
  },
  item: { title: '目录编号', ...text, source: '公开目录；目录以外的为空' },
  itemName: { title: '目录名称', ...text, source: '公开目录；目录以外的为空' },
  period: { title: '哪一期', ...text, source: '2026-05是月，2026-Q2是季，2026-H1是半年，2026是年；不分期的为空' },
  title: { title: '标题', ...text, source: '村里写的，不写个人姓名' },
  postedOn: { title: '公开日期', ...day, source: '台账里挂上公开栏的那天' },
  untilOn: { title: '至少公开到', ...day, source: '按公示期算出来；长期公开的为空' },
  state: {
    ...{ title: '状态', ...text, source: '台账' },
    values: { shown: '公开中', over: '公示期满' },
  },
  income: { title: '收入合计', ...money, source: statement },
  expense: { title: '支出合计', ...money, source: statement },
  closing: { title: '期末结余', ...money, source: statement },
  address: {
    title: '详情地址',
    ...text,
    source: '同一个网址下，不登录能看到的内容；公示期满的名单只有合计，已经撤下的只写撤下过',
  },
}

/** Every field of a period's account. */
export const accountFields: Readonly<Record<keyof OpenAccount, Field>> = {
  id: { title: '事项标识', ...text, source: '公开这一期账的那件事' },
  period: { title: '哪一期', ...text, source: '2026-05是月，2026-Q2是季' },
  opening: { title: '期初结余', ...money, source: '期末结余减收入合计加支出合计' },
  income: { title: '收入合计', ...money, source: '收支明细表的合计' },
  expense: { title: '支出合计', ...money, source: '收支明细表的合计' },
  closing: { title: '期末结余', ...money, source: '收支明细表' },
}

const village = { title: '村名', ...text, source: '村的名册' }
const instant = { type: '时刻，带时区', unit: '中国时间 +08:00' } as const

/** Every field that a request has in the shape of Open311. */
export const requestFields = {
  service_request_id: { title: '事项标识', ...text, source: '系统给的，不会变' },
  status: { title: '状态', ...text, source: '台账', values: { open: '在办', closed: '办结' } },
  status_notes: { title: '走到哪一步', ...text, source: '办理环节的名字，或者是怎么了结的' },
  service_name: { title: '类别', ...text, source: '县里定的说事类别' },
  service_code: { title: '类别编号', ...text, source: '县里定的说事类别' },
  description: { title: '说明', ...text, source: '只写类别；原话不开放，本村村民登录后看' },
  agency_responsible: { title: '在谁手里', ...text, source: '村、片或镇的名字，不写人' },
  requested_datetime: { title: '什么时候提的', ...instant, source: '台账第一条' },
  updated_datetime: { title: '什么时候有过变动', ...instant, source: '台账最后一条' },
  expected_datetime: { title: '应在什么时候前办好这一步', ...instant, source: '按期限算出来；没有期限的不给' },
  address: { title: '在哪里', ...text, source: '只到村' },
} as const satisfies Record<string, Field>

const listed = (fields: Readonly<Record<string, Field>>): Set['fields'] =>
  Object.entries(fields).map(([name, field]) => ({ name, ...field }))

const at = (...names: readonly string[]) => names.map((n) => `/api/open/villages/{id}/${n}`)

/** Every set of open data with its fields. */
export const fieldGuide: readonly Set[] = [
  {
    ...{ name: 'items', title: '公开事项：公开给所有人的', addresses: at('items.json', 'items.csv') },
    fields: listed(itemFields),
  },
  {
    ...{ name: 'accounts', title: '每一期的收支合计', addresses: at('accounts.json', 'accounts.csv') },
    fields: listed(accountFields),
  },
  {
    ...{ name: 'requests', title: '全村看得到的说事（Open311 GeoReport v2）' },
    addresses: ['services', 'requests'].flatMap((n) => ['json', 'xml'].map((as) => `/api/open311/v2/${n}.${as}`)),
    fields: listed(requestFields),
  },
  {
    ...{ name: 'about', title: '每份回答都有的', addresses: [...at('items.json', 'accounts.json')] },
    fields: listed({
      village: { title: '村的标识', ...text, source: '村的名册' },
      villageName: village,
      on: { title: '取得日期', ...day, source: '回答的那天' },
      licence: { title: '许可', ...text, source: '怎样可以用' },
      licenceAddress: { title: '许可全文', ...text, source: '网址' },
      guide: { title: '字段说明', ...text, source: '这一页' },
      next: { title: '下一页', ...text, source: '还有更多时才有；把它放进after再问一次' },
    }),
  },
]
