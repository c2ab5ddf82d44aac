import { verify } from '@shared/engine/chain'
import { isWorkday } from '@shared/engine/deadline'
import type { HolidaysView, HolidayTable } from '@shared/schemas/monitorViews'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { redateAll } from '../../functions/clock/redateAll'
import { storesOf } from '../../functions/stores'
import { crashing } from '../crash/crashing'
import { tableOf2027 } from '../support/holidays'
import { type EngineName, openHouse, type TestHouse } from '../support/house'
import { daysOf, overNewYear, type Scene, seen } from './lateTable'

type Told = HolidaysView & { refusal: string; says: string; detail: { problems: { field: string; line?: number }[] } }

describe.each<EngineName>(['sqlite', 'dynamo'])('放假和调休 that come late, on %s', (engine) => {
  let h: TestHouse
  beforeEach(async () => {
    h = await openHouse(engine, '2026-12-28T09:00:00+08:00')
  })
  afterEach(() => h.close())

  const read = async (person = 'county', place = 'demo-county') =>
    (await h.as(person)).get<Told>(`/api/places/${place}/holidays`)
  const save = async (
    table: HolidayTable = tableOf2027,
    { person = 'county', year = 2027, place = 'demo-county' } = {},
  ) => (await h.as(person)).post<Told>(`/api/places/${place}/holidays`, { year, table })
  const redates = async (id: string) =>
    (await h.house.stores.cases.get(id))!.found.log.filter((e) => e.aside === 'redate')
  const written = async (scene: Scene) =>
    Object.fromEntries(
      await Promise.all(Object.entries(scene).map(async ([name, id]) => [name, (await redates(id)).length] as const)),
    )
  /** A minute later nobody can still date a case by the table before. */
  const later = () => {
    h.clock.at += 60_000
  }

  it('the county enters them, for all of it; everyone reads what was published and who entered what', async () => {
    for (const place of ['demo-county', 'shiwan', 'dongxi']) {
      const { status, body } = await read('villager-dongxi', place)
      expect([status, body.until, body.mayChange, body.changes]).toEqual([200, '2026-12-31', false, []])
      expect(body.years.map((y) => [y.year, y.standing])).toEqual([2024, 2025, 2026].map((year) => [year, 'published']))
    }
    expect((await read('county', 'nowhere')).status).toBe(404)
    for (const person of ['township', 'leader', 'secretary-dongxi', 'clerk-dongxi', 'villager-dongxi']) {
      const { status, body } = await save(tableOf2027, { person })
      expect([person, status, body.says]).toEqual([person, 403, '放假和调休由县里记，全县一样。要改请跟县里说。'])
    }
    const { status, body } = await save(tableOf2027, { place: 'dongxi' })
    expect([status, body.until, body.years.at(-1)]).toEqual([
      ...[200, '2027-12-31', { year: 2027, table: tableOf2027, standing: 'entered' }],
    ])
    // the same once more changes nothing
    await save()
    const { changes, mayChange } = (await read()).body
    expect([mayChange, changes.length, changes[0]]).toMatchObject([true, 1, { on: '2026-12-28', year: 2027 }])
    expect(changes[0].who).toMatch(/\S+ \S+/)
  })

  it('a table that can’t be is refused, with the line that is wrong', async () => {
    const bad = await save({ ...tableOf2027, on: ['2027-03-01'] })
    expect([bad.status, bad.body.refusal]).toEqual([422, 'ruleNotMet'])
    expect(bad.body.says).toContain('3月1日不是星期六、星期天')
    expect(bad.body.detail.problems).toMatchObject([{ field: 'on', line: 0 }])
    expect((await save(tableOf2027, { year: 2026 })).body.says).toContain('是国家公布的')
    expect((await save(tableOf2027, { year: 2028 })).body.says).toContain('请先记2027年的')
    expect((await read()).body.until).toBe('2026-12-31')
  })

  const before = {
    ...{ acknowledgement: '2027-01-04 暂定', urgent: '2027-01-05 暂定', legality: '2027-01-05 暂定' },
    ...{
      handled: '2027-01-04 暂定',
      extended: '2027-01-06 暂定',
      resumed: '2027-01-05 暂定',
      paused: '2027-01-04 暂定',
    },
    ...{ rated: '2027-01-04 暂定 / 2027-01-05', waiting: '2027-01-10 暂定' },
    ...{ display: '2027-01-15 暂定 / 2027-01-16 / 2027-01-15', dueBefore: '2026-12-29' },
  }
  const after = {
    ...{ acknowledgement: '2027-01-05', urgent: '2027-01-06', legality: '2027-01-06' },
    ...{ handled: '2027-01-05', extended: '2027-01-07', resumed: '2027-01-06', paused: '2027-01-05' },
    ...{ rated: '2027-01-05 / 2027-01-06', waiting: '2027-01-10' },
    ...{ display: '2027-01-15 / 2027-01-16 / 2027-01-15', dueBefore: '2026-12-29' },
  }
  const once = Object.fromEntries(Object.keys(after).map((name) => [name, name === 'dueBefore' ? 0 : 1]))

  it('everything open is worked out anew, once, as an entry; what hangs hangs as long', async () => {
    const scene = await overNewYear(h)
    expect(await daysOf(h, scene)).toEqual(before)
    // nothing is entered: the first run ever only notes that
    expect(await redateAll(h.house)).toBe(0)
    expect((await seen(h, scene.acknowledgement)).dueHow?.at(-1)).toBe(
      '2027年的放假安排还没公布，1月4日是暂定的，公布以后会重新算',
    )
    await save()
    later()
    expect(await redateAll(h.house)).toBe(10)
    expect(await daysOf(h, scene)).toEqual(after)
    expect(await written(scene)).toEqual(once)
    expect(await redateAll(h.house)).toBe(0)
    expect(await written(scene)).toEqual(once)

    const [entry] = await redates(scene.extended)
    expect(entry).toMatchObject({
      ...{ kind: 'clock', values: { was: '2027-01-06', reason: '2027年放假安排公布了，期限重新算' } },
      effect: { dueOn: '2027-01-07' },
    })
    const view = await seen(h, scene.extended)
    expect(view.dueHow).toEqual([
      '12月28日按当时的规则和放假安排，算到1月4日',
      '12月29日延期2天，到1月6日',
      '12月31日重新算过（2027年放假安排公布了，期限重新算），原来到1月6日，现在到1月7日',
      ...['从2026年12月28日起算，当天不算，满7天是2027年1月4日', '当天是元旦，顺延到2027年1月5日'],
    ])
    expect(view.seen).toBeLessThan(entry.no)
    expect(verify(view.log)).toEqual([])
    const hangs = await seen(h, scene.display)
    expect(hangs.untilHow).toEqual(['从手机上公开的12月31日起算，当天不算，满15天是1月15日，公开的天数不因放假缩短'])
    expect(hangs.lapsesHow?.at(-1)).toBe('1月16日起到期自动往下走')
    expect(hangs.dueHow?.at(-1)).toContain('还是1月15日，不再是暂定')
    // one that still waits for an answer goes on from the day that holds now
    h.to('2027-01-03')
    await h.done('neighbour-dongxi', scene.paused, { aside: 'supplement', form: { text: '靠山的两盏。' } })
    expect((await daysOf(h, scene)).paused).toBe('2027-01-10')
  })

  it('killed anywhere and run again, it leaves what one run leaves', async () => {
    const scene = await overNewYear(h)
    await redateAll(h.house)
    await save()
    later()
    let deaths = 0
    for (let nth = 1; ; nth += 2) {
      const { table, state } = crashing(h.table, nth, deaths % 2 ? 'after' : 'before')
      await redateAll({ ...h.house, table, stores: storesOf({ ...h.deps, table }) }).catch(() => undefined)
      if (!state.dead) break
      deaths++
    }
    expect(deaths).toBeGreaterThan(3)
    expect([await daysOf(h, scene), await written(scene)]).toEqual([after, once])
    await Promise.all([redateAll(h.house), redateAll(h.house)])
    expect(await written(scene)).toEqual(once)
  })

  it('what was in time isn’t late by it, nor what is late any later; nobody who was asked loses a day', async () => {
    const scene = await overNewYear(h)
    await save()
    later()
    await redateAll(h.house)
    // put right on the 6th, when work has been done on the 4th after all
    h.to('2027-01-06')
    const [first, ...rest] = tableOf2027.off
    await save({ off: [{ ...first, until: '2027-01-03' }, ...rest], on: tableOf2027.on.slice(1) })
    h.to('2027-01-06', '11:00')
    await redateAll(h.house)
    expect(await daysOf(h, scene)).toMatchObject({
      ...{ acknowledgement: '2027-01-05', urgent: '2027-01-06', legality: '2027-01-06', handled: '2027-01-05' },
      // that is still to come
      extended: '2027-01-06',
    })
    expect((await redates(scene.extended)).at(-1)).toMatchObject({
      values: { was: '2027-01-07', reason: '2027年放假安排改了，期限重新算' },
    })
  })

  it('a request of the new year is dated by it at once; a session on a free day moves, and what waits with it', async () => {
    const scene = await overNewYear(h)
    await redateAll(h.house)
    const spring = { name: '小年', from: '2027-01-10', until: '2027-01-11' }
    await save({ off: [...tableOf2027.off, spring], on: tableOf2027.on.slice(1) })
    later()
    await redateAll(h.house)
    expect((await daysOf(h, scene)).waiting).toBe('2027-01-12')
    expect(await redates(scene.waiting)).toMatchObject([{ values: { was: '2027-01-10', reason: '说事日是1月12日' } }])
    h.to('2027-01-02')
    const raised = await h.open('villager-dongxi', 'request', {
      text: '雪压断了树枝。',
      category: 'road',
      visibility: 'villagers',
    })
    expect([raised.dueOn, raised.dueIsProvisional, raised.heardOn]).toEqual(['2027-01-05', undefined, '2027-01-12'])
    expect(isWorkday(raised.dueOn!, await h.house.stores.holidays.of('demo-county'))).toBe(true)
  })

  it('begun while others may still go on with the old table, it comes back to what they dated', async () => {
    await redateAll(h.house)
    await save()
    expect(await redateAll(h.house)).toBe(0)
    expect((await h.house.stores.holidays.applied('shiwan'))?.holidays.until).toBe('2026-12-31')
    later()
    await redateAll(h.house)
    expect((await h.house.stores.holidays.applied('shiwan'))?.holidays.until).toBe('2027-12-31')
  })
})
