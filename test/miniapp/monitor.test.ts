import { periodOf } from '@shared/period'
import type { MonitorView, TrendsView } from '@shared/schemas/monitorViews'
import type { CardView, DisclosureView } from '@shared/schemas/views'
import { describe, expect, it } from 'vitest'
import { byOrder, missingIn } from '../../miniapp/src/office/matrix/missing'
import { csvOf, matrixRows } from '../../miniapp/src/office/monitor/csv'
import { choicesOf, isNarrowed, isSame, nameProblem, queryOf, withView } from '../../miniapp/src/office/monitor/filter'
import { holderWords } from '../../miniapp/src/office/monitor/holder'
import {
  countOf,
  countWords,
  groupsOf,
  mostUrgent,
  pressingOther,
  shownWords,
  spotWords,
  villagesOf,
} from '../../miniapp/src/office/monitor/matrix'
import { placesOf } from '../../miniapp/src/office/monitor/placeList'
import { tilesOf } from '../../miniapp/src/office/monitor/stats'
import { numbered, weeksOf, weeksWords } from '../../miniapp/src/office/monitor/trend'
import { lineOf, sumsOf } from '../../miniapp/src/office/orders/orders'
import { choiceProblem, proposed, sentWords, writtenProblems } from '../../miniapp/src/office/urging/words'

type Cell = MonitorView['villages'][number]['cells'][string]

const village = (id: string, name: string, cluster: string, some: Record<string, Partial<Cell>>) => {
  const cells = Object.fromEntries(
    Object.entries(some).map(([key, cell]) => [key, { open: 0, near: 0, overdue: 0, ...cell }]),
  )
  const sum = (of: 'open' | 'near' | 'overdue') => Object.values(cells).reduce((total, cell) => total + cell[of], 0)
  return { id, name, cluster, open: sum('open'), near: sum('near'), overdue: sum('overdue'), cells }
}
const view: MonitorView = {
  ...{ today: '2026-06-08', township: 'shiwan', townshipName: '石湾镇' },
  totals: { open: 12, near: 2, overdue: 5, dueThisWeek: 3 },
  clusters: [
    { id: 'hai', name: '海片' },
    { id: 'shan', name: '山片' },
  ],
  owners: [
    { id: 'director-b', says: '沙塘村 阮海生', open: 4 },
    { id: 'c#secretary', says: '东溪村 村书记', open: 3 },
  ],
  columns: [
    {
      mark: '说',
      title: '村民说事',
      seals: [
        { seal: '办', title: '重新办理' },
        { seal: '评', title: '再评一次' },
      ],
    },
    { mark: '议', title: '四议两公开（村民代表会议）', seals: [{ seal: '决', title: '村民代表会议决议' }] },
    {
      mark: '问',
      title: '询问和异议',
      seals: [
        { seal: '答', title: '答复' },
        { seal: '评', title: '评' },
      ],
    },
    {
      mark: '新',
      title: '新的事项',
      seals: [
        { seal: '签', title: '签字' },
        { seal: '验', title: '请人来验收' },
      ],
    },
    { mark: '督', title: '督办', seals: [{ seal: '答', title: '村里答复' }] },
  ],
  villages: [
    village('a', '北岙村', '海片', { '说/办': { open: 4 } }),
    village('b', '沙塘村', '海片', { '说/办': { open: 5, overdue: 2, oldest: '2026-06-01' } }),
    village('c', '东溪村', '山片', {
      '议/决': { open: 1, overdue: 1, oldest: '2026-05-20' },
      '说/评': { open: 2, overdue: 2, oldest: '2026-05-30' },
    }),
  ],
}
const withVillage = (cells: Record<string, Partial<Cell>>): MonitorView => ({
  ...view,
  villages: [...view.villages, village('d', '竹坑村', '山片', cells)],
})

describe('monitor matrix (各村卡在哪一步)', () => {
  it('villages stand by overdue, then by name', () => {
    expect(villagesOf(view, {}).map((v) => v.name)).toEqual(['东溪村', '沙塘村', '北岙村'])
  })
  it('only what is overdue', () => {
    expect(villagesOf(view, { overdueOnly: true }).map((v) => v.id)).toEqual(['c', 'b'])
  })
  it('the steps of 说事 and 四议 are always in sight; columns have short heads', () => {
    expect(groupsOf(view).map((g) => [g.title, ...g.steps.map((s) => s.title)])).toEqual([
      ['村民说事', '办理', '评价'],
      ['四议两公开', '决议'],
    ])
  })
  it('any other workflow is one column while something of it is open, its steps counted together', () => {
    const more = withVillage({
      '问/答': { open: 2, overdue: 1, oldest: '2026-06-03' },
      '问/评': { open: 1, overdue: 1, oldest: '2026-06-01' },
    })
    expect(groupsOf(more).at(-1)).toEqual({ title: '其他事项', steps: [{ id: '问', char: '问', title: '询问' }] })
    expect(villagesOf(more, {}).find(({ id }) => id === 'd')?.cells['问']).toEqual({ late: 2, all: 3 })
    expect(countOf(more, { village: 'd', step: '问' })).toEqual({ overdue: 2, open: 3, oldest: '2026-06-01' })
  })
  it('what isn’t shown step by step is counted in one column beside it, the office’s own about a village left out', () => {
    const more = withVillage({
      '问/答': { open: 2, overdue: 1 },
      '新/签': { open: 5 },
      '帮/帮': { open: 1, overdue: 1 },
      '说/办': { open: 9, overdue: 9 },
    })
    expect(villagesOf(more, {}).find(({ id }) => id === 'd')?.cells['*']).toEqual({ late: 1, all: 7 })
    expect(pressingOther(more, 'd')).toEqual({ village: 'd', step: '问' })
  })
  it('a step that comes seldom has a column only while something of it is open', () => {
    const columns = [{ ...view.columns[1], seals: [...view.columns[1].seals, { seal: '评', title: '群众评议' }] }]
    expect(groupsOf({ ...view, columns })[0].steps.map(({ id }) => id)).toEqual(['议/决'])
    expect(groupsOf({ ...withVillage({ '议/评': { open: 1 } }), columns })[0].steps).toHaveLength(2)
  })
  it('one that is asked for shows its own steps; what is new is named by its title or its seal', () => {
    expect(groupsOf(view, { mark: '新' }).map((g) => [g.title, ...g.steps.map((s) => s.title)])).toEqual([
      ['新的事项', '签字', '验'],
    ])
  })
  it('the most urgent cell has most overdue, of equals the oldest', () => {
    expect(mostUrgent(view, {})).toEqual({ village: 'c', step: '说/评' })
    expect(mostUrgent({ ...view, villages: [view.villages[0]] }, {})).toBeUndefined()
  })
  it('what supervises is the most urgent only where it was asked for', () => {
    const more = withVillage({ '督/答': { open: 9, overdue: 9, oldest: '2026-05-01' } })
    expect(mostUrgent(more, {})).toEqual({ village: 'c', step: '说/评' })
    expect(mostUrgent(more, { mark: '督' })).toEqual({ village: 'd', step: '督/答' })
  })
  it('says how much lies in a cell, and how long the oldest has', () => {
    expect(spotWords(view, { village: 'b', step: '说/办' })).toBe('沙塘村“办理”')
    expect(countWords(countOf(view, { village: 'b', step: '说/办' }), view.today)).toBe(
      '逾期2件，在办5件。最久的逾期7天。',
    )
    expect(countWords(countOf(view, { village: 'a', step: '' }), view.today)).toBe('在办4件，没有逾期。')
    expect(countWords(countOf(view, { village: 'a', step: '议/决' }), view.today)).toBe('现在没有事项。')
  })
  it('says in one sentence what is shown, for whoever hears the page', () => {
    expect(shownWords(villagesOf(view, { overdueOnly: true }))).toBe('2个村，在办8件，逾期5件。')
    expect(shownWords([])).toBe('没有符合的村。')
  })
  it('names who has a case in hand; the step where nobody is known', () => {
    const card = { ...late, mark: '说', step: 'handling' }
    expect(holderWords({ ...card, holder: 'director-b' }, view.owners)).toBe('经办 阮海生')
    expect(holderWords(card, view.owners)).toBe('村里办理')
  })
})

describe('narrowing the monitor', () => {
  it('can be done by cluster, workflow, whoever has it in hand, and age; each begins with all of them', () => {
    const choices = choicesOf(view)
    expect(choices.map(({ label, options }) => [label, options[0].value, options[1].label])).toEqual([
      ['片', '', '海片'],
      ['事项', '', '村民说事'],
      ['经办', '', '沙塘村 阮海生（4件）'],
      ['期限', '', '还早'],
    ])
    expect(choices[3].options.map(({ label }) => label)).toContain('逾期8–30天')
  })
  it('asks the server only for what was chosen', () => {
    expect(queryOf({ cluster: 'hai', mark: undefined, overdueOnly: true })).toEqual({ cluster: 'hai' })
    expect(isNarrowed({ overdueOnly: true })).toBe(false)
    expect(isNarrowed({ age: 'late7' })).toBe(true)
  })
  it('a kept view is the same as what it was kept of', () => {
    const filter = { cluster: 'hai', age: 'late31' as const, overdueOnly: true }
    const [kept] = withView([], '海片老的', filter)
    expect(kept).toEqual({ name: '海片老的', ...filter })
    expect(isSame(kept, filter)).toBe(true)
    expect(isSame(kept, { ...filter, age: undefined })).toBe(false)
    expect(isSame({ overdueOnly: false }, {})).toBe(true)
  })
  it('the same name takes the place of the older one; twelve are the most', () => {
    const twelve = Array.from({ length: 12 }, (_, i) => ({ name: `第${i}个`, mark: '说' }))
    expect(withView(twelve, '第3个', { mark: '议' })).toHaveLength(12)
    expect(nameProblem(twelve, '第3个')).toBeUndefined()
    expect(nameProblem(twelve, '再一个')).toContain('最多存12个')
    expect(nameProblem(twelve.slice(1), '再一个')).toBeUndefined()
    expect(nameProblem([], '')).toContain('请起个名字')
    expect(nameProblem([], '一二三四五六七八九十一二三')).toContain('最多12个字')
  })
})

const month = (name: string, of: Partial<TrendsView['months'][number]>) => ({
  ...{ month: name, opened: 0, closed: 0, onTime: 0, satisfied: 0, basically: 0, unsatisfied: 0, silent: 0 },
  ...of,
})
const trends: TrendsView = {
  weeks: [
    { on: '2026-05-24', open: 20, overdue: 7 },
    { on: '2026-05-31', open: 15, overdue: 9 },
    { on: '2026-06-07', open: 12, overdue: 6 },
  ],
  months: [
    month('2026-05', { opened: 30, closed: 40, onTime: 30, satisfied: 20, basically: 10, unsatisfied: 2 }),
    month('2026-06', { opened: 8, closed: 13, onTime: 12, satisfied: 3, basically: 1 }),
  ],
}
const told = (kept: TrendsView | undefined, isNarrowed = false) =>
  tilesOf(view, kept, isNarrowed).map(({ words, value, unit, note }) => [words, `${value}${unit}`, note])

describe('the four figures', () => {
  it('late against a week ago, what came this month, on time with last month; ratings under five of a month are not told', () => {
    expect(told(trends)).toEqual([
      ['逾期', '5件', '比上周少4件'],
      ['在办', '12件', '本月新增8件'],
      ['按时办结', '92.3%', '上月75%'],
      ['群众满意', '93.8%', '5月评价32件'],
    ])
  })
  it('the fifth rating makes them told', () => {
    const months = [month('2026-06', { satisfied: 3, basically: 1, unsatisfied: 1 })]
    expect(told({ weeks: [], months })[3]).toEqual(['群众满意', '80%', '评价5件'])
    const fewer = [month('2026-06', { satisfied: 3, basically: 1, silent: 9 })]
    expect(told({ weeks: [], months: fewer })[3]).toEqual(['群众满意', '—', '评价不到5件，不算'])
  })
  it('nothing closed yet this month: last month’s, and it says so', () => {
    expect(told({ weeks: [], months: trends.months.slice(0, 1) })[2]).toEqual([
      '按时办结',
      '75%',
      '5月的，本月还没有办结',
    ])
  })
  it('what is narrowed isn’t compared with the whole township', () => {
    expect(told(trends, true).slice(0, 2)).toEqual([
      ['逾期', '5件', '快到期2件'],
      ['在办', '12件', '一周内到期3件'],
    ])
  })
  it('before anything was kept there is nothing to compare', () => {
    expect(told(undefined).map(([, value]) => value)).toEqual(['5件', '12件', '—', '—'])
  })
  it('periods are asked for as reports are', () => {
    expect(periodOf('month', '2026-06-30')).toBe('2026-06')
    expect(periodOf('quarter', '2026-06-30')).toBe('2026-Q2')
    expect(periodOf('quarter', '2026-07-01')).toBe('2026-Q3')
  })
})

describe('the bars of twelve weeks', () => {
  const weeks = weeksOf(trends.weeks, view.today, 5)
  it('end with now, and leave a gap where nothing was kept', () => {
    expect(weeks).toHaveLength(12)
    expect(weeks.slice(-3)).toEqual([
      { on: '2026-05-24', overdue: 7 },
      { on: '2026-05-31', overdue: 9 },
      { on: '2026-06-08', overdue: 5 },
    ])
    expect(weeks[8]).toEqual({ on: '2026-05-17' })
  })
  it('say the gaps to whoever hears them', () => {
    expect(weeksWords(weeks, view.today)).toBe('逾期件数，近12周：5月24日7件，5月31日9件，现在5件。有9周没有记。')
  })
  it('while it is narrowed the last bar is what was kept last', () => {
    expect(weeksOf(trends.weeks, view.today, undefined).at(-1)).toEqual({ on: '2026-06-07', overdue: 6 })
  })
  it('numbers don’t stand on each other: the first, the highest between, the last', () => {
    const all = [46, 49, 45, 47, 43, 44, 41, 42, 38, 40, 37, 33].map((overdue, i) => ({ on: `${i}`, overdue }))
    expect(numbered(all)).toEqual([0, 3, 11])
    expect(numbered(weeks)).toEqual([9, 11])
  })
})

const late: CardView = { id: 'x', title: '路灯', mark: '督', step: 'reply', on: '2026-06-01', due: '2026-06-07', n: 1 }

describe('督办单', () => {
  it('nothing ticked, and more than fifty, is said before anything is sent', () => {
    expect(choiceProblem(0)).toBe('请先勾上要督办的。')
    expect(choiceProblem(50)).toBeUndefined()
    expect(choiceProblem(51)).toBe('一次最多督办50件，现在勾了51件，请去掉1件。')
  })
  it('proposes a week, over a weekend the Monday after; today is still ahead, yesterday isn’t', () => {
    const cases = { cases: ['x'], missing: [] }
    expect(proposed(cases, '2026-06-08').replyBy).toBe('2026-06-15')
    expect(proposed(cases, '2026-06-06').replyBy).toBe('2026-06-15')
    expect(proposed(cases, '2026-06-07').replyBy).toBe('2026-06-15')
    const written = { reason: '请抓紧。', replyBy: '2026-06-08' }
    expect(writtenProblems(written, '2026-06-08')).toEqual({})
    expect(writtenProblems(written, '2026-06-09')).toEqual({ replyBy: '请选今天或以后的日子。' })
    expect(writtenProblems({ ...written, reason: ' ' }, '2026-06-08').reason).toContain('请写督办要求')
  })
  it('says how many were sent and how many weren’t', () => {
    const refused = [{ what: '路灯', says: '已经有督办单。' }]
    expect(sentWords({ done: [{ id: 'a' }, { id: 'b' }], refused })).toBe('发出去2件督办单。1件没有发，原因在下面。')
    expect(sentWords({ done: [], refused })).toBe('1件没有发，原因在下面。')
  })
  it('the list knows whose turn it is', () => {
    const checking = { ...late, id: 'y', step: 'check', due: '2026-06-10' }
    expect(sumsOf([late, checking], '2026-06-08')).toEqual({ open: 2, overdue: 1, village: 1, us: 1 })
    expect(lineOf({ ...late, village: 'b', holder: 'director-b' }, view)).toBe('沙塘村 · 村里答复：阮海生')
    expect(lineOf(checking, view)).toBe('核对答复')
  })
})

describe('what is missing on boards', () => {
  const rule = { says: '', source: '', standing: 'law' as const }
  const due = (code: string, title: string, periods: readonly (readonly [string, string, 'missing' | 'posted'])[]) => ({
    ...{ code, title, board: 'finance' as const, every: 'month', occurs: false, rule },
    periods: periods.map(([period, dueOn, state]) => ({ period, dueOn, state, provisional: false })),
  })
  const disclosure = {
    today: '2026-06-08',
    items: [
      due('F02', '各项收入', [
        ['2026-04', '2026-05-10', 'missing'],
        ['2026-03', '2026-04-10', 'posted'],
      ]),
      due('V01', '会议决定', [['2026-03', '2026-04-20', 'missing']]),
    ],
  } as unknown as DisclosureView

  it('is urged by item, or of the whole village, what has been due longest first', () => {
    expect(missingIn(disclosure, 'a')).toEqual([
      { village: 'a', item: 'V01', period: '2026-03' },
      { village: 'a', item: 'F02', period: '2026-04' },
    ])
    expect(missingIn(disclosure, 'a', 'F02')).toHaveLength(1)
  })
  it('what has a 督办单 already stands apart', () => {
    const order = { ...late, title: '2026年4月 各项收入没有公开' }
    const found = byOrder(disclosure, missingIn(disclosure, 'a'), [order, late])
    expect(found.ordered).toEqual([order])
    expect(found.open).toEqual([{ village: 'a', item: 'V01', period: '2026-03' }])
  })
})

describe('the township’s list of places', () => {
  it('has 放假安排 and 全县 for the county alone', () => {
    const ofRole = (role: string) =>
      placesOf({ posts: [{ role, place: '', placeName: '', title: '' }] }).map(({ id }) => id)
    expect(ofRole('township')).not.toContain('holidays')
    expect(ofRole('county')).toEqual(expect.arrayContaining(['county', 'holidays']))
    expect(ofRole('township').slice(0, 2)).toEqual(['monitor', 'orders'])
  })
})

describe('the exported table', () => {
  it('holds what is shown: two columns a step', () => {
    const [head, first] = matrixRows(groupsOf(view, { mark: '议' }), villagesOf(view, { mark: '议' }))
    expect(head).toEqual(['村', '逾期合计', '在办合计', '四议两公开·决议 逾期', '四议两公开·决议 在办'])
    expect(first).toEqual(['东溪村', 3, 3, 1, 1])
  })
  it('opens as Chinese in a spreadsheet, quotes what would break it, and runs no formula', () => {
    expect(csvOf([['村,组', '说"好"', '=1+1', -2]])).toBe('\uFEFF"村,组","说""好""",\'=1+1,-2\r\n')
  })
})
