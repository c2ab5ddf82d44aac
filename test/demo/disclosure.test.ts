import { disclosureOf, readOwed } from '@shared/disclosure'
import { verify } from '@shared/engine/chain'
import { addDays, daysBetween } from '@shared/engine/deadline'
import { metaOf, rowProblems, sheetProblems } from '@shared/sheets'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { daysFrom } from '../../functions/demo/days'
import { owedBy } from '../../functions/demo/duties'
import { places } from '../../functions/demo/places'
import { everyName } from '../../functions/demo/words/names'
import { published as holidays } from '../../functions/store/holidayStore'
import { rowChanges } from '../../functions/views/rowChanges'
import { type Filled, filled } from './filled'

// a quarter's day just passed, a year has just begun, a Sunday in November, the last day of a February
describe.each([
  '2026-07-21T20:00:00+08:00',
  '2027-01-03T09:00:00+08:00',
  '2026-11-22T09:30:00+08:00',
  '2026-02-28T08:00:00+08:00',
])('what a township discloses, first started on %s', (began) => {
  const today = began.slice(0, 10)
  let demo: Filled
  beforeAll(async () => {
    demo = await filled(began)
  })
  afterAll(() => demo.close())

  const calendarOf = async (village: string) => {
    const { township, village: at, place } = (await demo.stores.places.village(village))!
    const settings = await demo.stores.settings.disclosure.then(place)
    const year = Number(today.slice(0, 4))
    const all = [year - 1, year, year + 1].map(async (y) => {
      const rows = (await demo.stores.cases.owed(township.id, `${y}`, village)).map(readOwed)
      return disclosureOf(y, rows, { today, holidays, settings, since: at.since })
    })
    return { since: at.since!, duties: (await Promise.all(all)).flat() }
  }
  const inState = (duties: Awaited<ReturnType<typeof calendarOf>>['duties'], state: string) =>
    duties.filter((d) => d.state === state).map((d) => `${d.code} ${d.period}`)

  it('tells it whole: nothing is refused, every log verifies', () => {
    expect(demo.refused).toEqual([])
    for (const found of demo.cases) expect(verify(found.log), found.number).toEqual([])
  })

  it('shows 东溪村 with exactly one 缺, one 迟公开 and two 本期无, all of them as planned', async () => {
    const { duties, since } = await calendarOf('dongxi')
    const planned = (at: string) =>
      owedBy('dongxi', daysFrom(Date.parse(began)))
        .filter((o) => o.at === at)
        .map((o) => `${o.code} ${o.period}`)
    for (const [state, many] of [
      ['missing', 1],
      ['late', 1],
      ['nothing', 2],
    ] as const) {
      expect(inState(duties, state), state).toHaveLength(many)
      expect(inState(duties, state), state).toEqual(planned(state))
    }
    expect(daysBetween(since, today)).toBe(110)
    expect(inState(duties, 'posted').length).toBeGreaterThan(15)
  })

  it('accuses no other village by accident: at most three 缺 each, some have none', async () => {
    const missing = await Promise.all(
      places.villages.slice(1).map(async ({ id }) => inState((await calendarOf(id)).duties, 'missing').length),
    )
    expect(Math.max(...missing)).toBeLessThanOrEqual(3)
    expect(missing.filter((m) => m === 0).length).toBeGreaterThanOrEqual(5)
  })

  it('names no private person on a card, neither of a list nor of those who sign in', async () => {
    const signedIn = await Promise.all(
      ['villager', 'neighbour', 'representative'].map((k) => demo.stores.people.get(`${k}-dongxi`)),
    )
    const cards = demo.items.map((i) => i.card).join('\n')
    for (const name of [...everyName, ...signedIn.map((p) => p!.name)]) expect(cards.includes(name), name).toBe(false)
  })

  it('keeps lists whose rows are right and whose sums are those of the kept meta', async () => {
    const ids = new Set(demo.cases.map((c) => c.fields.sheet).filter((s) => typeof s === 'string'))
    const kinds = new Set<string>()
    for (const id of ids) {
      const meta = (await demo.stores.sheets.meta(id))!
      const rows = await demo.stores.sheets.rows(id)
      kinds.add(meta.kind)
      expect(rows.flatMap((r) => rowProblems(meta.kind, r))).toEqual([])
      expect(sheetProblems({ ...meta, rows })).toEqual([])
      expect(metaOf(id, { ...meta, rows })).toEqual(meta)
      expect(rows.every((r) => Number(r.amount ?? 1) > 0)).toBe(true)
    }
    for (const kind of ['statement', 'recipients', 'workdays', 'assets', 'resources', 'debts'])
      expect(kinds.has(kind), kind).toBe(true)
  })

  it('pays in the accounts of a quarter what the list of 误工补贴 of that quarter comes to', async () => {
    const of = (item: string) =>
      demo.cases.filter((c) => c.place.village === 'dongxi' && c.fields.item === item && c.outcome !== 'superseded')
    const lists = of('V03').filter((c) => c.fields.sheet)
    expect(lists.length).toBeGreaterThanOrEqual(1)
    for (const list of lists) {
      const [year, quarter] = String(list.fields.period).split('-Q').map(Number)
      const months = [2, 1, 0].map((back) =>
        addDays(`${year}-${String(quarter * 3).padStart(2, '0')}-15`, -30 * back).slice(0, 7),
      )
      const metas = await Promise.all(
        of('F03')
          .filter((c) => months.includes(String(c.fields.period)))
          .map((c) => demo.stores.sheets.meta(String(c.fields.sheet))),
      )
      const paid = metas.flatMap((m) => m!.categories.filter((k) => k.category === '误工补贴').map((k) => k.fen))
      expect(metas).toHaveLength(3)
      expect((await demo.stores.sheets.meta(String(list.fields.sheet)))!.sums.amount).toBe(
        paid.reduce((a, b) => a + b, 0),
      )
    }
  })

  it('corrected one account of 东溪村: the old one is off the board and still there, the sums are the same', async () => {
    const [correction] = demo.cases.filter((c) => c.workflow === 'correction')
    const old = demo.cases.find((c) => c.id === correction.from)!
    expect(old).toMatchObject({ step: 'closed', outcome: 'superseded' })
    const [a, b] = await Promise.all([old, correction].map((c) => demo.stores.sheets.meta(String(c.fields.sheet))))
    expect([a!.opening, a!.income, a!.expense, a!.closing]).toEqual([b!.opening, b!.income, b!.expense, b!.closing])
    expect(a!.other - b!.other).toBeGreaterThan(0)
    const { rows } = await demo.stores.cases.board('dongxi', 'finance', { limit: 100 })
    expect(rows.some((r) => r.pk === correction.id)).toBe(true)
    expect(rows.some((r) => r.pk === old.id)).toBe(false)
  })

  it('was asked in 东溪村: one line answered, one question before the village, one before the township, one 质询 answered', () => {
    const of = (workflow: string) => demo.cases.filter((c) => c.workflow === workflow)
    const [line] = of('objection').filter((c) => c.fields.row)
    const account = demo.cases.find((c) => c.id === line.about)!
    expect(line).toMatchObject({ step: 'closed', outcome: 'settled', opener: 'villager-dongxi' })
    expect(account.fields).toMatchObject({ item: 'F03', board: 'finance' })
    expect(of('objection').filter((c) => c.step === 'villageAnswer')).toHaveLength(1)
    expect(of('objectionToTownship')).toMatchObject([{ step: 'townshipAnswer' }])
    expect(of('questioning')).toMatchObject([{ step: 'closed', outcome: 'settled' }])
    expect(of('majorFinance')).toHaveLength(1)
    expect(of('kinship').filter((c) => c.place.village === 'dongxi')).toHaveLength(6)
    expect(of('kinship').every((c) => c.step === 'closed')).toBe(true)
  })

  it('shows what changed in the debts of 东溪村: two half-years, one debt paid, one new, one less', async () => {
    const debts = demo.cases
      .filter((c) => c.place.village === 'dongxi' && c.fields.item === 'F06')
      .sort((a, b) => (String(a.fields.period) < String(b.fields.period) ? -1 : 1))
    expect(debts).toHaveLength(2)
    const [before, now] = await Promise.all(debts.map((c) => demo.stores.sheets.rows(String(c.fields.sheet))))
    const changes = rowChanges('debts', before, now).map((c) => c.change)
    for (const change of ['new', 'gone', 'changed']) expect(changes.includes(change as 'new'), change).toBe(true)
  })

  it('has guides of the township and of the village', async () => {
    const { place } = (await demo.stores.places.village('dongxi'))!
    expect((await demo.stores.guides.of(place)).length).toBeGreaterThan(5)
  })

  it('took one notice of 东溪村 down: a stone', async () => {
    const stone = demo.items.find((i) => i.card!.includes('已撤下'))!
    expect(JSON.parse(stone.body)).toMatchObject({ outcome: 'withdrawn', place: { village: 'dongxi' } })
  })
})
