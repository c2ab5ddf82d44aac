import { settings } from '@shared/schemas/settings'
import type { HomeView, SettingsView } from '@shared/schemas/views'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { raisedRoad } from '../journeys/meetings'
import { type EngineName, openHouse, type TestHouse } from '../support/house'

type Told = SettingsView & { refusal: string; says: string; detail: { problems: { field: string; says: string }[] } }

describe.each<EngineName>(['sqlite', 'dynamo'])('规则和期限 over HTTP on %s', (engine) => {
  let h: TestHouse
  beforeEach(async () => {
    h = await openHouse(engine)
  })
  afterEach(() => h.close())

  const read = async (place: string, person?: string) => (await h.as(person)).get<Told>(`/api/places/${place}/settings`)
  const set = async (person: string, place: string, values: Record<string, unknown>) =>
    (await h.as(person)).post<Told>(`/api/places/${place}/settings`, { settings: values })
  const one = async (place: string, name: string, person?: string) =>
    (await read(place, person)).body.settings.find((s) => s.name === name)!

  it('anyone reads every one with its sentence, source, standing and the law’s limits', async () => {
    for (const [place, name, level] of [
      ['demo-county', '全县', 'county'],
      ['shiwan', '石湾镇', 'township'],
      ['dongxi', '东溪村', 'village'],
    ]) {
      const { status, body } = await read(place)
      expect([status, body.name, body.level, body.mayChange]).toEqual([200, name, level, false])
      expect(body.settings.map((s) => s.name)).toEqual(Object.keys(settings))
    }
    expect(await one('dongxi', 'displayDays')).toMatchObject({
      ...{ value: 15, setAt: 'default', inherited: 15, default: 15, atLeast: 15, unit: 'day' },
      ...{ standing: 'law', source: '村民委员会组织法（2025）第三十五条', mayChange: false },
    })
    expect(await one('dongxi', 'partyQuorum')).toMatchObject({ value: [2, 3], floor: [1, 2] })
    expect((await read('nowhere')).status).toBe(404)
  })

  it('the county sets the county’s, the township its own and its villages’; a village nothing', async () => {
    const may = async (person: string, place: string) => (await set(person, place, { handleDays: 5 })).status
    for (const [person, place] of [
      ['county', 'demo-county'],
      ['township', 'shiwan'],
      ['leader', 'shiwan'],
      ['township', 'dongxi'],
      ['leader', 'shatang'],
    ])
      expect(await may(person, place), `${person} ${place}`).toBe(200)
    for (const person of [
      'secretary-dongxi',
      'director-dongxi',
      'clerk-dongxi',
      'villager-dongxi',
      'county',
      'cluster',
    ])
      expect(await may(person, 'dongxi'), person).toBe(403)
    for (const [person, place] of [
      ['agency', 'shiwan'],
      ['county', 'shiwan'],
      ['township', 'demo-county'],
      ['secretary-dongxi', 'shiwan'],
    ])
      expect(await may(person, place), `${person} ${place}`).toBe(403)
    expect((await set('secretary-dongxi', 'dongxi', { handleDays: 30 })).body.says).toContain('村里不能放宽自己的期限')
    expect(await may('township', 'nowhere')).toBe(404)
    const seen = (await read('dongxi', 'township')).body
    expect([seen.mayChange, (await read('dongxi', 'secretary-dongxi')).body.mayChange]).toEqual([true, false])
  })

  it('重大财务事项 is the county’s to set', async () => {
    expect((await set('township', 'shiwan', { majorFinanceAbove: 1_000_000 })).body.says).toBe(
      '“重大财务事项”由县里定。要改请跟县里说。',
    )
    expect(await one('shiwan', 'majorFinanceAbove', 'township')).toMatchObject({ mayChange: false })
    expect((await set('county', 'demo-county', { majorFinanceAbove: 1_000_000 })).status).toBe(200)
    expect(await one('dongxi', 'majorFinanceAbove')).toMatchObject({ value: 1_000_000, setAt: 'county' })
  })

  it('the nearer place wins, and null goes back to what is inherited', async () => {
    await set('county', 'demo-county', { handleDays: 9, reviewDays: 4 })
    await set('township', 'shiwan', { handleDays: 6 })
    await set('township', 'dongxi', { handleDays: 4 })
    expect(await one('dongxi', 'handleDays')).toMatchObject({ value: 4, setAt: 'village', inherited: 6, default: 7 })
    expect(await one('shatang', 'handleDays')).toMatchObject({ value: 6, setAt: 'township', inherited: 6 })
    expect(await one('shiwan', 'handleDays')).toMatchObject({ value: 6, setAt: 'township', inherited: 9 })
    expect(await one('dongxi', 'reviewDays')).toMatchObject({ value: 4, setAt: 'county' })
    await set('township', 'dongxi', { handleDays: null })
    expect(await one('dongxi', 'handleDays')).toMatchObject({ value: 6, setAt: 'township' })
    await set('township', 'shiwan', { handleDays: null })
    await set('county', 'demo-county', { handleDays: null, reviewDays: null })
    expect(await one('dongxi', 'handleDays')).toMatchObject({ value: 7, setAt: 'default' })
  })

  it('公示14天 is refused with the law’s words, and nothing that came with it is set', async () => {
    const { status, body } = await set('township', 'shiwan', { handleDays: 5, displayDays: 14, majorFinanceDays: 6 })
    expect([status, body.refusal]).toEqual([422, 'ruleNotMet'])
    expect(body.says).toBe('“公示天数”不能少于15天。依据是村民委员会组织法（2025）第三十五条。请填15天或更多。')
    expect(body.detail.problems[0].field).toBe('displayDays')
    expect((await read('shiwan')).body.settings.filter((s) => s.setAt !== 'default')).toEqual([])
    expect((await read('shiwan')).body.changes).toEqual([])
  })

  it('every value that can’t be is named, each with what to do', async () => {
    const wrong = {
      ...{ partyQuorum: [1, 3], handleDays: -3, financeBodies: 3, sessionDays: [20, 10], decisionAbove: -1 },
      ...{ stepDays: [1, 2], noticeDays: 2, townshipAnswerDays: 21, ratingDays: 1.5 },
    }
    const { status, body } = await set('township', 'shiwan', wrong)
    expect(status).toBe(422)
    expect(body.detail.problems.map((p) => p.field).sort()).toEqual(Object.keys(wrong).sort())
    for (const { says } of body.detail.problems) expect(says).toMatch(/^“.+”.+。$/)
  })

  it('an unknown name, a text and a nested list are refused', async () => {
    for (const values of [
      { boardDay: 3 },
      { constructor: 3 },
      { handleDays: '5' },
      { sessionDays: [[1]] },
      { handleDays: {} },
    ]) {
      const { status, body } = await set('township', 'shiwan', values)
      expect([status, body.refusal], JSON.stringify(values)).toEqual([400, 'badRequest'])
    }
    expect((await set('township', 'shiwan', { boardDay: 3 })).body.says).toBe(
      '没有“boardDay”这一项规则。请从列表里选。',
    )
  })

  it('who changed what, when, from what to what can be read; what changes nothing leaves no trace', async () => {
    await set('township', 'shiwan', { displayDays: 20, handleDays: 7 })
    h.to('2026-06-03')
    await set('leader', 'shiwan', { displayDays: 20 })
    await set('leader', 'shiwan', { displayDays: null, partyQuorum: [3, 4] })
    const { changes } = (await read('shiwan')).body
    expect(changes).toMatchObject([
      {
        on: '2026-06-03',
        items: [
          { name: 'displayDays', from: 20, to: 15 },
          { name: 'partyQuorum', from: [2, 3], to: [3, 4] },
        ],
      },
      { on: '2026-06-01', who: '镇农业农村办，管12个村 韩小舟', items: [{ name: 'displayDays', from: 15, to: 20 }] },
    ])
    expect(changes[0].who).not.toBe(changes[1].who)
    expect((await read('dongxi')).body.changes).toEqual([])
  })

  it('a village’s 说事日 begin as it was set up, and move where they are set', async () => {
    const home = async () => (await (await h.as()).get<HomeView>('/api/villages/dongxi/home')).body.session.on
    expect((await one('dongxi', 'sessionDays')).value).toEqual([10, 20])
    expect(await home()).toBe('2026-06-10')
    expect((await set('township', 'dongxi', { sessionDays: [5, 25] })).status).toBe(200)
    expect(await home()).toBe('2026-06-05')
    await set('township', 'dongxi', { sessionDays: null })
    expect(await home()).toBe('2026-06-10')
  })

  it('what is set holds for the next step of a case there', async () => {
    const due = async () => (await h.open('villager-dongxi', 'request', raisedRoad)).dueOn!
    const before = await due()
    expect(before).toBeDefined()
    await set('township', 'shiwan', { acknowledgeWorkdays: 5 })
    expect((await due()) > before).toBe(true)
  })

  it('ten people who change ten settings at once all leave theirs, or are told to look again', async () => {
    const days = ['handleDays', 'reviewDays', 'stepDays', 'ratingDays', 'answerDays', 'reportDays', 'announceDays']
    const answers = await Promise.all(days.map((name) => set('township', 'shiwan', { [name]: 9 })))
    const kept = days.filter((_, i) => answers[i].status === 200)
    for (const { status, body } of answers) if (status !== 200) expect(body.refusal).toBe('someoneActedFirst')
    const now = (await read('shiwan')).body
    expect(
      now.settings
        .filter((s) => s.setAt === 'township')
        .map((s) => s.name)
        .sort(),
    ).toEqual(kept.sort())
    expect(now.changes).toHaveLength(kept.length)
    expect(kept.length).toBeGreaterThan(0)
  })
})
