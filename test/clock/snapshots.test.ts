import type { Case } from '@shared/engine/case'
import { caseAt } from '@shared/engine/caseAt'
import { addDays } from '@shared/engine/deadline'
import type { CountyView, TrendsView } from '@shared/schemas/monitorViews'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countDays, keepSnapshots } from '../../functions/clock/snapshots'
import { places } from '../../functions/demo/places'
import type { Counts } from '../../functions/store/snapshotStore'
import { storesOf } from '../../functions/stores'
import { crashing } from '../crash/crashing'
import { canal, lamps, raise, settled } from '../http/requesting'
import { openHouse, type TestHouse } from '../support/house'

/** Numbers that are as good as random and the same each time. */
const dice = (seed: number) => {
  let n = seed
  return (sides: number): number => {
    n = (n * 48271) % 2147483647
    return n % sides
  }
}

/** What anyone might do next to a request that stands there; most of it is refused somewhere, as in life. */
const actsAt = (step: string, today: string): readonly (readonly [string, Record<string, unknown>])[] => {
  const over = [
    ['township', { aside: 'nudge', form: { reason: '请抓紧。' } }],
    ['leader', { aside: 'urge', form: { reason: '请说明。', replyBy: addDays(today, 3) } }],
    ['cluster', { aside: 'takeOver', form: { reason: '我来盯。' } }],
  ] as const
  switch (step) {
    case 'acknowledgement':
      return [
        ['clerk-dongxi', { outcome: 'acknowledged' }],
        ['clerk-dongxi', { outcome: 'acknowledged' }],
        ['villager-dongxi', { aside: 'withdraw', form: { reason: '自己弄好了。' } }],
        ...over,
      ]
    case 'hearing':
      return [
        ['secretary-dongxi', { outcome: 'handle', form: { decision: '请电工。', heldOn: today } }],
        ['secretary-dongxi', { outcome: 'answered', form: { decision: '换好了。', heldOn: today } }],
        ...over,
      ]
    case 'handling':
    case 'secondHandling':
      return [
        ['clerk-dongxi', { outcome: 'progress', form: { result: '在办。' } }],
        ['clerk-dongxi', { aside: 'askVillager', form: { question: '在哪一盏？' } }],
        ['villager-dongxi', { aside: 'supplement', form: { text: '东头那盏。' } }],
        ['secretary-dongxi', { outcome: 'done', form: { result: '好了。' } }],
        ['township', { aside: 'raiseLevel', form: { to: 'townshipHandling', reason: '村里办不了。' } }],
        ...over,
      ]
    case 'townshipHandling':
      return [['township', { outcome: 'done', form: { result: '镇里办好了。' } }], ...over]
    case 'rating':
    case 'secondRating':
      return [
        ['villager-dongxi', { outcome: 'satisfied' }],
        ['villager-dongxi', { outcome: 'unsatisfied', form: { reason: '还是不亮。' } }],
        ...over,
      ]
    case 'reopening':
      return [['township', { outcome: 'sentBack', form: { finding: '去看过。', verdict: 'notDone' } }], ...over]
    case 'closed':
      return [['township', { aside: 'inspection', form: { verdict: 'done', finding: '去看过，亮了。' } }]]
    default:
      return over
  }
}

const began = '2026-06-01'
const days = Array.from({ length: 34 }, (_, i) => addDays(began, i))
const last = days.at(-1)!
const township = places

describe('每天的留底: what a day left behind', () => {
  let h: TestHouse
  const onTime = new Map<string, Counts>()
  const fiveLate = new Map<string, Counts>()
  const count = async (day: string) => (await countDays(h.house, township, [day])).get(day)!.get('dongxi')!
  const cases = async (): Promise<readonly Case[]> => {
    const rows = await h.house.stores.cases.changedSince('dongxi', '2020')
    return (await Promise.all(rows.map((r) => h.house.stores.cases.get(r.pk)))).map((c) => c!.found)
  }

  beforeAll(async () => {
    h = await openHouse('sqlite', `${began}T09:00:00+08:00`)
    const roll = dice(7)
    const ids: string[] = []
    for (const [i, day] of days.entries()) {
      h.to(day, '08:00')
      await h.sweep()
      if (i > 0) onTime.set(days[i - 1], await count(days[i - 1]))
      if (i > 5) fiveLate.set(days[i - 6], await count(days[i - 6]))
      h.to(day)
      if (i < 20)
        for (let n = roll(3); n >= 0; n--)
          ids.push((await raise(h, 'villager-dongxi', { ...lamps, text: `第${ids.length}盏灯不亮` })).id)
      for (const id of ids) {
        if (roll(3)) continue
        h.clock.at += 1000
        const acts = actsAt((await h.see('township', id)).step, day)
        const [person, act] = acts[roll(acts.length)]
        await h.act(person, id, act)
      }
    }
  }, 120_000)
  afterAll(() => h.close())

  it('counted the next morning, five days late, or all of them at once at the end: the same', async () => {
    const atOnce = await countDays(h.house, township, days.slice(0, -1))
    for (const day of days.slice(0, -1)) expect(atOnce.get(day)!.get('dongxi'), day).toEqual(onTime.get(day))
    for (const [day, counts] of fiveLate) expect(counts, day).toEqual(onTime.get(day))
  })

  it('something of everything has happened, or the test before says little', () => {
    const sum = (m: keyof Counts) => [...onTime.values()].reduce((n, c) => n + c[m], 0)
    for (const m of ['opened', 'closed', 'onTime', 'reopened', 'satisfied', 'unsatisfied', 'silent'] as const)
      expect(sum(m), m).toBeGreaterThan(0)
    for (const m of ['nudged', 'urged', 'takenOver', 'raised', 'lookedBack', 'overdue', 'near'] as const)
      expect(sum(m), m).toBeGreaterThan(0)
    expect(sum('onTime')).toBeLessThan(sum('closed'))
  })

  it('what was open the day before, and what was opened, and less what was closed, is what is open', () => {
    for (const [i, day] of days.slice(1, -1).entries()) {
      const [before, now] = [onTime.get(days[i])!, onTime.get(day)!]
      expect(now.open, day).toBe(before.open + now.opened - now.closed)
    }
  })

  it('the last line folded in is the case as it is stored; a day before it was opened there is none', async () => {
    const all = await cases()
    expect(all.length).toBeGreaterThan(20)
    for (const found of all) {
      const { workflow } = (await h.house.stores.cases.get(found.id))!
      const { told: _, ...record } = found
      // what JSON leaves out isn't there
      expect(JSON.parse(JSON.stringify(caseAt(workflow, found, last)))).toEqual({ ...record, pending: [] })
      expect(caseAt(workflow, found, addDays(found.openedOn, -1))).toBeUndefined()
      expect(caseAt(workflow, found, found.openedOn)!.log.length).toBeGreaterThan(0)
    }
  })

  it('keeps every day up to yesterday once: run again nothing, killed at any write no day twice and none lost', async () => {
    for (let nth = 1; nth <= 6; nth++) {
      const { table } = crashing(h.table, nth, nth % 2 ? 'before' : 'after')
      await keepSnapshots({ ...h.house, table, stores: storesOf({ ...h.deps, table }) }).catch(() => undefined)
    }
    await keepSnapshots(h.house)
    expect(await keepSnapshots(h.house)).toBe(0)
    const month = await h.house.stores.snapshots.month('shiwan', '2026-06')
    for (const day of days.slice(0, 30)) expect(month.get(day)!.get('dongxi'), day).toEqual(onTime.get(day))
    expect([...month.keys()]).toEqual([...month.keys()].sort())
    expect((await h.house.stores.snapshots.month('shiwan', '2026-07')).has(last)).toBe(false)
  })

  it('trends: ends of weeks up to yesterday and months, of the township or one village; missing days are left out', async () => {
    const trends = async (query = '', person = 'township') =>
      (await h.as(person)).get<TrendsView & { says: string }>(`/api/townships/shiwan/trends${query}`)
    const { body } = await trends('?village=dongxi&weeks=5')
    const yesterday = addDays(last, -1)
    const ends = [-28, -21, -14, -7, 0].map((n) => addDays(yesterday, n))
    expect(body.weeks).toEqual(ends.map((on) => ({ on, open: onTime.get(on)!.open, overdue: onTime.get(on)!.overdue })))
    const june = body.months.find((m) => m.month === '2026-06')!
    const sum = (m: keyof Counts) => days.slice(0, 30).reduce((n, d) => n + onTime.get(d)![m], 0)
    expect(june).toEqual({
      ...{ month: '2026-06', opened: sum('opened'), closed: sum('closed'), onTime: sum('onTime') },
      ...{ satisfied: sum('satisfied'), basically: 0, unsatisfied: sum('unsatisfied'), silent: sum('silent') },
    })
    // forty days back and no further: the weeks before that aren't known
    expect((await trends('?weeks=53')).body.weeks).toHaveLength(6)
    expect((await trends('?weeks=1')).body.weeks).toEqual([
      { on: yesterday, open: onTime.get(yesterday)!.open, overdue: onTime.get(yesterday)!.overdue },
    ])
    expect((await trends('', 'villager-dongxi')).status).toBe(403)
    expect((await trends('?village=dongxi', 'secretary-dongxi')).status).toBe(200)
    expect((await trends('?village=nowhere')).status).toBe(404)
  })

  it('the county sees totals of each township, and nobody else does', async () => {
    const county = async (person: string, id = 'demo-county') =>
      (await h.as(person)).get<CountyView & { says: string }>(`/api/counties/${id}`)
    const { body } = await county('county')
    const open = (await cases()).filter((c) => c.step !== 'closed')
    expect(body.townships).toHaveLength(1)
    expect(body.townships[0]).toMatchObject({ id: 'shiwan', name: '石湾镇', villages: 12, open: open.length })
    expect(body.townships[0].missing).toBeGreaterThan(0)
    expect(body.townships[0].month?.month).toBe(addDays(last, -1).slice(0, 7))
    const refused = await county('township')
    expect([refused.status, refused.body.says]).toEqual([403, '全县的合计只给县里的人看。'])
    expect((await county('county', 'elsewhere')).status).toBe(404)
  })
})

describe('which days are kept', () => {
  it('none before the first village began here, none of today, forty at most, and what came late is caught up', async () => {
    const h = await openHouse('sqlite', '2026-06-01T00:30:00+08:00')
    const since = (...of: string[]) =>
      h.house.stores.places.save({
        townships: [{ ...places, villages: places.villages.map((v, i) => ({ ...v, since: of[i % of.length] })) }],
      })
    await since('2026-05-30', '2026-05-28')
    expect(await keepSnapshots(h.house)).toBe(4)
    expect([...(await h.house.stores.snapshots.month('shiwan', '2026-05')).keys()]).toEqual([
      ...['2026-05-28', '2026-05-29', '2026-05-30', '2026-05-31'],
    ])
    h.to('2026-06-06')
    expect(await keepSnapshots(h.house)).toBe(5)
    h.to('2026-08-01')
    expect(await keepSnapshots(h.house)).toBe(40)
    const june = await h.house.stores.snapshots.month('shiwan', '2026-06')
    expect([june.has('2026-06-05'), june.has('2026-06-06'), june.has('2026-06-22')]).toEqual([true, false, true])
    await h.close()
  })
})

describe('what counts as done in time', () => {
  let h: TestHouse
  beforeAll(async () => {
    h = await openHouse('sqlite', `${began}T09:00:00+08:00`)
  })
  afterAll(() => h.close())
  const count = async (day: string) => (await countDays(h.house, township, [day])).get(day)!.get('dongxi')!

  it('on the last day is in time, a step done the day after its day is not; what was taken back before its day was in time', async () => {
    // taken in hand within a workday
    const quick = await raise(h, 'villager-dongxi', lamps)
    const slow = await raise(h, 'neighbour-dongxi', canal)
    const mine = await raise(h, 'villager-dongxi', { ...lamps, text: '井盖松了。' })
    h.to('2026-06-02')
    await h.done('clerk-dongxi', quick.id, { outcome: 'acknowledged' })
    await h.done('villager-dongxi', mine.id, { aside: 'withdraw', form: { reason: '自己弄好了。' } })
    h.to('2026-06-03')
    await h.done('clerk-dongxi', slow.id, { outcome: 'acknowledged' })
    for (const [{ id }, person] of [
      [quick, 'villager-dongxi'],
      [slow, 'neighbour-dongxi'],
    ] as const) {
      const form = { decision: '换好了。', heldOn: '2026-06-03' }
      await h.done('secretary-dongxi', id, { outcome: 'answered', form })
      await h.done(person, id, { outcome: 'satisfied' })
    }
    const [second, third] = [await count('2026-06-02'), await count('2026-06-03')]
    expect([second.closed, second.onTime]).toEqual([1, 1])
    expect([third.opened, third.closed, third.onTime, third.satisfied]).toEqual([0, 2, 1, 2])
    expect((await count('2026-06-01')).open).toBe(3)
  })

  it('one that is silent when its days are over ends in time, though the clock writes it the day after', async () => {
    h.to('2026-06-04')
    const { id } = await raise(h, 'villager-dongxi', { ...lamps, text: '水管漏水。' })
    await h.done('clerk-dongxi', id, { outcome: 'acknowledged' })
    await h.done('secretary-dongxi', id, { outcome: 'answered', form: { decision: '修了。', heldOn: '2026-06-04' } })
    const lapses = addDays((await h.see('township', id)).dueOn!, 1)
    h.to(addDays(lapses, 9))
    await h.sweep()
    const { closed, onTime, silent } = await count(lapses)
    expect([closed, onTime, silent]).toEqual([1, 1, 1])
    await settled(h, canal, { by: 'neighbour-dongxi' })
    expect((await count(addDays(lapses, 9))).opened).toBe(1)
  })

  it('a missing item that is urged counts as an urging, and its answer as an answer', async () => {
    h.to('2026-07-21')
    const body = { actId: 'x', cases: [], reason: '请公开。', replyBy: '2026-07-24' }
    const missing = [{ village: 'dongxi', item: 'V03', period: '2026-Q1' }]
    const urged = await (await h.as('township')).post<{ done: { id: string }[] }>('/api/townships/shiwan/urgings', {
      ...body,
      missing,
    })
    await h.done('secretary-dongxi', urged.body.done[0].id, { outcome: 'replied', form: { answer: '明天公开。' } })
    const counts = await count('2026-07-21')
    expect([counts.opened, counts.urged, counts.answered]).toEqual([1, 1, 1])
  })
})
