import { addDays, daysBetween, isOverdue } from '@shared/engine/deadline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { desksOf } from '../../functions/routes/backlog'
import { unreadOf } from '../../functions/views/inboxView'
import { type Filled, filled } from './filled'

const began = '2026-11-22T09:30:00+08:00'
const today = began.slice(0, 10)

describe('what the township does in a township in use', () => {
  let demo: Filled
  const of = (workflow: string) => demo.cases.filter((c) => c.workflow === workflow)

  beforeAll(async () => {
    demo = await filled(began)
  })
  afterAll(() => demo.close())

  it('reminds on the true day of each rung, or on the morning after the step was entered, each rung once a visit', () => {
    const told = demo.cases.flatMap((c) => {
      const rungs = c.log.filter((e) => e.aside === 'remind')
      expect(new Set(rungs.map((e) => e.actId)).size, c.number).toBe(rungs.length)
      return rungs.map((e) => ({ e, before: c.log.filter((b) => b.no < e.no && b.effect.to).at(-1)! }))
    })
    expect(told.length).toBeGreaterThan(300)
    for (const { e, before } of told) {
      const { rungOn } = e.values as { rungOn: string }
      if (e.on === rungOn) continue
      expect(rungOn <= before.on && daysBetween(before.on, e.on) <= 1, `${e.actId} ${rungOn} ${e.on}`).toBe(true)
    }
    // up to the head of the cluster
    expect(new Set(told.map(({ e }) => Number(e.values.rung)))).toEqual(new Set([1, 2, 3, 4, 5, 6]))
  })

  it('has told 督办 that were answered and checked, sent back, are open, are late, and of what is missing on a board', () => {
    const orders = of('supervision')
    expect(orders.some((c) => c.step === 'closed' && c.outcome === 'accepted')).toBe(true)
    expect(orders.some((c) => c.step === 'replyAgain' && c.log.some((e) => e.outcome === 'sentBack'))).toBe(true)
    expect(orders.some((c) => c.step === 'reply' && isOverdue(c.dueOn!, today))).toBe(true)
    expect(orders.some((c) => c.from && c.step === 'reply' && !isOverdue(c.dueOn!, today))).toBe(true)
    const ofBoards = orders.filter((c) => c.fields.owedItem)
    expect(ofBoards.map((c) => c.place.village).sort()).toEqual(['jiaotou', 'yancheng'])
    for (const { fields, place } of ofBoards)
      expect(
        demo.cases.some(
          (c) =>
            c.place.village === place.village &&
            c.fields.item === fields.owedItem &&
            c.fields.period === fields.owedPeriod,
        ),
      ).toBe(false)
  })

  it('writes the answer of a 督办 back on the request that it was of', () => {
    const answered = of('supervision').filter((c) => c.log.some((e) => e.outcome === 'replied'))
    expect(answered.length).toBeGreaterThanOrEqual(2)
    for (const { from, number } of answered) {
      const request = demo.cases.find((c) => c.id === from)!
      expect(request.log.find((e) => e.aside === 'urgeAnswered')?.values.number).toBe(number)
    }
  })

  it('held one 约谈, whose promise is still to be kept, and took over, raised and nudged', () => {
    expect(of('interview')).toMatchObject([{ step: 'undertaking', place: { village: 'jiaotou' } }])
    const acts = new Set(of('request').flatMap((c) => c.log.map((e) => e.aside)))
    for (const act of ['nudge', 'takeOver', 'raiseLevel', 'inspection']) expect(acts, act).toContain(act)
  })

  it('helps two villages, each with a leader from the township, a plan and two monthly notes', async () => {
    const staff = await demo.stores.people.list('office#shiwan')
    expect(staff).toEqual(
      expect.arrayContaining(['cluster', 'cluster-hai', 'agency', 'township', 'leader', 'discipline']),
    )
    expect(await demo.stores.people.list('office#haipian')).toEqual(['cluster-hai'])
    const watched = of('watch')
    expect(watched.map((c) => c.place.village).sort()).toEqual(['beiao', 'jiaotou'])
    for (const { fields, log, sees } of watched) {
      expect(sees).toBe('office')
      expect(staff).toContain(fields.leader)
      expect(log.filter((e) => e.outcome === 'noted').length).toBe(2)
    }
  })

  it('kept what each day left behind since the first village came: what was done stands in it on its day', async () => {
    const since = addDays(today, -110)
    const months = [...new Set(Array.from({ length: 110 }, (_, i) => addDays(since, i).slice(0, 7)))]
    const kept = await Promise.all(months.map((m) => demo.stores.snapshots.month('shiwan', m)))
    const days = new Map(kept.flatMap((month) => [...month]))
    expect([...days.keys()]).toEqual(Array.from({ length: 110 }, (_, i) => addDays(since, i)))
    for (const village of ['jiaotou', 'beiao', 'dongxi'])
      for (const [measure, aside] of Object.entries({ nudged: 'nudge', takenOver: 'takeOver', raised: 'raiseLevel' }))
        expect(
          [...days].flatMap(([day, of]) => Array(of.get(village)![measure as 'nudged']).fill(day)),
          `${village} ${measure}`,
        ).toEqual(
          demo.cases
            .filter((c) => c.place.village === village)
            .flatMap((c) => c.log.filter((e) => e.aside === aside && e.on < today).map((e) => e.on))
            .sort(),
        )
    const yesterday = [...days.get(addDays(today, -1))!.values()]
    expect(yesterday.reduce((a, c) => a + c.open, 0)).toBeGreaterThan(150)
    expect(yesterday.reduce((a, c) => a + c.overdue, 0)).toBeGreaterThan(10)
  })

  it('leaves letters that 林桂香 and the office have not looked at, and more that they have', async () => {
    const house = { ...demo.deps, stores: demo.stores }
    for (const id of ['villager-dongxi', 'secretary-dongxi', 'director-jiaotou', 'township']) {
      const person = (await demo.stores.people.get(id))!
      expect(person.openId).toBeUndefined()
      const desks = desksOf(person, today)
      const unread = await unreadOf(house, id, desks)
      const letters = (await Promise.all(desks.map((d) => demo.stores.inbox.of(d, { limit: 100 })))).flatMap(
        (p) => p.rows,
      )
      expect(unread, id).toBeGreaterThan(0)
      expect(letters.length, id).toBeGreaterThan(unread)
    }
  })
})
