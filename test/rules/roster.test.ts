import { addDays } from '@shared/engine/deadline'
import type { RollName } from '@shared/engine/workflow'
import { calledOn, rollsOf } from '@shared/rolls'
import { foldRoster, memberOf, type RosterChange } from '@shared/roster'
import { changeProblems } from '@shared/rosterProblems'
import type { SheetRow } from '@shared/sheetKinds'
import { rowProblems, sheetProblems } from '@shared/sheets'
import { whyNotCalled } from '@shared/whyNotCalled'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const on = '2026-06-01'
const row = (no: string, more: SheetRow = {}): SheetRow => ({
  ...{ no, name: `某${no}`, household: `1-${no}`, group: 1, sex: 'male', adultOn: '2000-01-01', ...more },
})
const whole = (rows: SheetRow[], effectiveOn = '2026-01-01'): RosterChange => ({ kind: 'whole', effectiveOn, rows })
const rows = (effectiveOn: string, ...changed: SheetRow[]): RosterChange => ({
  ...{ kind: 'rows', effectiveOn, rows: changed },
})
const nos = (changes: RosterChange[], day = on) => foldRoster(changes, day).map((m) => m.no)
const eligible = (roll: RollName, list: SheetRow[], day = on, group?: number) =>
  rollsOf(list.map(memberOf), day, group)[roll]?.eligible

describe('the roster of a day is the fold of the changes effective by then', () => {
  const three = whole([row('2'), row('1'), row('3')])

  it('nobody where nothing was handed in, or nothing is effective yet', () => {
    expect(nos([])).toEqual([])
    expect(nos([three], '2025-12-31')).toEqual([])
    expect(nos([three], '2026-01-01')).toEqual(['1', '2', '3'])
  })

  it('people join, are edited as a whole row, and leave', () => {
    const changes = [
      three,
      rows('2026-03-01', row('4', { change: 'join' }), row('1', { change: 'edit', household: '9', party: 'full' })),
      rows('2026-04-01', { no: '2', name: '某2', change: 'leave' }, row('1', { change: 'edit', household: '8' })),
    ]
    expect(nos(changes)).toEqual(['1', '3', '4'])
    expect(foldRoster(changes, '2026-03-31').find((m) => m.no === '1')).toMatchObject({ household: '9', party: 'full' })
    expect(foldRoster(changes, on)[0]).toEqual({ ...memberOf(row('1')), household: '8' })
  })

  it('a change effective tomorrow does not count today, and leaves yesterday as it was', () => {
    const leaving = rows('2026-06-02', { no: '1', name: '某1', change: 'leave' })
    expect(nos([three, leaving], '2026-06-01')).toEqual(['1', '2', '3'])
    expect(nos([three, leaving], '2026-06-02')).toEqual(['2', '3'])
    const before = rollsOf(foldRoster([three], on), on)
    expect(rollsOf(foldRoster([three, leaving], on), on)).toEqual(before)
  })

  it('a whole roster puts all before out of force, also what was agreed after it for an earlier day', () => {
    const next = whole([row('7')], '2026-05-01')
    expect(nos([three, next, rows('2026-04-01', row('8', { change: 'join' }))])).toEqual(['7'])
  })

  it('of one day the later agreed counts last', () => {
    const [a, b] = ['一', '二'].map((name) => rows('2026-03-01', row('1', { change: 'edit', name })))
    expect(foldRoster([three, a, b], on)[0].name).toBe('二')
    expect(foldRoster([three, b, a], on)[0].name).toBe('一')
  })

  const day = fc.integer({ min: 0, max: 20 }).map((n) => addDays('2026-01-01', n))
  const someRow = fc.record({
    no: fc.constantFrom('1', '2', '3', '4'),
    household: fc.constantFrom('a', 'b'),
    change: fc.constantFrom('join', 'edit', 'leave'),
  })
  const someChange = fc.record({
    kind: fc.constantFrom<'whole' | 'rows'>('whole', 'rows', 'rows', 'rows'),
    effectiveOn: day,
    rows: fc.array(
      someRow.map(({ no, ...r }) => row(no, r)),
      { maxLength: 4 },
    ),
  })

  it('property: told twice in a row a change is told once; days decide, not the order in which they were agreed', () => {
    fc.assert(
      fc.property(fc.array(someChange, { maxLength: 8 }), day, (changes, asked) => {
        const folded = foldRoster(changes, asked)
        expect(
          foldRoster(
            changes.flatMap((c) => [c, c]),
            asked,
          ),
        ).toEqual(folded)
        const distinct = [...new Map(changes.map((c) => [c.effectiveOn, c])).values()]
        expect(foldRoster([...distinct].reverse(), asked)).toEqual(foldRoster(distinct, asked))
        const later = changes.filter((c) => c.effectiveOn <= asked)
        expect(foldRoster(later, asked)).toEqual(folded)
      }),
    )
  })

  it('property: the changes one after the other come to what all of them come to', () => {
    fc.assert(
      fc.property(fc.array(someChange, { maxLength: 8 }), (changes) => {
        const known = new Map<string, unknown>()
        const inOrder = changes.map((c, i) => ({ c, i }))
        inOrder.sort((a, b) => a.c.effectiveOn.localeCompare(b.c.effectiveOn) || a.i - b.i)
        for (const { c } of inOrder) {
          if (c.kind === 'whole') known.clear()
          for (const r of c.rows)
            if (c.kind === 'rows' && r.change === 'leave') known.delete(String(r.no))
            else known.set(String(r.no), memberOf(r))
        }
        const expected = [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, m]) => m)
        expect(foldRoster(changes, '2026-12-31')).toEqual(expected)
      }),
    )
  })
})

describe('应到', () => {
  it('counts somebody from the very day of 18 years, not from the day before', () => {
    const born = [row('1', { adultOn: on, collective: 'yes' })]
    for (const roll of ['adults', 'households', 'collectiveCapable', 'groupAdults', 'groupMembers'] as const) {
      expect(eligible(roll, born, '2026-05-31', 1), roll).toBe(0)
      expect(eligible(roll, born, on, 1), roll).toBe(1)
    }
  })

  it('预备党员 and 留党察看 have no vote in the party, nor in the branch committee', () => {
    const party = [
      row('1', { party: 'full', branchCommittee: 'yes' }),
      row('2', { party: 'probationary' }),
      row('3', { party: 'restricted', branchCommittee: 'yes' }),
    ]
    expect(eligible('partyVoting', party)).toBe(1)
    expect(eligible('branchCommittee', party)).toBe(1)
    expect(eligible('twoCommittees', party)).toBe(1)
    expect(eligible('adults', party)).toBe(3)
  })

  it('a grown member without full capacity is called to the village assembly, not to the collective', () => {
    const list = [
      row('1', { collective: 'yes' }),
      row('2', { collective: 'yes', capable: 'no' }),
      row('3', { collective: 'yes', adultOn: '2030-01-01' }),
      row('4', {}),
    ]
    const rolls = rollsOf(list.map(memberOf), on)
    expect([rolls.adults?.eligible, rolls.collectiveCapable?.eligible, rolls.collectiveCapable?.all]).toEqual([3, 1, 1])
  })

  it('two committees count whoever sits in both once; the representatives meet with the committee', () => {
    const list = [
      row('1', { branchCommittee: 'yes', villageCommittee: 'yes', party: 'full' }),
      row('2', { villageCommittee: 'yes', sex: 'female' }),
      row('3', { representative: 'yes', sex: 'female' }),
      row('4', { representative: 'yes' }),
      row('5', { branchCommittee: 'yes', party: 'full' }),
    ]
    const { twoCommittees, representativesMeeting } = rollsOf(list.map(memberOf), on)
    expect(twoCommittees).toMatchObject({ eligible: 3, composition: { branch: 2 } })
    expect(representativesMeeting).toMatchObject({
      eligible: 4,
      composition: { representatives: 2, women: 1, branch: 1 },
    })
  })

  it('households are those with somebody of age', () => {
    const list = [
      row('1', { household: 'a' }),
      row('2', { household: 'a' }),
      row('3', { household: 'b' }),
      row('4', { household: 'c', adultOn: '2030-01-01' }),
    ]
    expect(rollsOf(list.map(memberOf), on).households).toMatchObject({ eligible: 3, households: 2 })
  })

  it('a group has a roll only where one is named', () => {
    const list = [row('1'), row('2', { group: 2, collective: 'yes' }), row('3', { group: 2 })]
    expect(rollsOf(list.map(memberOf), on)).not.toHaveProperty('groupAdults')
    expect([eligible('groupAdults', list, on, 2), eligible('groupMembers', list, on, 2)]).toEqual([2, 1])
  })

  it('its hash says whose heads it counts, in whatever order they were read', () => {
    const [a, b] = [row('1'), row('2')].map(memberOf)
    expect(rollsOf([a, b], on).adults).toEqual(rollsOf([b, a], on).adults)
    expect(rollsOf([a], on).adults?.hash).not.toBe(rollsOf([b], on).adults?.hash)
  })

  it('whoever is not called is told why', () => {
    const why = (roll: RollName, more: SheetRow, group?: number) =>
      whyNotCalled(roll, memberOf(row('1', more)), on, group)
    expect(why('partyVoting', { party: 'full' })).toBeUndefined()
    expect(why('partyVoting', { party: 'probationary' })).toBe('某1是预备党员，没有表决权，可以列席，不算到会人数。')
    expect(why('partyVoting', { party: 'restricted' })).toContain('留党察看')
    expect(why('adults', { adultOn: '2026-06-02' })).toContain('还没有满18岁')
    expect(why('collectiveCapable', {})).toContain('不是集体成员')
    expect(why('collectiveCapable', { collective: 'yes', capable: 'no' })).toContain('没有完全民事行为能力')
    expect(why('groupAdults', {}, 2)).toContain('是1组的人')
    expect(why('representativesMeeting', {})).toContain('不在村民代表会议的名册里')
    expect(calledOn('partyVoting', [memberOf(row('1', { party: 'probationary' }))], on)).toEqual([])
  })
})

describe('what is wrong is said of the row and the column', () => {
  const list = (...given: SheetRow[]) =>
    sheetProblems({ kind: 'roster', rows: given }).map(({ row: n, field }) => `${n} ${field}`)

  it.each<[string, SheetRow, string]>([
    ['a number of a document', { no: '330102199005081234' }, 'no'],
    ['a mobile number', { household: '13800001111' }, 'household'],
    ['half a group', { group: 1.5 }, 'group'],
    ['14 years that are not four before 18', { fourteenOn: '1996-01-02' }, 'fourteenOn'],
    ['a branch committee of probationers', { branchCommittee: 'yes', party: 'probationary' }, 'branchCommittee'],
    ['who speaks for a collective without belonging', { collectiveRepresentative: 'yes' }, 'collectiveRepresentative'],
  ])('%s', (_, more, field) => {
    expect(list(row('1'))).toEqual([])
    expect(list(row('1', more))).toEqual([`1 ${field}`])
  })

  it('a number used twice', () => {
    expect(list(row('1'), row('2'), row('1'))).toEqual(['3 no'])
  })

  it('whoever leaves is named by number and name alone; whoever stays by every column that is asked', () => {
    expect(rowProblems('roster', { no: '1', name: '某', change: 'leave' })).toEqual([])
    expect(rowProblems('roster', { no: '1', name: '某', change: 'edit' }).map((p) => p.field)).toEqual([
      ...['household', 'group', 'sex', 'adultOn'],
    ])
    expect(rowProblems('roster', row('1', { change: 'gone' }))[0].says).toContain('加入或修改或去掉')
  })

  it('against who belongs: an edit of nobody, a join of somebody there, the wrong name, an official under 18', () => {
    const before = [memberOf(row('1'))]
    const wrong = (...changed: SheetRow[]) =>
      changeProblems(before, rows(on, ...changed)).map(({ row: n, field }) => `${n} ${field}`)
    expect(wrong(row('1', { change: 'edit' }), row('2', { change: 'join' }))).toEqual([])
    expect(wrong(row('2', { change: 'edit' }), { no: '3', name: '某', change: 'leave' })).toEqual(['1 no', '2 no'])
    expect(wrong(row('1', { change: 'join' }))).toEqual(['1 no'])
    expect(wrong({ no: '1', name: '别人', change: 'leave' })).toEqual(['1 name'])
    expect(wrong(row('2'))).toEqual(['1 change'])
    const young = { change: 'join', adultOn: '2026-06-02', representative: 'yes' }
    expect(wrong(row('2', young))).toEqual(['1 representative'])
    expect(wrong(row('2', { ...young, adultOn: on }))).toEqual([])
    expect(wrong(row('2', { change: 'join', adultOn: '2044-06-01' }))).toEqual([])
    expect(wrong(row('2', { change: 'join', adultOn: '2044-06-02' }))).toEqual(['1 adultOn'])
    expect(changeProblems([], whole([row('1', { change: 'join' })]))).toMatchObject([{ row: 1, field: 'change' }])
  })

  it('who came: nobody twice, nobody for themselves, nobody for a trustee who did not come', () => {
    const roll = (...given: SheetRow[]) =>
      sheetProblems({ kind: 'roll', rows: given }).map(({ row: n, field }) => `${n} ${field}`)
    const came = { no: '1', how: 'signed' }
    expect(
      roll(came, { no: '2', how: 'proxy', by: '1' }, { no: '3', how: 'online', recused: 'yes', why: '是当事人' }),
    ).toEqual([])
    expect(roll(came, { no: '1', how: 'code' })).toEqual(['2 no'])
    expect(roll(came, { no: '2', how: 'proxy' })).toEqual(['2 by'])
    expect(roll(came, { no: '2', how: 'signed', by: '1' })).toEqual(['2 by'])
    expect(roll({ no: '2', how: 'proxy', by: '2' })).toEqual(['1 by'])
    expect(roll(came, { no: '2', how: 'proxy', by: '9' })).toEqual(['2 by'])
    expect(roll({ no: '2', how: 'signed', recused: 'yes' })).toEqual(['1 why'])
  })
})
