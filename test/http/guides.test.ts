import type { GuideView, PlaceGuidesView } from '@shared/schemas/views'
import { guideView } from '@shared/schemas/views'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { guides } from '../../functions/demo/guides'
import { openHouse, type TestHouse } from '../support/house'

const homestead: GuideView = {
  ...{ id: 'homestead', title: '宅基地申请', who: '本村村民', papers: ['户口本'], steps: ['先申请', '再公示'] },
  ...{ time: '15天', fee: '不收钱', where: '村委会一楼，电话0000-6012 0010', words: '造房子' },
}

describe.each(['sqlite', 'dynamo'] as const)('guides on %s', (engine) => {
  let h: TestHouse
  beforeEach(async () => {
    h = await openHouse(engine)
  })
  afterEach(() => h.close())

  const read = async (village = 'dongxi', q = '') =>
    (await (await h.as()).get<{ guides: GuideView[] }>(`/api/villages/${village}/guides?q=${encodeURIComponent(q)}`))
      .body.guides
  const save = async (person: string, place: string, guide: object, remove?: boolean) =>
    (await h.as(person)).post<PlaceGuidesView & { says: string }>(`/api/places/${place}/guides`, { guide, remove })

  it('are read by anyone, the nearer place first and instead of the farther', async () => {
    expect((await save('county', 'demo-county', { ...homestead, title: '县里的宅基地办法' })).status).toBe(200)
    expect((await save('township', 'shiwan', { ...homestead, id: 'pension', title: '养老金' })).status).toBe(200)
    expect((await read()).map((g) => g.title)).toEqual(['养老金', '县里的宅基地办法'])
    expect((await save('clerk-dongxi', 'dongxi', homestead)).status).toBe(200)
    expect((await read()).map((g) => g.title)).toEqual(['宅基地申请', '养老金'])
    expect((await read('shatang')).map((g) => g.title)).toEqual(['养老金', '县里的宅基地办法'])
  })

  it('are written for a place by its own office alone', async () => {
    const may = async (person: string, place: string) => (await save(person, place, homestead)).status
    for (const person of ['clerk-dongxi', 'secretary-dongxi', 'director-dongxi'])
      expect(await may(person, 'dongxi')).toBe(200)
    expect(await may('township', 'shiwan')).toBe(200)
    expect(await may('leader', 'shiwan')).toBe(200)
    expect(await may('county', 'demo-county')).toBe(200)
    const others: [string, string][] = [
      ['villager-dongxi', 'dongxi'],
      ['supervisor-dongxi', 'dongxi'],
      ['clerk-shatang', 'dongxi'],
      ['township', 'dongxi'],
      ['clerk-dongxi', 'shiwan'],
      ['township', 'demo-county'],
      ['county', 'shiwan'],
    ]
    for (const [person, place] of others) expect(await may(person, place), `${person} ${place}`).toBe(403)
    expect(await may('clerk-dongxi', 'nowhere')).toBe(404)
  })

  it('keep who wrote them and when, for the office and not for readers', async () => {
    await save('clerk-dongxi', 'dongxi', homestead)
    const [kept] = await h.house.stores.guides.own('dongxi')
    expect(kept).toMatchObject({ by: 'clerk-dongxi', at: '2026-06-01T01:00:00.000Z' })
    expect(Object.keys((await read())[0]).sort()).toEqual(Object.keys(homestead).sort())
  })

  it('are shown to the office with whose they are: its own first, then what holds there from above', async () => {
    await save('county', 'demo-county', { ...homestead, id: 'school', title: '上学' })
    await save('township', 'shiwan', { ...homestead, id: 'pension', title: '养老金' })
    await save('township', 'shiwan', homestead)
    const saved = await save('clerk-dongxi', 'dongxi', { ...homestead, title: '本村的宅基地申请' })
    const seen = async (place: string, person?: string) =>
      (await (await h.as(person)).get<PlaceGuidesView>(`/api/places/${place}/guides`)).body
    const of = ({ guides }: PlaceGuidesView) => guides.map((g) => [g.title, g.placeName, g.own])
    expect(of(saved.body)).toEqual([
      ['本村的宅基地申请', '东溪村', true],
      ['养老金', '石湾镇', false],
      ['上学', '全县', false],
    ])
    expect(await seen('dongxi', 'clerk-dongxi')).toEqual(saved.body)
    expect(of(await seen('shiwan'))).toEqual([
      ['养老金', '石湾镇', true],
      ['宅基地申请', '石湾镇', true],
      ['上学', '全县', false],
    ])
    const may = async (place: string, person?: string) => (await seen(place, person)).mayWrite
    expect([await may('dongxi'), await may('dongxi', 'township'), await may('shiwan', 'township')]).toEqual([
      ...[false, false, true],
    ])
    expect((await (await h.as()).get('/api/places/nowhere/guides')).status).toBe(404)
  })

  it('are changed in their place and taken away', async () => {
    await save('clerk-dongxi', 'dongxi', homestead)
    await save('clerk-dongxi', 'dongxi', { ...homestead, id: 'other', title: '第二条' })
    await save('director-dongxi', 'dongxi', { ...homestead, title: '改过的' })
    expect((await read()).map((g) => g.title)).toEqual(['改过的', '第二条'])
    await save('clerk-dongxi', 'dongxi', homestead, true)
    expect((await read()).map((g) => g.title)).toEqual(['第二条'])
  })

  it('lose none when two are written at once', async () => {
    const written = await Promise.all(
      ['a', 'b', 'c', 'd'].map((id) => save('clerk-dongxi', 'dongxi', { ...homestead, id })),
    )
    expect(written.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect((await read()).map(({ id }) => id).sort()).toEqual(['a', 'b', 'c', 'd'])
  })
})

describe('what a guide may say', () => {
  let h: TestHouse
  beforeEach(async () => {
    h = await openHouse('sqlite')
  })
  afterEach(() => h.close())
  const save = async (change: object) =>
    (await h.as('clerk-dongxi')).post<{ says: string; detail?: { field: string } }>('/api/places/dongxi/guides', {
      guide: { ...homestead, ...change },
    })

  it('holds at most sixty a place', async () => {
    for (let n = 0; n < 60; n++) expect((await save({ id: `g${n}` })).status).toBe(200)
    const { status, body } = await save({ id: 'one-more' })
    expect([status, body.says]).toEqual([422, '办事指南最多60条。请先撤掉不用的，再写新的。'])
    expect((await save({ id: 'g0', title: '改一条还是可以' })).status).toBe(200)
  })

  it('names no mobile or ID number anywhere, and the office’s landline where one is to go', async () => {
    expect((await save({})).status).toBe(200)
    const told: [object, string][] = [
      [{ where: '找苏水根，13800138000' }, '“到哪里办”里有手机号'],
      [{ steps: ['打13800138000'] }, '“怎么办”里有手机号'],
      [{ who: '林桂香，330102199003071230' }, '“谁能办”里有'],
    ]
    for (const [change, says] of told) {
      const { status, body } = await save(change)
      expect(status, JSON.stringify(change)).toBe(422)
      expect(body.says).toContain(says)
      expect(body.detail?.field).toBe(Object.keys(change)[0])
    }
  })

  it('refuses what is missing in words', async () => {
    const told: [object, string][] = [
      [{ title: '' }, '请填写办什么事。'],
      [{ fee: '' }, '请填写收不收钱。'],
      [{ time: ' ' }, '请填写几天办好。'],
    ]
    for (const [change, says] of told) expect((await save(change)).body.says).toBe(says)
    expect((await save({ id: '../etc' })).status).toBe(400)
  })
})

describe('looking for a guide', () => {
  let h: TestHouse
  beforeEach(async () => {
    h = await openHouse('sqlite')
    await guides(h.house.stores, h.clock.at)
  })
  afterEach(() => h.close())
  const titles = async (q: string) =>
    (
      await (await h.as()).get<{ guides: GuideView[] }>(`/api/villages/dongxi/guides?q=${encodeURIComponent(q)}`)
    ).body.guides.map((g) => g.title)

  it('finds the demo’s twelve by the words that people use', async () => {
    expect(await titles('')).toHaveLength(12)
    expect(await titles('造房子')).toEqual(['农村宅基地和建房申请'])
    expect(await titles('80岁')).toContain('高龄津贴')
    expect(await titles('残疾证')).toEqual(['残疾人证办理和换证'])
    expect(await titles('盖章 文书')).toEqual(['开村里的证明'])
    expect(await titles('飞机')).toEqual([])
  })

  it('has nothing in them that the forms wouldn’t take, and can be filled again', async () => {
    const all = await h.house.stores.guides.own('shiwan')
    for (const { by: _, at: __, ...guide } of all) expect(guideView.safeParse(guide).error).toBeUndefined()
    await guides(h.house.stores, h.clock.at)
    expect(await titles('')).toHaveLength(12)
  })
})
