import { verify } from '@shared/engine/chain'
import type { CaseView } from '@shared/schemas/views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EngineName, openHouse, type TestHouse } from '../support/house'
import { contract, decidedRoad } from './decided'

const paper = (more: Record<string, unknown> = {}) => ({
  ...{ sealKind: 'committee', paper: 'certificate', document: '居住证明', purpose: '孩子上学', copies: 1 },
  ...{ applicant: '本人', written: 'whole', ...more },
})

describe.each<EngineName>(['sqlite', 'dynamo'])('a guarantee asks for the seal, on %s', (engine) => {
  let h: TestHouse
  beforeAll(async () => {
    h = await openHouse(engine)
  })
  afterAll(() => h.close())

  let asked = 0
  const refused = async (person: string, form: Record<string, unknown>) => {
    const answer = await (await h.as(person)).post<{ refusal: string; says: string; detail?: { field?: string } }>(
      '/api/cases',
      {
        ...{ actId: `seal-asked-${++asked}`, workflow: 'sealReview', villageId: 'dongxi', form },
      },
    )
    expect(answer.status).toBe(422)
    return answer.body
  }

  it('the committee’s seal on a guarantee is refused by law, the collective’s too, and nothing is opened', async () => {
    expect((await refused('clerk-dongxi', paper({ paper: 'guarantee', document: '贷款担保书' }))).says).toMatch(
      /不得提供担保.*第十三条/,
    )
    const collective = await refused('collective-dongxi', paper({ paper: 'guarantee', sealKind: 'collective' }))
    expect(collective.says).toMatch(/农村集体经济组织法第三十五条.*浙江省农村集体资产管理条例第十六条/)
    const list = await (await h.as('clerk-dongxi')).get<{ cards: unknown[] }>(
      '/api/villages/dongxi/cases?workflow=sealReview',
    )
    expect(list.body.cards).toEqual([])
  })

  it('called by another name it is found by its words; a contract doesn’t begin by itself; blank paper is refused', async () => {
    expect(
      (await refused('clerk-dongxi', paper({ paper: 'letter', document: '为渔业公司贷款作连带责任保证' }))).detail,
    ).toMatchObject({
      field: 'notGuarantee',
    })
    expect((await refused('clerk-dongxi', paper({ paper: 'contract' }))).says).toContain('按决议申请用章')
    expect((await refused('villager-dongxi', paper({ written: 'blank' }))).says).toContain('空白')
    expect((await refused('clerk-dongxi', paper({ decision: '沙塘议-2026-0001' }))).says).toContain('不能自己填')
  })

  let certificate: CaseView
  it('a certificate is asked for by a villager, approved by one who doesn’t keep the seal, stamped by the keeper', async () => {
    certificate = await h.open('villager-dongxi', 'sealReview', paper())
    expect(certificate).toMatchObject({ step: 'approval', title: '居住证明', number: '东溪章-2026-0001' })
    expect((await h.act('villager-dongxi', certificate.id, { outcome: 'agreed' })).status).toBe(403)
    expect((await h.act('keeper-dongxi', certificate.id, { outcome: 'agreed' })).status).toBe(403)
    const keeper = (await h.house.stores.people.get('keeper-dongxi'))!
    const both = { role: 'director' as const, place: 'dongxi', title: '村委会主任', from: '2026-01-01' }
    await h.house.stores.people.save({ ...keeper, posts: [...keeper.posts, both] })
    const own = await h.act('keeper-dongxi', certificate.id, { outcome: 'agreed' })
    expect(own).toMatchObject({ status: 422, body: { says: expect.stringContaining('管章的人不能审批') } })
    await h.house.stores.people.save(keeper)
    const bare = await h.act('director-dongxi', certificate.id, { outcome: 'returned' })
    expect((bare.body as unknown as { says: string }).says).toContain('选一个原因')
    await h.done('director-dongxi', certificate.id, { outcome: 'agreed', form: {} })
    const stamped = { stampedOn: '2026-06-01', stamped: 1, where: 'office' }
    const more = await h.act('keeper-dongxi', certificate.id, { outcome: 'stamped', form: { ...stamped, stamped: 2 } })
    expect((more.body as unknown as { says: string }).says).toContain('批的是1份')
    const done = await h.done('keeper-dongxi', certificate.id, { outcome: 'stamped', form: stamped })
    expect(done).toMatchObject({ step: 'closed', outcome: 'stamped' })
  })

  it('the register shows it to villagers without the name of who asked', async () => {
    type Register = { rows: { number: string; document: string; applicant?: string; voidOn?: string }[] }
    const register = async (person: string) =>
      (await (await h.as(person)).get<Register>('/api/villages/dongxi/seals?month=2026-06')).body.rows
    expect(await register('neighbour-dongxi')).toMatchObject([{ number: '东溪章-2026-0001', document: '居住证明' }])
    expect((await register('neighbour-dongxi'))[0].applicant).toBeUndefined()
    expect((await register('clerk-dongxi'))[0].applicant).toBe('本人')
    await h.done('keeper-dongxi', certificate.id, {
      aside: 'void',
      form: { voidOn: '2026-06-01', reason: '写错了名字', back: 1 },
    })
    expect((await register('neighbour-dongxi'))[0].voidOn).toBe('2026-06-01')
  })

  let road: string
  it('a contract draws on a decision that passed: to the fen, not one more, and two don’t have the same money', async () => {
    road = await decidedRoad(h)
    const over = await h.act('clerk-dongxi', road, { aside: 'sealPaper', form: contract(48_600_001) })
    expect(over).toMatchObject({ status: 422, body: { refusal: 'moneyExceeded' } })
    const drawn = await h.done('clerk-dongxi', road, { aside: 'sealPaper', form: contract(40_000_000) })
    expect(drawn).toMatchObject({ pledged: 40_000_000, drawn: 0 })
    const again = await h.act('director-dongxi', road, { aside: 'sealPaper', form: contract(8_600_001) })
    expect(again).toMatchObject({ body: { refusal: 'moneyExceeded', says: expect.stringContaining('还剩86000.00元') } })
    const guarantee = contract(1, { document: '给施工队的担保合同' })
    expect((await h.act('director-dongxi', road, { aside: 'sealPaper', form: guarantee })).status).toBe(422)
  })

  it('another village’s decision can’t be drawn on: whoever tries isn’t of that village', async () => {
    const foreign = await h.act('clerk-shatang', road, { aside: 'sealPaper', form: contract(1) })
    expect(foreign).toMatchObject({ status: 403, body: { refusal: 'notYourTurn' } })
    const linked = await (await h.as('clerk-shatang')).post<{ says: string }>('/api/cases', {
      ...{ actId: 'seal-foreign', workflow: 'sealReview', villageId: 'shatang', form: paper(), from: road },
    })
    expect(linked).toMatchObject({ status: 403, body: { says: expect.stringContaining('不在这个村') } })
  })

  it('it is signed by two and stamped; refused it gives the money back, void too', async () => {
    const first = (await h.see('clerk-dongxi', road)).links.children.find((c) => c.workflow === 'sealReview')!
    const seal = await h.see('clerk-dongxi', first.id)
    expect(seal).toMatchObject({ step: 'approval', links: { from: { id: road } } })
    expect(seal.fields).toMatchObject({ decision: expect.stringMatching(/^东溪议-2026-/), amount: 40_000_000 })
    await h.done('director-dongxi', seal.id, { outcome: 'agreed', form: {} })
    expect((await h.act('director-dongxi', seal.id, { outcome: 'agreed' })).status).toBe(403)
    await h.done('secretary-dongxi', seal.id, { outcome: 'agreed', form: {} })
    await h.done('keeper-dongxi', seal.id, {
      outcome: 'stamped',
      form: { stampedOn: '2026-07-06', stamped: 2, where: 'office' },
    })
    await h.done('clerk-dongxi', road, { aside: 'sealPaper', form: contract(8_600_000, { document: '监理合同' }) })
    await h.sweep()
    const second = (await h.see('clerk-dongxi', road)).links.children.find((c) => c.title === '监理合同')!
    await h.done('director-dongxi', second.id, { outcome: 'refused', form: { ground: 'decision' } })
    await h.sweep()
    expect((await h.see('clerk-dongxi', road)).pledged).toBe(40_000_000)
    await h.done('keeper-dongxi', seal.id, {
      aside: 'void',
      form: { voidOn: '2026-07-06', reason: '对方不做了', back: 2 },
    })
    await h.sweep()
    await h.sweep()
    const after = await h.see('township', road)
    expect(after.pledged).toBe(0)
    expect(after.log.filter((e) => e.aside === 'paperUnstamped')).toHaveLength(2)
    for (const id of [road, seal.id, certificate.id])
      expect(verify((await h.see('villager-dongxi', id)).log)).toEqual([])
  })

  it('the month’s register becomes the month’s notice without typing, and without a name', async () => {
    type Drawn = { rows: Record<string, string | number>[] }
    const drawn = await (await h.as('clerk-dongxi')).get<Drawn>(
      '/api/villages/dongxi/drawn-up?kind=sealUses&period=2026-07',
    )
    expect(drawn.body.rows).toMatchObject([{ on: '2026-07-06', document: '路面硬化施工合同', copies: 2, note: '作废' }])
    expect(JSON.stringify(drawn.body)).not.toContain('海湾施工队')
    const sheet = await (await h.as('clerk-dongxi')).post<{ sheet: { id: string }; problems: unknown[] }>(
      '/api/villages/dongxi/sheets',
      { kind: 'sealUses', rows: drawn.body.rows, period: '2026-07' },
    )
    expect(sheet.body.problems).toEqual([])
    h.to('2026-08-01')
    const notice = await h.open('clerk-dongxi', 'notice', {
      ...{
        title: '7月用章登记',
        board: 'village',
        item: 'V18',
        period: '2026-07',
        audience: 'villagers',
        summary: '7月盖章一次，后来作废。',
      },
      sheet: sheet.body.sheet.id,
    })
    expect(notice.step).toBe('submission')
  })
})
