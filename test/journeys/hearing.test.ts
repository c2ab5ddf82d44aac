import type { AnswersView, RatesView, SimilarView } from '@shared/schemas/requestViews'
import type { CaseView } from '@shared/schemas/views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EngineName, openHouse, type TestHouse } from '../support/house'

const refusal = ({ body }: { body: unknown }) => (body as { refusal: string }).refusal
const says = ({ body }: { body: unknown }) => (body as { says: string }).says

describe.each<EngineName>(['sqlite', 'dynamo'])('a dispute, on %s', (engine) => {
  let h: TestHouse
  let dispute: CaseView
  let second: CaseView
  let name: string
  const similar = async (person: string, query: string) =>
    (await (await h.as(person)).get<SimilarView>(`/api/villages/dongxi/similar?${query}`)).body.found
  beforeAll(async () => {
    h = await openHouse(engine, '2026-06-03T09:00:00+08:00')
    name = (await h.house.stores.people.get('villager-dongxi'))!.name
  })
  afterAll(() => h.close())

  it('is raised for the village alone to read; a second one about the same is found and merged into it', async () => {
    const text = '隔壁把围墙砌到公共巷道上，三轮车过不去，说了两回不肯拆。'
    dispute = await h.open('villager-dongxi', 'request', { text, category: 'dispute', visibility: 'villagers' })
    h.to('2026-06-03', '10:00')
    const words = '巷道被围墙占了，三轮车推不过去'
    const [like] = await similar('neighbour-dongxi', `q=${encodeURIComponent(words)}`)
    expect(like).toMatchObject({ card: { id: dispute.id }, cares: 0, mine: false })
    const care = async (person: string) =>
      (await h.as(person)).post<{ count: number }>(`/api/cases/${dispute.id}/care`, {})
    expect((await care('neighbour-dongxi')).body).toEqual({ count: 1 })
    expect((await care('neighbour-dongxi')).body).toEqual({ count: 1 })
    expect((await h.see('neighbour-dongxi', dispute.id)).cares).toEqual({ count: 1, mine: true })
    expect((await care('villager-dongxi')).status).toBe(403)

    second = await h.open('neighbour-dongxi', 'request', { text: words, category: 'dispute', visibility: 'villagers' })
    h.to('2026-06-04')
    expect((await similar('clerk-dongxi', `to=${second.id}`)).map((f) => f.card.id)).toEqual([dispute.id])
    const merge = (into: string) => ({ aside: 'merge', form: { into, reason: '同一段巷道' } })
    expect(says(await h.act('clerk-dongxi', dispute.id, merge(second.id)))).toContain('后提的')
    expect(says(await h.act('clerk-dongxi', second.id, merge(second.id)))).toContain('它自己')
    const merged = await h.done('clerk-dongxi', second.id, merge(dispute.id))
    expect(merged).toMatchObject({ step: 'closed', outcome: 'merged', links: { into: { id: dispute.id } } })
    const target = await h.see('villager-dongxi', dispute.id)
    expect(target.links.merged.map((l) => l.id)).toEqual([second.id])
    expect(target.log.at(-1)).toMatchObject({ aside: 'merged', values: { number: second.number } })
  })

  it('at the session the village decides to hold a hearing, announces it, and hears both', async () => {
    await h.done('clerk-dongxi', dispute.id, { outcome: 'acknowledged' })
    h.to('2026-06-10', '10:00')
    const form = { decision: '开听证会，请两家和老队长都来', heldOn: '2026-06-10' }
    await h.done('secretary-dongxi', dispute.id, { outcome: 'consult', form })
    const notice = (over: object) => ({
      outcome: 'noticed',
      form: {
        ...{ subject: '三组巷道通行', way: 'hearing', meetOn: '2026-06-13', startsAt: '19:00', place: '说事室' },
        ...{ invited: '两家、老队长、镇司法所', ...over },
      },
    })
    expect(says(await h.act('director-dongxi', dispute.id, notice({ meetOn: '2026-06-12' })))).toContain('最早6月13日')
    expect(says(await h.act('director-dongxi', dispute.id, notice({ subject: `${name}家门口巷道` })))).toContain(
      '说事人的名字',
    )
    await h.done('director-dongxi', dispute.id, notice({}))
    const seen = await h.see('villager-dongxi', dispute.id)
    expect(seen.fields).toMatchObject({ meetOn: '2026-06-13', subject: '三组巷道通行' })
    expect(seen.fields).not.toHaveProperty('invited')
  })

  it('its outcome is put on the village’s board by itself, without who raised it and without what was said', async () => {
    h.to('2026-06-14')
    const held = (form: object) => ({ outcome: 'agreedToHandle', form: { heldOn: '2026-06-13', ...form } })
    const heard = '一家说祖上就这么宽，一家说三轮车要过。'
    expect(says(await h.act('director-dongxi', dispute.id, held({ heard, result: `${name}一方让半尺。` })))).toContain(
      '说事人的名字',
    )
    expect(
      refusal(await h.act('director-dongxi', dispute.id, held({ heard, result: '答应拆，电话13800001234。' }))),
    ).toBe('ruleNotMet')
    const result = '围墙退后半尺，巷道留一米六，村里出人工。'
    const done = await h.done('director-dongxi', dispute.id, held({ heard, result, attended: 7 }))
    expect(done.step).toBe('handling')
    const [published] = done.links.children
    expect(published).toMatchObject({ workflow: 'consultationOutcome', title: '三组巷道通行' })
    const board = await (await h.as('neighbour-dongxi')).get<{ cards: { id: string }[] }>(
      '/api/villages/dongxi/boards/village',
    )
    expect(board.body.cards.map((c) => c.id)).toEqual([published.id])
    const open = await h.see('neighbour-dongxi', published.id)
    expect(open.fields).toEqual({ subject: '三组巷道通行', way: 'hearing', heldOn: '2026-06-13', result })
    for (const secret of [name, heard, '一家说祖上'])
      expect(JSON.stringify({ ...open, links: undefined })).not.toContain(secret)
    // the days on the wall begin when it is on the wall, and it stands on someone's desk until then
    expect(open).toMatchObject({ step: 'posting', dueOn: '2026-06-17', shown: { on: 'village', appOn: '2026-06-14' } })
    h.to('2026-06-16')
    await h.done('clerk-dongxi', published.id, { outcome: 'posted', form: { boardOn: '2026-06-16' } })
    expect(await h.see(undefined, dispute.id).catch((e: Error) => e.message)).toContain('404')
    expect(await h.see('villager-dongxi', published.id)).toMatchObject({
      step: 'display',
      lapsesOn: '2026-07-02',
      shown: { appOn: '2026-06-14', boardOn: '2026-06-16', untilOn: '2026-07-01' },
    })
    await h.done('clerk-dongxi', published.id, { aside: 'carriedOut', form: { carriedOut: '6月15日围墙已退。' } })
  })

  it('is carried out and rated; it is found again among the answers and counted among the year’s', async () => {
    h.to('2026-06-17')
    await h.done('director-dongxi', dispute.id, { outcome: 'done', form: { result: '围墙退了半尺，三轮车能过。' } })
    h.to('2026-06-18')
    await h.done('villager-dongxi', dispute.id, { outcome: 'satisfied' })
    const path = '/api/villages/dongxi/answers'
    const { found } = (
      await (await h.as('neighbour-dongxi')).get<AnswersView>(`${path}?q=${encodeURIComponent('围墙')}`)
    ).body
    expect(found).toMatchObject([{ id: dispute.id, answer: '围墙退了半尺，三轮车能过。', outcome: 'satisfied' }])
    const guest = (await (await h.as()).get<AnswersView>(`${path}?q=${encodeURIComponent('围墙')}`)).body
    expect(guest.found).toEqual([])
    const rates = (await (await h.as()).get<RatesView>('/api/villages/dongxi/rates?year=2026')).body
    expect(rates).toMatchObject({ open: 0, closed: 2, outcomes: { satisfied: 1, merged: 1, silent: 0 } })
    expect(says(await h.act('clerk-dongxi', dispute.id, { aside: 'merge', form: {} }))).toContain('办结')
    const late = await h.open('neighbour-dongxi', 'request', {
      ...{ text: '巷道口还有一堆砖', category: 'dispute', visibility: 'villagers' },
    })
    const into = { aside: 'merge', form: { into: dispute.id, reason: '同一段巷道' } }
    expect(says(await h.act('clerk-dongxi', late.id, into))).toContain(`${dispute.number}已经办结`)
    expect((await h.see('clerk-dongxi', late.id)).step).toBe('acknowledgement')
  })
})
