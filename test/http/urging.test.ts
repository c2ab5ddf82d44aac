import type { UrgedView, WatchView } from '@shared/schemas/monitorViews'
import type { MatrixView } from '@shared/schemas/views'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../functions/app'
import { crashing } from '../crash/crashing'
import { type EngineName, openHouse, type TestHouse } from '../support/house'
import { canal, lamps, raise, settled } from './requesting'

type Told = UrgedView & { refusal: string; says: string }

describe.each<EngineName>(['sqlite', 'dynamo'])('督办 of several at once over HTTP on %s', (engine) => {
  let h: TestHouse
  let n = 0
  beforeEach(async () => {
    h = await openHouse(engine, '2026-07-21T09:00:00+08:00')
  })
  afterEach(() => h.close())

  const words = { reason: '拖得太久，请三天内说清楚。', replyBy: '2026-07-24' }
  const empty = { cases: [], missing: [] }
  const urge = async (body: Record<string, unknown>, person = 'township') =>
    (await h.as(person)).post<Told>('/api/townships/shiwan/urgings', {
      actId: `urge-${++n}`,
      ...empty,
      ...words,
      ...body,
    })
  const workdays = { village: 'dongxi', item: 'V03', period: '2026-Q1' }

  it('each case gets a 督办单 with its own number, which its village has to answer', async () => {
    const [a, b] = [await raise(h, 'villager-dongxi', lamps), await raise(h, 'neighbour-dongxi', canal)]
    const { status, body } = await urge({ cases: [a.id, b.id] })
    expect([status, body.refused]).toEqual([200, []])
    expect(body.done.map((d) => d.number)).toEqual(['东溪督-2026-0001', '东溪督-2026-0002'])
    const order = await h.see('secretary-dongxi', body.done[0].id)
    expect([order.workflow, order.step, order.dueOn]).toEqual(['supervision', 'reply', '2026-07-24'])
    expect(JSON.stringify(order.links)).toContain(a.id)
    // villagers see that it happened
    expect((await h.see('villager-dongxi', a.id)).log.at(-1)).toMatchObject({ aside: 'urge' })
    await h.done('secretary-dongxi', order.id, { outcome: 'replied', form: { answer: '电工明天来。' } })
    expect((await h.see('villager-dongxi', a.id)).log.at(-1)).toMatchObject({ aside: 'urgeAnswered' })
  })

  it('sent again it changes nothing and answers the same', async () => {
    const { id } = await raise(h, 'villager-dongxi', lamps)
    const body = { actId: 'once', cases: [id, id], missing: [workdays] }
    const first = await urge(body)
    expect(first.body.done).toHaveLength(2)
    expect((await urge(body)).body).toEqual(first.body)
    expect((await h.see('township', id)).log.filter((e) => e.aside === 'urge')).toHaveLength(1)
    expect((await h.house.stores.cases.ofKind('dongxi', '督', { limit: 10 })).rows).toHaveLength(2)
  })

  it('what is under an open 督办单 is not urged again, and is told its number; closed, it may be', async () => {
    const { id } = await raise(h, 'villager-dongxi', lamps)
    const [order] = (await urge({ cases: [id], missing: [] })).body.done
    const { body } = await urge({ cases: [id] }, 'leader')
    expect(body.done).toEqual([])
    expect(body.refused[0].what).toContain('路灯')
    expect(body.refused[0].says).toBe('已经有督办单东溪督-2026-0001，还没有销号，不用再督办。请打开那张督办单看。')
    await h.done('secretary-dongxi', order.id, { outcome: 'replied', form: { answer: '电工明天来。' } })
    expect((await urge({ cases: [id] })).body.refused).toHaveLength(1)
    await h.done('leader', order.id, { outcome: 'accepted', form: { finding: '看过了。' } })
    expect((await urge({ cases: [id] })).body.done.map((d) => d.number)).toEqual(['东溪督-2026-0002'])
  })

  it('what is missing on a board gets one too: named by item and period, seen in the matrix until it is closed', async () => {
    const { body } = await urge({ missing: [workdays, { ...workdays, village: 'shatang' }] })
    expect([body.refused, body.done.map((d) => d.number)]).toEqual([[], ['东溪督-2026-0001', '沙塘督-2026-0001']])
    const order = await h.see('villager-dongxi', body.done[0].id)
    expect(order.title).toMatch(/^2026年1季度 .+没有公开$/)
    expect(order.log[0].values).toMatchObject({ owedItem: 'V03', owedPeriod: '2026-Q1' })
    const matrix = async () =>
      (await (await h.as('township')).get<MatrixView>('/api/townships/shiwan/disclosure')).body.villages
    const cell = async (village: string) => (await matrix()).find((v) => v.id === village)!.cells.V03
    // the oldest missing one is of the year before
    expect((await cell('dongxi')).period).toBe('2025-Q4')
    expect((await cell('dongxi')).urged).toBeUndefined()
    const older = (await urge({ missing: [{ ...workdays, period: '2025-Q4' }] })).body.done[0]
    expect((await cell('dongxi')).urged).toBe(older.id)
    expect((await cell('qiaowei')).urged).toBeUndefined()
    const again = await urge({ missing: [workdays] }, 'leader')
    expect(again.body.refused).toEqual([
      { what: `东溪村 ${order.title}`, says: expect.stringContaining('已经有督办单东溪督-2026-0001') },
    ])
    await h.done('secretary-dongxi', older.id, { outcome: 'replied', form: { answer: '今天公开。' } })
    await h.done('township', older.id, { outcome: 'accepted', form: { finding: '公开了。' } })
    expect((await cell('dongxi')).urged).toBeUndefined()
  })

  it('only what is missing now: not what is not due yet, and nothing that does not exist', async () => {
    const { body } = await urge({
      missing: [
        { ...workdays, period: '2026-Q3' },
        { ...workdays, item: 'X9' },
        { ...workdays, village: 'nowhere' },
        workdays,
      ],
      cases: ['nothing'],
    })
    expect(body.done).toHaveLength(1)
    expect(body.refused.map((r) => r.says)).toEqual([
      '没有找到这件事，可能链接不完整。请从列表里重新打开。',
      '这一项现在不缺：已经公开了，或者还没到期。请刷新再看。',
      ...Array(2).fill('没有这个村或者这一项。请从公开情况里重新选。'),
    ])
  })

  it('each is judged alone: what is closed or has its own clock is refused, the rest is done', async () => {
    const done = await settled(h, lamps)
    const open = await raise(h, 'neighbour-dongxi', canal)
    const [order] = (await urge({ cases: [open.id] })).body.done
    const other = await raise(h, 'villager-dongxi', { ...lamps, text: '井盖松了。' })
    const { body } = await urge({ cases: [done.id, order.id, other.id] })
    expect(body.done).toHaveLength(1)
    expect(body.refused.map((r) => r.says)).toEqual([
      '这件事已经办结，不能再办。',
      '督办单、约谈和重点帮扶自己有期限，不再督办。请直接打开它办。',
    ])
    const late = await urge({ cases: [done.id, other.id], missing: [workdays], replyBy: '2026-07-20' })
    expect(late.body.done).toEqual([])
  })

  it('by the township everywhere, by the head of a cluster in its villages, by nobody else', async () => {
    const { id } = await raise(h, 'villager-dongxi', lamps)
    const hai = await urge({ cases: [id], missing: [workdays, { ...workdays, village: 'shatang' }] }, 'cluster-hai')
    expect(hai.body.done.map((d) => d.number)).toEqual(['沙塘督-2026-0001'])
    expect(hai.body.refused.at(-1)!.says).toBe('不在您管的镇或片里，督办不了。请找管这个村的片长或镇里。')
    expect((await urge({ cases: [id] }, 'cluster')).body.done).toHaveLength(1)
    for (const person of ['villager-dongxi', 'secretary-dongxi', 'agency', 'county']) {
      const { status, body } = await urge({ cases: [id] }, person)
      expect([status, body.refusal, body.says], person).toEqual([
        ...[403, 'notInScope', '督办单由镇里和片长发。请跟镇里或者片长说。'],
      ])
    }
  })

  it('killed at any write and sent again, each has one 督办单', async () => {
    const { id } = await raise(h, 'villager-dongxi', lamps)
    const me = await h.send<{ token: string }>('POST', '/api/sign-in/demo', { person: 'township' })
    const headers = { authorization: `Bearer ${me.body.token}`, 'content-type': 'application/json' }
    const body = JSON.stringify({ actId: 'killed', cases: [id], missing: [workdays], ...words })
    let died = 0
    for (let nth = 1; nth < 20; nth++) {
      const { table, state } = crashing(h.table, nth, nth % 2 ? 'after' : 'before')
      const { app } = createApp({ ...h.deps, table })
      await app.request('/api/townships/shiwan/urgings', { method: 'POST', headers, body })
      if (!state.dead) break
      died++
    }
    expect(died).toBeGreaterThan(3)
    await h.sweep()
    const orders = await h.house.stores.cases.ofKind('dongxi', '督', { limit: 10 })
    expect(orders.rows).toHaveLength(2)
    expect((await h.see('township', id)).log.filter((e) => e.aside === 'urge')).toHaveLength(1)
  })

  it('重点帮扶: the township opens it with a leader of its office, and nobody of the villages reads the list', async () => {
    await h.house.stores.people.saveList('office#shiwan', ['township', 'leader'])
    const watch = async (person: string) =>
      (await h.as(person)).get<WatchView & { says: string }>('/api/townships/shiwan/watch')
    const empty = (await watch('leader')).body
    expect(empty).toEqual({
      ...{ rows: [], mayOpen: true },
      people: [
        { id: 'township', says: '镇农业农村办，管12个村 韩小舟' },
        { id: 'leader', says: '镇长 周大海' },
      ],
    })
    const form = {
      ...{ title: '公开连着三期没有按时', reason: '换了报账员。', leader: 'leader', plan: '先教一遍，再每月看一次。' },
      ...{ notedOn: '2026-07-21', finishBy: '2026-10-31' },
    }
    const monitor = async (query = '') =>
      (
        await (
          await h.as('leader')
        ).get<{ totals: { open: number }; villages: { id: string; open: number; cells: object }[] }>(
          `/api/townships/shiwan/monitor${query}`,
        )
      ).body
    const before = (await monitor()).totals.open
    const { id } = await h.open('leader', 'watch', form)
    const row = {
      ...{ id, village: 'dongxi', villageName: '东溪村', title: form.title, leader: '镇长 周大海' },
      ...{ since: '2026-07-21', finishBy: '2026-10-31', notes: 0, dueOn: '2026-08-21' },
    }
    expect((await watch('leader')).body.rows).toEqual([row])
    // in its own column of the monitor and in no sum, unless it alone is asked for
    const dongxi = (await monitor()).villages.find((v) => v.id === 'dongxi')!
    expect(dongxi.cells).toHaveProperty(['帮/帮'], { open: 1, near: 0, overdue: 0, oldest: '2026-08-21' })
    expect([(await monitor()).totals.open, (await monitor('?mark=帮')).totals.open]).toEqual([before, 1])
    h.to('2026-08-20')
    await h.done('leader', id, {
      outcome: 'noted',
      form: { notedOn: '2026-08-20', done: '教了两次。', left: '还差一次。' },
    })
    expect((await watch('county')).body.rows).toEqual([
      { ...row, notes: 1, lastNoteOn: '2026-08-20', dueOn: '2026-09-20' },
    ])
    expect((await watch('cluster')).body).toMatchObject({ mayOpen: false, rows: [{ id }] })
    expect((await watch('cluster-hai')).body.rows).toEqual([])
    const refused = await watch('secretary-dongxi')
    expect([refused.status, refused.body.says]).toEqual([403, '重点帮扶只给镇里和片里的人看。'])
  })
})
