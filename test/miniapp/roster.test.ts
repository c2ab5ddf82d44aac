import { memberOf } from '@shared/roster'
import type { SheetRow } from '@shared/sheetKinds'
import { describe, expect, it } from 'vitest'
import { fourteenFrom, rowOf, type Shown, standsAs } from '../../miniapp/src/office/roster/memberWords'
import { rosterChanges } from '../../miniapp/src/office/roster/rosterChanges'

const row = (no: string, more: SheetRow = {}): SheetRow => ({
  ...{ no, name: `人${no}`, household: '1-001', group: 1, sex: 'female', adultOn: '2000-01-01', collective: 'yes' },
  ...more,
})
const before = ['1', '2', '3'].map((no) => memberOf(row(no)))

describe('what a change does to the roster', () => {
  it('some people: each row says itself whether somebody joins, is edited or leaves', () => {
    const rows = [
      row('9', { change: 'join' }),
      row('2', { change: 'edit', representative: 'yes', group: 3 }),
      { change: 'leave', no: '3', name: '人3' },
    ]
    const changes = rosterChanges(before, { whole: false, rows })
    expect(changes.map(({ change, no }) => [change, no])).toEqual([
      ['join', '9'],
      ['edit', '2'],
      ['leave', '3'],
    ])
    expect(changes[1].differences).toEqual([
      { label: '组', was: '1', now: '3' },
      { label: '村民代表', was: '不是', now: '是' },
    ])
    expect(changes[2].member.household).toBe('1-001')
  })

  it('an edit that changes nothing stays in sight, so that whoever checks can ask', () => {
    expect(rosterChanges(before, { whole: false, rows: [row('1', { change: 'edit' })] })).toMatchObject([
      { change: 'edit', no: '1', differences: [] },
    ])
  })

  it('a whole list: whoever isn’t on it leaves, whoever stands there as before isn’t told', () => {
    const changes = rosterChanges(before, { whole: true, rows: [row('1'), row('2', { name: '改名' }), row('4')] })
    expect(changes.map(({ change, no }) => [change, no])).toEqual([
      ['edit', '2'],
      ['join', '4'],
      ['leave', '3'],
    ])
    expect(changes[0].differences).toEqual([{ label: '姓名', was: '人2', now: '改名' }])
  })

  it('the same list again changes nobody', () => {
    expect(rosterChanges(before, { whole: true, rows: ['1', '2', '3'].map((no) => row(no)) })).toEqual([])
  })
})

describe('somebody on the roster', () => {
  const member: Shown = {
    ...{ no: '1', name: '林桂香', household: '1-001', group: 1, sex: 'female', adultOn: '2000-01-01' },
    ...{ representative: true, branchCommittee: false, villageCommittee: false, collective: true },
    ...{ collectiveRepresentative: false, capable: false, party: 'probationary' },
  }

  it('is taken into a row without what isn’t so, and comes back the same', () => {
    expect(rowOf(member)).toEqual({
      ...{ no: '1', name: '林桂香', household: '1-001', group: 1, sex: 'female', adultOn: '2000-01-01' },
      ...{ representative: 'yes', collective: 'yes', capable: 'no', party: 'probationary' },
    })
    expect(memberOf(rowOf(member))).toEqual(member)
  })

  it('is said by what they are', () => {
    expect(standsAs(member)).toEqual(['预备党员', '村民代表', '集体成员', '没有完全民事行为能力'])
    expect(standsAs({ ...member, party: 'restricted' })[0]).toBe('留党察看')
  })

  it('was fourteen four years before they came of age', () => {
    expect(fourteenFrom('2027-06-01')).toBe('2023-06-01')
  })
})
