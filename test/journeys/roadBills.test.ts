import { verify } from '@shared/engine/chain'
import type { CaseView } from '@shared/schemas/views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EngineName, openHouse, type TestHouse } from '../support/house'
import { bill, decidedRoad } from './decided'

describe.each<EngineName>(['sqlite', 'dynamo'])('a road’s bills become the month’s accounts, on %s', (engine) => {
  let h: TestHouse
  let road: string
  beforeAll(async () => {
    h = await openHouse(engine)
    road = await decidedRoad(h)
  })
  afterAll(() => h.close())

  const says = (answer: { body: unknown }) => (answer.body as { says: string }).says
  let asked = 0
  const post = async (person: string, form: Record<string, unknown>) =>
    (await h.as(person)).post<CaseView>('/api/cases', {
      ...{ actId: `bill-asked-${++asked}`, workflow: 'spending', villageId: 'dongxi', form },
    })
  /** Both signatures, the supervisors, the agency, payment and books. */
  const through = async (id: string, on: string, voucher: string) => {
    await h.done('director-dongxi', id, { outcome: 'signed', form: {} })
    await h.done('secretary-dongxi', id, { outcome: 'signed', form: {} })
    await h.done('supervisor-dongxi', id, { outcome: 'signed', form: {} })
    await h.done('agency', id, { outcome: 'signed', form: {} })
    await h.done('clerk-dongxi', id, { form: { paidOn: on, way: 'transfer' } })
    return h.done('agency', id, { form: { bookedOn: on, voucher } })
  }

  it('a small bill goes from who handled it through both signatures, the supervisors and the agency to the books', async () => {
    const opened = await post(
      'representative-dongxi',
      bill(900_000, '2026-07-05', { purpose: '路边清杂草', payee: '本村三户', billNo: 'A1' }),
    )
    expect(opened).toMatchObject({ status: 201, body: { step: 'headSign', number: '东溪支-2026-0001' } })
    const { id } = opened.body
    for (const [person, why] of [
      ['secretary-dongxi', '先主任'],
      ['supervisor-dongxi', '先签字'],
      ['agency', '没有走完'],
    ])
      expect((await h.act(person, id, { outcome: 'signed' })).status, why).toBe(403)
    const done = await through(id, '2026-07-06', '记-0701')
    expect(done).toMatchObject({ step: 'closed', outcome: 'booked' })
    expect((await post('clerk-dongxi', bill(800_000, '2026-07-05', { payee: '本村三户', billNo: 'A1' }))).status).toBe(
      422,
    )
  })

  it('over the line the two committees look first; not enough of them, and it waits', async () => {
    const opened = await post('clerk-dongxi', bill(1_000_001, '2026-07-05', { payee: '测量队' }))
    expect(opened.body.step).toBe('jointReview')
    const meeting = (present: number) => ({
      ...{ heldOn: '2026-07-06', startsAt: '19:00', place: '村委会二楼', minutes: '看过票据，同意。' },
      ...{ present, votesFor: present, votesAgainst: 0, votesAbstain: 0 },
    })
    expect(await h.act('director-dongxi', opened.body.id, { form: meeting(5) })).toMatchObject({
      body: { refusal: 'notQuorate' },
    })
    expect((await h.done('director-dongxi', opened.body.id, { form: meeting(6) })).step).toBe('headSign')
    await through(opened.body.id, '2026-07-06', '记-0702')
  })

  it('bills to one payee that together are over the line are pointed at, with the others’ numbers', async () => {
    const first = await post('clerk-dongxi', bill(3_000_000, '2026-07-05', { billNo: 'B1' }))
    const second = await post('clerk-dongxi', bill(2_500_000, '2026-07-06', { billNo: 'B2' }))
    expect(second.status).toBe(201)
    const remarks = second.body.log[0].remarks.map((r) => r.says).join()
    expect(remarks).toContain(first.body.number)
    expect(remarks).toContain('55,000元')
    expect((await post('clerk-dongxi', bill(5_000_001, '2026-07-06', { billNo: 'B3' }))).status).toBe(422)
    expect(says(await post('clerk-dongxi', bill(0, '2026-07-06')))).toContain('大于0')
    expect(says(await post('clerk-dongxi', bill(1, '2026-07-07')))).toContain('在今天以后')
  })

  it('the road’s own bill draws on its decision; refused, the money goes back', async () => {
    const drawn = await h.done('clerk-dongxi', road, {
      aside: 'spend',
      form: bill(20_000_000, '2026-07-06', { billNo: 'C1' }),
    })
    expect(drawn.drawn).toBe(20_000_000)
    const over = await h.act('clerk-dongxi', road, {
      aside: 'spend',
      form: bill(28_600_001, '2026-07-06', { billNo: 'C2' }),
    })
    expect(over.body).toMatchObject({ refusal: 'moneyExceeded' })
    await h.sweep()
    const child = (await h.see('clerk-dongxi', road)).links.children.find((c) => c.workflow === 'spending')!
    const seen = await h.see('director-dongxi', child.id)
    expect(seen.step).toBe('jointReview')
    const meeting = {
      ...{ heldOn: '2026-07-06', startsAt: '20:00', place: '村委会二楼', minutes: '石料没有到齐，先不付。' },
      ...{ present: 9, votesFor: 2, votesAgainst: 7, votesAbstain: 0 },
    }
    expect(await h.done('director-dongxi', child.id, { form: meeting })).toMatchObject({
      step: 'closed',
      outcome: 'failed',
    })
    await h.sweep()
    await h.sweep()
    const back = await h.see('clerk-dongxi', road)
    expect(back.drawn).toBe(0)
    expect(back.log.filter((e) => e.aside === 'billRefused')).toHaveLength(1)
  })

  it('paid and booked it is a line of July’s statement, with the decision’s number, and nobody types it again', async () => {
    h.to('2026-07-20')
    const stage = { progress: '路基做好了', spent: 10_000_000, stagesDone: 1 }
    const unposted = await h.act('director-dongxi', road, { outcome: 'progress', form: stage })
    expect(says(unposted)).toContain('公开一步')
    const progress = await h.done('director-dongxi', road, {
      outcome: 'progress',
      form: { ...stage, stageBoardOn: '2026-07-20' },
    })
    expect(progress).toMatchObject({ step: 'works', dueOn: '2026-08-10' })
    await h.done('clerk-dongxi', road, { aside: 'spend', form: bill(10_000_000, '2026-07-18', { billNo: 'C3' }) })
    await h.sweep()
    const child = (await h.see('clerk-dongxi', road)).links.children.find(
      (c) => c.workflow === 'spending' && !c.closed,
    )!
    const meeting = {
      ...{ heldOn: '2026-07-20', startsAt: '19:00', place: '村委会二楼', minutes: '验过石料，同意付。' },
      ...{ present: 9, votesFor: 9, votesAgainst: 0, votesAbstain: 0 },
    }
    await h.done('director-dongxi', child.id, { form: meeting })
    await through(child.id, '2026-07-20', '记-0703')
    h.to('2026-08-03')
    type Drawn = { rows: Record<string, string | number>[]; from: { number: string }[] }
    const clerk = await h.as('clerk-dongxi')
    const drawn = (await clerk.get<Drawn>('/api/villages/dongxi/drawn-up?kind=statement&period=2026-07')).body
    expect(drawn.rows.map((r) => r.voucher)).toEqual(['记-0701', '记-0702', '记-0703'])
    expect(drawn.rows[2]).toMatchObject({
      ...{ on: '2026-07-20', direction: 'out', category: '工程款', party: '海湾石料厂', amount: 10_000_000 },
      decision: (await h.see('clerk-dongxi', road)).number,
    })
    const out = drawn.rows.reduce((sum, r) => sum + Number(r.amount), 0)
    const sheet = await clerk.post<{ sheet: { id: string }; problems: unknown[] }>('/api/villages/dongxi/sheets', {
      ...{ kind: 'statement', period: '2026-07', opening: 20_000_000, closing: 20_000_000 - out, rows: drawn.rows },
    })
    expect(sheet.body.problems).toEqual([])
    const notice = await h.open('clerk-dongxi', 'notice', {
      ...{
        title: '7月收支',
        board: 'finance',
        item: 'F03',
        period: '2026-07',
        audience: 'everyone',
        summary: '7月修路付了石料款。',
      },
      sheet: sheet.body.sheet.id,
    })
    expect(notice.step).toBe('submission')
    expect(notice.sheet?.expense).toBe(out)
  })

  it('villagers never see a bill, who is paid, or who signed; every log verifies', async () => {
    const { children } = (await h.see('clerk-dongxi', road)).links
    for (const { id } of children) {
      expect((await (await h.as('villager-dongxi')).get(`/api/cases/${id}`)).status).toBe(404)
      expect(verify((await h.see('township', id)).log)).toEqual([])
    }
    const seen = await h.see('villager-dongxi', road)
    expect(JSON.stringify(seen)).not.toContain('海湾石料厂')
    expect(verify(seen.log)).toEqual([])
  })
})
