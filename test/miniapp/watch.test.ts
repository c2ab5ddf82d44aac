import type { CountyView } from '@shared/schemas/monitorViews'
import { describe, expect, it } from 'vitest'
import { startWith } from '../../miniapp/src/office/act/starts'
import { monthWords, sumsOf } from '../../miniapp/src/office/county/totals'
import { finishWords, noteChips, notesWords, rowsThatAre, type Watched } from '../../miniapp/src/office/watch/standing'

const today = '2026-11-22'
const watched = (over: Partial<Watched> = {}): Watched => ({
  ...{ id: 'w1', village: 'jiaotou', villageName: '礁头村', title: '公开连着三期没有按时', leader: '镇长 周大海' },
  ...{ since: '2026-09-01', finishBy: '2027-03-01', notes: 2, lastNoteOn: '2026-10-30', dueOn: '2026-11-30' },
  ...over,
})
const words = (over: Partial<Watched>, known?: string) =>
  noteChips(watched(over), { today, known }).map((chip) => chip.words)

describe('重点帮扶', () => {
  it('the next note is late from the day after it was due', () => {
    expect(words({ dueOn: today })).toEqual(['今天到期'])
    expect(words({ dueOn: '2026-11-21' })).toEqual(['逾期1天'])
  })
  it('behind the last day of which the holidays are known it is provisional (暂定)', () => {
    expect(words({ dueOn: '2026-12-31' }, '2026-12-31')).toEqual(['12月31日前'])
    expect(words({ dueOn: '2027-01-04' }, '2026-12-31')).toEqual(['2027年1月4日前', '暂定'])
    expect(words({ dueOn: '2027-01-04' })).toEqual(['2027年1月4日前'])
  })
  it('whoever was taken off the list owes no note', () => {
    expect(words({ closedOn: '2026-11-01', dueOn: undefined }, '2026-12-31')).toEqual(['已移出'])
    expect(finishWords(watched({ closedOn: '2026-11-01' }), today)).toBe('11月1日移出')
  })
  it('says how often a note was written, and when last', () => {
    expect(notesWords(watched(), today)).toBe('记了2次，上次10月30日')
    expect(notesWords(watched({ notes: 0, lastNoteOn: undefined }), today)).toBe('还没有记过')
  })
  it('says until when it was to be better, and by how much that has passed', () => {
    expect(finishWords(watched(), today)).toBe('2027年3月1日前改好')
    expect(finishWords(watched({ finishBy: '2026-11-20' }), today)).toBe('11月20日前改好，逾期2天')
  })
  it('a note begins with today', () => {
    expect(startWith('watchNote', { fields: {} }, { today })).toEqual({ notedOn: today })
  })
  it('those that are helped and those that were taken off stand apart', () => {
    const rows = [watched(), watched({ id: 'w2', closedOn: '2026-11-01' })]
    expect(rowsThatAre(rows, 'open').map(({ id }) => id)).toEqual(['w1'])
    expect(rowsThatAre(rows, 'closed').map(({ id }) => id)).toEqual(['w2'])
  })
})

describe('全县', () => {
  const township = { id: 'a', name: '石湾镇', villages: 12, open: 30, near: 4, overdue: 6, missing: 2 }
  const townships: CountyView['townships'] = [
    township,
    { ...township, id: 'b', name: '沙埕镇', overdue: 1, missing: 0 },
  ]
  it('is the sum of its townships', () => {
    expect(sumsOf(townships)).toEqual({ villages: 24, open: 60, near: 8, overdue: 7, missing: 2 })
  })
  it('says of a township what its last month came to, or that none was kept', () => {
    const month = {
      ...{ month: '2026-10', opened: 14, closed: 12, onTime: 9, satisfied: 5, basically: 2 },
      ...{ unsatisfied: 1, silent: 4 },
    }
    expect(monthWords({ ...township, month })).toBe('10月新增14件，办结12件，按时9件')
    expect(monthWords(township)).toBe('还没有按月记下来的')
  })
})
