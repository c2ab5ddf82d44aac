import { catalogueItem } from '@shared/catalogue'
import type { DisclosureView, MatrixView } from '@shared/schemas/views'
import { describe, expect, it } from 'vitest'
import { sorted, standingWords, stateOf, whatOf } from '../../miniapp/src/more/disclosure/standing'
import { settingOf, termsOf, termsWords, wrongIn } from '../../miniapp/src/office/catalogue/terms'
import {
  cellWords,
  charOf,
  groupsOf,
  missingOf,
  mostUrgent,
  tableOf,
  villagesOf,
} from '../../miniapp/src/office/matrix/matrix'
import { short } from '../../miniapp/src/office/matrix/short'

type ItemDue = DisclosureView['items'][number]
type Period = ItemDue['periods'][number]
const today = '2026-07-21'
const rule = { says: '每季度公开一次', source: '村民委员会组织法', standing: 'law' as const }
const item = (code: string, periods: readonly Period[], off?: string): ItemDue => ({
  ...{ code, board: 'village', title: catalogueItem(code)!.title, rule, periods: [...periods] },
  ...(off && { off }),
})
const period = (name: string, state: Period['state'], dueOn = '2026-07-20', postedOn?: string): Period => ({
  ...{ period: name, state, dueOn },
  ...(postedOn && { postedOn }),
})

describe('what villagers read (该公开的公开了没有)', () => {
  it('each state is said with its days, the due day included', () => {
    const says = (...given: Parameters<typeof period>) => standingWords(period(...given), today)
    expect(says('2026-Q2', 'missing')).toBe('按规定应在7月20日前公开，还没有公开')
    expect(says('2026-Q2', 'late', '2026-07-20', '2026-07-23')).toBe('7月23日公开，比规定的7月20日迟了3天')
    expect(says('2026-Q2', 'posted', '2026-07-20', '2026-07-18')).toBe('7月18日公开，按时')
    expect(says('2026-Q2', 'nothing', '2026-07-20', '2026-07-18')).toBe('7月18日声明这一期没有，按时')
    expect(says('2026-Q4', 'notDue', '2027-01-20')).toBe('2027年1月20日前公开')
    expect(standingWords({ ...period('2026-Q4', 'notDue', '2027-01-20'), provisional: true }, today)).toContain('暂定')
  })
  it('a period is named with its year, an event by its day', () => {
    expect(['2026-05', '2026-Q2', '2025-H2', '2025', '@2026-05-03'].map((p) => whatOf(period(p, 'posted')))).toEqual([
      ...['2026年5月', '2026年2季度', '2025年下半年', '2025年', '2026年5月3日的事'],
    ])
  })
  it('one missing period makes the item missing; else late; else it stands as its latest period that was due', () => {
    expect(stateOf(item('V03', [period('a', 'missing'), period('b', 'posted')]))).toBe('missing')
    expect(stateOf(item('V03', [period('a', 'late'), period('b', 'posted')]))).toBe('late')
    expect(stateOf(item('V03', [period('a', 'posted'), period('b', 'nothing'), period('c', 'notDue')]))).toBe('nothing')
    expect(stateOf(item('V03', [period('c', 'notDue')]))).toBe('notDue')
    expect(stateOf(item('F09', []))).toBeUndefined()
  })
  it('what was switched off is not missing; what only events owe stands apart', () => {
    const items = [
      item('V11', [period('2026', 'notApplicable')], '没有征地'),
      item('F09', []),
      item('V03', [period('a', 'missing')]),
    ]
    const { off, idle, missing } = sorted(items)
    expect([off, idle, missing].map((of) => of.map((i) => i.code))).toEqual([['V11'], ['F09'], ['V03']])
  })
})

const none = { missing: 0, late: 0, posted: 0, nothing: 0 }
type Cells = MatrixView['villages'][number]['cells']
const village = (id: string, name: string, cluster: string, cells: Cells) => ({
  ...{ id, name, cluster, cells },
  missing: Object.values(cells).reduce((sum, c) => sum + c.missing, 0),
  late: Object.values(cells).reduce((sum, c) => sum + c.late, 0),
})
const view: MatrixView = {
  ...{ today, year: 2026, township: 'shiwan', townshipName: '石湾镇', totals: none },
  items: (['P02', 'V03', 'F03', 'F09'] as const).map((code) => ({
    ...{ code, board: catalogueItem(code)!.board, title: catalogueItem(code)!.title },
  })),
  villages: [
    village('a', '沙塘村', '海片', {
      V03: { ...none, state: 'missing', missing: 2, late: 1, oldest: '2026-01-20', period: '2025-Q4' },
      F03: { ...none, state: 'late', late: 1, period: '2026-Q1' },
    }),
    village('b', '东溪村', '山片', {
      F03: { ...none, state: 'missing', missing: 2, oldest: '2026-04-20', period: '2026-Q1' },
      V03: { ...none, state: 'nothing', nothing: 1, period: '2026-Q2' },
      P02: { ...none, state: 'notApplicable' },
    }),
    village('c', '北岙村', '海片', { V03: { ...none, state: 'posted', posted: 1, period: '2026-Q2' } }),
  ],
}
const everything = { cluster: '', board: '', missingOnly: false } as const

describe('the township’s table (公开检查)', () => {
  it('every item has four characters over its column', () => {
    expect(Object.keys(short)).toHaveLength(39)
    for (const [code, words] of Object.entries(short))
      expect([catalogueItem(code)?.code, words.length]).toEqual([code, 4])
  })
  it('only what is missing: villages and items that miss something', () => {
    const only = { ...everything, missingOnly: true }
    expect(villagesOf(view, only).map((v) => v.id)).toEqual(['a', 'b'])
    expect(groupsOf(view, only).map((g) => [g.title, ...g.items.map((i) => i.code)])).toEqual([
      ['村务', 'V03'],
      ['财务', 'F03'],
    ])
    expect(villagesOf(view, { ...everything, cluster: '海片' }).map((v) => v.id)).toEqual(['a', 'c'])
    expect(groupsOf(view, { ...everything, board: 'finance' })).toHaveLength(1)
  })
  it('a cell is a sign and says the same in words', () => {
    const [a, b, c] = view.villages
    expect([a.cells.V03, a.cells.F03, b.cells.V03, b.cells.P02, c.cells.V03, c.cells.F09].map(charOf)).toEqual([
      ...['2', '迟', '无', '—', '✓', ''],
    ])
    expect(cellWords(a.cells.V03, today)).toBe('缺2期，最早的应在1月20日前公开，迟公开1期')
    expect(cellWords(b.cells.V03, today)).toBe('2026年2季度本期无')
    expect(cellWords(undefined, today)).toBe('没有发生，不用公开')
  })
  it('the most urgent cell misses most, of equals the oldest', () => {
    expect(mostUrgent(view, everything)).toEqual({ village: 'a', code: 'V03' })
    expect(mostUrgent(view, { ...everything, board: 'finance' })).toEqual({ village: 'b', code: 'F03' })
    expect(mostUrgent({ ...view, villages: [view.villages[2]] }, everything)).toBeUndefined()
    expect(missingOf(view, view.villages[1], 'finance')).toBe(2)
  })
  it('the exported table holds what is shown', () => {
    const [head, first] = tableOf(groupsOf(view, { ...everything, board: 'village' }), view.villages, today)
    expect(head).toEqual(['村', '片', '缺', '迟公开', 'V03 误工补贴人员及标准'])
    expect(first).toEqual(['沙塘村', '海片', '2', '2', '缺2期，最早的应在1月20日前公开，迟公开1期'])
  })
})

describe('the form of the catalogue (公开目录设定)', () => {
  const of = (code: string) => catalogueItem(code)!
  it('says how an item is owed', () => {
    expect(termsWords(of('V03'))).toBe('每季度一次，下季度第一个月20日前')
    expect(termsWords(of('F03'), { every: 'month', day: 12 })).toBe('每月一次，下个月12日前')
    expect(termsWords(of('F04'))).toBe('每年一次，1月20日前；有了新情况，3天内')
    expect(termsWords(of('F09'))).toBe('有了新情况，7天内')
    expect(termsWords(of('V16'))).toBe('每年至少一次，12月31日前')
  })
  it('what nobody changed is sent as nothing set; what is set stays', () => {
    for (const code of ['V03', 'F03', 'F09', 'V16']) expect(settingOf(of(code), termsOf(of(code)))).toEqual({})
    expect(settingOf(of('F03'), termsOf(of('F03'), { every: 'month', day: 12 }))).toEqual({ every: 'month', day: 12 })
    expect(settingOf(of('V11'), termsOf(of('V11'), { off: '没有征地' }))).toMatchObject({ off: '没有征地' })
  })
  it('the usual day is sent where another one comes from above', () => {
    expect(settingOf(of('V03'), { ...termsOf(of('V03'), { day: 15 }), day: 20 }, { day: 15 })).toEqual({ day: 20 })
    expect(settingOf(of('F03'), { owed: true, reason: '', every: 'quarter', day: 20 }, { every: 'month' })).toEqual({
      every: 'quarter',
    })
  })
  it('the 29th is refused, the 28th is not; off wants a reason', () => {
    const day = (n?: number) => wrongIn({ V03: { owed: true, reason: '', every: 'quarter', day: n } })
    expect(day(28)).toEqual([])
    expect(day(29)).toEqual([{ id: 'day-V03', code: 'V03', says: '到期日填1到28，每个月都有的日子。' }])
    expect(wrongIn({ V16: termsOf(of('V16')) })).toEqual([])
    expect(day(undefined)[0].says).toBe('到期日填1到28。')
    expect(wrongIn({ V03: { owed: false, reason: ' ', every: 'quarter' } })[0].says).toBe('请写明为什么不用公开。')
  })
})
