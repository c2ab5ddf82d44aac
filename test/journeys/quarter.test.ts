import { catalogue } from '@shared/catalogue'
import type { CaseView, DisclosureView, MatrixView } from '@shared/schemas/views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { places } from '../../functions/demo/places'
import { type EngineName, openHouse, type TestHouse } from '../support/house'
import { published, reviewed } from './notices'

const help = (item: string, more: Record<string, unknown> = {}) => ({
  ...{ title: '协助政府办了哪些事', board: 'village', item, period: '2026-Q2', audience: 'everyone' },
  body: '养老登记34人，防汛转移8户。',
  ...more,
})

describe.each<EngineName>(['sqlite', 'dynamo'])('a quarter goes by and an item is missing, on %s', (engine) => {
  let h: TestHouse
  let question: CaseView
  let late: CaseView
  beforeAll(async () => {
    h = await openHouse(engine, '2026-07-01T09:00:00+08:00')
    // 东溪村 began in July: the first quarter is not held against it
    const villages = places.villages.map((v) => (v.id === 'dongxi' ? { ...v, since: '2026-07-01' } : v))
    await h.house.stores.places.save({ townships: [{ ...places, villages }] })
  })
  afterAll(() => h.close())

  const disclosure = async (person?: string) =>
    (await (await h.as(person)).get<DisclosureView>('/api/villages/dongxi/disclosure?year=2026')).body
  const standing = async (code: string, person?: string) =>
    (await disclosure(person)).items.find((i) => i.code === code)!.periods.find((p) => p.period === '2026-Q2')
  const cell = async (code: string) => {
    const { body } = await (await h.as('township')).get<MatrixView>('/api/townships/shiwan/disclosure?year=2026')
    return body.villages.find((v) => v.id === 'dongxi')!.cells[code]
  }

  it('what there was nothing of is declared, reviewed and posted on time: 本期无, not 缺', async () => {
    h.to('2026-07-10')
    const nothing = help('V10', { title: '二季度宅基地审批', body: undefined, nothing: true })
    const declared = await published(h, nothing, '2026-07-10')
    expect(declared.step).toBe('display')
    expect(await standing('V10', 'villager-dongxi')).toMatchObject({
      ...{ state: 'nothing', dueOn: '2026-07-20', postedOn: '2026-07-10', id: declared.id },
    })
    h.to('2026-07-21')
    expect((await standing('V10', 'villager-dongxi'))?.state).toBe('nothing')
  })

  it('on the 20th it is not due yet; on the 21st it is 缺, for villagers and for the township', async () => {
    h.to('2026-07-20')
    expect(await standing('V12', 'villager-dongxi')).toEqual({
      period: '2026-Q2',
      dueOn: '2026-07-20',
      state: 'notDue',
    })
    expect(await cell('V12')).toMatchObject({ state: 'notDue', missing: 0 })
    h.to('2026-07-21')
    expect(await standing('V12', 'villager-dongxi')).toMatchObject({ dueOn: '2026-07-20', state: 'missing' })
    expect((await standing('V12'))?.state).toBe('missing')
    expect(await cell('V12')).toMatchObject({ state: 'missing', missing: 1, oldest: '2026-07-20', period: '2026-Q2' })
  })

  it('the matrix is the township’s to see, not the villagers’', async () => {
    for (const person of ['villager-dongxi', 'clerk-dongxi'])
      expect((await (await h.as(person)).get('/api/townships/shiwan/disclosure')).status, person).toBe(403)
  })

  it('what is owed by what happened is never 缺 where nothing happened', async () => {
    const byEvents = catalogue.filter((i) => !i.every).map((i) => i.code)
    expect(byEvents.length).toBeGreaterThan(10)
    const { items } = await disclosure('villager-dongxi')
    for (const code of byEvents) expect([code, items.find((i) => i.code === code)?.periods]).toEqual([code, []])
  })

  it('the first quarter is not held against a village that began in July; another village owes it', async () => {
    const missing = (view: DisclosureView) =>
      view.items
        .find((i) => i.code === 'V12')!
        .periods.filter((p) => p.state === 'missing')
        .map((p) => p.period)
    expect(missing(await disclosure())).toEqual(['2026-Q2'])
    const { body } = await (await h.as()).get<DisclosureView>('/api/villages/shatang/disclosure?year=2026')
    expect(missing(body)).toEqual(['2025-Q4', '2026-Q1', '2026-Q2'])
  })

  it('a villager asks where it is: of the item and the period, for there is nothing else to ask of', async () => {
    const form = { question: '二季度协助政府做了什么，怎么还没有公开？', item: 'V12', period: '2026-Q2' }
    question = await h.open('villager-dongxi', 'objection', form)
    expect(question).toMatchObject({ step: 'villageAnswer', dueOn: '2026-07-31', sees: 'villagers' })
    const nothing = await (await h.as('villager-dongxi')).post<{ says: string }>('/api/cases', {
      ...{ actId: h.actId(), workflow: 'objection', villageId: 'dongxi', form: { question: '在哪里？' } },
    })
    expect(nothing.status).toBe(422)
    expect(nothing.body.says).toContain('从要问的那一份公开事项开始')
  })

  it('asking makes nothing owed: neither that item nor what is only said to have happened', async () => {
    expect((await standing('V12', 'supervisor-dongxi'))?.id).toBeUndefined()
    const form = { question: '六月的合同呢？', item: 'F09', period: '@2026-06-10' }
    await h.open('neighbour-dongxi', 'objection', form)
    for (const person of ['neighbour-dongxi', 'supervisor-dongxi'])
      expect((await disclosure(person)).items.find((i) => i.code === 'F09')?.periods).toEqual([])
  })

  it('what is being written is still 缺, and only the office is led to the draft', async () => {
    h.to('2026-07-23')
    late = await h.open('clerk-dongxi', 'notice', help('V12'))
    expect((await standing('V12', 'villager-dongxi'))?.state).toBe('missing')
    expect((await standing('V12', 'villager-dongxi'))?.id).toBeUndefined()
    expect((await standing('V12', 'supervisor-dongxi'))?.id).toBe(late.id)
  })

  it('posted on the 25th it is 迟公开, five days after it was due', async () => {
    await reviewed(h, late)
    h.to('2026-07-25')
    await h.done('clerk-dongxi', late.id, { form: { boardOn: '2026-07-25' } })
    expect(await standing('V12', 'villager-dongxi')).toMatchObject({
      ...{ state: 'late', dueOn: '2026-07-20', postedOn: '2026-07-25', id: late.id },
    })
    expect(await cell('V12')).toMatchObject({ state: 'late', missing: 0, late: 1 })
  })

  it('she is answered, and says that it is clear', async () => {
    await h.done('clerk-dongxi', question.id, { outcome: 'answered', form: { answer: '漏发了，25日已经补上。' } })
    const seen = await h.see('neighbour-dongxi', question.id)
    expect(seen.fields).toMatchObject({ answer: '漏发了，25日已经补上。' })
    expect(JSON.stringify(seen)).not.toContain('林桂香')
    expect((await (await h.as()).get(`/api/cases/${question.id}`)).status).toBe(404)
    expect(await h.done('villager-dongxi', question.id, { outcome: 'settled' })).toMatchObject({ outcome: 'settled' })
  })

  it('the county switches an item off for the whole county: 不适用, owed by nobody from then on', async () => {
    const save = async (person: string, place: string) =>
      (await h.as(person)).post(`/api/places/${place}/disclosure-settings`, {
        settings: { V11: { off: '全县已经没有新征地' } },
      })
    expect((await save('clerk-dongxi', 'dongxi')).status).toBe(403)
    expect((await standing('V11'))?.state).toBe('missing')
    expect((await save('county', 'demo-county')).status).toBe(200)
    const item = (await disclosure()).items.find((i) => i.code === 'V11')!
    expect(item.off).toBe('全县已经没有新征地')
    expect(item.periods.map((p) => p.state)).toEqual(['notApplicable'])
  })
})
