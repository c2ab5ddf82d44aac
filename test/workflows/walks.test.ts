import { sessionsFrom } from '@shared/calendar'
import { asOf } from '@shared/engine/asOf'
import type { Case, FormValue, Person, World } from '@shared/engine/case'
import { verify } from '@shared/engine/chain'
import { addDays } from '@shared/engine/deadline'
import { whyNot } from '@shared/engine/decide'
import { evolve, stepOf } from '@shared/engine/evolve'
import { isRefusal } from '@shared/engine/refusal'
import type { Role, Workflow } from '@shared/engine/workflow'
import { matterTopics } from '@shared/matterTopics'
import { paperClasses } from '@shared/paperClasses'
import { backTo } from '@shared/schemas/matterForms'
import { settingsWith } from '@shared/schemas/settings'
import { fieldsOf } from '@shared/schemas/stepForms'
import { workflows } from '@shared/workflows'
import fc from 'fast-check'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import {
  aChild,
  anEarlier,
  anOpened,
  aPerson,
  aWorld,
  fold,
  holidays,
  type Move,
  theClock,
  tryMove,
  votes,
} from '../support/build'

const sessionRule = {
  days: [10, 20],
  startsAt: '19:00',
  place: '村部',
  cutOff: { daysBefore: 1, at: '18:00' },
  movesOffHolidays: true,
}
const days = (on: string) => ({ nextSessionOn: sessionsFrom(on, sessionRule, holidays, 1)[0].on })

// one person for each post, as in a small village: nothing may need two secretaries
const posts: Role[] = [
  ...(['villager', 'clerk', 'committee', 'director', 'secretary', 'collectiveHead', 'supervisor'] as const),
  'collectiveSupervisor',
  ...(['sealKeeper', 'groupLeader', 'representative'] as const),
  ...(['agency', 'clusterLead', 'township', 'townshipLead', 'county'] as const),
]
const cast: Person[] = [...posts.map((role) => aPerson(role)), theClock, aChild]
const officeHolders = cast.filter((p) => p.id !== 'p-villager').map((p) => p.id)
/** What holds around a walk: its number says how many bodies read the accounts, its form what a correction corrects. */
const worldFor = (n: number, { item, period, effectiveOn: rosters }: FormValue = {}): Partial<World> => ({
  ...{ days, settings: settingsWith({ financeBodies: 1 + (Math.floor(n / 3) % 2) }) },
  facts: {
    officeHolders,
    hasAbout: true,
    joined: { supervisors: 1 },
    corrects: { hung: true, item, period },
    into: anEarlier,
    ...{
      oneHead: true,
      groups: 8,
      subjectHasPost: true,
      leaders: officeHolders,
      ...(rosters ? { sheet: { kind: 'roster' } } : {}),
    },
  },
})

const boards = ['party', 'village', 'finance'] as const
const items = [
  { item: 'P02', period: '2026-H1' },
  { item: 'V03', period: '2026-Q2' },
  { item: 'F01', period: '2026' },
]
/** 退回 of a matter, 提级 of a request. */
const ways = [...backTo.map(({ value }) => value), 'clusterHandling', 'townshipHandling', 'countyHandling']
/** What is worth varying in a form; the rest is the least that it takes. */
const chosen = (today: string, n: number): FormValue => {
  const board = boards[n % 3]
  return {
    ...{ board, ...items[n % 3], audience: 'party', summary: '上半年的事', body: '做了八件事' },
    ...{ basis: 'supervisors', signed: true },
    ...{ budget: n % 2 ? 50_000_000 : 50_000_001, finishBy: addDays(today, n % 90), noticeOn: today },
    ...{ draftSentOn: addDays(today, -3), branchPresent: 3, joint: n % 3 === 0, jointBasis: '镇里的文件' },
    ...{ group: 3, topic: 'planning', body: 'matterOfRepresentatives', risk: '可能收不回本', exchange: '县交易中心' },
    ...{ to: ways[n % ways.length], overWhy: '石料涨价', stagesDone: n % 2, stageBoardOn: today },
    ...{ replyAgainBy: addDays(today, n % 9) },
    ...{
      written: 'whole',
      copies: 3,
      stamped: 1,
      subject: 'p-director',
      leader: 'p-director',
      electionOn: addDays(start, 200),
    },
    ...{ coversFrom: '2024-01-01', coversTo: '2026-05-01', effectiveOn: today },
    ...{ found: n % 2 ? 'some' : 'none', paidOn: today, bookedOn: today, stampedOn: today },
    ...{
      owner: officeHolders[n % officeHolders.length],
      returnsOn: addDays(today, 1 + (n % 40)),
      amount: 5_000_000 + n,
    },
    ...{
      title: '修三组到四组的路',
      ...{ reason: '没修好', stages: [{ on: addDays(today, 1 + (n % 40)), does: '清出场地' }] },
      ...{ meetOn: addDays(today, 2 + (n % 5)), proof: [aFile], attended: (n % 3) * 4, into: aCase },
      days: 1 + (n % 7),
      boardOn: addDays(today, -(n % 3)),
      heldOn: today,
    },
  }
}
const aSheet = `s${'0'.repeat(64)}`
const aFile = `f${'0'.repeat(24)}`
const aCase = `c${'0'.repeat(24)}`
/** Each choice that isn't bound to another is made this way and that. */
const choicesIn = (form: string, n: number): FormValue =>
  Object.fromEntries(
    fieldsOf(form).flatMap((f) => (f.kind === 'choice' ? [[f.name, f.options![n % f.options!.length].value]] : [])),
  )
const formHas = (form: string, field: string) => fieldsOf(form).some((f) => f.name === field)

const major = (workflow: Workflow) => workflow.owedAs === 'major' && { board: 'finance', item: 'F09' }

const speaksFor = (by: Person, n: number) =>
  by.roles.includes('committee') && n % 3 === 0 && { onBehalf: '林阿公', consent: [aFile] }

const openingForm = (workflow: Workflow, by: Person, n: number): FormValue =>
  Object.fromEntries(
    Object.entries({
      ...choicesIn(workflow.openForm, n),
      ...{ ...chosen(start, n), ...major(workflow), ...speaksFor(by, n) },
      ...fitting(workflow, workflow.openForm, n, chosen(start, n)),
      // what a decision has drawn comes from it
      ...(workflow.openForm === 'sealPaper' && by.kind === 'child' && { paper: 'contract', amount: 1 }),
    }).filter(([field]) => formHas(workflow.openForm, field)),
  )

/** 应到 of the step that is counted. */
const tallied = (workflow: Workflow, step: string): number | undefined => {
  const count = stepOf(workflow, step)?.count
  return count && aWorld({ today: start }).rolls[count.roll]?.eligible
}

/** What that body may decide, papers that need no decision, problems where there are some. */
const fitting = (workflow: Workflow, form: string, n: number, by: FormValue): FormValue => {
  const topics = matterTopics.filter((t) => t.bodies.includes(workflow.id))
  return {
    ...(topics.length && { topic: topics[n % topics.length].value }),
    ...(form === 'sealPaper' && { paper: paperClasses[n % 3].value, amount: undefined }),
    ...(form === 'auditFindings' && by.found === 'none' && { stages: undefined }),
    ...(form.startsWith('roster') && { sheet: aSheet }),
    ...(form === 'feedback' && { words: '被拦下的话' }),
    ...(form === 'bill' && { amount: [900_000, 1_000_001, 5_000_000][n % 3] }),
    ...(form.endsWith('Call') && { meetOn: addDays(by.noticeOn as string, 11 + (n % 3)) }),
  }
}

const fieldsOfForm = (workflow: Workflow, now: Case, move: { aside?: string }, today: string, n: number): FormValue => {
  const form = move.aside ? workflow.asides.find((a) => a.id === move.aside)!.form : stepOf(workflow, now.step)!.form
  const heads = move.aside ? undefined : tallied(workflow, now.step)
  const meeting = heads ? votes(heads, n % 5 === 0 ? 0 : heads, n % 5 === 0 ? heads : 0) : {}
  const said = { ...choicesIn(form, n), ...chosen(today, n), ...meeting, ...major(workflow) }
  return Object.fromEntries(
    Object.entries({ ...said, ...fitting(workflow, form, n, said) }).filter(([field]) => formHas(form, field)),
  )
}

type Candidate = { by: Person; outcome?: string; aside?: string }
const candidates = (workflow: Workflow, now: Case): Candidate[] => {
  const outcomes = Object.keys(stepOf(workflow, now.step)?.next ?? {}).map((outcome) => ({ outcome }))
  const asides = workflow.asides.map((a) => ({ aside: a.id }))
  return cast.flatMap((by) => [...outcomes, ...asides].map((what) => ({ by, ...what })))
}

/** Everything of a case but what is made anew at each sealing. */
const bare = (found: Case) =>
  JSON.stringify({
    ...found,
    log: found.log.map(({ hash: _, prev: __, salts: ___, form: ____, by: _____, v: ______, ...said }) => said),
  })

/** The clock writes each day what that day has made of the case. */
const eagerly = (workflow: Workflow, found: Case, from: string, until: string, world: Partial<World>): Case => {
  let now = found
  for (let day = from; day <= until; day = addDays(day, 1))
    now = fold(workflow, now, asOf(workflow, now, aWorld({ today: day, ...world })).lapsed)
  return now
}

const visited = new Set<string>()

const someoneGoesOn = (workflow: Workflow, now: Case, here: World): boolean => {
  const step = stepOf(workflow, now.step)!
  // time goes on by itself: until then nobody may
  if (
    now.lapsesOn !== undefined ||
    (now.notBeforeOn ?? '') > here.today ||
    (step.by.includes('child') && now.children.length > 0)
  )
    return true
  return cast.some((by) => by.kind === 'person' && !whyNot(workflow, now, {}, by, here))
}

/** Whatever waits for a person or for time says until when; only what waits for another case doesn't. */
const hasClock = (now: Case): boolean =>
  now.pausedOn ? now.resumesOn !== undefined : (now.dueOn ?? now.lapsesOn) !== undefined || now.children.length > 0
const alwaysClocked = ({ steps }: Workflow) => steps.every((s) => s.due || s.lapses || s.by.includes('child'))
/** Who received it first answers for it until someone else has taken it. */
const alwaysOwned = ({ steps: [first] }: Workflow) => first.owns === true

const start = '2026-05-20'
const jump = fc.oneof({ weight: 4, arbitrary: fc.nat(4) }, { weight: 1, arbitrary: fc.nat(45) })
const steps = fc.array(fc.tuple(jump, fc.nat(), fc.nat(9999)), { minLength: 12, maxLength: 24 })

describe.each(workflows.map((w) => [w.id, w] as const))('%s, walked at random', (_, workflow) => {
  const openers = cast.filter((p) => [...p.roles, p.kind].some((r) => (workflow.opensBy as string[]).includes(r)))

  // the longest way is walked more often, some hundreds at a time
  const seeds = workflow.id === 'request' ? [2026, 2027, 2028, 2029] : [2026]
  // a matter is walked some thousand times more by what may hold it up
  const numRuns = workflow.mark === '议' ? 100 : 300
  it.each(seeds)(
    'is never stuck, numbers its lines, verifies, and is the same whether the clock was late (seed %i)',
    {
      timeout: 120_000,
    },
    (seed) => {
      fc.assert(
        fc.property(fc.constantFrom(...openers), fc.nat(9999), steps, (by, first, sequence) => {
          const form = openingForm(workflow, by, first)
          const world = worldFor(first, form)
          let late = anOpened(workflow, { on: start, by, form, world })
          const before = late
          let eager = late
          let today = start
          for (const [i, [gap, pick, n]] of sequence.entries()) {
            const next = addDays(today, gap)
            eager = eagerly(workflow, eager, today, next, world)
            today = next
            const here = aWorld({ today, ...world })
            const now = asOf(workflow, late, here).now
            expect(bare(now)).toBe(bare(eager))
            visited.add(`${workflow.id}.${now.step}`)
            if (now.step !== 'closed') {
              expect(someoneGoesOn(workflow, now, here), `${now.step} is stuck`).toBe(true)
              if (alwaysClocked(workflow)) expect(hasClock(now), `${now.step} has no clock`).toBe(true)
              if (alwaysOwned(workflow) && now.step !== workflow.steps[0].id)
                expect(now.owner, `${now.step} has no owner`).toBeDefined()
            }

            const all = candidates(workflow, now)
            const [open, barred] = [true, false].map((may) =>
              all.filter((c) => !whyNot(workflow, now, c, c.by, here) === may),
            )
            const moveOf = (c: Candidate): Move => ({
              ...c,
              actId: `act-${i}`,
              on: today,
              form: fieldsOfForm(workflow, now, c, today, n),
              world,
            })
            if (barred.length) expect(isRefusal(tryMove(late, moveOf(barred[pick % barred.length])))).toBe(true)
            // the main path and the asides in turn, so that a case gets on
            const main = open.filter((c) => c.outcome !== undefined)
            const from = pick % 4 && main.length ? main : open
            if (from.length === 0) continue
            const move = moveOf(from[Math.floor(pick / 4) % from.length])
            const decided = tryMove(late, move)
            const again = tryMove(eager, move)
            if (isRefusal(decided)) {
              expect(again).toEqual(decided)
              expect(decided.says).toMatch(/\p{Script=Han}/u)
              continue
            }
            late = fold(workflow, late, decided.drafts)
            eager = fold(workflow, eager, isRefusal(again) ? [] : again.drafts)
          }
          expect(late.log.map((e) => e.no)).toEqual(late.log.map((_, i) => i + 1))
          expect(verify(late.log)).toEqual([])
          expect(new Set(late.log.map((e) => e.actId)).size).toBe(late.log.length)
          expect(late.log.slice(1).reduce((now, entry) => evolve(workflow, now, entry), before)).toEqual(late)
        }),
        { numRuns, seed },
      )
    },
  )
})

// a minute of counting without a breath, and the runner takes the worker to be gone
afterEach(() => new Promise((go) => setTimeout(go, 5)))

// walks that never came to a step would prove nothing about it
afterAll(() => {
  // a matter's way is long: what may hold it up goes to its end
  const all = workflows.filter((w) => w.mark !== '议').flatMap((w) => w.steps.map((s) => `${w.id}.${s.id}`))
  expect(all.filter((id) => !visited.has(id))).toEqual([])
})
