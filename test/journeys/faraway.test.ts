import type { RaisingView, SessionRunView } from '@shared/schemas/requestViews'
import type { CaseView } from '@shared/schemas/views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EngineName, openHouse, type TestHouse } from '../support/house'
import { pictures } from '../support/pictures'
import { recordings } from '../support/recordings'

const refusal = ({ body }: { body: unknown }) => (body as { refusal: string }).refusal
const says = ({ body }: { body: unknown }) => (body as { says: string }).says

describe.each<EngineName>(['sqlite', 'dynamo'])('a migrant raises from far away, on %s', (engine) => {
  let h: TestHouse
  let raised: CaseView
  const form = { text: '我家老屋边的路灯坏了，爸妈晚上出门摸黑。', category: 'utilities', visibility: 'villagers' }
  const send = async (person: string, body: object) => (await h.as(person)).post<CaseView>('/api/cases', body)
  const wanted = { workflow: 'request', villageId: 'dongxi', form }
  beforeAll(async () => {
    h = await openHouse(engine, '2026-06-08T22:30:00+08:00')
  })
  afterAll(() => h.close())

  it('what was written without signal is sent when it returns, once, however often the phone tries', async () => {
    const voice = [await h.upload('villager-dongxi', recordings['audio/wav'](12), 'audio/wav', '语音.wav')]
    const photos = [await h.upload('villager-dongxi', pictures['image/jpeg'], 'image/jpeg', '灯.jpg')]
    const body = { ...wanted, actId: 'draft-of-that-night', form: { ...form, voice, photos } }
    const answers = await Promise.all([1, 2, 3].map(() => send('villager-dongxi', body)))
    expect(new Set(answers.map((a) => a.body.id)).size).toBe(1)
    raised = answers[0].body
    h.to('2026-06-09', '07:00')
    expect((await send('villager-dongxi', body)).body.number).toBe(raised.number)
    expect(raised.files.map((f) => f.seconds ?? f.type)).toEqual(expect.arrayContaining([12, 'image/jpeg']))
  })

  it('neither another village’s office nor a longer note, a tenth photo or a note in the wrong place is taken', async () => {
    const elsewhere = { ...wanted, actId: 'other-village', villageId: 'shatang' }
    expect(refusal(await send('villager-dongxi', elsewhere))).toBe('notYourTurn')
    await expect(h.upload('villager-dongxi', recordings['audio/wav'](300), 'audio/wav', '语音.wav')).rejects.toThrow(
      '录音最长1分钟',
    )
    const photo = await h.upload('villager-dongxi', pictures['image/png'])
    const ten = { ...wanted, actId: 'ten-photos', form: { ...form, photos: Array(10).fill(photo) } }
    expect(refusal(await send('villager-dongxi', ten))).toBe('badForm')
    const wrong = { ...wanted, actId: 'picture-as-voice', form: { ...form, voice: [photo] } }
    expect(refusal(await send('villager-dongxi', wrong))).toBe('badFile')
  })

  it('others see the words at once, and pictures and voice once the village has looked', async () => {
    const before = await h.see('neighbour-dongxi', raised.id)
    expect(before).toMatchObject({ files: [], waitingFiles: 2, mine: false })
    expect((await h.see('villager-dongxi', raised.id)).files).toHaveLength(2)
    await h.done('clerk-dongxi', raised.id, { outcome: 'urgent' })
    expect(await h.see('neighbour-dongxi', raised.id)).toMatchObject({
      waitingFiles: 0,
      files: [expect.anything(), expect.anything()],
    })
  })

  it('an urgent one waits for no session: three workdays from raising, the night of the 8th to the 11th', async () => {
    expect(await h.see('clerk-dongxi', raised.id)).toMatchObject({ step: 'urgentHearing', dueOn: '2026-06-11' })
    const { body } = await (await h.as('secretary-dongxi')).get<SessionRunView>(
      '/api/villages/dongxi/sessions/2026-06-10',
    )
    expect(body.agenda).toEqual([])
  })

  it('two in office handle it at once: one is first, the other is told, nothing is doubled', async () => {
    h.to('2026-06-10')
    const { seen } = await h.see('secretary-dongxi', raised.id)
    const act = (outcome: string) => ({
      ...{ actId: `at-once-${outcome}`, seen, outcome },
      form: { decision: '换灯', heldOn: '2026-06-10', ...(outcome === 'declined' && { ground: 'inHand' }) },
    })
    const both = await Promise.all([
      (await h.as('secretary-dongxi')).post<CaseView>(`/api/cases/${raised.id}/acts`, act('handle')),
      (await h.as('director-dongxi')).post<CaseView>(`/api/cases/${raised.id}/acts`, act('declined')),
    ])
    expect(both.map((b) => b.status).sort()).toEqual([200, 409])
    expect(refusal(both.find((b) => b.status === 409)!)).toBe('someoneActedFirst')
    expect((await h.see('clerk-dongxi', raised.id)).log.filter((e) => e.step === 'urgentHearing')).toHaveLength(1)
  })

  it('after five of a day the sixth waits for tomorrow', async () => {
    const left = async () =>
      (await (await h.as('neighbour-dongxi')).get<RaisingView>('/api/villages/dongxi/raising')).body.left
    expect(await left()).toBe(5)
    for (let n = 0; n < 5; n++) await h.open('neighbour-dongxi', 'request', { ...form, text: `第${n}盏灯不亮` })
    expect(await left()).toBe(0)
    const sixth = { ...wanted, actId: 'the-sixth' }
    expect(says(await send('neighbour-dongxi', sixth))).toContain('今天已经说了5件')
    h.to('2026-06-11', '00:01')
    expect((await send('neighbour-dongxi', sixth)).status).toBe(201)
  })
})
