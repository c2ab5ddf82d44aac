import type { SessionRunView, SessionsView } from '@shared/schemas/requestViews'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clockwork, sessionCaseId } from '../../functions/clockwork'
import { everyItem } from '../../functions/store/everyRecord'
import type { Table } from '../../functions/store/table'
import { storesOf } from '../../functions/stores'
import { crashing } from '../crash/crashing'
import { type EngineName, openHouse, type TestHouse } from '../support/house'

const lamps = { text: '晒谷场的灯不亮，晚上看不见路。', category: 'utilities', visibility: 'villagers' }
const quiet = { text: '我家的低保停了，想问问为什么。', category: 'relief', visibility: 'office' }

/** The ladder of reminders goes by the day and has tests of its own. */
const isOurs = (actId: string) => !actId.startsWith('rung:')

/** Everything that is stored, but for what differs from run to run: salts, and the hashes over them. */
const linesOf = async (table: Table): Promise<readonly string[]> => {
  const items = await everyItem(table)
  return items
    .filter((i) => i.head)
    .map(
      ({ pk, body }) =>
        `${pk} ${JSON.parse(body)
          .log.map((e: { actId: string }) => e.actId)
          .filter(isOurs)}`,
    )
    .sort()
}

describe.each<EngineName>(['sqlite', 'dynamo'])('what comes with the hour, on %s', (engine) => {
  let h: TestHouse
  beforeEach(async () => {
    h = await openHouse(engine)
  })
  afterEach(() => h.close())

  const run = async (on: string, person?: string) =>
    (await (await h.as(person)).get<SessionRunView>(`/api/villages/dongxi/sessions/${on}`)).body
  const sessions = async () => (await (await h.as()).get<SessionsView>('/api/villages/dongxi/sessions')).body
  const hour = (day: string, time = '09:00') => {
    h.to(day, time)
    return clockwork(h.house)
  }
  const opened = async (on: string, village = 'dongxi') =>
    (await h.house.stores.cases.get(sessionCaseId(h.house, village, on)))?.found
  const all = async (village = 'dongxi') =>
    (await h.house.stores.cases.ofKind(village, '会', { limit: 50 })).rows.map((r) => JSON.parse(r.card!).title).sort()
  const waiting = async (form: Record<string, unknown> = lamps, person = 'villager-dongxi') => {
    const { id } = await h.open(person, 'request', form)
    return h.done('clerk-dongxi', id, { outcome: 'acknowledged' })
  }
  const heard = (id: string, outcome: string, heldOn: string, form: Record<string, unknown> = {}) =>
    h.done('secretary-dongxi', id, { outcome, form: { decision: '当场商量过，说定了。', heldOn, ...form } })
  const ids = (cards: readonly { id: string }[]) => cards.map((c) => c.id)

  it('a session opens in the minute after its cut-off, in every village on its own day, once', async () => {
    await hour('2026-06-09', '18:00')
    expect(await opened('2026-06-10')).toBeUndefined()
    await hour('2026-06-09', '18:01')
    const found = (await opened('2026-06-10'))!
    expect(found).toMatchObject({
      ...{ workflow: 'session', title: '6月10日说事日', step: 'meeting', opener: 'clock', dueOn: '2026-06-11' },
      fields: { sessionOn: '2026-06-10', startsAt: '08:30', hosts: '村两委值班', kind: 'fixed' },
    })
    expect(found.log[0]).toMatchObject({ kind: 'clock', person: 'clock', step: 'open' })
    // 石井村 hears on the 8th
    expect((await opened('2026-06-08', 'shijing'))?.fields.sessionOn ?? 'none').toBe('none')
    expect(await all('shatang')).toEqual(['6月10日说事日'])
    for (let n = 0; n < 3; n++) await hour('2026-06-10', `1${n}:00`)
    expect(await all()).toEqual(['6月10日说事日'])
    expect((await sessions()).sessions[0]).toMatchObject({ on: '2026-06-10', case: found.id })
  })

  it('whoever holds office and opens its page after the cut-off needn’t wait for the hour; a villager opens nothing', async () => {
    h.to('2026-06-09', '18:05')
    expect((await run('2026-06-10', 'villager-dongxi')).session.case).toBeUndefined()
    expect((await run('2026-06-22', 'clerk-dongxi')).session.case).toBeUndefined()
    const told = await run('2026-06-10', 'clerk-dongxi')
    expect([told.session.case, told.step]).toEqual([sessionCaseId(h.house, 'dongxi', '2026-06-10'), 'meeting'])
    const before = await linesOf(h.table)
    await run('2026-06-10', 'secretary-dongxi')
    await hour('2026-06-10', '08:00')
    expect((await linesOf(h.table)).filter((l) => !l.includes('session:2026-06-10'))).toEqual(
      before.filter((l) => !l.includes('session:2026-06-10')),
    )
    expect(await all()).toEqual(['6月10日说事日'])
  })

  it('sessions missed while nothing ran are opened up to forty days back, so that they are seen as not recorded', async () => {
    await hour('2026-06-10')
    await hour('2026-08-01')
    expect(await all()).toEqual(['6月10日说事日', '6月22日说事日', '7月10日说事日', '7月20日说事日'])
    expect((await opened('2026-06-22'))?.dueOn).toBe('2026-06-23')
    expect((await sessions()).past).toMatchObject([
      { on: '2026-07-20', step: 'meeting' },
      { on: '2026-07-10', step: 'meeting' },
      { on: '2026-06-22', step: 'meeting' },
      { on: '2026-06-10', step: 'meeting' },
    ])
    await hour('2026-12-01')
    expect((await all()).filter((t) => t.startsWith('9月'))).toEqual([])
    expect(await opened('2026-11-10')).toBeDefined()
  })

  it('a page opened by the office before the hour ran doesn’t hide what was missed before it', async () => {
    await hour('2026-06-10')
    h.to('2026-07-10', '08:00')
    await run('2026-07-10', 'clerk-dongxi')
    expect(await all()).toEqual(['6月10日说事日', '6月22日说事日', '7月10日说事日'])
  })

  it('a village that begins opens what is to come, and nothing from before it was there', async () => {
    await hour('2026-06-25')
    expect(await all()).toEqual([])
    await hour('2026-07-09', '19:00')
    expect(await all()).toEqual(['7月10日说事日'])
  })

  it('whoever waits is reminded once a session, between its cut-off and the end of its day', async () => {
    const { id } = await waiting()
    const late = await (async () => {
      h.to('2026-06-09', '18:30')
      return waiting(lamps, 'neighbour-dongxi')
    })()
    const reminders = async (of: string) =>
      (await h.see('clerk-dongxi', of)).log.filter((e) => e.aside === 'reminded').length
    await hour('2026-06-09', '17:00')
    expect(await reminders(id)).toBe(0)
    for (const time of ['19:00', '20:00', '23:00']) await hour('2026-06-09', time)
    await hour('2026-06-10', '08:00')
    expect([await reminders(id), await reminders(late.id)]).toEqual([1, 0])
    const { log } = (await h.house.stores.cases.get(id))!.found
    expect(log.findLast((e) => isOurs(e.actId))).toMatchObject({
      ...{ actId: 'reminded:2026-06-10', kind: 'clock' },
      values: { sessionOn: '2026-06-10', startsAt: '08:30', place: '村委会一楼说事室' },
    })
    await hour('2026-06-11')
    await hour('2026-06-21', '19:00')
    expect([await reminders(id), await reminders(late.id)]).toEqual([2, 1])
  })

  it('run twice or late, or killed anywhere and run again, it leaves the same', async () => {
    await waiting()
    await waiting(quiet, 'neighbour-dongxi')
    h.to('2026-06-09', '18:30')
    for (let nth = 1; ; nth++) {
      const { table, state } = crashing(h.table, nth, nth % 2 ? 'after' : 'before')
      const house = { ...h.house, table, stores: storesOf({ ...h.deps, table }) }
      const died = await clockwork(house).then(
        () => false,
        () => true,
      )
      expect(died).toBe(state.dead)
      if (!died) break
    }
    const once = await linesOf(h.table)
    expect(once.filter((l) => l.includes('reminded:2026-06-10')).length).toBe(2)
    expect(once.filter((l) => l.includes('session:2026-06-10')).length).toBe(11)
    await clockwork(h.house)
    h.to('2026-06-10', '23:00')
    await Promise.all([clockwork(h.house), clockwork(h.house)])
    expect(await linesOf(h.table)).toEqual(once)
  })

  it('the agenda is what waits for this session in the order it was raised; later ones and those nobody took in hand apart', async () => {
    const first = await waiting()
    h.to('2026-06-05')
    const second = await waiting(quiet, 'neighbour-dongxi')
    const untaken = await h.open('representative-dongxi', 'request', lamps)
    h.to('2026-06-09', '18:01')
    const tooLate = await h.open('representative-dongxi', 'request', lamps)
    const after = await waiting(lamps, 'neighbour-dongxi')
    const told = await run('2026-06-10', 'secretary-dongxi')
    expect(told).toMatchObject({ village: 'dongxi', villageName: '东溪村', counts: { agenda: 2, heard: 0 } })
    expect(ids(told.agenda)).toEqual([first.id, second.id])
    expect(ids(told.unacknowledged)).toEqual([untaken.id])
    expect(ids(told.later)).toEqual([after.id])
    const next = await run('2026-06-22', 'secretary-dongxi')
    expect([ids(next.agenda), ids(next.unacknowledged)]).toEqual([[after.id], [tooLate.id]])
    const guest = await run('2026-06-10')
    expect([guest.agenda, guest.unacknowledged, guest.later, guest.counts]).toEqual([
      ...[[], [], [], { agenda: 2, heard: 0 }],
    ])
    const villager = await run('2026-06-10', 'representative-dongxi')
    expect([ids(villager.agenda), villager.counts.agenda]).toEqual([[first.id], 2])
    expect(JSON.stringify([guest, villager])).not.toContain('低保')
  })

  it('what was heard leaves the agenda with its outcome, and is read back at the next as what was promised', async () => {
    const [a, b, c] = [await waiting(), await waiting(lamps, 'neighbour-dongxi'), await waiting(quiet)]
    h.to('2026-06-10')
    await heard(a.id, 'handle', '2026-06-10')
    h.to('2026-06-10', '09:10')
    await heard(b.id, 'answered', '2026-06-10')
    h.to('2026-06-10', '09:20')
    await heard(c.id, 'escalate', '2026-06-10')
    const told = await run('2026-06-10', 'secretary-dongxi')
    expect(told.agenda).toEqual([])
    expect(told.heard.map((r) => [r.card.id, r.decided])).toEqual([
      [a.id, 'handle'],
      [b.id, 'answered'],
      [c.id, 'escalate'],
    ])
    expect(told.counts).toEqual({ agenda: 0, heard: 3 })
    const villager = await run('2026-06-10', 'representative-dongxi')
    expect(villager.heard.map((r) => r.card.id)).toEqual([a.id, b.id])
    expect(villager.counts.heard).toBe(3)
    h.to('2026-06-22')
    const next = await run('2026-06-22', 'secretary-dongxi')
    expect(next.before).toBe('2026-06-10')
    expect(next.promised.map((r) => [r.card.id, r.decided])).toEqual([
      [a.id, 'handle'],
      [c.id, 'escalate'],
    ])
  })

  it('a recorded session keeps how it was, whatever the rule becomes', async () => {
    await hour('2026-06-10')
    const { id } = (await opened('2026-06-10'))!
    const form = { attended: 0, minutes: '下大雨，没有人来。' }
    await h.done('clerk-dongxi', id, { outcome: 'nobodyCame', form })
    await (await h.as('township')).post('/api/places/dongxi/settings', { settings: { sessionDays: [5, 25] } })
    await (await h.as('clerk-dongxi')).post('/api/villages/dongxi/sessions', {
      ...{ change: 'rule', startsAt: '19:00', place: '文化礼堂', hosts: '主任', movesOffHolidays: true },
    })
    h.to('2026-06-12')
    expect(await run('2026-06-10')).toMatchObject({
      ...{ step: 'closed', outcome: 'nobodyCame' },
      session: { on: '2026-06-10', startsAt: '08:30', place: '村委会一楼说事室', case: id, kind: 'fixed' },
    })
    expect((await sessions()).past).toEqual([{ on: '2026-06-10', case: id, step: 'closed', outcome: 'nobodyCame' }])
  })

  it('where the township sets other days, what waits is on the next of them within the hour, and none is missed by them', async () => {
    await hour('2026-06-01')
    const { id } = await waiting()
    const dueOn = async () => (await h.see('clerk-dongxi', id)).dueOn
    const set = async (sessionDays: number[]) =>
      (await h.as('township')).post('/api/places/dongxi/settings', { settings: { sessionDays } })
    await set([5, 25])
    await hour('2026-06-02')
    expect(await dueOn()).toBe('2026-06-05')
    expect(ids((await run('2026-06-05', 'clerk-dongxi')).agenda)).toEqual([id])
    await set([28])
    await hour('2026-06-03')
    expect(await dueOn()).toBe('2026-06-28')
    await hour('2026-06-06')
    expect([await dueOn(), await all()]).toEqual(['2026-06-28', []])
    await hour('2026-06-28')
    h.to('2026-07-06')
    await set([5, 20])
    await hour('2026-07-06', '10:00')
    expect(await all()).toEqual(['6月28日说事日'])
    expect(await dueOn()).toBe('2026-06-28')
    await hour('2026-07-20')
    expect(await all()).toEqual(['6月28日说事日', '7月20日说事日'])
  })
})
