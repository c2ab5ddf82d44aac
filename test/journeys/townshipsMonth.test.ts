import { dayInChina } from '@shared/calendar'
import type { Case, Day } from '@shared/engine/case'
import { verify } from '@shared/engine/chain'
import { addDays, daysBetween } from '@shared/engine/deadline'
import { ladderOf, rungsOf } from '@shared/engine/ladder'
import { isRefusal } from '@shared/engine/refusal'
import type { MonitorView, ReportView, UrgedView } from '@shared/schemas/monitorViews'
import { settingsWith } from '@shared/schemas/settings'
import { workflowOf } from '@shared/workflows'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actOn, openAs } from '../../functions/acting'
import { clockwork } from '../../functions/clockwork'
import { actorAt } from '../../functions/scope'
import { everyItem } from '../../functions/store/everyRecord'
import { sweepCase } from '../../functions/sweeping'
import { openHouse, type TestHouse } from '../support/house'
import { bigTownship, setUp } from '../support/township'

const villages = 54
const [begin, end] = ['2026-01-01', '2026-12-31']
const township = bigTownship(villages)

/** Ten days in autumn on which nothing runs: the job is late, and nothing may be lost. */
const isDown = (day: Day) => day >= '2026-10-02' && day <= '2026-10-11'

let h: TestHouse
let people: Awaited<ReturnType<typeof setUp>>
const cases = new Set<string>()
const reports = new Map<string, ReportView>()
const ranOn: Day[] = []

beforeAll(async () => {
  h = await openHouse('sqlite', `${begin}T08:30:00+08:00`)
  people = await setUp(h.house.stores, township)
  for (let day = begin; day <= end; day = addDays(day, 1)) {
    await new Promise((go) => setImmediate(go))
    h.to(day, '08:30')
    if (!isDown(day)) {
      await clockwork(h.house)
      ranOn.push(day)
    }
    h.to(day, '10:00')
    await work(day)
    if (day.endsWith('-14') || day.endsWith('-28')) await urge(day)
    if (day.endsWith('-02')) await reportOn(addDays(day, -2).slice(0, 7))
  }
}, 600_000)
afterAll(() => h.close())

/** Some are quick, some slow, a few don't move until they are urged. */
const patience = (village: number): number => (village % 9 === 4 ? 16 : village % 5 === 2 ? 9 : 1)
const indexOf = (place: string) => Number(place.slice('cun'.length))

const work = async (day: Day) => {
  const nth = Number(day.slice(8))
  for (const { id } of township.villages) {
    const i = indexOf(id)
    if (nth === 3 + (i % 20)) await raise(day, id)
  }
  for (const id of cases) {
    const { found } = (await h.house.stores.cases.get(id))!
    if (found.step === 'closed') cases.delete(id)
    else if (await goOn(found, day)) await sweepCase(h.house, id)
  }
}

const raise = async (day: Day, village: string) => {
  const by = people.get(`villager-${village}`)!
  const at = (await h.house.stores.places.village(village))!
  const opened = await openAs(h.house, actorAt(by, at.place, day), {
    ...{ workflow: 'request', village, actId: `raised-${village}-${day}`, id: idOf(`${village}${day}`), opener: by.id },
    form: { text: `${day}路灯不亮，晚上看不见。`, category: 'utilities', visibility: 'villagers' },
  })
  if (isRefusal(opened)) throw new Error(opened.says)
  cases.add(opened.found.id)
  await sweepCase(h.house, opened.found.id)
}

const idOf = (text: string) => `c${Buffer.from(text).toString('hex').padEnd(24, '0').slice(-24)}`

/** Whoever's turn it is acts when they get round to it. */
const goOn = async (found: Case, day: Day): Promise<boolean> => {
  const i = indexOf(found.place.village)
  const waited = daysBetween(found.enteredOn, day)
  const slow = patience(i)
  const office = (role: string) => `${role}-${found.place.village}`
  const does = async (by: string, outcome: string, form: object = {}) => {
    const act = { actId: `goes-on-${found.visit}-${day}`, seen: found.seen, outcome, form: { ...form } }
    const done = await actOn(h.house, found.id, act, (c) => actorAt(people.get(by)!, c.place, day))
    if (isRefusal(done)) throw new Error(`${found.step} ${outcome}: ${done.says}`)
    return true
  }
  switch (found.step) {
    case 'acknowledgement':
      return waited >= Math.min(slow, 8) && does(office('clerk'), 'acknowledged')
    case 'hearing': {
      const due = found.dueOn ?? day
      if (day < due || (slow > 9 && daysBetween(due, day) < 3)) return false
      return does(office('secretary'), 'handle', { decision: '主任去看。', heldOn: day, owner: office('director') })
    }
    case 'handling':
    case 'secondHandling':
      return waited >= slow + 1 && does(office('director'), 'done', { result: '换了灯头，亮了。' })
    case 'rating':
    case 'secondRating':
      if (i % 4 === 3 || waited < 2) return false
      return i % 10 === 7 && found.step === 'rating'
        ? does(found.opener, 'unsatisfied', { reason: '还是不亮' })
        : does(found.opener, i % 3 ? 'satisfied' : 'basically')
    case 'reopening':
      return waited >= 1 && does('township', 'sentBack', { finding: '确实没修好。' })
    case 'reply':
    case 'replyAgain':
      return waited >= 2 && does(office('secretary'), 'replied', { answer: '已经派人去修。' })
    case 'check':
    case 'secondCheck':
      return waited >= 1 && does('township', 'accepted', { finding: '去看过了。' })
    default:
      return false
  }
}

/** Twice a month the township urges what is late. */
const urge = async (day: Day) => {
  const me = await h.as('township')
  const late = await me.get<{ cards: { id: string; mark: string }[] }>(
    '/api/backlog?scope=township&mark=%E8%AF%B4&overdue=1&limit=20',
  )
  expect(late.status).toBe(200)
  const { status, body } = await me.post<UrgedView>(`/api/townships/${township.id}/urgings`, {
    ...{ actId: `urged-${day}`, cases: late.body.cards.map((c) => c.id), reason: '请尽快办好并答复。', missing: [] },
    replyBy: addDays(day, 5),
  })
  expect(status, JSON.stringify(body)).toBe(200)
  for (const { id } of body.done) cases.add(id)
}

const reportOn = async (period: string) => {
  const { status, body } = await (await h.as('leader')).get<ReportView>(
    `/api/townships/${township.id}/report?period=${period}`,
  )
  expect(status).toBe(200)
  reports.set(period, body)
}

/** Every case that there is, read from the store whole. */
const everyCase = async (): Promise<Case[]> => {
  const all = (await everyItem(h.table)).filter((item) => item.head).map((item) => JSON.parse(item.body) as Case)
  return all.filter((c) => c.place.township === township.id)
}

describe(`a township’s year: ${villages} villages, every day through the engine (T1–T5)`, () => {
  let all: Case[]
  beforeAll(async () => {
    all = await everyCase()
  })

  it('something happened: requests, sessions, 督办, and every log verifies', () => {
    const of = (workflow: string) => all.filter((c) => c.workflow === workflow)
    expect(of('request').length).toBe(villages * 12)
    expect(of('session').length).toBeGreaterThan(villages * 20)
    expect(of('supervision').length).toBeGreaterThan(50)
    for (const { log } of all) expect(verify(log)).toEqual([])
  })

  it('each visit of a step has the rungs that its days reached while the job ran, each once (T4)', () => {
    const ladder = ladderOf(settingsWith())
    let rungs = 0
    for (const found of all) {
      const workflow = workflowOf(found.workflow)!
      const entries = found.log.filter((e) => e.actId.startsWith('rung:')).map((e) => e.actId)
      expect(new Set(entries).size, found.number).toBe(entries.length)
      const expected = visitsOf(found).flatMap(({ visit, step, enteredOn, from, dueOn, until }) => {
        const by = workflow.steps.find((s) => s.id === step)?.by[0]
        const lastRun = ranOn.findLast((day) => day <= until && day >= from)
        if (!dueOn || !lastRun || by === 'clock' || by === 'child') return []
        return rungsOf(enteredOn, dueOn, ladder)
          .filter(({ rung, on }) => on <= lastRun && (by !== 'opener' || rung <= 2))
          .map(({ rung }) => `rung:${visit}:${rung}`)
      })
      expect(entries.sort(), `${found.number} ${found.step}`).toEqual(expected.sort())
      rungs += entries.length
    }
    expect(rungs).toBeGreaterThan(1000)
  })

  it('whoever is above is told of what is long overdue, and of nothing else', async () => {
    const told = async (desk: string) => (await h.house.stores.inbox.of(desk, { limit: 1000 })).rows.length
    const reached = (rung: number) =>
      new Set(
        all
          .filter((c) => c.log.some((e) => e.aside === 'remind' && e.values.rung === rung))
          .filter((c) => c.log[0].on > '2026-07-10')
          .map((c) => c.id),
      ).size
    expect(await told(`${township.id}#townshipLead`)).toBeGreaterThanOrEqual(reached(7))
    expect(reached(7)).toBeGreaterThan(0)
  })

  it('the monitor counts what a count of every case counts, village by village and step by step (T1)', async () => {
    const { body } = await (await h.as('township')).get<MonitorView>(`/api/townships/${township.id}/monitor`)
    const today = dayInChina(h.clock.at)
    const open = (await everyCase()).filter((c) => c.step !== 'closed')
    expect(body.totals.open).toBe(open.length)
    expect(body.totals.overdue).toBe(open.filter((c) => c.dueOn && c.dueOn < today).length)
    for (const { id, cells } of body.villages) {
      const theirs = open.filter((c) => c.place.village === id)
      const counted = new Map<string, { open: number; overdue: number }>()
      for (const c of theirs) {
        const workflow = workflowOf(c.workflow)!
        const key = `${workflow.mark}/${workflow.steps.find((s) => s.id === c.step)!.seal}`
        const was = counted.get(key) ?? { open: 0, overdue: 0 }
        const late = c.dueOn && c.dueOn < today ? 1 : 0
        counted.set(key, { open: was.open + 1, overdue: was.overdue + late })
      }
      expect(Object.fromEntries(Object.entries(cells).map(([k, { open, overdue }]) => [k, { open, overdue }]))).toEqual(
        Object.fromEntries(counted),
      )
    }
    const late = body.villages.map((v) => v.overdue)
    expect(late).toEqual([...late].sort((a, b) => b - a))
  })

  it('each month’s report says what a count of every log says, also of the days on which nothing ran (T5)', () => {
    expect([...reports.keys()]).toHaveLength(12)
    for (const [period, { now, keptDays }] of reports) {
      if (period < '2026-01') continue
      expect(keptDays).toEqual({ of: keptDays.of, is: keptDays.of })
      const requests = all.filter((c) => c.workflow === 'request')
      const closed = all.filter((c) => c.closedOn?.startsWith(period))
      expect(now.opened, period).toBe(all.filter((c) => c.log[0].on.startsWith(period)).length)
      expect(now.closed, period).toBe(closed.length)
      const rated = (outcome: string) =>
        requests
          .flatMap((c) => c.log)
          .filter((e) => /[rR]ating$/.test(e.step) && !e.aside && e.outcome === outcome && e.on.startsWith(period))
          .length
      if (now.rated)
        expect(now.rated, period).toEqual({
          ...{ satisfied: rated('satisfied'), basically: rated('basically'), unsatisfied: rated('unsatisfied') },
        })
      else expect(rated('satisfied') + rated('basically') + rated('unsatisfied')).toBeLessThan(5)
      const urged = all.flatMap((c) => c.log).filter((e) => e.aside === 'urge' && e.on.startsWith(period)).length
      expect(now.acts.urged, period).toBe(urged)
    }
  })

  it('villagers see that it was urged and answered', async () => {
    const urged = all.find((c) => c.workflow === 'request' && c.log.some((e) => e.aside === 'urgeAnswered'))!
    const view = await h.see(`villager-${urged.place.village}`, urged.id)
    expect(view.log.map((e) => e.title)).toEqual(expect.arrayContaining(['督办', '督办有了答复', '到期提醒']))
  })
})

type Visit = { visit: number; step: string; enteredOn: Day; from: Day; dueOn?: Day; until: Day }

/**
 * The visits of steps as the log tells them, with the day that each had, and the days on which the job could find it: people act
 * after the morning's job, and what time itself does is done before anyone is reminded.
 */
const visitsOf = (found: Case): Visit[] => {
  const visits: Visit[] = []
  for (const { step, kind, on, effect } of found.log) {
    const last = visits.at(-1)
    const { to, dueOn } = effect
    const byClock = kind === 'clock'
    if (to !== undefined && to !== step) {
      if (last) last.until = byClock ? addDays(on, -1) : on
      const from = byClock ? on : addDays(on, 1)
      visits.push({ visit: visits.length + 1, step: to, enteredOn: on, from, dueOn, until: end })
    } else if (last && dueOn) last.dueOn = dueOn
  }
  return visits.filter((v) => v.step !== 'closed')
}
