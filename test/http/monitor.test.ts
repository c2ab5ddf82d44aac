import { addDays, daysBetween } from '@shared/engine/deadline'
import type { MonitorView, SavedViews } from '@shared/schemas/monitorViews'
import type { CardView } from '@shared/schemas/views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { counting } from '../../bench/counting'
import { fillTownship } from '../../bench/fillTownship'
import { createApp } from '../../functions/app'
import type { StoredCase } from '../../functions/store/caseStore'
import { openHouse, type TestHouse } from '../support/house'

type Told = MonitorView & { refusal: string; says: string }

const today = '2026-06-01'
const villages = 54
const each = 40

describe('镇级监测 of 54 villages with 40 open items each', () => {
  let h: TestHouse
  let open: readonly StoredCase[]
  beforeAll(async () => {
    h = await openHouse('sqlite', `${today}T09:00:00+08:00`)
    await fillTownship(h.house, h.clock, { villages, each })
    await h.sweep()
    const rows = await h.house.stores.cases.openIn('shiwan')
    open = (await Promise.all(rows.map((r) => h.house.stores.cases.get(r.pk)))).map((c) => c!)
  }, 120_000)
  afterAll(() => h.close())

  const monitor = async (query = '', person = 'township') =>
    (await h.as(person)).get<Told>(`/api/townships/shiwan/monitor${query}`)
  const backlog = async (query: string, person = 'township') =>
    (await (await h.as(person)).get<{ cards: CardView[] }>(`/api/backlog?scope=township&limit=50&${query}`)).body.cards

  /** The age of a case by its own fields, worked out the long way round. */
  const ageOf = ({ found }: StoredCase): string => {
    if (!found.dueOn || found.pausedOn) return 'undated'
    const late = daysBetween(found.dueOn, today)
    if (late > 30) return 'late31'
    if (late > 7) return 'late30'
    if (late > 0) return 'late7'
    const share = daysBetween(found.enteredOn, today) / daysBetween(found.enteredOn, found.dueOn)
    return late === 0 || share >= 0.7 ? 'near' : 'early'
  }
  const isLate = (c: StoredCase) => ageOf(c).startsWith('late')
  const sums = (of: readonly StoredCase[]) => ({
    open: of.length,
    near: of.filter((c) => ageOf(c) === 'near').length,
    overdue: of.filter(isLate).length,
  })
  const inVillage = (id: string) => open.filter((c) => c.found.place.village === id)

  it('costs at most twelve reads, however many cards there are', async () => {
    const { reads, table } = counting(h.table)
    const { app } = createApp({ ...h.deps, table })
    const me = await h.as('township')
    await me.get('/api/me')
    const { body } = await h.send<{ token: string }>('POST', '/api/sign-in/demo', { person: 'township' })
    const headers = { authorization: `Bearer ${body.token}` }
    const answer = await app.request('/api/townships/shiwan/monitor', { headers })
    expect(((await answer.json()) as MonitorView).totals.open).toBe(villages * each)
    expect(reads.get + reads.list).toBeLessThanOrEqual(12)
  })

  it('every count is exact: cell, village and total agree with the cases themselves', async () => {
    expect(open).toHaveLength(villages * each)
    const { body } = await monitor()
    const week = addDays(today, 7)
    expect(body.totals).toEqual({
      ...sums(open),
      dueThisWeek: open.filter(({ found: { dueOn = '' } }) => dueOn >= today && dueOn <= week).length,
    })
    expect(body.totals.overdue).toBeGreaterThan(100)
    expect(body.totals.near).toBeGreaterThan(50)
    expect(body.villages).toHaveLength(villages)
    for (const village of body.villages) {
      const mine = inVillage(village.id)
      expect({ open: village.open, near: village.near, overdue: village.overdue }).toEqual(sums(mine))
      for (const [key, cell] of Object.entries(village.cells)) {
        const of = mine.filter(({ workflow, found }) => {
          const step = workflow.steps.find((s) => s.id === found.step)
          return `${workflow.mark}/${step?.seal}` === key
        })
        const due = of.flatMap(({ found }) => found.dueOn ?? []).sort()
        expect(cell).toEqual({ ...sums(of), ...(due[0] && { oldest: due[0] }) })
      }
      expect(Object.values(village.cells).reduce((sum, c) => sum + c.open, 0)).toBe(mine.length)
    }
  })

  it('villages are in the order of what is overdue, then by name: an order of work', async () => {
    const { body } = await monitor()
    const wanted = [...body.villages].sort((a, b) => b.overdue - a.overdue || a.name.localeCompare(b.name, 'zh-CN'))
    expect(body.villages.map((v) => v.id)).toEqual(wanted.map((v) => v.id))
  })

  it('narrowed by age the counts add up to all of it, and the list has as many as the count says', async () => {
    let sum = 0
    for (const age of ['early', 'near', 'late7', 'late30', 'late31', 'undated']) {
      const { body } = await monitor(`?age=${age}`)
      expect(body.totals.open, age).toBe(open.filter((c) => ageOf(c) === age).length)
      sum += body.totals.open
      const village = body.villages.find((v) => v.id === 'dongxi')!
      expect((await backlog(`village=dongxi&age=${age}`)).length, age).toBe(village.open)
    }
    expect(sum).toBe(open.length)
    expect((await monitor('?age=old')).status).toBe(400)
  })

  it('narrowed by cluster, kind of matter and whoever has it in hand', async () => {
    const { body: hai } = await monitor('?cluster=haipian')
    expect(hai.villages.every((v) => v.cluster === '海片')).toBe(true)
    expect(hai.totals.open).toBe(open.filter((c) => c.found.place.cluster === 'haipian').length)
    const { body: notices } = await monitor('?mark=公')
    expect(notices.totals.open).toBe(open.filter((c) => c.workflow.mark === '公').length)
    const all = (await monitor()).body
    expect(all.owners.map((o) => o.says)).toEqual(
      all.owners.map((o) => o.says).sort((a, b) => a.localeCompare(b, 'zh-CN')),
    )
    // whom a step lies with while nobody has it in hand: a desk, by its place and post
    const desk = all.owners.find((o) => o.id === 'dongxi#clerk')!
    expect(desk.says).toBe('东溪村 报账员')
    const clerk = all.owners.find((o) => o.id === 'clerk-dongxi')!
    expect(clerk).toEqual({
      ...{ id: 'clerk-dongxi', says: '东溪村 苏水根' },
      open: open.filter((c) => c.found.owner === 'clerk-dongxi').length,
    })
    for (const { id, open: n } of [desk, clerk]) {
      const { body } = await monitor(`?owner=${encodeURIComponent(id)}`)
      expect([body.totals.open, body.villages.find((v) => v.id === 'dongxi')!.open]).toEqual([n, n])
      // somebody else can still be chosen
      expect(body.owners).toEqual(all.owners)
      expect(await backlog(`owner=${encodeURIComponent(id)}`)).toHaveLength(n)
    }
  })

  it('is for the township, its clusters and the county; a villager is told so', async () => {
    for (const person of ['township', 'leader', 'cluster-hai', 'county', 'agency'])
      expect((await monitor('', person)).status, person).toBe(200)
    for (const person of ['villager-dongxi', 'clerk-dongxi']) {
      const { status, body } = await monitor('', person)
      expect([status, body.refusal, body.says]).toEqual([403, 'notInScope', '只有镇里和片里的人能看全镇监测。'])
    }
  })

  it('what someone saves to look at again is theirs alone, and is replaced as a whole', async () => {
    const me = await h.as('township')
    expect((await me.get<SavedViews>('/api/me/views')).body).toEqual({ views: [] })
    const views = [
      { name: '海片逾期', cluster: 'haipian', overdueOnly: true },
      { name: '久拖不办', age: 'late31' },
    ]
    expect((await me.post('/api/me/views', { views })).body).toEqual({ views })
    expect((await me.get<SavedViews>('/api/me/views')).body).toEqual({ views })
    expect((await (await h.as('leader')).get<SavedViews>('/api/me/views')).body).toEqual({ views: [] })
    await me.post('/api/me/views', { views: views.slice(1) })
    expect((await me.get<SavedViews>('/api/me/views')).body.views).toEqual(views.slice(1))
    const many = Array.from({ length: 13 }, (_, i) => ({ name: `第${i}` }))
    const { status, body } = await me.post<Told>('/api/me/views', { views: many })
    expect([status, body.says]).toEqual([400, '最多存12个，请先删掉不用的。'])
  })
})
