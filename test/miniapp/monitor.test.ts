import type { MonitorView } from '@shared/schemas/views'
import { describe, expect, it } from 'vitest'
import { clustersOf } from '../../miniapp/src/office/clusters'
import { csvOf, matrixRows } from '../../miniapp/src/office/monitor/csv'
import {
  countOf,
  countWords,
  groupsOf,
  mostUrgent,
  spotWords,
  villagesOf,
} from '../../miniapp/src/office/monitor/matrix'

const village = (id: string, name: string, cluster: string, cells: MonitorView['villages'][number]['cells']) => {
  const all = Object.values(cells)
  const sum = (of: 'open' | 'overdue') => all.reduce((total, cell) => total + cell[of], 0)
  return { id, name, cluster, open: sum('open'), overdue: sum('overdue'), cells }
}
const view: MonitorView = {
  ...{
    today: '2026-06-08',
    township: 'shiwan',
    townshipName: '石湾镇',
    totals: { open: 12, overdue: 5, dueThisWeek: 3 },
  },
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
      mark: '新',
      title: '新的事项',
      seals: [
        { seal: '签', title: '签字' },
        { seal: '验', title: '请人来验收' },
      ],
    },
  ],
  villages: [
    village('a', '北岙村', '海片', { '说/办': { open: 4, overdue: 0 } }),
    village('b', '沙塘村', '海片', { '说/办': { open: 5, overdue: 2, oldest: '2026-06-01' } }),
    village('c', '东溪村', '山片', {
      '议/决': { open: 1, overdue: 1, oldest: '2026-05-20' },
      '说/评': { open: 2, overdue: 2, oldest: '2026-05-30' },
    }),
  ],
}
const everything = { cluster: '', overdueOnly: false }

describe('monitor matrix (各村卡在哪一步)', () => {
  it('villages stand by overdue, then by name', () => {
    expect(villagesOf(view, everything).map((v) => v.name)).toEqual(['东溪村', '沙塘村', '北岙村'])
  })
  it('what comes seldom has a column only while something of it is open', () => {
    const asked = {
      mark: '问',
      title: '询问和异议',
      seals: [
        { seal: '答', title: '答复' },
        { seal: '评', title: '评' },
      ],
    }
    const columns = [...view.columns, asked]
    expect(groupsOf({ ...view, columns }).map((g) => g.title)).not.toContain('询问')
    const villages = [...view.villages, village('d', '竹坑村', '山片', { '问/答': { open: 1, overdue: 0 } })]
    expect(groupsOf({ ...view, columns, villages }).find((g) => g.title === '询问')?.steps).toHaveLength(1)
  })
  it('one cluster, and only what is overdue', () => {
    expect(villagesOf(view, { cluster: '海片', overdueOnly: false }).map((v) => v.id)).toEqual(['b', 'a'])
    expect(villagesOf(view, { cluster: '海片', overdueOnly: true }).map((v) => v.id)).toEqual(['b'])
    expect(clustersOf(view)).toEqual(['海片', '山片'])
  })
  it('columns have short heads; what is new is named by its title or its seal', () => {
    expect(groupsOf(view).map((g) => [g.title, ...g.steps.map((s) => s.title)])).toEqual([
      ['村民说事', '办理', '评价'],
      ['四议两公开', '决议'],
      ['新的事项', '签字', '验'],
    ])
    expect(groupsOf(view, ['议']).map((g) => g.steps[0].id)).toEqual(['议/决'])
  })
  it('the most urgent cell has most overdue, of equals the oldest', () => {
    expect(mostUrgent(view, everything)).toEqual({ village: 'c', step: '说/评' })
    expect(mostUrgent(view, { cluster: '海片', overdueOnly: false })).toEqual({ village: 'b', step: '说/办' })
    expect(mostUrgent({ ...view, villages: [view.villages[0]] }, everything)).toBeUndefined()
  })
  it('says how much lies in a cell, and how long the oldest has', () => {
    expect(spotWords(view, { village: 'b', step: '说/办' })).toBe('沙塘村“办理”')
    expect(countWords(countOf(view, { village: 'b', step: '说/办' }), view.today)).toBe(
      '逾期2件，在办5件。最久的逾期7天。',
    )
    expect(countWords(countOf(view, { village: 'a', step: '' }), view.today)).toBe('在办4件，没有逾期。')
    expect(countWords(countOf(view, { village: 'a', step: '议/决' }), view.today)).toBe('现在没有事项。')
  })
})

describe('the exported table', () => {
  it('holds what is shown: two columns a step', () => {
    const [head, first] = matrixRows(groupsOf(view, ['议']), villagesOf(view, everything))
    expect(head).toEqual(['村', '逾期合计', '在办合计', '四议两公开·决议 逾期', '四议两公开·决议 在办'])
    expect(first).toEqual(['东溪村', 3, 3, 1, 1])
  })
  it('opens as Chinese in a spreadsheet, quotes what would break it, and runs no formula', () => {
    expect(csvOf([['村,组', '说"好"', '=1+1', -2]])).toBe('\uFEFF"村,组","说""好""",\'=1+1,-2\r\n')
  })
})
