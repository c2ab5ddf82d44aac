import { addDays } from '@shared/engine/deadline'
import type { SessionRunView, SessionsView } from '@shared/schemas/requestViews'
import type { HomeView } from '@shared/schemas/views'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../functions/app'
import { clockwork } from '../../functions/clockwork'
import { crashing } from '../crash/crashing'
import { type EngineName, openHouse, type TestHouse } from '../support/house'

type Refused = { refusal: string; says: string; detail?: Record<string, unknown> }
type Told = SessionsView & Refused
type Run = SessionRunView & Refused

const lamps = { text: '晒谷场的灯不亮，晚上看不见路。', category: 'utilities', visibility: 'villagers' }
const evening = { change: 'add', kind: 'evening', startsAt: '19:00', place: '三组祠堂', hosts: '书记' }
const moved = { change: 'move', startsAt: '09:00', place: '文化礼堂', hosts: '主任', why: '书记去县里开会' }
const rule = { change: 'rule', startsAt: '08:30', place: '村委会一楼说事室', hosts: '书记', movesOffHolidays: true }

describe.each<EngineName>(['sqlite', 'dynamo'])('说事日 over HTTP on %s', (engine) => {
  let h: TestHouse
  beforeEach(async () => {
    h = await openHouse(engine)
  })
  afterEach(() => h.close())

  const read = async (person?: string, village = 'dongxi') =>
    (await h.as(person)).get<Told>(`/api/villages/${village}/sessions`)
  const change = async (person: string, body: Record<string, unknown>, village = 'dongxi') =>
    (await h.as(person)).post<Told>(`/api/villages/${village}/sessions`, body)
  const run = async (on: string, person: string | undefined = 'clerk-dongxi') =>
    (await h.as(person)).get<Run>(`/api/villages/dongxi/sessions/${on}`)
  const days = async () => (await read()).body.sessions.map((s) => s.on).slice(0, 4)
  const see = async (id: string) => h.see('clerk-dongxi', id)
  const waiting = async (form: Record<string, unknown> = {}, person = 'villager-dongxi') => {
    const { id } = await h.open(person, 'request', { ...lamps, ...form })
    return h.done('clerk-dongxi', id, { outcome: 'acknowledged' })
  }
  const ids = (cards: readonly { id: string }[]) => cards.map((c) => c.id)

  it('anyone reads the rule and a year ahead: the 20th of June is Dragon Boat and moves to the 22nd', async () => {
    const { status, body } = await read()
    expect([status, body.village, body.villageName, body.mayChange]).toEqual([200, 'dongxi', '东溪村', false])
    expect(body.rule).toEqual({
      ...{ days: [10, 20], startsAt: '08:30', place: '村委会一楼说事室', hosts: '村两委值班', movesOffHolidays: true },
      cutOff: { daysBefore: 1, at: '18:00' },
    })
    expect(body.sessions.slice(0, 2)).toEqual([
      {
        ...{ on: '2026-06-10', startsAt: '08:30', place: '村委会一楼说事室', hosts: '村两委值班', kind: 'fixed' },
        cutOff: '2026-06-09T18:00',
      },
      {
        ...{ on: '2026-06-22', startsAt: '08:30', place: '村委会一楼说事室', hosts: '村两委值班', kind: 'fixed' },
        ...{ cutOff: '2026-06-21T18:00', was: '2026-06-20', why: '端午放假，顺延' },
      },
    ])
    expect(body.sessions.length).toBe(24)
    expect([body.past, body.changes]).toEqual([[], []])
    expect((await read(undefined, 'nowhere')).status).toBe(404)
  })

  it('clerk, secretary, director and the township change them; nobody else', async () => {
    const add = (on: string) => ({ ...evening, on })
    let on = '2026-07-01'
    for (const person of ['clerk-dongxi', 'secretary-dongxi', 'director-dongxi', 'township', 'leader']) {
      expect((await read(person)).body.mayChange, person).toBe(true)
      expect((await change(person, add(on))).status, person).toBe(200)
      on = addDays(on, 1)
    }
    for (const person of [
      ...['villager-dongxi', 'supervisor-dongxi', 'keeper-dongxi', 'secretary-shatang'],
      ...['agency', 'cluster', 'county'],
    ]) {
      expect((await read(person)).body.mayChange, person).toBe(false)
      const { status, body } = await change(person, add('2026-08-01'))
      expect([status, body.refusal, body.says], person).toEqual([
        ...[403, 'notInScope', '说事日由村里的书记、主任、报账员和镇里改。要改请跟村里说。'],
      ])
    }
    const guest = await (await h.as()).post<Refused>('/api/villages/dongxi/sessions', add('2026-08-01'))
    expect(guest.status).toBe(401)
    expect((await change('township', add('2026-08-01'), 'nowhere')).status).toBe(404)
  })

  it('a changed rule holds for every fixed day, is told in words, and leaves no trace where it changes nothing', async () => {
    await change('clerk-dongxi', { ...rule, startsAt: '19:00', place: '文化礼堂', movesOffHolidays: false })
    const { body } = await read()
    expect(body.rule).toMatchObject({ startsAt: '19:00', place: '文化礼堂', hosts: '书记', movesOffHolidays: false })
    expect(body.sessions.slice(0, 2).map((s) => [s.on, s.startsAt, s.place])).toEqual([
      ['2026-06-10', '19:00', '文化礼堂'],
      ['2026-06-20', '19:00', '文化礼堂'],
    ])
    expect(body.changes).toEqual([
      {
        ...{ on: '2026-06-01', who: '村报账员 苏水根' },
        says: '固定日改成19:00，文化礼堂，书记值班，放假照开',
      },
    ])
    await change('clerk-dongxi', { ...rule, startsAt: '19:00', place: '文化礼堂', movesOffHolidays: false })
    expect((await read()).body.changes.length).toBe(1)
  })

  it('a moved session stands on its new day with where it was and why, and can be moved again and back', async () => {
    await change('secretary-dongxi', { ...moved, on: '2026-06-22', to: '2026-06-25' })
    expect(await days()).toEqual(['2026-06-10', '2026-06-25', '2026-07-10', '2026-07-20'])
    expect((await read()).body.sessions[1]).toEqual({
      ...{ on: '2026-06-25', startsAt: '09:00', place: '文化礼堂', hosts: '主任', kind: 'fixed' },
      ...{ cutOff: '2026-06-24T18:00', was: '2026-06-22', why: '书记去县里开会' },
    })
    await change('secretary-dongxi', { ...moved, on: '2026-06-25', to: '2026-06-11' })
    expect(await days()).toEqual(['2026-06-10', '2026-06-11', '2026-07-10', '2026-07-20'])
    await change('secretary-dongxi', { ...moved, on: '2026-06-11', to: '2026-06-22', why: '会不开了' })
    const back = (await read()).body.sessions[1]
    expect([back.on, back.was, back.why]).toEqual(['2026-06-22', '2026-06-20', '会不开了'])
  })

  it('it may move to the day after the one before and before the one after it, no further: both ends are told', async () => {
    const move = (to: string, on = '2026-06-22') => change('secretary-dongxi', { ...moved, on, to })
    for (const to of ['2026-06-10', '2026-07-10', '2026-06-09', '2026-08-01']) {
      const { status, body } = await move(to)
      expect([status, body.refusal, body.says], to).toEqual([
        ...[422, 'ruleNotMet', '只能改到6月11日到7月9日之间的一天，请重新选。'],
      ])
      expect(body.detail).toMatchObject({ notBefore: '2026-06-11', notAfter: '2026-07-09' })
    }
    expect((await move('2026-07-09')).status).toBe(200)
    expect((await move('2026-06-11', '2026-07-09')).status).toBe(200)
    // today can't be reached any more, tomorrow can until this evening
    expect((await move('2026-06-01', '2026-06-10')).status).toBe(422)
    expect((await move('2026-06-02', '2026-06-10')).status).toBe(200)
    expect((await change('secretary-dongxi', { ...moved, on: '2026-06-12', to: '2026-06-13' })).body.says).toBe(
      '6月12日没有要开的说事日。接下来的是6月2日、6月11日。请刷新以后重新选。',
    )
  })

  it('it may be moved until its cut-off, and not a minute longer', async () => {
    h.to('2026-06-09', '18:00')
    expect((await change('clerk-dongxi', { ...moved, on: '2026-06-10', to: '2026-06-12' })).status).toBe(200)
    h.to('2026-06-11', '18:01')
    const { status, body } = await change('clerk-dongxi', { ...moved, on: '2026-06-12', to: '2026-06-14' })
    expect([status, body.refusal, body.says]).toEqual([
      ...[422, 'tooLate', '6月11日18:00已经截止，不能再改期。开不成的，到时记“没有开成”，再加开一次。'],
    ])
    expect(await days()).toEqual(['2026-06-12', '2026-06-22', '2026-07-10', '2026-07-20'])
  })

  it('a rule that would touch a session after its cut-off waits until the day is over', async () => {
    h.to('2026-06-21', '18:01')
    const { status, body } = await change('clerk-dongxi', { ...rule, movesOffHolidays: false })
    expect([status, body.says]).toEqual([422, '这样改会动到6月22日，说事已经截止。请过了这一天再改。'])
    h.to('2026-06-23')
    expect((await change('clerk-dongxi', { ...rule, movesOffHolidays: false })).status).toBe(200)
  })

  it('an extra one is held from the first day whose cut-off is ahead, on a free day, at most twelve a year', async () => {
    const add = (on: string) => change('clerk-dongxi', { ...evening, on })
    h.to('2026-06-01', '18:00')
    expect((await add('2026-06-01')).body).toMatchObject({
      ...{ refusal: 'ruleNotMet', detail: { notBefore: '2026-06-02' } },
      says: '加开最早是6月2日，最远一年以内，要给大家留出说事的时间。请重新选。',
    })
    h.to('2026-06-01', '18:01')
    expect((await add('2026-06-02')).body.detail).toMatchObject({ notBefore: '2026-06-03' })
    expect((await add('2026-06-22')).body.says).toBe('6月22日已经有说事日，请换一天。')
    expect((await add('2026-06-20')).status).toBe(200)
    expect((await add('2026-06-20')).status).toBe(422)
    for (let n = 1; n < 12; n++) expect((await add(addDays('2026-07-21', n))).status).toBe(200)
    expect((await add('2026-09-01')).body.says).toBe('往后一年最多加开12次，已经排了12次。请先取消不用的。')
    expect((await change('clerk-dongxi', { change: 'drop', on: '2026-06-20', why: '不用了' })).status).toBe(200)
    expect((await add('2026-09-01')).status).toBe(200)
  })

  it('an extra one is dropped before its cut-off, and not moved; a fixed one is moved, and not dropped', async () => {
    await change('clerk-dongxi', { ...evening, on: '2026-06-15' })
    expect((await change('clerk-dongxi', { ...moved, on: '2026-06-15', to: '2026-06-16' })).body.says).toBe(
      '加开的不能改期。请先取消这一次，再加开一次。',
    )
    const drop = (on: string) => change('clerk-dongxi', { change: 'drop', on, why: '下大雨' })
    expect((await drop('2026-06-10')).body.says).toBe('固定的说事日不能取消，可以改到别的日子。')
    expect((await drop('2026-06-16')).status).toBe(404)
    h.to('2026-06-14', '18:01')
    expect((await drop('2026-06-15')).body.says).toBe('6月14日18:00已经截止，不能取消。开不成的，到时记“没有开成”。')
    h.to('2026-06-14', '18:00')
    expect((await drop('2026-06-15')).body.changes[0].says).toBe('取消6月15日加开的一次：下大雨')
  })

  it('a 31st of February, a 13th month, half past twenty-five and an empty place are refused in words', async () => {
    for (const wrong of [
      { ...evening, on: '2027-02-31' },
      { ...evening, on: '2026-13-01' },
      { ...evening, on: '明天' },
      { ...evening, on: '2026-06-15', startsAt: '25:30' },
      { ...evening, on: '2026-06-15', place: '  ' },
      { ...evening, on: '2026-06-15', kind: 'fixed' },
      { ...evening, on: '2026-06-15', notes: '' },
      { ...moved, on: '2026-06-10', to: '2026-02-30' },
      { ...moved, on: '2026-06-10', to: '2026-06-12', why: '' },
      { change: 'drop', on: '2026-06-10' },
      { change: 'close' },
    ]) {
      const { status, body } = await change('clerk-dongxi', wrong)
      expect([status, body.refusal], JSON.stringify(wrong)).toEqual([400, 'badRequest'])
      expect(body.says).toMatch(/\p{Script=Han}/u)
    }
    expect((await run('2026-02-31')).status).toBe(400)
    expect((await run('2026-06-11')).body).toMatchObject({
      ...{ refusal: 'notFound', says: '6月11日没有说事日。接下来的是6月10日、6月22日，请从说事日的日历里打开。' },
    })
  })

  it('what waits moves with its session, is on the new agenda and on no other, and the page before knows it', async () => {
    const { id, dueOn } = await waiting()
    expect(dueOn).toBe('2026-06-10')
    expect(ids((await run('2026-06-10')).body.agenda)).toEqual([id])
    await change('secretary-dongxi', { ...moved, on: '2026-06-10', to: '2026-06-12' })
    expect((await see(id)).dueOn).toBe('2026-06-12')
    expect(ids((await run('2026-06-12')).body.agenda)).toEqual([id])
    expect((await run('2026-06-10')).status).toBe(404)
    expect(ids((await run('2026-06-22')).body.agenda)).toEqual([])
    await change('secretary-dongxi', { ...evening, on: '2026-06-05' })
    expect((await see(id)).dueOn).toBe('2026-06-05')
    await change('secretary-dongxi', { change: 'drop', on: '2026-06-05', why: '下大雨' })
    expect((await see(id)).dueOn).toBe('2026-06-12')
    await change('secretary-dongxi', { ...moved, on: '2026-06-12', to: '2026-06-10' })
    await change('secretary-dongxi', { ...moved, on: '2026-06-10', to: '2026-06-12' })
    const { dueOn: last, log } = await see(id)
    expect(last).toBe('2026-06-12')
    expect(log.filter((e) => e.aside === 'redate').length).toBe(5)
    const home = (await (await h.as()).get<HomeView>('/api/villages/dongxi/home')).body.session
    expect(home).toMatchObject({
      on: '2026-06-12',
      was: '2026-06-10',
      why: '书记去县里开会',
      kind: 'fixed',
      waiting: 1,
    })
  })

  it('what is late stays late: a session added afterwards doesn’t make it young again', async () => {
    const { id } = await waiting()
    h.to('2026-06-12')
    await change('secretary-dongxi', { ...evening, on: '2026-06-15' })
    await clockwork(h.house)
    expect((await see(id)).dueOn).toBe('2026-06-10')
    expect(ids((await run('2026-06-15')).body.agenda)).toEqual([id])
  })

  it('whatever dies between the change and the new day is mended by the hour', async () => {
    const { id } = await waiting()
    const { id: other } = await waiting({}, 'neighbour-dongxi')
    const secretary = (
      await (await h.as()).post<{ token: string }>('/api/sign-in/demo', { person: 'secretary-dongxi' })
    ).body.token
    // the change, two requests, and the note that nothing is left to do
    for (const nth of [1, 2, 3, 4])
      for (const when of ['before', 'after'] as const) {
        const to = `2026-06-${9 + 2 * nth + Number(when === 'after')}`
        const on = (await days())[0]
        const { table } = crashing(h.table, nth, when)
        const { app } = createApp({ ...h.deps, table })
        const said = console.error
        console.error = () => undefined
        const answer = await app.request('/api/villages/dongxi/sessions', {
          method: 'POST',
          headers: { authorization: `Bearer ${secretary}`, 'content-type': 'application/json' },
          body: JSON.stringify({ ...moved, on, to }),
        })
        console.error = said
        expect(answer.status, `${nth} ${when}`).toBe(500)
        await clockwork(h.house)
        await clockwork(h.house)
        const [now] = await days()
        for (const request of [id, other]) expect((await see(request)).dueOn, `${nth} ${when}`).toBe(now)
        expect(new Set(ids((await run(now)).body.agenda)), `${nth} ${when}`).toEqual(new Set([id, other]))
        expect((await h.house.stores.sessions.of('dongxi')).unsettled).toBeUndefined()
      }
  })
})
