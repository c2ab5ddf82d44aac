/** The language that workflows are written in: types only. A workflow is a value without functions inside. */

export type WorkflowId = string
export type StepId = string
export type AsideId = string
export type Outcome = string
export type FormName = string
export type FactName = string
export type FieldName = string
/**
 * A field of a form that holds a day; `entered` is the day on which the step was entered, `openedOn` that of the case,
 * `nextStageOn` that of the first of the field `stages` that isn't among the `stagesDone`, after the last `finishBy`.
 */
export type DayField = FieldName | 'entered'
export type MoneyField = FieldName
export type SettingName = string
export type CatalogueCode = string

export type Board = 'party' | 'village' | 'finance'
/** `office` are those who hold office in the village and over it, `township` the township's and the county's alone. */
export type Audience = 'everyone' | 'villagers' | 'party' | 'members' | 'office' | 'township'

/** A post that someone holds somewhere: in a village, a cluster, a township or the county. */
export type Role =
  | 'villager'
  | 'partyMember'
  | 'representative'
  | 'clerk'
  | 'committee'
  | 'director'
  | 'secretary'
  | 'collectiveHead'
  | 'collectiveSupervisor'
  | 'supervisor'
  | 'sealKeeper'
  | 'groupLeader'
  | 'clusterLead'
  | 'agency'
  | 'township'
  | 'townshipLead'
  | 'discipline'
  | 'county'

export type RollName =
  | 'branchCommittee'
  | 'twoCommittees'
  | 'partyVoting'
  | 'representativesMeeting'
  | 'adults'
  | 'households'
  | 'collectiveCapable'
  | 'collectiveRepresentatives'
  | 'groupAdults'
  | 'groupMembers'

/**
 * Who may act: a role, or someone's place in this case; `offered` is whom it was handed to and who hasn't taken it yet,
 * `named` the person whom a form names. The first of a step's list is whose desk it lies on.
 */
export type By = Role | 'opener' | 'owner' | 'offered' | 'clock' | 'child' | { named: FieldName }

/** A whole number, or a setting within the law's own floor and ceiling. */
export type Num = number | { setting: SettingName; atLeast?: number; atMost?: number }

/** A span from the latest of the named days; it has not begun while one of them is missing. Default: the day of entry. */
export type Span = ({ days: Num } | { workdays: Num }) & { from?: readonly DayField[] }

export type Fraction = readonly [number, number]
export type Share = { atLeast: Fraction } | { moreThan: Fraction } | { setting: SettingName; floor: Share }

export type Count = {
  roll: RollName
  /** any one of these makes the meeting lawful */
  quorum?: readonly { of: 'people' | 'households'; share: Share }[]
  pass: { of: 'present' | 'eligible' | 'all'; share: Share }
  /** whoever may be there without coming: through a phone, by someone of the same household */
  admits?: readonly ('online' | 'proxy')[]
  /** where that is set to 1, whoever doesn't vote for an interest of their own isn't counted among those called */
  leavesOut?: SettingName
  /** what may be done when too few came */
  ifShort: string
}

/** Where an outcome leads: a step, by an amount, or by what was chosen in a form or is set. */
export type Route =
  | StepId
  | 'closed'
  | { field: MoneyField; tiers: readonly { upTo: Num; to: Route }[]; above: Route }
  | { by: FieldName | { setting: SettingName }; to: Readonly<Record<string, Route>>; otherwise: Route }

/** What an outcome causes elsewhere: a new case that carries fields over, or an act or an aside on the case it came from. */
export type Follow =
  | { open: WorkflowId | { field: FieldName; of: readonly [WorkflowId, ...WorkflowId[]] }; carry: readonly FieldName[] }
  | { tell: 'from' | 'about' | { field: FieldName }; act: Outcome; carry?: readonly FieldName[] }

export type Standing = 'law' | 'party' | 'local' | 'ours'

/** What villagers read about a rule: the sentence, where it comes from, and how strong it is. */
export type Rule = { says: string; source: string; standing: Standing }

export type Step = {
  id: StepId
  title: string
  /** the one character on the seal */
  seal: string
  rule: Rule
  by: readonly By[]
  /** who acted in these steps may not act here; `open` is the opening */
  notBy?: readonly (StepId | 'open')[]
  /** whoever acts here is the owner from then on (首问负责) */
  owns?: true
  /** its act is what a 说事日 heard: listed under the day `heldOn` */
  hears?: true
  form: FormName
  facts?: readonly FactName[]
  /** asides that must stand in the log first */
  needs?: readonly AsideId[]
  notBefore?: Span
  /** late from the day after */
  due?: Span
  /** its clock begins anew with each entry that stays in it: the next stage of the works, the next monthly note */
  renews?: true
  lapses?: { after: Span; as: Outcome }
  count?: Count
  next: Readonly<Record<Outcome, Route>>
  /** judged for each outcome with nothing filled in: those that it refuses aren't offered */
  offers?: FactName
  /** the words on the button for each outcome that a person chooses */
  says?: Readonly<Record<Outcome, string>>
  then?: Readonly<Partial<Record<Outcome, Follow>>>
  /** the content is written anew: what isn't filled in again is gone */
  rewrites?: true
  /** whoever enters here owes that disclosure item, until the case hangs on a board */
  owes?: CatalogueCode
  /** from here on the case is open to its audience, though it hangs on no board */
  opens?: true
  /** from here it hangs on that board, at least that long; `boardDay` is the day on the physical board, `as` follows the title there */
  shows?: {
    on: Board | { field: FieldName }
    days: Num
    boardDay: DayField
    as?: string
    /** it comes off again when the step is left, and isn't what the catalogue asks for: a plan that comments are asked on */
    brief?: true
  }
}

export type Aside = {
  id: AsideId
  title: string
  by: readonly By[]
  form: FormName
  facts?: readonly FactName[]
  while: 'open' | 'closed' | 'always'
  /** the steps in which it may be done; default: every step */
  during?: readonly (StepId | 'closed')[]
  times?: number
  /**
   * `offer` names the next owner, who has to take it (`own`) or not (`decline`); `merge` ends it in favour of another;
   * `back` returns it to the earlier step that the form names in `to`, `raise` takes it to the higher level named there;
   * `remind` notes how far up the ladder of reminders the step is (`rung`); `draw` takes `amount` of the decided `budget`,
   * `release` gives it back; `erase` takes the values that it names out of the lines before, their commitments stay
   */
  does?:
    | 'extend'
    | 'pause'
    | 'resume'
    | 'own'
    | 'offer'
    | 'decline'
    | 'redate'
    | 'posted'
    | 'withdraw'
    | 'merge'
    | 'supersede'
    | 'back'
    | 'raise'
    | 'remind'
    | 'draw'
    | 'release'
    | 'erase'
  /** which account of the budget it draws on: what was paid, or what was promised under a seal; default: paid */
  purse?: 'paid' | 'pledged'
  /** a clock that it stopped runs on by itself after that, by the aside of that name */
  lapses?: { after: Span; as: AsideId }
  notBy?: readonly (StepId | 'open')[]
  /** whom it is news to, in their inbox; `desk` is whose turn it is. Whoever did it isn't told. */
  tells?: readonly (By | 'desk')[]
  then?: Follow
}

export type Workflow = {
  id: WorkflowId
  version: number
  title: string
  /** the word in a case number: 东溪-说-2026-0012 */
  mark: string
  opensBy: readonly (Role | 'child' | 'clock')[]
  /** where the opening form has no title: the field whose first sentence stands for it */
  titleFrom?: FieldName
  openForm: FormName
  openFacts?: readonly FactName[]
  /** where the opening leads; default: the first step */
  begins?: Route
  /** who may see the case as a whole: fixed, the audience that the opening form names, or that of the case it is about */
  sees: Audience | { field: FieldName } | 'about'
  /** who may see it until it first hangs on a board or is opened; default: `sees` */
  seesBefore?: Audience
  /** the disclosure calendar gives it the days of a 重大财务事项, or reads it in place of what it replaces */
  owedAs?: 'major' | 'correction'
  /** what was asked and answered is found again by its words */
  searchable?: true
  steps: readonly [Step, ...Step[]]
  asides: readonly Aside[]
}
