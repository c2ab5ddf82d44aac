import { z } from './zod'

/** What readers are sent. A value that a reader may not see isn't in it. Days `YYYY-MM-DD` in China time, money integer fen. */

const day = z.string().meta({ format: 'date' })
const audience = z.enum(['everyone', 'villagers', 'party', 'members', 'office'])
const board = z.enum(['party', 'village', 'finance'])

/** One row of a list, at most 260 bytes as JSON: no personal name, no word that ages. */
export const cardView = z.object({
  id: z.string(),
  title: z.string(),
  mark: z.string().meta({ description: 'the workflow in one character: 说 会 公 议' }),
  step: z.string(),
  seal: z.string().optional(),
  board: board.optional(),
  on: day.meta({ description: 'posted on, else opened on' }),
  until: day.optional().meta({ description: 'displayed at least until' }),
  due: day.optional(),
  outcome: z.string().optional(),
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
  cards: z.array(cardView),
  next: z.string().optional(),
})

const rule = z.object({ says: z.string(), source: z.string(), standing: z.enum(['law', 'party', 'local', 'ours']) })
export const fileView = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  bytes: z.int(),
  url: z.string(),
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
  lapsesOn: day.optional(),
  closedOn: day.optional(),
  outcome: z.string().optional(),
  pausedOn: day.optional(),
  owner: z.string().optional(),
  seen: z.int(),
  fields: z.record(z.string(), z.unknown()),
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
  links: z.object({ from: link.optional(), about: link.optional(), children: z.array(link) }),
  files: z.array(fileView),
  read: z.object({ households: z.int(), of: z.int(), mine: z.boolean() }),
  may: z.object({
    step: mayStep.nullable(),
    asides: z.array(mayAside),
    people: z
      .array(z.object({ id: z.string(), says: z.string() }))
      .meta({ description: 'who may be named as handler; told to the office alone' }),
  }),
})

/** One cell: village × workflow mark × seal. */
export const monitorView = z.object({
  today: day,
  township: z.string(),
  townshipName: z.string(),
  columns: z.array(
    z.object({
      mark: z.string(),
      title: z.string(),
      seals: z.array(z.object({ seal: z.string(), title: z.string() })),
    }),
  ),
  villages: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      cluster: z.string(),
      open: z.int(),
      overdue: z.int(),
      cells: z
        .record(z.string(), z.object({ open: z.int(), overdue: z.int(), oldest: day.optional() }))
        .meta({ description: 'keyed 说/办' }),
    }),
  ),
  totals: z.object({ open: z.int(), overdue: z.int(), dueThisWeek: z.int() }),
})

export type CardView = z.infer<typeof cardView>
export type PersonView = z.infer<typeof personView>
export type VillageView = z.infer<typeof villageView>
export type HomeView = z.infer<typeof homeView>
export type EntryView = z.infer<typeof entryView>
export type FileView = z.infer<typeof fileView>
export type CaseView = z.infer<typeof caseView>
export type MonitorView = z.infer<typeof monitorView>
