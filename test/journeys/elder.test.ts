import type { MonitorView } from '@shared/schemas/monitorViews'
import type { SampleView, SessionRunView, SessionsView } from '@shared/schemas/requestViews'
import type { CaseView } from '@shared/schemas/views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clockwork } from '../../functions/clockwork'
import { type EngineName, openHouse, type TestHouse } from '../support/house'
import { pictures } from '../support/pictures'
import { recordings } from '../support/recordings'

const refusal = ({ body }: { body: unknown }) => (body as { refusal: string }).refusal
const says = ({ body }: { body: unknown }) => (body as { says: string }).says
const elder = '林阿公'

describe.each<EngineName>(['sqlite', 'dynamo'])('an elder’s matter, on %s', (engine) => {
  let h: TestHouse
  let told: CaseView
  const run = async (person: string | undefined, on: string) =>
    (await (await h.as(person)).get<SessionRunView>(`/api/villages/dongxi/sessions/${on}`)).body
  beforeAll(async () => {
    h = await openHouse(engine, '2026-06-01T09:00:00+08:00')
  })
  afterAll(() => h.close())

  it('is entered at the door by an office-holder, with a photo of the elder who agrees', async () => {
    const consent = [await h.upload('keeper-dongxi', pictures['image/jpeg'], 'image/jpeg', '同意.jpg')]
    const form = {
      ...{ text: '屋后水沟堵了，一下雨就进水。', category: 'environment', visibility: 'villagers', channel: 'door' },
      ...{ onBehalf: elder, onBehalfPhone: '二组老屋' },
    }
    const without = { actId: 'no-consent', workflow: 'request', villageId: 'dongxi', form }
    expect(says(await (await h.as('keeper-dongxi')).post('/api/cases', without))).toContain('录一段他同意的话')
    const other = { ...without, actId: 'by-neighbour', form: { ...form, consent } }
    expect(refusal(await (await h.as('neighbour-dongxi')).post('/api/cases', other))).toBe('badFile')
    told = await h.open('keeper-dongxi', 'request', { ...form, consent })
    expect(told).toMatchObject({ step: 'acknowledgement', dueOn: '2026-06-02', category: '环境卫生' })
    const seen = await h.see('villager-dongxi', told.id)
    expect(JSON.stringify(seen)).not.toContain(elder)
    expect(JSON.stringify(seen)).not.toContain('二组老屋')
    expect(seen.files).toEqual([])
  })

  it('is taken in hand within a workday and stands on the next session’s agenda', async () => {
    h.to('2026-06-02')
    await h.done('clerk-dongxi', told.id, { outcome: 'acknowledged' })
    expect((await h.see('clerk-dongxi', told.id)).dueOn).toBe('2026-06-10')
    expect((await run('secretary-dongxi', '2026-06-10')).agenda.map((c) => c.id)).toEqual([told.id])
  })

  it('an evening session is added, and it is heard there, without anything having been moved by hand', async () => {
    h.to('2026-06-03')
    const extra = { change: 'add', on: '2026-06-05', kind: 'evening', startsAt: '19:00', place: '二组晒谷场' }
    const path = '/api/villages/dongxi/sessions'
    expect(refusal(await (await h.as('villager-dongxi')).post(path, { ...extra, hosts: '书记' }))).toBe('notInScope')
    const nowhere = await (await h.as('clerk-dongxi')).post(path, { ...extra, on: '2026-02-31', hosts: '书记' })
    expect(nowhere.status).toBe(400)
    expect(says(nowhere)).toContain('没有这一天')
    const { body } = await (await h.as('clerk-dongxi')).post<SessionsView>(path, { ...extra, hosts: '书记、主任' })
    expect(body.sessions[0]).toMatchObject({ on: '2026-06-05', kind: 'evening', place: '二组晒谷场' })
    expect((await h.see('clerk-dongxi', told.id)).dueOn).toBe('2026-06-05')
    expect((await run('secretary-dongxi', '2026-06-10')).agenda).toEqual([])
    expect((await run('secretary-dongxi', '2026-06-05')).agenda.map((c) => c.id)).toEqual([told.id])
  })

  it('after the cut-off the meeting opens by itself, once, and whoever raised it is reminded, once', async () => {
    h.to('2026-06-04', '17:59')
    await clockwork(h.house)
    expect((await run('secretary-dongxi', '2026-06-05')).session.case).toBeUndefined()
    h.to('2026-06-04', '18:01')
    await clockwork(h.house)
    await clockwork(h.house)
    const { session } = await run('secretary-dongxi', '2026-06-05')
    expect(session.case).toBeDefined()
    const { log } = await h.see('keeper-dongxi', told.id)
    expect(log.filter((e) => e.aside === 'reminded').map((e) => e.values)).toEqual([
      { sessionOn: '2026-06-05', startsAt: '19:00', place: '二组晒谷场' },
    ])
  })

  it('is heard in the evening: the secretary names who handles it, who takes it', async () => {
    h.to('2026-06-05', '19:20')
    const { session } = await run('secretary-dongxi', '2026-06-05')
    const act = {
      ...{ actId: `heard:${session.case}:${told.id}`, outcome: 'handle' },
      form: { decision: '主任带人清沟', heldOn: '2026-06-05', attended: 6, owner: 'director-dongxi' },
    }
    await h.done('secretary-dongxi', told.id, act)
    // sent again from another phone it stays one entry
    const again = await h.act('secretary-dongxi', told.id, act)
    expect(again.status).toBe(200)
    const heard = await h.see('clerk-dongxi', told.id)
    expect(heard.log.filter((e) => e.step === 'hearing' && !e.aside)).toHaveLength(1)
    expect(heard).toMatchObject({ step: 'handling', dueOn: '2026-06-12', offered: expect.stringContaining('主任') })
    await h.done('director-dongxi', told.id, { aside: 'accept' })
    expect((await h.see('clerk-dongxi', told.id)).offered).toBeUndefined()
    const after = await run('secretary-dongxi', '2026-06-05')
    expect(after.heard.map(({ card, decided }) => [card.id, decided])).toEqual([[told.id, 'handle']])
    expect(after.agenda).toEqual([])
  })

  it('the meeting is put on record with its roll, and a summary without names goes to the board', async () => {
    const meeting = (await run('secretary-dongxi', '2026-06-05')).session.case!
    const held = { outcome: 'held', form: { attended: 1, came: [elder, '何婶'], minutes: '听了一件。' } }
    expect(says(await h.act('secretary-dongxi', meeting, held))).toContain('不能少于2')
    await h.done('secretary-dongxi', meeting, { ...held, form: { ...held.form, attended: 6 } })
    expect(JSON.stringify(await h.see('villager-dongxi', meeting))).not.toContain(elder)
    h.to('2026-06-06')
    const posted = (summary: string) => ({ outcome: 'posted', form: { summary, boardOn: '2026-06-06' } })
    expect(says(await h.act('clerk-dongxi', meeting, posted(`${elder}家屋后清沟`)))).toContain('说事人的名字')
    await h.done('clerk-dongxi', meeting, posted('听了1件，村里办1件。'))
    const { body } = await (await h.as()).get<{ cards: { id: string; board: string }[] }>(
      '/api/villages/dongxi/boards/village',
    )
    expect(body.cards).toMatchObject([{ id: meeting, board: 'village' }])
  })

  it('is extended once, on the last day, and is late all the same', async () => {
    h.to('2026-06-12')
    const extend = { aside: 'extend', form: { days: 3, reason: '连着下雨' } }
    const extended = await h.done('director-dongxi', told.id, extend)
    expect(extended.dueOn).toBe('2026-06-15')
    expect(extended.dueHow!.join()).toContain('6月12日延期3天')
    expect(refusal(await h.act('director-dongxi', told.id, extend))).toBe('onlyOnce')
    h.to('2026-06-16')
    const { body } = await (await h.as('township')).get<MonitorView>('/api/townships/shiwan/monitor')
    expect(body.villages.find((v) => v.id === 'dongxi')!.cells['说/办']).toMatchObject({ open: 1, overdue: 1 })
    const gap = { outcome: 'done', form: { result: '【哪天】清过沟了。' } }
    expect(says(await h.act('director-dongxi', told.id, gap))).toContain('【哪天】')
    await h.done('director-dongxi', told.id, { outcome: 'done', form: { result: '6月16日清了沟，拉走两车泥。' } })
  })

  it('is rated in the elder’s own words by one who didn’t handle it, and by nobody else', async () => {
    h.to('2026-06-18')
    const rated = (proof?: string[]) => ({
      outcome: 'unsatisfied',
      form: { reason: '沟口还是堵的', ...(proof && { proof }) },
    })
    expect(refusal(await h.act('villager-dongxi', told.id, rated()))).toBe('notYourTurn')
    expect(says(await h.act('keeper-dongxi', told.id, rated()))).toContain('录一段他自己说的话')
    const voice = [await h.upload('keeper-dongxi', recordings['audio/wav'](5), 'audio/wav', '他说.wav')]
    await h.done('keeper-dongxi', told.id, rated(voice))
    expect(await h.see('township', told.id)).toMatchObject({ step: 'reopening', dueOn: '2026-06-22' })
  })

  it('goes back through the township, is done again and rated again; a third time there isn’t', async () => {
    h.to('2026-06-19')
    await h.done('township', told.id, { outcome: 'sentBack', form: { finding: '沟口没有清到。' } })
    expect(await h.see('township', told.id)).toMatchObject({ step: 'secondHandling', dueOn: '2026-06-26' })
    h.to('2026-06-24')
    await h.done('director-dongxi', told.id, { outcome: 'done', form: { result: '沟口挖开，装了铁栅。' } })
    h.to('2026-06-25')
    const proof = [await h.upload('keeper-dongxi', pictures['image/png'], 'image/png', '他说.png')]
    await h.done('keeper-dongxi', told.id, { outcome: 'basically', form: { proof } })
    expect(await h.see('township', told.id)).toMatchObject({ step: 'closed', outcome: 'basically' })
  })

  it('is drawn by the township with a seed that is shown, and looked at again', async () => {
    h.to('2026-07-02')
    const path = '/api/townships/shiwan/sample'
    expect(refusal(await (await h.as('secretary-dongxi')).post(path, { month: '2026-06', many: 1 }))).toBe('notInScope')
    const { body } = await (await h.as('township')).post<SampleView>(path, { month: '2026-06', many: 1 })
    expect(body.drawn).toMatchObject({ of: 1, cards: [{ card: { id: told.id }, inspected: false }] })
    expect(refusal(await (await h.as('township')).post(path, { month: '2026-06', many: 1 }))).toBe('onlyOnce')
    const form = { verdict: 'done', finding: '铁栅在，没有积水，老人说好了。' }
    await h.done('township', told.id, { aside: 'inspection', form })
    const again = (await (await h.as('township')).get<SampleView>(`${path}?month=2026-06`)).body
    expect(again.drawn).toMatchObject({ seed: body.drawn!.seed, cards: [{ inspected: true }] })
    const seen = await h.see('villager-dongxi', told.id)
    expect(seen.log.at(-1)).toMatchObject({ aside: 'inspection', values: form })
    expect(JSON.stringify(seen)).not.toContain(elder)
  })
})
