/** Case, Person, Act, Entry, World: types only. Days are `YYYY-MM-DD` in China time, instants ISO, money integer fen. */
import type {
  AsideId,
  Audience,
  Board,
  FieldName,
  FormName,
  Outcome,
  Role,
  RollName,
  StepId,
  WorkflowId,
} from './workflow'

export type Day = string
export type Instant = string
export type CaseId = string
export type PersonId = string

/** Whoever acts: someone with the roles that hold in this case's place today, the clock, or a linked case. */
export type Person = {
  id: PersonId
  kind: 'person' | 'clock' | 'child'
  roles: readonly Role[]
  /** what they were in the case by a post that they have left since */
  lapsed?: readonly ('opener' | 'owner' | 'offered')[]
}

export type FormValue = Readonly<Record<FieldName, unknown>>

/** What someone asks for: an outcome of the current step, or an aside. `seen` = number of the last entry by a person. */
export type Act = { actId: string; seen: number; outcome?: Outcome; aside?: AsideId; form: FormValue }

/** A counted meeting: heads of 应到, 实到 and the votes. */
export type Tally = {
  eligible: number
  all: number
  present: number
  households?: { eligible: number; present: number }
  /** came and didn't vote, for an interest of their own: they stay among those present */
  notVoting?: number
  /** of those present: through a phone, and by someone of their household */
  online?: number
  proxies?: number
  for: number
  against: number
  abstain: number
  rollHash: string
}

export type FollowUp =
  | { kind: 'open'; workflow: WorkflowId; caseId: CaseId; actId: string; carry: FormValue }
  | { kind: 'tell'; caseId: CaseId; actId: string; act: Outcome; carry: FormValue }

/** What the engine made of an act: it is public and stands in the hash as it is. */
export type Effect = {
  to?: StepId | 'closed'
  tally?: Tally
  dueOn?: Day
  dueIsProvisional?: boolean
  notBeforeOn?: Day
  lapsesOn?: Day
  child?: CaseId
  /** only in the first line: which case this is the log of */
  is?: Identity
}

/** What a log is the log of. It stands in its first line, so that no log can be passed off as another's. */
export type Identity = {
  id: CaseId
  workflow: WorkflowId
  version: number
  village: string
  number: string
  from?: CaseId
  about?: CaseId
}

/** One line of the log before it is sealed. */
export type Draft = {
  no: number
  at: Instant
  on: Day
  person: PersonId
  kind: Person['kind']
  role?: Role
  actId: string
  step: StepId | 'open' | 'closed'
  outcome?: Outcome
  aside?: AsideId
  values: FormValue
  effect: Effect
  remarks: readonly Remark[]
  then: readonly FollowUp[]
}

/** A sealed line: the hash covers commitments of the values, so that a value can be withheld or erased later. */
export type Entry = Draft & {
  v: 1
  by: string
  form: Readonly<Record<FieldName, string>>
  salts: Readonly<Record<FieldName, string>>
  prev: string
  hash: string
}

export type Remark = { remark: string; says: string }

/** Where a case belongs. A person's posts are held against it. */
export type Place = { county: string; township: string; cluster: string; village: string }

export type Case = {
  id: CaseId
  workflow: WorkflowId
  workflowVersion: number
  number: string
  place: Place
  /** the secret that turns a person's id into this case's pseudonym */
  salt: string
  opener: PersonId
  title: string
  sees: Audience
  from?: CaseId
  about?: CaseId
  children: readonly { id: CaseId; workflow: WorkflowId }[]
  openedOn: Day
  step: StepId | 'closed'
  enteredOn: Day
  visit: number
  dueOn?: Day
  dueIsProvisional?: boolean
  notBeforeOn?: Day
  lapsesOn?: Day
  owner?: PersonId
  /** whom it was handed to and who hasn't taken it yet: the owner still answers for it */
  offered?: PersonId
  pausedOn?: Day
  /** the day on which the clock runs on without an answer */
  resumesOn?: Day
  closedOn?: Day
  outcome?: Outcome
  /** the latest value of each field of the main path and of the day fields of asides */
  fields: FormValue
  /** fen of a passed decision that were drawn for bills */
  drawn: number
  /** fen of it that papers under a seal have promised */
  pledged?: number
  /** where it hangs: posted in the app on `appOn`, on the physical board on `boardOn`, at least until `untilOn` */
  shown?: { on: Board; appOn: Day; boardDay: FieldName; boardOn?: Day; untilOn?: Day; as?: string }
  seen: number
  /** how far up the ladder of reminders this visit of the step is; none yet where it isn't given */
  rung?: number
  /** up to which line of the log those whom it concerns have been told; not a part of the record */
  told?: number
  /** follow-ups that the sweep still has to do */
  pending: readonly FollowUp[]
  log: readonly Entry[]
}

/** Statutory days as data: off = free days on the calendar, on = worked weekend days; known until the last published day. */
export type Holidays = {
  until: Day
  off: Readonly<Record<Day, string>>
  on: Readonly<Record<Day, string>>
  fixed: Readonly<Record<string, string>>
}

/** Heads of 应到. `composition` are heads among them: 村民代表, the women of those, and members of the branch committee. */
export type Roll = {
  eligible: number
  all: number
  households: number
  hash: string
  composition?: { representatives: number; women: number; branch: number }
}

export type Verdict = { ok: true; value: FormValue } | { ok: false; problems: readonly Problem[] }
export type Problem = { field: string; says: string }

/** Everything that `decide` may know of the world. Handed in; nothing is fetched inside. */
export type World = {
  today: Day
  now: Instant
  holidays: Holidays
  settings: Readonly<Record<string, number | readonly number[] | string>>
  /** days that the calendar knows and no form holds, such as the next session's, as they stand on that day */
  days: (on: Day) => Readonly<Record<string, Day>>
  rolls: Readonly<Partial<Record<RollName, Roll>>>
  facts: Readonly<Record<string, unknown>>
  judgeForm: (name: FormName, value: unknown) => Verdict
  judgeFact: (
    name: string,
    about: { found?: Case; act: Act; form: FormValue; person: Person; world: World },
  ) => FactVerdict
}

export type FactVerdict = {
  refused?: { refusal: 'ruleNotMet'; says: string; detail?: Record<string, unknown> }
  remarks?: readonly Remark[]
}
