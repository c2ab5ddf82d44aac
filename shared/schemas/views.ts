import { seenCheckpointView } from './chainViews'
import { z } from './zod'

/** What readers are sent. A value that a reader may not see isn't in it. Days `YYYY-MM-DD` in China time, money integer fen. */

const day = z.string().meta({ format: 'date' })
const audience = z.enum(['everyone', 'villagers', 'party', 'members', 'office', 'township'])
const board = z.enum(['party', 'village', 'finance'])

/** One row of a list, at most 260 bytes as JSON: no personal name, no word that ages. */
export const cardView = z.object({
  id: z.string(),
  title: z.string(),
  mark: z.string().meta({ description: 'the workflow in one character: 说 会 公 议' }),
  step: z.string(),
  seal: z.string().optional(),
  board: board.optional(),
  sums: z
    .array(z.int())
    .optional()
    .meta({ description: 'a statement that everyone may read: income, expense, closing, in fen' }),
  on: day.meta({ description: 'posted on, else opened on' }),
  until: day.optional().meta({ description: 'displayed at least until' }),
  due: day.optional(),
  outcome: z.string().optional(),
  n: z.int().meta({ description: 'how many lines its log has: more than last time is news' }),
  village: z.string().optional().meta({ description: 'in a list over a whole township' }),
  holder: z
    .string()
    .optional()
    .meta({ description: 'in a list over a whole township: a person, or the desk of a role: dongxi#secretary' }),
})

export const page = z.object({ cards: z.array(cardView), next: z.string().optional() })

export const postView = z.object({ role: z.string(), place: z.string(), placeName: z.string(), title: z.string() })

export const personView = z.object({
  id: z.string(),
  name: z.string(),
  village: z.string().optional(),
  township: z.string(),
  posts: z.array(postView),
  says: z.string().meta({ description: 'who this is in one line: 村民，东溪村三组' }),
})

export const villageView = z.object({
  id: z.string(),
  name: z.string(),
  township: z.string(),
  townshipName: z.string(),
  cluster: z.string(),
  households: z.int(),
  phone: z.string(),
})

export const sessionView = z.object({
  on: day,
  startsAt: z.string(),
  place: z.string(),
  cutOff: z.string(),
  kind: z.enum(['fixed', 'evening', 'mobile']),
  hosts: z.string(),
  was: day.optional(),
  why: z.string().optional(),
  waiting: z.int(),
})

export const accountView = z.object({
  id: z.string(),
  period: z.string(),
  opening: z.int(),
  income: z.int(),
  expense: z.int(),
  closing: z.int(),
})

export const homeView = z.object({
  today: day,
  village: villageView,
  session: sessionView,
  account: accountView.nullable(),
  missing: z
    .array(z.object({ code: z.string(), board, title: z.string(), period: z.string(), dueOn: day }))
    .meta({ description: 'what should be on the boards and is not, at most nine' }),
  cards: z.array(cardView),
  next: z.string().optional(),
  checkpoint: seenCheckpointView.optional().meta({ description: 'the latest one of the village' }),
})

const rule = z.object({ says: z.string(), source: z.string(), standing: z.enum(['law', 'party', 'local', 'ours']) })
export const fileView = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  bytes: z.int(),
  url: z.string(),
  seconds: z.int().optional().meta({ description: 'how long a recording is' }),
  waits: z.boolean().optional().meta({ description: 'not yet shown to others' }),
  scan: z
    .object({ readable: z.boolean(), found: z.array(z.object({ kind: z.string(), where: z.string() })) })
    .optional()
    .meta({ description: 'what was found in its words; told to the office alone' }),
})
export const cellView = z.union([z.string(), z.number()])
const columnView = z.object({
  key: z.string(),
  label: z.string(),
  kind: z.enum(['text', 'name', 'money', 'number', 'day', 'choice']),
  options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
})
/** What is known of a list without its rows; money in fen. */
export const sheetView = z.object({
  id: z.string(),
  kind: z.enum(['statement', 'recipients', 'workdays', 'assets', 'resources', 'debts', 'sealUses', 'roster', 'roll']),
  title: z.string(),
  count: z.int(),
  period: z.string().optional(),
  opening: z.int().optional(),
  closing: z.int().optional(),
  income: z.int(),
  expense: z.int(),
  sums: z.record(z.string(), z.int()),
  categories: z.array(
    z.object({ direction: z.enum(['in', 'out']), category: z.string(), fen: z.int(), count: z.int() }),
  ),
  other: z.int(),
  otherIsMuch: z.boolean().meta({ description: '其他 is over a tenth of the spending' }),
  totalsOnly: z.string().optional().meta({ description: 'why this reader gets no rows, in words' }),
})

/** A page of a list's rows, masked for this reader. `no` counts from 1; `asked` are questions about that row. */
export const rowsView = z.object({
  columns: z.array(columnView),
  rows: z.array(
    z.object({
      no: z.int(),
      cells: z.record(z.string(), cellView),
      change: z.enum(['new', 'changed']).optional().meta({ description: 'against the last list of this item' }),
      asked: z.array(z.object({ id: z.string(), answered: z.boolean() })),
    }),
  ),
  gone: z
    .array(z.record(z.string(), cellView))
    .meta({ description: 'rows of the last list that are no more, on the first page' }),
  since: z.string().optional().meta({ description: 'the case of the last list' }),
  next: z.string().optional(),
})

/** What a correction changed: words field by field, rows of the list one by one. */
export const differenceView = z.object({
  before: z.object({ id: z.string(), title: z.string(), number: z.string() }),
  fields: z.array(z.object({ label: z.string(), before: z.string().optional(), after: z.string().optional() })),
  sums: z.array(z.object({ label: z.string(), before: z.int().optional(), after: z.int().optional() })),
  columns: z.array(columnView),
  rows: z.array(
    z.object({
      change: z.enum(['new', 'gone', 'changed']),
      before: z.record(z.string(), cellView).optional(),
      after: z.record(z.string(), cellView).optional(),
    }),
  ),
  more: z.int().meta({ description: 'how many changed rows are not listed' }),
})

/** Sums of statements that everyone may read, latest first, at most 24. */
export const accountsView = z.object({
  accounts: z.array(
    z.object({ id: z.string(), period: z.string(), income: z.int(), expense: z.int(), closing: z.int() }),
  ),
})

const disclosureState = z.enum(['notDue', 'posted', 'late', 'missing', 'nothing', 'notApplicable'])
/** What a village owes in a year, item by item, and how each period stands. */
export const disclosureView = z.object({
  today: day,
  year: z.int(),
  village: z.string(),
  villageName: z.string(),
  items: z.array(
    z.object({
      code: z.string(),
      board,
      title: z.string(),
      rule,
      off: z.string().optional().meta({ description: '不适用: why it is not owed here' }),
      periods: z.array(
        z.object({
          period: z.string().meta({ description: '2026-05, or @2026-05-03 for what happened on a day' }),
          dueOn: day,
          provisional: z.boolean().optional(),
          state: disclosureState,
          postedOn: day.optional(),
          id: z.string().optional().meta({ description: 'the notice, where this reader may open it' }),
        }),
      ),
    }),
  ),
  totals: z.object({ missing: z.int(), late: z.int(), posted: z.int(), nothing: z.int() }),
})

/** Village × item in a year: how many of each state; missing first. */
export const matrixView = z.object({
  today: day,
  year: z.int(),
  township: z.string(),
  townshipName: z.string(),
  items: z.array(z.object({ code: z.string(), board, title: z.string() })),
  villages: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      cluster: z.string(),
      missing: z.int(),
      late: z.int(),
      cells: z.record(
        z.string(),
        z.object({
          state: disclosureState.meta({
            description: 'the one that matters most: missing, then late, then the latest',
          }),
          missing: z.int(),
          late: z.int(),
          posted: z.int(),
          nothing: z.int(),
          oldest: day.optional().meta({ description: 'since when the oldest missing one is due' }),
          period: z.string().optional(),
          urged: z.string().optional().meta({ description: 'the open 督办单 of that period' }),
        }),
      ),
    }),
  ),
  totals: z.object({ missing: z.int(), late: z.int(), posted: z.int(), nothing: z.int() }),
})

export const itemSettingView = z.strictObject({
  off: z.string().trim().min(2, { error: '请写明为什么不用公开。' }).max(100).optional(),
  every: z.enum(['month', 'quarter']).optional(),
  day: z
    .int({ error: '到期日要填整数。' })
    .min(1, { error: '到期日填1到28。' })
    .max(28, { error: '到期日填1到28，每个月都有的日子。' })
    .optional(),
})

const itemSettings = z.record(z.string(), itemSettingView)
/** What holds of the catalogue in a place. */
export const disclosureSettingsView = z.object({
  name: z.string().meta({ description: 'of the place: 全县, 石湾镇, 东溪村' }),
  level: z.enum(['county', 'township', 'village']),
  settings: itemSettings.meta({ description: 'what holds here today' }),
  inherited: itemSettings.meta({ description: 'what the county, or the county and the township, have set' }),
  mayChange: z.boolean(),
  changes: z
    .array(z.object({ on: day, who: z.string(), items: z.array(z.string()) }))
    .meta({ description: 'the latest twenty changes of this place itself, by codes' }),
})

const settingValue = z.union([z.number(), z.array(z.number())])
/** The numbers that law leaves open, as they hold in a place. */
export const settingsView = z.object({
  name: z.string().meta({ description: 'of the place: 全县, 石湾镇, 东溪村' }),
  level: z.enum(['county', 'township', 'village']),
  mayChange: z.boolean(),
  settings: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      says: z.string(),
      source: z.string(),
      standing: z.enum(['law', 'party', 'local', 'ours']),
      about: z.enum(['notice', 'request', 'matter', 'finance', 'oversight']),
      unit: z
        .enum(['day', 'workday', 'fen', 'share', 'bodies', 'monthDays', 'requests', 'switch', 'audits', 'percent'])
        .meta({
          description: 'share: [2, 3] is two thirds; bodies: how many read the accounts first; switch: 1 for yes',
        }),
      value: settingValue.meta({ description: 'what holds here' }),
      setAt: z.enum(['default', 'county', 'township', 'village']),
      inherited: settingValue.meta({ description: 'what would hold if this place had set nothing' }),
      default: settingValue,
      mayChange: z.boolean(),
      atLeast: z.number().optional(),
      atMost: z.number().optional(),
      floor: z.array(z.number()).optional().meta({ description: 'the smallest share that is lawful' }),
    }),
  ),
  changes: z
    .array(
      z.object({
        on: day,
        who: z.string(),
        items: z.array(z.object({ name: z.string(), from: settingValue, to: settingValue })),
      }),
    )
    .meta({ description: 'the latest twenty changes of this place itself: what was in force before and after' }),
})

const atMost = (letters: number, one = '') => ({ error: `${one}最多${letters}个字，请写短一点。` })

/** What a villager can get done at the village office. */
export const guideView = z.strictObject({
  id: z
    .string()
    .max(40)
    .regex(/^[\w-]+$/),
  title: z.string().trim().min(2, { error: '请填写办什么事。' }).max(40, atMost(40)),
  who: z.string().trim().min(1, { error: '请填写谁能办。' }).max(300, atMost(300)),
  papers: z
    .array(z.string().trim().min(1, { error: '有一样是空的，请去掉。' }).max(60, atMost(60, '一样')))
    .max(20, { error: '最多写20样，请合并。' }),
  steps: z
    .array(z.string().trim().min(1, { error: '有一步是空的，请去掉。' }).max(120, atMost(120, '一步')))
    .max(20, { error: '最多写20步，请合并。' }),
  time: z.string().trim().min(1, { error: '请填写几天办好。' }).max(60, atMost(60)),
  fee: z.string().trim().min(1, { error: '请填写收不收钱。' }).max(60, atMost(60)),
  where: z.string().trim().min(1, { error: '请填写到哪里办、找谁。' }).max(120, atMost(120)),
  basis: z.string().trim().max(200, atMost(200)).optional(),
  words: z
    .string()
    .trim()
    .max(100, atMost(100))
    .optional()
    .meta({ description: 'other words that people look for it by' }),
})

/** The guides of a place as its office sees them: its own first, then what holds there from above. */
export const placeGuidesView = z.object({
  name: z.string().meta({ description: 'of the place: 全县, 石湾镇, 东溪村' }),
  mayWrite: z.boolean(),
  guides: z.array(guideView.extend({ place: z.string(), placeName: z.string(), own: z.boolean() })),
})

const link = z.object({
  id: z.string(),
  workflow: z.string(),
  title: z.string(),
  number: z.string(),
  step: z.string(),
  closed: z.boolean(),
})
const tally = z.object({
  notVoting: z.int().optional(),
  online: z.int().optional(),
  proxies: z.int().optional(),
  eligible: z.int(),
  all: z.int(),
  present: z.int(),
  for: z.int(),
  against: z.int(),
  abstain: z.int(),
  rollHash: z.string(),
  households: z.object({ eligible: z.int(), present: z.int() }).optional(),
})

/** One line of the log. `hash` covers the commitments in `form`; `values` and `salts` are those this reader may see. */
export const entryView = z.object({
  v: z.literal(1),
  no: z.int(),
  at: z.string(),
  on: day,
  by: z.string(),
  who: z.string().meta({ description: 'a name and post, or 一位村民' }),
  step: z.string(),
  title: z.string(),
  seal: z.string().optional(),
  outcome: z.string().optional(),
  aside: z.string().optional(),
  says: z.string().optional().meta({ description: 'the outcome in words' }),
  erased: z.string().optional().meta({ description: 'why values of this line are gone for everyone' }),
  form: z.record(z.string(), z.string()),
  values: z.record(z.string(), z.unknown()),
  salts: z.record(z.string(), z.string()),
  effect: z.object({
    to: z.string().optional(),
    tally: tally.optional(),
    dueOn: day.optional(),
    dueIsProvisional: z.boolean().optional(),
    notBeforeOn: day.optional(),
    lapsesOn: day.optional(),
    child: z.string().optional(),
    is: z
      .object({
        ...{ id: z.string(), workflow: z.string(), version: z.int(), village: z.string(), number: z.string() },
        ...{ from: z.string().optional(), about: z.string().optional() },
      })
      .optional()
      .meta({ description: 'only in the first line: which case this is the log of' }),
  }),
  counted: z.array(z.string()).optional().meta({ description: 'the count in sentences: quorum, votes, outcome' }),
  remarks: z.array(z.object({ remark: z.string(), says: z.string() })),
  prev: z.string(),
  hash: z.string(),
})

const mayStep = z.object({
  step: z.string(),
  title: z.string(),
  form: z.string(),
  ok: z.boolean(),
  why: z.string().optional(),
  refusal: z.string().optional(),
  counted: z.boolean().meta({ description: 'the count gives the outcome, not the person' }),
  outcomes: z.array(z.object({ id: z.string(), says: z.string() })),
  roll: z.object({ name: z.string(), eligible: z.int(), all: z.int(), households: z.int() }).optional(),
  settings: z.record(z.string(), z.unknown()).optional(),
})
const mayAside = z.object({
  id: z.string(),
  title: z.string(),
  form: z.string(),
  ok: z.boolean(),
  why: z.string().optional(),
  refusal: z.string().optional(),
})

export const caseView = z.object({
  id: z.string(),
  number: z.string(),
  workflow: z.string(),
  workflowVersion: z.int(),
  workflowTitle: z.string(),
  title: z.string(),
  village: z.string(),
  villageName: z.string(),
  township: z.string(),
  sees: audience,
  openedOn: day,
  heardOn: day.optional().meta({ description: 'the 说事日 on whose agenda it stands' }),
  mine: z.boolean(),
  step: z.string(),
  enteredOn: day,
  dueOn: day.optional(),
  dueIsProvisional: z.boolean().optional(),
  dueHow: z.array(z.string()).optional().meta({ description: 'how this day was reached' }),
  notBeforeOn: day.optional(),
  notBeforeHow: z
    .array(z.string())
    .optional()
    .meta({ description: 'how the day was reached before which it may not be done' }),
  lapsesOn: day.optional(),
  lapsesHow: z.array(z.string()).optional().meta({ description: 'how the day was reached on which time passes it on' }),
  untilHow: z.array(z.string()).optional().meta({ description: 'how the last day was reached on which it hangs' }),
  closedOn: day.optional(),
  outcome: z.string().optional(),
  pausedOn: day.optional(),
  owner: z.string().optional(),
  seen: z.int(),
  fields: z.record(z.string(), z.unknown()),
  pledged: z.int().meta({ description: 'fen of the decision that papers under a seal have promised' }),
  drawn: z.int(),
  shown: z
    .object({ on: board, appOn: day, boardOn: day.optional(), untilOn: day.optional(), as: z.string().optional() })
    .optional(),
  path: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      seal: z.string(),
      rule,
      state: z.enum(['done', 'now', 'late', 'todo', 'back']),
    }),
  ),
  log: z.array(entryView),
  links: z.object({
    from: link.optional(),
    about: link.optional(),
    children: z.array(link),
    into: link.optional().meta({ description: 'the request that it was merged into' }),
    merged: z
      .array(link)
      .meta({ description: 'requests that were merged into it, as far as this reader may see them' }),
  }),
  category: z.string().optional().meta({ description: 'what it is about, in the words of the county’s list' }),
  cares: z
    .object({ count: z.int(), mine: z.boolean() })
    .optional()
    .meta({ description: '我也关心, while a request is open' }),
  offered: z.string().optional().meta({ description: 'whom it was handed to and who has not taken it yet' }),
  resumesOn: day.optional().meta({ description: 'the clock that waits for the villager runs on then' }),
  waitingFiles: z
    .int()
    .meta({ description: 'pictures and recordings that others see only once they were looked through' }),
  sheet: sheetView.optional(),
  corrected: link.optional().meta({ description: 'the newer version that took its place' }),
  files: z.array(fileView),
  read: z.object({ households: z.int(), of: z.int(), mine: z.boolean() }),
  lookedAt: z
    .array(z.object({ who: z.string(), on: z.string() }))
    .optional()
    .meta({ description: 'to its opener: who of the office opened this private matter, and on which day' }),
  may: z.object({
    step: mayStep.nullable(),
    asides: z.array(mayAside),
    people: z
      .array(z.object({ id: z.string(), says: z.string() }))
      .meta({ description: 'who may be named as handler; told to the office alone' }),
    erasable: z
      .array(z.string())
      .optional()
      .meta({ description: 'no.field of what may be erased on asking, for whoever may do that' }),
  }),
})

export type CardView = z.infer<typeof cardView>
export type PersonView = z.infer<typeof personView>
export type VillageView = z.infer<typeof villageView>
export type HomeView = z.infer<typeof homeView>
export type EntryView = z.infer<typeof entryView>
export type FileView = z.infer<typeof fileView>
export type CaseView = z.infer<typeof caseView>
export type SheetView = z.infer<typeof sheetView>
export type RowsView = z.infer<typeof rowsView>
export type DifferenceView = z.infer<typeof differenceView>
export type AccountsView = z.infer<typeof accountsView>
export type DisclosureView = z.infer<typeof disclosureView>
export type DisclosureSettingsView = z.infer<typeof disclosureSettingsView>
export type MatrixView = z.infer<typeof matrixView>
export type GuideView = z.infer<typeof guideView>
export type PlaceGuidesView = z.infer<typeof placeGuidesView>
export type SettingsView = z.infer<typeof settingsView>
