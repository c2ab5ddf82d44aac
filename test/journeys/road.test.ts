import { verify } from '@shared/engine/chain'
import type { MonitorView } from '@shared/schemas/monitorViews'
import type { CaseView } from '@shared/schemas/views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EngineName, openHouse, type TestHouse } from '../support/house'
import { pictures } from '../support/pictures'
import { call, deliberation, partyMeeting, proposal, raisedRoad, resolution, toMatter } from './meetings'

describe.each<EngineName>(['sqlite', 'dynamo'])('a road is raised, decided, published and watched, on %s', (engine) => {
  let h: TestHouse
  let request: CaseView
  let matter: string
  beforeAll(async () => {
    h = await openHouse(engine)
  })
  afterAll(() => h.close())

  it('a villager raises it with a photo, gets a number and a receipt, and it joins the agenda of the 10th', async () => {
    h.to('2026-06-07')
    const photo = await h.upload('villager-dongxi', pictures['image/png'])
    request = await h.open('villager-dongxi', 'request', { ...raisedRoad, photos: [photo] })
    expect(request.number).toBe('东溪说-2026-0001')
    expect(request.log[0].hash).toMatch(/^[0-9a-f]{64}$/)
    expect(request.files[0]).toMatchObject({ id: photo, type: 'image/png' })
    const picture = await h.app.request(request.files[0].url)
    expect(picture.headers.get('content-type')).toBe('image/png')
    await h.done('clerk-dongxi', request.id, { outcome: 'acknowledged', form: {} })
    const seen = await h.see('villager-dongxi', request.id)
    expect(seen.step).toBe('hearing')
    expect(seen.dueOn).toBe('2026-06-10')
    const home = await (await h.as()).get<{ session: { on: string; waiting: number } }>('/api/villages/dongxi/home')
    expect(home.body.session).toMatchObject({ on: '2026-06-10', waiting: 1 })
  })

  it('another villager sees it without her name, nobody signed in sees it at all', async () => {
    const seen = await h.see('neighbour-dongxi', request.id)
    expect(seen.log[0].who).toBe('一位村民')
    expect((await (await h.as()).get(`/api/cases/${request.id}`)).status).toBe(404)
    expect((await (await h.as('villager-shatang')).get(`/api/cases/${request.id}`)).status).toBe(404)
  })

  it('the secretary turns it into a matter, linked both ways', async () => {
    h.to('2026-06-10', '10:00')
    const triaged = await h.done('secretary-dongxi', request.id, {
      outcome: 'decide',
      form: toMatter('2026-06-10'),
    })
    expect(triaged.step).toBe('waitingForMatter')
    expect(triaged.links.children).toHaveLength(1)
    matter = triaged.links.children[0].id
    const opened = await h.see('secretary-dongxi', matter)
    expect(opened).toMatchObject({ title: '三组到四组路面硬化', step: 'proposal', links: { from: { id: request.id } } })
  })

  it('records the four steps; 25 of 38 are refused (还差1人到会), 26 with 13 for would fail, 14 pass', async () => {
    h.to('2026-06-11')
    await h.done('secretary-dongxi', matter, { form: proposal('2026-06-11') })
    h.to('2026-06-12')
    await h.done('director-dongxi', matter, { form: deliberation('2026-06-12') })
    h.to('2026-06-15')
    const short = await h.act('secretary-dongxi', matter, { form: partyMeeting('2026-06-15', 30, 23) })
    expect(short.body).toMatchObject({ refusal: 'notQuorate' })
    await h.done('secretary-dongxi', matter, { form: partyMeeting('2026-06-15') })
    const tooSoon = await h.act('director-dongxi', matter, { form: call('2026-06-15', '2026-06-18') })
    expect(tooSoon.body).toMatchObject({ refusal: 'ruleNotMet', detail: { notBefore: '2026-06-19' } })
    await h.done('director-dongxi', matter, { form: call('2026-06-15', '2026-06-19') })
    const early = await h.act('director-dongxi', matter, { form: resolution('2026-06-15') })
    expect(early.body).toMatchObject({ refusal: 'tooEarly', detail: { from: '2026-06-19' } })
    h.to('2026-06-19')
    const refused = await h.act('director-dongxi', matter, { form: resolution('2026-06-19', 25, 25) })
    expect(refused.status).toBe(422)
    expect(refused.body).toMatchObject({ refusal: 'notQuorate', detail: { short: 1 } })
    expect((refused.body as unknown as { says: string }).says).toContain('还差1人到会')
    const resolved = await h.done('director-dongxi', matter, { form: resolution('2026-06-19', 26, 14) })
    expect(resolved.step).toBe('announcement')
    expect(resolved.log.at(-1)?.effect.tally).toMatchObject({ eligible: 38, present: 26, for: 14 })
  })

  it('publishes the decision for fifteen days from the later of wall and app; it cannot be closed before', async () => {
    h.to('2026-06-20')
    const posted = await h.done('clerk-dongxi', matter, {
      form: { summary: '花四十八万六千元修路，八月十五前修好。', boardOn: '2026-06-19' },
    })
    expect(posted).toMatchObject({
      step: 'decisionDisplay',
      shown: { on: 'village', appOn: '2026-06-20', boardOn: '2026-06-19', untilOn: '2026-07-05' },
    })
    const board = await (await h.as()).get<{ cards: { id: string; title: string; until: string }[] }>(
      '/api/villages/dongxi/boards/village',
    )
    expect(board.body.cards[0]).toMatchObject({ id: matter, title: '三组到四组路面硬化表决结果', until: '2026-07-05' })
    h.to('2026-07-05')
    const early = await h.act('clerk-dongxi', matter, { outcome: 'served', form: {} })
    expect(early.status).toBe(403)
    expect((await h.see('clerk-dongxi', matter)).step).toBe('decisionDisplay')
    h.to('2026-07-06')
    expect((await h.see('clerk-dongxi', matter)).step).toBe('works')
  })

  it('the township sees village, step and overdue, and drills down to the case', async () => {
    h.to('2026-08-16')
    const monitor = (await (await h.as('township')).get<MonitorView>('/api/townships/shiwan/monitor')).body
    expect(monitor.villages[0]).toMatchObject({ name: '东溪村', overdue: 1 })
    expect(monitor.villages[0].cells['议/施']).toMatchObject({ open: 1, overdue: 1 })
    const drilled = await (await h.as('township')).get<{ cards: { id: string }[] }>(
      `/api/backlog?scope=township&village=dongxi&mark=${encodeURIComponent('议')}&seal=${encodeURIComponent('施')}`,
    )
    expect(drilled.body.cards.map((c) => c.id)).toEqual([matter])
    expect((await (await h.as('villager-dongxi')).get('/api/townships/shiwan/monitor')).status).toBe(403)
  })

  it('works are carried out, the result hangs fifteen days, the case closes and she rates the answer', async () => {
    await h.done('director-dongxi', matter, {
      outcome: 'progress',
      form: { progress: '路基做好了', spent: 20_000_000 },
    })
    await h.done('director-dongxi', matter, { outcome: 'finished', form: { progress: '修好了', spent: 48_000_000 } })
    const posted = await h.done('clerk-dongxi', matter, {
      form: { result: '硬化1.2公里，验收合格', spent: 48_000_000, resultBoardOn: '2026-08-16' },
    })
    expect(posted).toMatchObject({ step: 'reportDisplay', shown: { untilOn: '2026-08-31' } })
    h.to('2026-08-31')
    await h.sweep()
    expect((await h.see('villager-dongxi', request.id)).step).toBe('waitingForMatter')
    h.to('2026-09-01')
    await h.sweep()
    await h.sweep()
    expect(await h.see('villager-dongxi', matter)).toMatchObject({
      step: 'closed',
      closedOn: '2026-09-01',
      outcome: 'served',
    })
    const waiting = await h.see('villager-dongxi', request.id)
    expect(waiting.step).toBe('rating')
    expect(waiting.log.filter((e) => e.outcome === 'concluded')).toHaveLength(1)
    const rated = await h.done('villager-dongxi', request.id, { outcome: 'satisfied', form: { reason: '路好走了' } })
    expect(rated).toMatchObject({ step: 'closed', outcome: 'satisfied' })
  })

  it('every log verifies, as the villager and as the township see it', async () => {
    for (const person of ['villager-dongxi', 'township', 'neighbour-dongxi'])
      for (const id of [request.id, matter]) expect(verify((await h.see(person, id)).log)).toEqual([])
  })
})
