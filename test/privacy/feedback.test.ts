import type { CaseView } from '@shared/schemas/views'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openHouse, type TestHouse } from '../support/house'
import { pictures } from '../support/pictures'

let h: TestHouse
const risky = '这一句被拦下'
beforeEach(async () => {
  h = await openHouse('sqlite', '2026-06-01T09:00:00+08:00', {
    contentSafety: {
      words: async (text) => (text.includes(risky) ? 'risky' : 'pass'),
      picture: async () => 'risky',
    },
  })
})
afterEach(() => h.close())

const say = (person: string, form: Record<string, unknown>) => h.open(person, 'feedback', form)
const status = async (person: string, id: string) => (await (await h.as(person)).get(`/api/cases/${id}`)).status
const raise = async (person: string, form: Record<string, unknown>) =>
  (await h.as(person)).post<CaseView & { refusal?: string; says?: string }>('/api/cases', {
    ...{ actId: h.actId(), workflow: 'request', villageId: 'dongxi' },
    form: { category: 'other', visibility: 'villagers', ...form },
  })

describe('投诉建议', () => {
  it('is answered within 15 workdays: of the 1st of June by the 23rd, for the 19th is 端午', async () => {
    const said = await say('villager-dongxi', { kind: 'complaint', text: '有人到处说我的低保' })
    expect([said.number, said.dueOn]).toEqual(['东溪诉-2026-0001', '2026-06-23'])
    h.to('2026-06-24')
    const late = await h.see('township', said.id)
    expect(late.dueOn).toBe('2026-06-23')
  })
  it('a township may promise fewer days, never more', async () => {
    await h.house.stores.settings.save('shiwan', { feedbackWorkdays: 3 })
    expect((await say('villager-dongxi', { kind: 'suggestion', text: '字再大一点' })).dueOn).toBe('2026-06-04')
    await h.house.stores.settings.save('shiwan', { feedbackWorkdays: 40 })
    expect((await say('villager-dongxi', { kind: 'suggestion', text: '字再大一点' })).dueOn).toBe('2026-06-23')
  })
  it('is read by whoever said it and by the township; not by the village, which it may be about, and by no cluster', async () => {
    const said = await say('villager-dongxi', { kind: 'complaint', text: '文书乱看我的说事' })
    for (const who of ['villager-dongxi', 'township', 'leader', 'county'])
      expect([who, await status(who, said.id)]).toEqual([who, 200])
    for (const who of ['clerk-dongxi', 'secretary-dongxi', 'supervisor-dongxi', 'neighbour-dongxi', 'cluster-hai'])
      expect([who, await status(who, said.id)]).toEqual([who, 404])
    const listed = async (who: string) =>
      JSON.stringify((await (await h.as(who)).get('/api/villages/dongxi/cases?workflow=feedback')).body)
    expect(await listed('clerk-dongxi')).not.toContain('文书乱看')
    expect(await listed('township')).toContain('文书乱看')
  })
  it('goes once to the county when the answer doesn’t do, and ends there', async () => {
    const said = await say('clerk-dongxi', { kind: 'personalInfo', text: '我的名字里“何”写成了“荷”' })
    await h.done('township', said.id, { outcome: 'answered', form: { answer: '名册已改' } })
    await h.done('clerk-dongxi', said.id, { outcome: 'unsatisfied', form: { reason: '还没改' } })
    const again = await h.done('county', said.id, { outcome: 'answered', form: { answer: '今天改好了' } })
    expect(again.step).toBe('toldAgain')
    expect((await h.done('clerk-dongxi', said.id, { outcome: 'unsatisfied', form: { reason: '嗯' } })).step).toBe(
      'closed',
    )
  })
  it('nobody answers their own', async () => {
    const said = await say('township', { kind: 'suggestion', text: '清单多一列' })
    const { body } = await h.act('township', said.id, { outcome: 'answered', form: { answer: '好' } })
    expect((body as unknown as { refusal: string }).refusal).toBe('mustBeAnother')
    expect((await h.done('leader', said.id, { outcome: 'answered', form: { answer: '好' } })).step).toBe('told')
  })
  it('is no work of the village’s: it stands in no sum of it', async () => {
    const monitor = async () =>
      (await (await h.as('township')).get<{ totals: unknown }>('/api/townships/shiwan/monitor')).body.totals
    const before = await monitor()
    await say('villager-dongxi', { kind: 'complaint', text: '按钮点不动' })
    expect(await monitor()).toEqual(before)
  })
})

describe('申诉', () => {
  const form = { text: `路边${risky}要修`, place: '村口' }
  const words = `${form.text}\n${form.place}`

  it('says of what it is, and an appeal is upheld or not, never merely answered', async () => {
    const bare = await (await h.as('villager-dongxi')).post<{ says: string }>('/api/cases', {
      ...{ actId: h.actId(), workflow: 'feedback', villageId: 'dongxi', form: { kind: 'appeal', text: '拦错了' } },
    })
    expect(bare.body.says).toContain('请写上被拦下的话')
    const appeal = await say('villager-dongxi', { kind: 'appeal', text: '拦错了', words })
    expect((await h.act('township', appeal.id, { outcome: 'answered', form: { answer: '好' } })).status).toBe(422)
    const said = await say('villager-dongxi', { kind: 'complaint', text: '慢' })
    expect((await h.act('township', said.id, { outcome: 'upheld', form: { answer: '好' } })).status).toBe(422)
  })
  it('upheld: the same words by the same person pass; others’, other words, and those not upheld don’t', async () => {
    expect((await raise('villager-dongxi', form)).body.says).toContain('可以在“投诉建议”里申诉')
    const appeal = await say('villager-dongxi', { kind: 'appeal', text: '这是地名', words })
    expect((await raise('villager-dongxi', form)).status).toBe(422)
    await h.done('township', appeal.id, { outcome: 'upheld', form: { answer: '是地名，放行' } })
    expect((await raise('villager-dongxi', form)).status).toBe(201)
    expect((await raise('villager-dongxi', { ...form, place: '村尾' })).status).toBe(422)
    expect((await raise('neighbour-dongxi', form)).status).toBe(422)
    const other = `再来${risky}一句`
    const refused = await say('villager-dongxi', { kind: 'appeal', text: '再看看', words: other })
    await h.done('township', refused.id, { outcome: 'notUpheld', form: { answer: '不行' } })
    expect((await raise('villager-dongxi', { text: other })).status).toBe(422)
  })
  it('a picture that was held back is shown once the appeal is upheld, also by the county', async () => {
    const photo = await h.upload('villager-dongxi', pictures['image/png'])
    const { body: request } = await raise('villager-dongxi', { text: '渠塌了', photos: [photo] })
    expect((await h.see('neighbour-dongxi', request.id)).files).toEqual([])
    expect((await h.see('villager-dongxi', request.id)).files).toHaveLength(1)
    const appeal = await say('villager-dongxi', { kind: 'appeal', text: '只是水渠', photos: [photo] })
    await h.done('township', appeal.id, { outcome: 'notUpheld', form: { answer: '看不清' } })
    expect((await h.see('neighbour-dongxi', request.id)).files).toEqual([])
    await h.done('villager-dongxi', appeal.id, { outcome: 'unsatisfied', form: { reason: '就是水渠' } })
    await h.done('county', appeal.id, { outcome: 'upheld', form: { answer: '是水渠' } })
    expect((await h.see('neighbour-dongxi', request.id)).files.map((f) => f.id)).toEqual([photo])
  })
})
