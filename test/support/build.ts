import { holidaysWith } from '@shared/calendar'
import { asOf } from '@shared/engine/asOf'
import type { Act, Case, Day, Draft, FormValue, Person, Roll, World } from '@shared/engine/case'
import { seal } from '@shared/engine/chain'
import { type Decided, decide } from '@shared/engine/decide'
import { evolve, stepOf } from '@shared/engine/evolve'
import { type Opening, open } from '@shared/engine/open'
import { isRefusal, type Refusal } from '@shared/engine/refusal'
import type { Role, Workflow } from '@shared/engine/workflow'
import { judgeFact } from '@shared/rules/facts'
import { settingsWith } from '@shared/schemas/settings'
import { fieldsOf, judgeForm } from '@shared/schemas/stepForms'
import { workflowOf } from '@shared/workflows'

/** Someone with these roles; named after the first unless told. */
export const aPerson = (roles: Role | readonly Role[], id?: string): Person => {
  const all = typeof roles === 'string' ? [roles] : roles
  return { id: id ?? `p-${all[0]}`, kind: 'person', roles: all }
}

export const theClock: Person = { id: 'clock', kind: 'clock', roles: [] }
export const aChild: Person = { id: 'child', kind: 'child', roles: [] }

const roll = (eligible: number, more: Partial<Roll> = {}): Roll => ({
  eligible,
  all: eligible,
  households: 0,
  hash: `roll of ${eligible}`,
  ...more,
})

export const holidays = holidaysWith()

/** An open request of the same village that was raised before. */
export const anEarlier = {
  found: true,
  closed: false,
  later: false,
  itself: false,
  hidden: false,
  number: '东溪说-2026-0001',
}

/** A village's world on a day, at ten in the morning: default settings, published holidays, full rolls. */
export const aWorld = ({ today, ...more }: Partial<World> & { today: Day }): World => ({
  today,
  now: `${today}T02:00:00.000Z`,
  holidays,
  settings: settingsWith(),
  days: () => ({}),
  rolls: {
    branchCommittee: roll(5),
    twoCommittees: roll(9),
    partyVoting: roll(45),
    representativesMeeting: roll(38),
    adults: roll(1000, { households: 300 }),
    collectiveCapable: roll(901, { households: 300 }),
    collectiveRepresentatives: roll(30),
    groupAdults: roll(80, { households: 30 }),
    groupMembers: roll(70, { households: 30 }),
  },
  facts: {
    officeHolders: ['p-clerk', 'p-secretary', 'p-director', 'p-township'],
    leaders: ['p-townshipLead', 'p-director'],
    into: anEarlier,
    ...{ oneHead: true, groups: 8, subjectHasPost: true },
  },
  judgeForm,
  judgeFact,
  ...more,
})

/** The heads and votes of a meeting; everyone agrees unless told. */
export const votes = (present: number, votesFor = present, votesAgainst = 0, votesAbstain = 0) => ({
  present,
  votesFor,
  votesAgainst,
  votesAbstain,
})

/** The least that the named form takes, filled in on that day, with `over` on top. */
export const filled = (name: string, today: Day, over: FormValue = {}): FormValue => ({
  ...Object.fromEntries(
    fieldsOf(name)
      .filter((field) => !field.optional)
      .map(({ name: field, kind, options }) => {
        if (kind === 'day') return [field, today]
        if (kind === 'time') return [field, '19:00']
        if (kind === 'choice') return [field, options![0].value]
        if (kind === 'switch') return [field, true]
        if (kind === 'case') return [field, `c${'0'.repeat(24)}`]
        if (kind === 'hidden') return [field, []]
        return [field, kind === 'text' || kind === 'longText' || kind === 'person' ? '修三组到四组的路' : 1]
      }),
  ),
  ...over,
})

export const newSalt = (() => {
  let made = 0
  return () => `salt ${++made}`
})()

/** Seals the drafts one after the other and folds them, as the server does. */
export const fold = (workflow: Workflow, found: Case, drafts: readonly Draft[]): Case =>
  drafts.reduce(
    (now, draft) => evolve(workflow, now, seal(draft, now.log.at(-1)?.hash ?? '', now.salt, newSalt)),
    found,
  )

type Opened = Partial<Omit<Opening, 'form'>> & { on: Day; by: Person; form?: FormValue; world?: Partial<World> }

const opening = (workflow: Workflow, { on, by, form, world: _, ...more }: Opened): Opening => ({
  id: `${workflow.id}-1`,
  number: '东溪-说-2026-0001',
  salt: 'salt of the case',
  place: { county: 'c', township: 't', cluster: 'k', village: 'v' },
  actId: 'act-open',
  opener: by.id,
  form: filled(workflow.openForm, on, form),
  ...more,
})

export const tryOpen = (workflow: Workflow, opened: Opened) =>
  open(workflow, opening(workflow, opened), opened.by, aWorld({ today: opened.on, ...opened.world }))

/** A case that has just been opened; throws the refusal's sentence when it may not be. */
export const anOpened = (workflow: Workflow, opened: Opened): Case => {
  const made = tryOpen(workflow, opened)
  if (isRefusal(made)) throw new Error(`${made.refusal}: ${made.says}`)
  return fold(workflow, made.before, [made.draft])
}

/** One thing that someone does on a day. The form is filled with the least that it takes unless `exactly` is given. */
export type Move = {
  by: Person
  on: Day
  outcome?: string
  aside?: string
  form?: FormValue
  exactly?: FormValue
  seen?: number
  actId?: string
  world?: Partial<World>
}

/** The outcome of the current step, done by someone on a day. */
export const act = (by: Person, on: Day, outcome: string | undefined, form: FormValue = {}, more: Partial<Move> = {}) =>
  ({ by, on, outcome, form, ...more }) satisfies Move

/** An aside, done by someone on a day. */
export const aside = (by: Person, on: Day, id: string, form: FormValue = {}, more: Partial<Move> = {}) =>
  ({ by, on, aside: id, form, ...more }) satisfies Move

const definitionOf = (found: Case) => workflowOf(found.workflow, found.workflowVersion)!

/** What the engine says to a move; nothing is written. */
export const tryMove = (found: Case, move: Move, workflow = definitionOf(found)): Decided | Refusal => {
  const { by, on, outcome, aside, form, exactly, seen = found.seen, actId = `act-${found.log.length + 1}` } = move
  const world = aWorld({ today: on, ...move.world })
  // time may have moved the case since: the form is that of the step as it stands on that day
  const step = stepOf(workflow, asOf(workflow, found, world).now.step)
  const name = aside ? workflow.asides.find((a) => a.id === aside)?.form : step?.form
  const wanted: Act = {
    actId,
    seen,
    ...(outcome !== undefined && { outcome }),
    ...(aside !== undefined && { aside }),
    form: exactly ?? filled(name ?? 'nothing', on, form),
  }
  return decide(workflow, found, wanted, by, world)
}

/** Does the moves one after the other; throws the sentence of the first refusal. */
export const walk = (found: Case, moves: readonly Move[], workflow = definitionOf(found)): Case =>
  moves.reduce((now, move) => {
    const decided = tryMove(now, move, workflow)
    if (isRefusal(decided))
      throw new Error(`${move.outcome ?? move.aside} in ${now.step}: ${decided.refusal}: ${decided.says}`)
    return fold(workflow, now, decided.drafts)
  }, found)

/** The refusal's name, or `allowed`. */
export const answerTo = (found: Case, move: Move, workflow?: Workflow): string => {
  const decided = tryMove(found, move, workflow)
  return isRefusal(decided) ? decided.refusal : 'allowed'
}
