import { type Disclosed, owedSort, owedYear } from '@shared/disclosure'
import type { Audience } from '@shared/engine/workflow'
import type { DisclosureSettingsView, DisclosureView, MatrixView } from '@shared/schemas/views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { places } from '../../functions/demo/places'
import { type EngineName, openHouse, type TestHouse } from '../support/house'

type Owed = Omit<Disclosed, 'id'> & { village?: string; sees?: Audience }

describe.each<EngineName>(['sqlite', 'dynamo'])('disclosure over HTTP on %s', (engine) => {
  let h: TestHouse
  let n = 0
  beforeAll(async () => {
    h = await openHouse(engine, '2026-07-21T09:00:00+08:00')
  })
  afterAll(() => h.close())

  /** A row of `owed` as a case leaves it. */
  const owe = async ({ village = 'dongxi', sees = 'everyone', ...row }: Owed): Promise<string> => {
    const pk = `owed-${++n}`
    const owed = { partition: `shiwan#${owedYear(row.code, row.period)}`, sort: owedSort(village, row) }
    await h.table.put({ pk, version: 1, body: '{}', sees, keys: { owed } }, { ifVersion: 0 })
    return pk
  }
  const calendar = async (person?: string, village = 'dongxi', year?: number) =>
    (
      await (
        await h.as(person)
      ).get<DisclosureView>(`/api/villages/${village}/disclosure${year ? `?year=${year}` : ''}`)
    ).body
  const item = async (code: string, ...asked: Parameters<typeof calendar>) =>
    (await calendar(...asked)).items.find((i) => i.code === code)!
  const matrix = (person: string, township = 'shiwan') =>
    h.as(person).then((me) => me.get<MatrixView & { says: string }>(`/api/townships/${township}/disclosure`))
  const settings = (person: string | undefined, place: string) =>
    h.as(person).then((me) => me.get<DisclosureSettingsView>(`/api/places/${place}/disclosure-settings`))
  const set = (person: string, place: string, items: Record<string, unknown>) =>
    h.as(person).then((me) =>
      me.post<DisclosureSettingsView & { says: string; refusal: string }>(`/api/places/${place}/disclosure-settings`, {
        settings: items,
      }),
    )

  it('anyone reads all 39 items with their rule, and what is missing on the day after it was due', async () => {
    const view = await calendar()
    expect(view).toMatchObject({ year: 2026, village: 'dongxi', villageName: '东溪村' })
    expect(view.items).toHaveLength(39)
    const workdays = view.items.find((i) => i.code === 'V03')!
    expect(workdays.rule.standing).toBe('law')
    expect(workdays.periods.map((p) => [p.period, p.state])).toEqual([
      ['2025-Q4', 'missing'],
      ['2026-Q1', 'missing'],
      ['2026-Q2', 'missing'],
      ['2026-Q3', 'notDue'],
    ])
    expect(view.totals.missing).toBe(view.items.flatMap((i) => i.periods).filter((p) => p.state === 'missing').length)
  })

  it('a village that is not there is told so, and a year that cannot be', async () => {
    const me = await h.as()
    expect((await me.get('/api/villages/nowhere/disclosure')).status).toBe(404)
    expect((await me.get('/api/villages/dongxi/disclosure?year=1900')).status).toBe(400)
  })

  it('the way to a notice is given to whoever may read it; that it is posted is no secret', async () => {
    const id = await owe({ code: 'V08', period: '2026-Q1', postedOn: '2026-04-18', sees: 'villagers' })
    const first = async (person?: string) => (await item('V08', person)).periods.find((p) => p.period === '2026-Q1')
    expect(await first('villager-dongxi')).toMatchObject({ state: 'posted', postedOn: '2026-04-18', id })
    expect(await first()).toEqual({ period: '2026-Q1', dueOn: '2026-04-20', state: 'posted', postedOn: '2026-04-18' })
    expect((await first('villager-shatang'))?.id).toBeUndefined()
  })

  it('the way to a draft is for the office alone, whatever its audience', async () => {
    const id = await owe({ code: 'V12', period: '2026-Q2', sees: 'everyone' })
    const second = async (person: string) => (await item('V12', person)).periods.find((p) => p.period === '2026-Q2')
    expect((await second('clerk-dongxi'))?.id).toBe(id)
    expect(await second('villager-dongxi')).toEqual({ period: '2026-Q2', dueOn: '2026-07-20', state: 'missing' })
  })

  it('what happened and is not due yet is known to the office; past due everyone sees that it is missing', async () => {
    await owe({ code: 'F09', period: '@2026-07-18' })
    await owe({ code: 'F09', period: '@2026-07-01' })
    expect((await item('F09', 'clerk-dongxi')).periods.map((p) => p.state).sort()).toEqual(['missing', 'notDue'])
    expect((await item('F09', 'villager-dongxi')).periods.map((p) => [p.period, p.state])).toEqual([
      ['@2026-07-01', 'missing'],
    ])
  })

  it('a quarter that was posted by months is found although October stands under the year before', async () => {
    for (const [period, postedOn] of [
      ['2025-10', '2025-11-09'],
      ['2025-11', '2025-12-09'],
      ['2025-12', '2026-01-09'],
    ])
      await owe({ code: 'F03', period, postedOn })
    for (const code of ['F02', 'F03'])
      expect((await item(code)).periods.find((p) => p.period === '2025-Q4')).toMatchObject({
        ...{ state: 'posted', postedOn: '2026-01-09' },
      })
    const dongxi = (await matrix('township')).body.villages.find((v) => v.id === 'dongxi')!
    expect(dongxi.cells.F03).toMatchObject({ posted: 1, missing: 2, oldest: '2026-04-20', period: '2026-Q1' })
  })

  it('the township sees village × item, what is missing first, then by name', async () => {
    const { body } = await matrix('township')
    expect(body.villages).toHaveLength(12)
    const order = [...body.villages].sort((a, b) => b.missing - a.missing || a.name.localeCompare(b.name, 'zh-CN'))
    expect(body.villages.map((v) => v.name)).toEqual(order.map((v) => v.name))
    const dongxi = body.villages.find((v) => v.id === 'dongxi')!
    expect(dongxi.cells.V08).toMatchObject({ state: 'missing', missing: 2, posted: 1 })
    expect(dongxi.cells.F07).toBeUndefined()
    expect(body.totals.missing).toBe(body.villages.reduce((sum, v) => sum + v.missing, 0))
    const view = await calendar('township')
    expect(dongxi.missing).toBe(view.totals.missing)
  })

  it('片 and county read the matrix; a village, and another township, do not', async () => {
    expect((await matrix('cluster')).status).toBe(200)
    expect((await matrix('county')).status).toBe(200)
    const refused = await matrix('secretary-dongxi')
    expect([refused.status, refused.body.says]).toEqual([403, '只有镇里和片里的人能看全镇的公开情况。'])
    expect((await matrix('township', 'nowhere')).status).toBe(404)
  })

  it('nothing that was due before its first day of use is held against a village', async () => {
    const saved = places.villages.map((v) => (v.id === 'shatang' ? { ...v, since: '2026-07-20' } : v))
    await h.house.stores.places.save({ townships: [{ ...places, villages: saved }] })
    const periods = (await item('V03', undefined, 'shatang')).periods.map((p) => p.period)
    expect(periods).toEqual(['2026-Q2', '2026-Q3'])
    await h.house.stores.places.save({ townships: [places] })
  })

  it('a village cannot switch off its own duties, a township not the county’s, nobody without a post', async () => {
    const off = { V11: { off: '没有被征地的农户' } }
    const refused = await set('secretary-dongxi', 'dongxi', off)
    expect([refused.status, refused.body.says]).toEqual([
      403,
      '公开目录由县里和镇里定，村里不能改自己该公开什么。要改请跟镇里说。',
    ])
    expect((await set('township', 'demo-county', off)).body.says).toBe('全县的公开目录由县里定。要改请跟县里说。')
    expect((await set('agency', 'shiwan', off)).status).toBe(403)
    expect((await set('county', 'shiwan', off)).status).toBe(403)
    expect((await (await h.as()).post('/api/places/shiwan/disclosure-settings', { settings: off })).status).toBe(401)
    expect((await settings(undefined, 'shiwan')).body).toMatchObject({ settings: {}, mayChange: false })
    expect((await settings('leader', 'shiwan')).body.mayChange).toBe(true)
    expect((await settings('leader', 'nowhere')).status).toBe(404)
  })

  it.each([
    [{ X99: {} }, '公开目录里没有“X99”这一项。请从目录里选。'],
    [{ V11: { off: '' } }, '请写明为什么不用公开。'],
    [{ V03: { day: 31 } }, '到期日填1到28，每个月都有的日子。'],
    [{ V03: { day: 1.5 } }, '到期日要填整数。'],
    [{ V03: { every: 'month' } }, '“误工补贴人员及标准”多久公开一次不能改。能改成每月的只有钱款往来多的项目。'],
    [
      { F09: { day: 5 } },
      '“资产资源发包、租赁、出让和投资收益”是有了新情况才公开的，没有固定的到期日。请把“几号到期”去掉。',
    ],
  ])('what cannot be set is refused in words: %j', async (items, says) => {
    const refused = await set('township', 'shiwan', items)
    expect(refused.status).toBeGreaterThanOrEqual(400)
    expect(refused.body.says).toBe(says)
    expect((await settings(undefined, 'shiwan')).body.settings).toEqual({})
  })

  it('the county switches an item off with a reason: 不适用 in every village, and the township cannot switch it on', async () => {
    const saved = await set('county', 'demo-county', { V11: { off: '全县没有征地' }, V03: { day: 25 } })
    expect(saved.body).toMatchObject({ name: '全县', level: 'county', mayChange: true })
    expect(await item('V11')).toMatchObject({ off: '全县没有征地', periods: [{ state: 'notApplicable' }] })
    const { body } = await matrix('township')
    expect(body.villages.every((v) => v.cells.V11.state === 'notApplicable')).toBe(true)
    const refused = await set('township', 'shiwan', { V11: {} })
    expect(refused.body.says).toBe(
      '“被征地养老保障新增人员”上级定了不用公开（全县没有征地），这里不能改回来。要改请跟上级说。',
    )
    expect((await settings(undefined, 'dongxi')).body.inherited).toEqual({
      V11: { off: '全县没有征地' },
      V03: { day: 25 },
    })
  })

  it('the nearer place wins field by field, and what it only repeats is not its own', async () => {
    await set('leader', 'shiwan', { V03: { day: 15 }, F03: { every: 'month' } })
    await set('township', 'dongxi', { F03: { every: 'month', day: 8 }, V03: { day: 18 } })
    expect((await settings(undefined, 'dongxi')).body.settings).toMatchObject({
      ...{ V03: { day: 18 }, F03: { every: 'month', day: 8 }, V11: { off: '全县没有征地' } },
    })
    expect((await settings(undefined, 'shatang')).body.settings).toMatchObject({ V03: { day: 15 } })
    // a change binds from the month, or for months and quarters from the quarter, that begins after it
    expect((await item('V03')).periods.at(-1)).toMatchObject({ period: '2026-Q3', dueOn: '2026-10-18' })
    expect((await item('V03', undefined, 'shatang')).periods.at(-1)).toMatchObject({ dueOn: '2026-10-15' })
    expect((await item('F03')).periods.map((p) => p.period)).toEqual([
      ...['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'],
      ...['2026-10', '2026-11'],
    ])
    await set('leader', 'shiwan', { F03: { every: 'quarter' } })
    expect((await settings(undefined, 'dongxi')).body.settings.F03).toEqual({ every: 'quarter', day: 8 })
    await set('leader', 'shiwan', { F03: {} })
    expect((await settings(undefined, 'shatang')).body.settings.F03).toBeUndefined()
  })

  it('who changed what and when can be read; what changes nothing leaves no trace', async () => {
    const before = (await settings(undefined, 'shiwan')).body.changes
    expect(before[0]).toEqual({ on: '2026-07-21', who: '镇长 周大海', items: ['F03'] })
    expect((await set('township', 'shiwan', { V03: { day: 15 } })).body.changes).toEqual(before)
  })

  it('ten people who change ten items at once all leave theirs, or are told to look again', async () => {
    const codes = ['V07', 'V09', 'F02', 'P02', 'P05', 'P08', 'P09', 'V10', 'V12', 'V18']
    const answers = await Promise.all(codes.map((code) => set('township', 'shiwan', { [code]: { day: 9 } })))
    const kept = (await settings(undefined, 'shiwan')).body.settings
    for (const [i, { status, body }] of answers.entries()) {
      if (status !== 200) expect(body.refusal).toBe('someoneActedFirst')
      expect(kept[codes[i]]?.day === 9).toBe(status === 200)
    }
    expect(answers.filter((a) => a.status === 200).length).toBeGreaterThanOrEqual(4)
  })
})
