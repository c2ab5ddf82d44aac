import type { Count } from '@shared/engine/workflow'
import { describe, expect, it } from 'vitest'
import { byGroup, byHousehold, isShort, matching } from '../../miniapp/src/office/roll/listed'
import { quorumOf } from '../../miniapp/src/office/roll/quorum'
import {
  type Called,
  came,
  entrust,
  figuresOf,
  lacksReason,
  proxiesFor,
  recuse,
  rollFault,
  strangers,
  type Ticks,
  tick,
  toggle,
  untick,
  whyRecused,
} from '../../miniapp/src/office/roll/roll'
import { rollIn, sheetOfTicks } from '../../miniapp/src/office/roll/rollSheet'

const called: readonly Called[] = [
  { no: '1-001-1', name: '林桂香', household: '1-001', group: 1 },
  { no: '1-001-2', name: '林海', household: '1-001', group: 1 },
  { no: '1-009-1', name: '何福来', household: '1-009', group: 1 },
  { no: '2-003-1', name: '叶素琴', household: '2-003', group: 2 },
]
const [gui, hai, he, ye] = called.map(({ no }) => no)
const named = (no: string) => called.find((c) => c.no === no)?.name ?? no
const signed = (...nos: string[]): Ticks => nos.map((no) => ({ no, how: 'signed' }))

describe('签到册: one person counts once', () => {
  it('ticked twice, or ticked and then scanned, stays one, and that is said', () => {
    const first = tick([], gui, 'signed', named)
    expect(first).toEqual({ ticks: [{ no: gui, how: 'signed' }], says: '林桂香签到了。', went: true })
    const again = tick(first.ticks, gui, 'code', named)
    expect(again).toEqual({ ticks: first.ticks, says: '林桂香已经签到了，一个人只算一次。', went: false })
  })

  it('a press on whoever came takes the tick away; on whoever keeps out of the vote it doesn’t', () => {
    expect(toggle(signed(gui, he), gui, named).ticks).toEqual(signed(he))
    expect(toggle([], gui, named, 'paper').ticks).toEqual([{ no: gui, how: 'paper' }])
    const apart = recuse(signed(gui), gui, '承包人是他的儿子').ticks
    const slip = toggle(apart, gui, named)
    expect([slip.went, slip.ticks]).toEqual([false, apart])
    expect(slip.says).toContain('林桂香记了回避')
    expect(untick(apart, gui, named).ticks).toEqual([])
  })

  it('how somebody came can be another afterwards, and they stay where they stand in the list', () => {
    expect(came(signed(gui, he), gui, 'paper').ticks).toEqual([{ no: gui, how: 'paper' }, ...signed(he)])
    expect(came([], ye, 'online').ticks).toEqual([{ no: ye, how: 'online' }])
  })
})

describe('委托: only within the household, only to whoever came', () => {
  it('nobody is offered before somebody of the household came; then they are', () => {
    expect(proxiesFor(signed(he), called, hai)).toEqual([])
    expect(proxiesFor(signed(he, gui), called, hai).map(({ name }) => name)).toEqual(['林桂香'])
  })

  it('is refused to another household, to oneself, and to whoever isn’t there', () => {
    for (const by of [he, hai, gui]) {
      const { went, says } = entrust(signed(he), called, { no: hai, by }, named)
      expect([went, says]).toEqual([false, '林海只能委托同一户、自己到会的人。请先给受托人签到。'])
    }
  })

  it('whoever came for somebody can’t hand on, and isn’t taken away before the proxy is', () => {
    const { ticks } = entrust(signed(gui), called, { no: hai, by: gui }, named)
    expect(ticks).toEqual([...signed(gui), { no: hai, how: 'proxy', by: gui }])
    expect(entrust(ticks, called, { no: gui, by: hai }, named).says).toContain('不能再委托别人')
    expect(untick(ticks, gui, named).says).toBe('林海委托了林桂香。请先去掉这份委托，再去掉林桂香。')
    expect(untick(untick(ticks, hai, named).ticks, gui, named).ticks).toEqual([])
  })

  it('who came after all is no proxy any more', () => {
    const { ticks } = entrust(signed(gui), called, { no: hai, by: gui }, named)
    expect(came(ticks, hai, 'signed').ticks).toEqual(signed(gui, hai))
  })
})

describe('回避: present, and without a vote', () => {
  it('asks for a reason, which is then said once and without a name', () => {
    const apart = recuse(recuse(signed(gui, he), gui, '').ticks, he, '他承包').ticks
    expect(lacksReason(apart)).toBe(gui)
    expect(rollFault(apart)).toBe('有1人回避，还没写原因。请打开签到册补上。')
    const both = recuse(apart, gui, '他承包').ticks
    expect([lacksReason(both), rollFault(both), whyRecused(both)]).toEqual([undefined, undefined, '他承包'])
    expect(recuse(both, gui, undefined).ticks[0]).toEqual({ no: gui, how: 'signed' })
  })

  it('isn’t recorded of whoever didn’t come', () => {
    expect(recuse([], gui, '他承包')).toMatchObject({ went: false, ticks: [] })
  })
})

describe('the figures that follow', () => {
  const ticks: Ticks = [
    { no: gui, how: 'code' },
    { no: hai, how: 'proxy', by: gui },
    { no: ye, how: 'online', recused: 'yes', why: '他承包' },
  ]

  it('counts heads with whoever voted through another, households, and who is apart', () => {
    expect(figuresOf(ticks, called)).toEqual({
      ...{ present: 3, householdsPresent: 2, online: 1, proxies: 1, notVoting: 1 },
    })
    expect(strangers([...ticks, { no: '9-9', how: 'signed' }], called)).toEqual(['9-9'])
  })

  const expected = { eligible: 901, households: 300 }
  const heads = (present: number, householdsPresent = 0, notVoting = 0) => ({
    ...{ present, householdsPresent, notVoting, online: 0, proxies: 0 },
  })
  const twoThirds: Count = {
    roll: 'collectiveCapable',
    quorum: [{ of: 'people', share: { atLeast: [2, 3] } }],
    ...{ pass: { of: 'present', share: { moreThan: [1, 2] } }, ifShort: '' },
  }

  it('600 of 901 are one short of two thirds; 601 aren’t', () => {
    expect(quorumOf(twoThirds, {}, expected, heads(600))).toEqual({
      ...{ met: false, heads: '应到901 实到600', says: '还差1人' },
    })
    expect(quorumOf(twoThirds, {}, expected, heads(601))).toMatchObject({ met: true, says: '人数够了' })
  })

  it('where households make the meeting too, either is enough, and both are said', () => {
    const either: Count = {
      ...twoThirds,
      quorum: [
        { of: 'people', share: { moreThan: [1, 2] } },
        { of: 'households', share: { atLeast: [2, 3] } },
      ],
    }
    expect(quorumOf(either, {}, expected, heads(400, 199)).says).toBe('还差51人，或者1户')
    expect(quorumOf(either, {}, expected, heads(400, 200)).met).toBe(true)
  })

  it('leaves whoever is apart out of both figures only where the township has set it so', () => {
    const committee: Count = {
      ...{ roll: 'twoCommittees', leavesOut: 'leaveOutRecused', quorum: twoThirds.quorum },
      ...{ pass: twoThirds.pass, ifShort: '' },
    }
    const nine = { eligible: 9, households: 9 }
    expect(quorumOf(committee, { leaveOutRecused: 1 }, nine, heads(6, 6, 1))).toMatchObject({
      ...{ heads: '应到8 实到5', says: '还差1人' },
    })
    expect(quorumOf(committee, { leaveOutRecused: 0 }, nine, heads(6, 6, 1)).met).toBe(true)
  })

  it('a meeting without a quorum is short of nobody', () => {
    expect(quorumOf({ quorum: [] }, {}, expected, heads(0))).toMatchObject({ met: true, says: '不限人数' })
  })

  it('the form keeps who was called beside the rows; typed figures are no roll', () => {
    const sheet = sheetOfTicks(ticks, { on: '2026-06-08', called: expected })
    expect(rollIn(sheet)).toMatchObject({ kind: 'roll', way: 'type', on: '2026-06-08', rows: ticks })
    expect(rollIn(undefined)).toBeUndefined()
    expect(rollIn({ kind: 'roster', way: 'type', rows: [] })).toBeUndefined()
  })
})

describe('the list of who is called', () => {
  it('stands by 组 and 户, in the order in which it came', () => {
    expect(byGroup(called).map(({ group, members }) => [group, members.length])).toEqual([
      [1, 3],
      [2, 1],
    ])
    expect(byHousehold(called).map(({ household }) => household)).toEqual(['1-001', '1-009', '2-003'])
  })

  it('finds by name, number and household; nothing typed finds nobody', () => {
    expect(matching(called, ' 林 ').map(({ no }) => no)).toEqual([gui, hai])
    expect(matching(called, '2-003').map(({ no }) => no)).toEqual([ye])
    expect(matching(called, ' ')).toEqual([])
  })

  it('60 are read in one list, 61 group by group', () => {
    const many = (n: number) => Array.from({ length: n }, (_, i) => ({ ...called[0], no: String(i) }))
    expect([isShort(many(60)), isShort(many(61))]).toEqual([true, false])
  })
})
