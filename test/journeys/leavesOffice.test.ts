import { verify } from '@shared/engine/chain'
import type { CaseView } from '@shared/schemas/views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EngineName, openHouse, type TestHouse } from '../support/house'

const findings = {
  finances: '收支平衡，凭证齐全。',
  debts: '有一笔欠条没有入账。',
  grants: '上级补助专款专用。',
  tenders: '两个项目都招了标。',
  funds: '有一笔借给外人，没有手续。',
}

describe.each<EngineName>(['sqlite', 'dynamo'])('a secretary leaves office, on %s', (engine) => {
  let h: TestHouse
  let audit: CaseView
  const plan = (more: Record<string, unknown> = {}) => ({
    ...{ title: '村书记离任经济责任审计', post: 'secretary', subject: 'secretary-dongxi', kind: 'leaving' },
    ...{ coversFrom: '2024-01-01', coversTo: '2026-06-01', electionOn: '2026-08-20', ...more },
  })
  let asked = 0
  const begin = async (person: string, form: Record<string, unknown>) =>
    (await h.as(person)).post<CaseView & { says: string }>('/api/cases', {
      ...{ actId: `audit-asked-${++asked}`, workflow: 'audit', villageId: 'dongxi', form },
    })
  beforeAll(async () => {
    h = await openHouse(engine)
    const secretary = (await h.house.stores.people.get('secretary-dongxi'))!
    await h.house.stores.people.save({
      ...secretary,
      posts: secretary.posts.map((p) => (p.role === 'secretary' ? { ...p, until: '2026-08-25' } : p)),
    })
  })
  afterAll(() => h.close())

  it('is due before the term ends, and stands on the township’s list by its day', async () => {
    type Audits = { rows: { person: string; post: string; dueOn: string; why: string }[] }
    const { rows } = (await (await h.as('township')).get<Audits>('/api/townships/shiwan/audits')).body
    expect(rows.find((r) => r.person === 'secretary-dongxi' && r.post === 'secretary')).toMatchObject({
      dueOn: expect.stringMatching(/^2026-/),
    })
    expect(rows.map((r) => r.dueOn)).toEqual(rows.map((r) => r.dueOn).sort())
    expect((await (await h.as('villager-dongxi')).get('/api/townships/shiwan/audits')).status).toBe(403)
  })

  it('is opened by the township alone, of somebody who holds that post, before an election that is still to come', async () => {
    expect((await begin('secretary-dongxi', plan())).status).toBe(403)
    expect((await begin('township', plan({ electionOn: undefined }))).body.says).toContain('第四十条')
    expect((await begin('township', plan({ electionOn: '2026-06-01' }))).body.says).toContain('已经过了')
    expect((await begin('township', plan({ post: 'collectiveHead' }))).body.says).toContain('没有担任')
    expect((await begin('township', plan({ subject: 'township' }))).body.says).toContain('审计的是您自己')
    expect((await begin('township', plan({ demand: '鱼塘的账', demanders: 3 }))).body.says).toContain('五分之一以上')
    const opened = await begin('township', plan())
    expect(opened.status).toBe(201)
    audit = opened.body
    expect(audit).toMatchObject({ number: '东溪计-2026-0001', step: 'notice' })
  })

  it('nobody who is audited audits: an accountant of the agency who was made secretary is refused', async () => {
    const agency = (await h.house.stores.people.get('agency'))!
    const post = { role: 'secretary' as const, place: 'shatang', title: '村党支部书记', from: '2024-01-01' }
    await h.house.stores.people.save({ ...agency, posts: [...agency.posts, post] })
    const own = await (await h.as('agency')).post<{ says: string }>('/api/cases', {
      ...{ actId: 'audit-of-oneself', workflow: 'audit', villageId: 'shatang', form: plan({ subject: 'agency' }) },
    })
    expect(own).toMatchObject({ status: 422, body: { says: expect.stringContaining('审计的是您自己') } })
    await h.house.stores.people.save(agency)
  })

  it('until it is published it is the office’s; the secretary answers what was found', async () => {
    const notice = { noticeOn: '2026-06-01', team: '镇审计组三人', startsOn: '2026-06-03', needed: '两年的账本、合同' }
    await h.done('township', audit.id, { form: notice })
    expect((await (await h.as('villager-dongxi')).get(`/api/cases/${audit.id}`)).status).toBe(404)
    h.to('2026-06-20')
    const bare = await h.act('agency', audit.id, { form: { ...findings, found: 'some' } })
    expect((bare.body as unknown as { says: string }).says).toContain('整改什么')
    const stages = [
      { on: '2026-07-31', does: '欠条入账' },
      { on: '2026-09-30', does: '收回借款' },
    ]
    const found = await h.done('agency', audit.id, { form: { ...findings, found: 'some', stages } })
    expect(found).toMatchObject({ step: 'answer', dueOn: '2026-06-30' })
    const desk = await (await h.as('secretary-dongxi')).get<{ cards: { id: string }[] }>('/api/backlog')
    expect(desk.body.cards.map((c) => c.id)).toContain(audit.id)
    expect((await h.act('director-dongxi', audit.id, { form: { answer: '我替他说' } })).status).toBe(403)
    await h.done('secretary-dongxi', audit.id, { form: { answer: '借款是前任定的，我在催。' } })
  })

  it('the result is published before the election, fifteen days at least', async () => {
    h.to('2026-07-10')
    const concluded = await h.done('township', audit.id, { form: { conclusion: '基本尽责，两项要整改。' } })
    expect(concluded).toMatchObject({ step: 'leavingPosting', dueOn: '2026-08-19' })
    const posted = await h.done('clerk-dongxi', audit.id, {
      form: { summary: '审了六项，两项要改：欠条入账，收回借款。', boardOn: '2026-07-10' },
    })
    expect(posted).toMatchObject({ step: 'display', lapsesOn: '2026-07-26' })
    const seen = await h.see('villager-dongxi', audit.id)
    expect(seen.fields.conclusion).toContain('两项要整改')
    expect(JSON.stringify(seen)).not.toContain('镇审计组三人')
    const owed = await (await h.as()).get<{ cards: { id: string; title: string }[] }>(
      '/api/villages/dongxi/boards/village',
    )
    expect(owed.body.cards[0]).toMatchObject({ id: audit.id, title: '村书记离任经济责任审计结果' })
  })

  it('what was to be put right is put right by its days, checked, and published too', async () => {
    h.to('2026-07-26')
    await h.sweep()
    const working = await h.see('township', audit.id)
    expect(working).toMatchObject({ step: 'rectification', dueOn: '2026-07-31' })
    const one = await h.done('secretary-dongxi', audit.id, {
      outcome: 'progress',
      form: { progress: '欠条入账了', stagesDone: 1 },
    })
    expect(one.dueOn).toBe('2026-09-30')
    h.to('2026-10-09')
    const monitor = await (await h.as('township')).get<{ cards: { id: string }[] }>(
      `/api/backlog?scope=township&village=dongxi&mark=${encodeURIComponent('计')}`,
    )
    expect(monitor.body.cards.map((c) => c.id)).toContain(audit.id)
    await h.done('secretary-dongxi', audit.id, { outcome: 'done', form: { progress: '借款收回了', stagesDone: 2 } })
    await h.done('township', audit.id, { outcome: 'again', form: { opinion: '利息没有收。' } })
    await h.done('director-dongxi', audit.id, { outcome: 'done', form: { progress: '利息也收了' } })
    await h.done('township', audit.id, { outcome: 'accepted', form: { opinion: '都改好了。' } })
    await h.done('clerk-dongxi', audit.id, {
      form: { result: '欠条入账，借款连利息收回。', resultBoardOn: '2026-10-09' },
    })
    h.to('2026-10-25')
    await h.sweep()
    const closed = await h.see('villager-dongxi', audit.id)
    expect(closed).toMatchObject({ step: 'closed', outcome: 'served' })
    for (const person of ['villager-dongxi', 'township'])
      expect(verify((await h.see(person, audit.id)).log)).toEqual([])
  })
})
