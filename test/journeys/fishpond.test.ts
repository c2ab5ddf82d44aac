import { verify } from '@shared/engine/chain'
import type { CaseView } from '@shared/schemas/views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EngineName, openHouse, type TestHouse } from '../support/house'
import { rosterOf901 } from './members'

const people = { startsAt: '19:00', place: '村文化礼堂', minutes: '到会的人都说了意见，记在会议簿上。' }
const votes = (present: number, yes = present, no = present - yes) => ({
  ...{ present, votesFor: yes, votesAgainst: no, votesAbstain: present - yes - no },
})

describe.each<EngineName>(['sqlite', 'dynamo'])('a fishpond is leased by the collective’s members, on %s', (engine) => {
  let h: TestHouse
  let pond: CaseView
  const list = async (kind: string, rows: readonly object[]) => {
    const { body } = await (await h.as('clerk-dongxi')).post<{ sheet?: { id: string }; problems: unknown[] }>(
      '/api/villages/dongxi/sheets',
      { kind, rows },
    )
    expect(body.problems).toEqual([])
    return body.sheet!.id
  }
  const refusedAs = async (person: string, form: Record<string, unknown>) => {
    const { status, body } = await h.act(person, pond.id, { form })
    expect(status).toBe(422)
    return body as unknown as { refusal: string; says: string; detail?: Record<string, unknown> }
  }
  beforeAll(async () => {
    h = await openHouse(engine)
  })
  afterAll(() => h.close())

  it('the new roster is handed in, read by another, and counts 901 from its day on, not before', async () => {
    const change = await h.open('clerk-dongxi', 'rosterChange', {
      ...{ title: '2026年核对成员名册', kind: 'whole', effectiveOn: '2026-06-02', reason: '年初清产核资以后重新核对' },
      sheet: await list('roster', rosterOf901()),
    })
    const own = await h.act('clerk-dongxi', change.id, { outcome: 'agreed', form: {} })
    expect(own.status).toBe(403)
    await h.done('supervisor-dongxi', change.id, { outcome: 'agreed', form: { opinion: '和户口簿对过' } })
    const rolls = async (on: string) =>
      (
        await (
          await h.as('clerk-dongxi')
        ).get<{ rolls: { roll: string; eligible: number }[] }>(`/api/villages/dongxi/rolls?on=${on}`)
      ).body.rolls.find((r) => r.roll === 'collectiveCapable')!.eligible
    expect(await rolls('2026-06-02')).toBe(901)
    expect(await rolls('2026-06-01')).not.toBe(901)
  })

  it('it is about what the collective leases: representatives of the village may not decide it', async () => {
    h.to('2026-06-03')
    const form = { title: '东大塘鱼塘出租', topic: 'operation', plan: '租五年，一年六万元，公开招租' }
    const open = (workflow: string, more = {}) =>
      h.as('collective-dongxi').then((me) =>
        me.post<{ refusal: string; says: string }>('/api/cases', {
          ...{
            actId: `pond-${workflow}-${Object.keys(more)}`,
            workflow,
            villageId: 'dongxi',
            form: { ...form, ...more },
          },
        }),
      )
    const wrong = await (await h.as('secretary-dongxi')).post<{ says: string }>('/api/cases', {
      ...{ actId: 'pond-wrong-body', workflow: 'matterOfRepresentatives', villageId: 'dongxi', form },
    })
    expect(wrong.status).toBe(422)
    expect(wrong.body.says).toMatch(/不能由村民代表会议定，要开集体成员大会或者集体成员代表大会.*第二十六条/)
    expect((await open('matterOfMemberRepresentatives', { topic: 'compensation' })).body.says).toContain(
      '要开集体成员大会',
    )
    const opened = await open('matterOfMembers')
    expect(opened.status).toBe(201)
    pond = opened.body as unknown as CaseView
  })

  it('the branch studies it, both committees talk it over; one with an interest stays in 应到 and doesn’t vote', async () => {
    await h.done('secretary-dongxi', pond.id, {
      form: {
        ...{ ...people, heldOn: '2026-06-03', ...votes(5), plan: '租五年，一年六万元，公开招租' },
        ...{ budget: 30_000_000, funds: 'collective', finishBy: '2026-12-31' },
      },
    })
    h.to('2026-06-04')
    const recused = { ...people, heldOn: '2026-06-04', present: 9, votesFor: 8, votesAgainst: 0, votesAbstain: 0 }
    expect((await refusedAs('director-dongxi', { ...recused, notVoting: 1 })).says).toContain('为什么回避')
    const done = await h.done('director-dongxi', pond.id, {
      form: {
        ...recused,
        notVoting: 1,
        notVotingWhy: '委员的弟弟想承包',
        plan: '租五年，一年不少于六万元，进交易中心公开招租',
      },
    })
    expect(done.step).toBe('planPosting')
    expect(done.log.at(-1)!.effect.tally).toMatchObject({ eligible: 9, present: 9, for: 8, notVoting: 1 })
  })

  it('over the county’s amount it names the exchange; the plan hangs fifteen days and takes comments', async () => {
    const plan = { planSummary: '东大塘出租五年，一年不少于六万元，七月底开成员大会定。', planBoardOn: '2026-06-04' }
    expect((await refusedAs('clerk-dongxi', plan)).says).toContain('农村产权交易市场')
    const hung = await h.done('clerk-dongxi', pond.id, { form: { ...plan, exchange: '县农村产权交易中心' } })
    expect(hung).toMatchObject({ step: 'planDisplay', lapsesOn: '2026-06-20', shown: { untilOn: '2026-06-19' } })
    const board = await (await h.as()).get<{ cards: { id: string; title: string }[] }>(
      '/api/villages/dongxi/boards/village',
    )
    expect(board.body.cards[0]).toMatchObject({ id: pond.id, title: '东大塘鱼塘出租（征求意见）' })
    h.to('2026-06-08')
    await h.done('villager-dongxi', pond.id, { aside: 'comment', form: { comment: '租期太长，先租三年。' } })
    const personal = await h.act('villager-dongxi', pond.id, {
      aside: 'comment',
      form: { comment: '打我电话13812345678' },
    })
    expect(personal.status).toBe(422)
    const outside = await h.act('villager-shatang', pond.id, { aside: 'comment', form: { comment: '我也想租' } })
    expect(outside.status).toBe(403)
    const early = await h.act('secretary-dongxi', pond.id, { form: {} })
    expect(early.status).toBe(403)
    h.to('2026-06-20')
    await h.sweep()
    const seen = await h.see('villager-dongxi', pond.id)
    expect(seen.step).toBe('partyMeeting')
    const after = await (await h.as()).get<{ cards: { id: string }[] }>('/api/villages/dongxi/boards/village')
    expect(after.body.cards.map((c) => c.id)).not.toContain(pond.id)
  })

  it('the party meets; what was changed after the comments is pointed at', async () => {
    h.to('2026-06-24')
    const done = await h.done('secretary-dongxi', pond.id, {
      form: {
        ...{ ...people, heldOn: '2026-06-24', draftSentOn: '2026-06-20', ...votes(40, 38) },
        plan: '租三年，一年不少于六万元，进交易中心公开招租',
      },
    })
    expect(done.step).toBe('call')
    const office = await h.see('secretary-dongxi', pond.id)
    expect(office.log.at(-1)!.remarks.map((r) => r.remark)).toContain('planChangedAfterComments')
  })

  const members = (heldOn: string, present: number, yes: number, more: Record<string, unknown> = {}) => ({
    ...{ ...people, heldOn, ...votes(present, yes), supervised: true, comments: '有人提租期太长，改成三年。' },
    ...{ resolution: '同意东大塘出租三年，一年不少于六万元，进交易中心公开招租。', ...more },
  })

  it('ten days’ notice: called on the 24th it can be held on the 5th, not on the 4th, nor recorded before', async () => {
    const notice = (meetOn: string) => ({
      ...{ noticeOn: '2026-06-24', meetOn, meetAt: '18:30', meetPlace: '村文化礼堂', agenda: '东大塘鱼塘出租' },
    })
    expect(await refusedAs('collective-dongxi', notice('2026-07-04'))).toMatchObject({
      detail: { notBefore: '2026-07-05' },
    })
    await h.done('collective-dongxi', pond.id, { form: notice('2026-07-05') })
    h.to('2026-07-04')
    expect(await refusedAs('collective-dongxi', members('2026-07-04', 601, 601))).toMatchObject({ refusal: 'tooEarly' })
  })

  it('600 of 901 come: no meeting, one is short, and it says what may be done', async () => {
    h.to('2026-07-05', '21:00')
    const short = await refusedAs('collective-dongxi', members('2026-07-05', 600, 600))
    expect(short).toMatchObject({ refusal: 'notQuorate', detail: { needed: 601, present: 600, short: 1 } })
    expect(short.says).toMatch(/还差1人到会.*重新提前10天通知再开.*在线参加.*书面委托/)
    expect((await refusedAs('collective-dongxi', members('2026-07-05', 902, 902))).refusal).toBe('tallyWrong')
    expect(
      (await refusedAs('collective-dongxi', { ...members('2026-07-05', 601, 601), supervised: false })).says,
    ).toContain('监事会')
    expect((await h.see('collective-dongxi', pond.id)).step).toBe('resolution')
  })

  it('it is sent back to be called again, with the reason for all to read', async () => {
    const back = await h.done('secretary-dongxi', pond.id, {
      aside: 'sendBack',
      form: { to: 'call', reason: '七月五日只到了600人，差1人' },
    })
    expect(back.step).toBe('call')
    const again = {
      noticeOn: '2026-07-06',
      meetOn: '2026-07-17',
      meetAt: '18:30',
      meetPlace: '村文化礼堂',
      agenda: '东大塘鱼塘出租',
    }
    h.to('2026-07-06')
    await h.done('collective-dongxi', pond.id, { form: again })
    const seen = await h.see('villager-dongxi', pond.id)
    expect(seen.log.find((e) => e.aside === 'sendBack')!.values.reason).toContain('差1人')
  })

  it('reconvened, everyone is ticked once: online and by proxy of the household where the law lets them', async () => {
    h.to('2026-07-17', '21:00')
    const ticked = (count: number) => Array.from({ length: count }, (_, i) => ({ no: `m${i}`, how: 'signed' }))
    const form = async (rows: readonly object[], more = {}) =>
      members('2026-07-17', rows.length, rows.length, { roll: await list('roll', rows), ...more })
    // two whose heads are on one household with someone who came: m301 with m1, m302 with m2
    const away = [
      { no: 'm700', how: 'online' },
      { no: 'm601', how: 'proxy', by: 'm1' },
    ]
    const said = { online: 1, proxies: 1 }
    expect(
      (await refusedAs('collective-dongxi', await form([...ticked(599), { no: 'child', how: 'signed' }], {}))).says,
    ).toContain('child不在')
    const stranger = { no: 'm601', how: 'proxy', by: 'm2' }
    expect(
      (await refusedAs('collective-dongxi', await form([...ticked(600), stranger], { proxies: 1 }))).says,
    ).toContain('同一户')
    expect((await refusedAs('collective-dongxi', await form([...ticked(599), ...away]))).says).toContain('表里没有填')
    const roll = await form([...ticked(599), ...away], said)
    expect((await refusedAs('collective-dongxi', { ...roll, present: 602, votesFor: 602 })).says).toContain('实到是601')
    const done = await h.done('collective-dongxi', pond.id, { form: roll })
    expect(done.step).toBe('announcement')
    expect(done.log.at(-1)!.effect.tally).toMatchObject({
      eligible: 901,
      all: 901,
      present: 601,
      for: 601,
      online: 1,
      proxies: 1,
    })
    expect(done.log.at(-1)!.effect.tally!.rollHash).toMatch(/^[0-9a-f]{64}$/)
    // who came is the office's: a villager is sent the figures alone
    const seen = await h.see('villager-dongxi', pond.id)
    expect(seen.log.at(-1)!.values.roll).toBeUndefined()
    expect(seen.log.at(-1)!.values.present).toBe(601)
  })

  it('the decision hangs, the pond is leased, the result hangs, and only then is it closed', async () => {
    h.to('2026-07-18')
    await h.done('clerk-dongxi', pond.id, {
      form: { summary: '东大塘出租三年，一年不少于六万元。', boardOn: '2026-07-18' },
    })
    h.to('2026-08-03')
    await h.sweep()
    await h.done('collective-dongxi', pond.id, {
      outcome: 'finished',
      form: { progress: '签了合同，交了第一年租金。', spent: 0 },
    })
    await h.done('clerk-dongxi', pond.id, {
      form: { result: '租给出价最高的人，一年六万三千元。', spent: 0, resultBoardOn: '2026-08-03' },
    })
    h.to('2026-08-18')
    await h.sweep()
    expect((await h.see('villager-dongxi', pond.id)).step).toBe('reportDisplay')
    h.to('2026-08-19')
    await h.sweep()
    const seen = await h.see('villager-dongxi', pond.id)
    expect(seen).toMatchObject({ step: 'closed', outcome: 'served', closedOn: '2026-08-19' })
    for (const person of ['villager-dongxi', 'township']) expect(verify((await h.see(person, pond.id)).log)).toEqual([])
  })
})
