import { cardView } from './views'
import { z } from './zod'

/** What the township and the county watch, what is sent to whom, and what is reported. Days `YYYY-MM-DD` in China time. */

const day = z.string().meta({ format: 'date' })
/** One that is sent to us: the shape alone, what it means is judged where it is used. */
const sentDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: '日期要写成2026-06-08这样。' })
const text = (max: number) => z.string().trim().min(1).max(max)

/** How long something has waited: in good time, over seventy per cent of its time gone, late by so many days, or without a day. */
export const ages = ['early', 'near', 'late7', 'late30', 'late31', 'undated'] as const
export const ageName = z.enum(ages)

/** What a monitor or a list of open work is narrowed to; whatever isn't given isn't narrowed. */
export const narrowed = {
  cluster: z.string().max(64).optional(),
  mark: z.string().max(4).optional(),
  owner: z.string().max(80).optional().meta({ description: 'a person, or the desk of a role: dongxi#secretary' }),
  age: ageName.optional(),
}
export const narrowing = z.object(narrowed)

const counts = z.object({ open: z.int(), near: z.int(), overdue: z.int(), oldest: day.optional() })

/** Village × step, counted from keys: what is open, what is near its day, what is late. Most overdue first, then by name. */
export const monitorView = z.object({
  today: day,
  township: z.string(),
  townshipName: z.string(),
  clusters: z.array(z.object({ id: z.string(), name: z.string() })),
  owners: z
    .array(z.object({ id: z.string(), says: z.string(), open: z.int() }))
    .meta({ description: 'who has it in hand, in the order of their names' }),
  columns: z.array(
    z.object({
      mark: z.string(),
      title: z.string(),
      seals: z.array(z.object({ seal: z.string(), title: z.string() })),
    }),
  ),
  villages: z.array(
    z.object({
      ...{ id: z.string(), name: z.string(), cluster: z.string() },
      ...{ open: z.int(), near: z.int(), overdue: z.int() },
      cells: z.record(z.string(), counts).meta({ description: 'keyed 说/办' }),
    }),
  ),
  totals: z.object({ open: z.int(), near: z.int(), overdue: z.int(), dueThisWeek: z.int() }),
})

/** How it went, from what was kept each day; a day on which nothing was kept is left out. Counts, never shares. */
export const trendsView = z.object({
  weeks: z
    .array(z.object({ on: day, open: z.int(), overdue: z.int() }))
    .meta({ description: 'the end of each week, at most so many as were asked for, the last is yesterday' }),
  months: z.array(
    z.object({
      month: z.string(),
      ...{ opened: z.int(), closed: z.int(), onTime: z.int() },
      ...{ satisfied: z.int(), basically: z.int(), unsatisfied: z.int(), silent: z.int() },
    }),
  ),
})

/** What someone keeps to look at again. */
export const savedViews = z.strictObject({
  views: z
    .array(
      z.strictObject({
        name: text(12),
        ...narrowed,
        overdueOnly: z.boolean().optional(),
      }),
    )
    .max(12, { error: '最多存12个，请先删掉不用的。' }),
})

/** 督办 of several at once: open cases, and what is missing on boards. */
export const urging = z.strictObject({
  actId: text(64),
  cases: z.array(z.string().max(64)).max(50, { error: '一次最多督办50件。' }),
  missing: z
    .array(z.strictObject({ village: z.string().max(64), item: z.string().max(4), period: z.string().max(20) }))
    .max(50, { error: '一次最多督办50件。' }),
  reason: text(500),
  replyBy: sentDay,
})
export const urgedView = z.object({
  done: z.array(z.object({ id: z.string(), number: z.string().optional() })),
  refused: z.array(z.object({ what: z.string(), says: z.string() })),
})

/** One letter a case, the latest first; lines are the latest eight, `new` those since the last look. */
export const inboxView = z.object({
  unread: z.int(),
  letters: z.array(
    z.object({
      card: cardView,
      villageName: z.string(),
      at: z.string(),
      unread: z.int(),
      lines: z
        .array(z.object({ at: z.string(), says: z.string(), turn: z.boolean() }))
        .meta({ description: 'turn: it is still the turn of whoever reads it' }),
    }),
  ),
  next: z.string().optional(),
})

export const subscriptionAnswer = z.enum(['accept', 'reject', 'ban', 'filter'])
/** What WeChat may send to this person; `left` is how many messages they have agreed to and weren't sent yet. */
export const subscriptionsView = z.object({
  available: z.boolean().meta({ description: 'WeChat is set up and this person has signed in there' }),
  templates: z.array(
    z.object({ id: z.string(), name: z.enum(['turn', 'moved', 'reminder']), title: z.string(), left: z.int() }),
  ),
})

const share = z.object({ of: z.int(), is: z.int() })
/** What a report counts of a village or of all of them. */
export const reportRow = z.object({
  ...{ open: z.int(), overdue: z.int(), opened: z.int(), closed: z.int(), onTime: z.int(), reopened: z.int() },
  rated: z
    .object({ satisfied: z.int(), basically: z.int(), unsatisfied: z.int() })
    .optional()
    .meta({ description: 'left out where fewer than five have said something' }),
  answered: share.meta({ description: 'how many of those who were asked have rated' }),
  disclosed: share.meta({ description: 'items that were due in the period, and those posted in time' }),
  missing: z.int().meta({ description: 'due in the period and not posted by its end' }),
  sessions: share.meta({ description: 'sessions that were due, and those held' }),
  acts: z.object({
    ...{ nudged: z.int(), urged: z.int(), answered: z.int(), summoned: z.int() },
    ...{ takenOver: z.int(), raised: z.int(), lookedBack: z.int() },
  }),
})
/** 月报告 or 季调度: the period beside the one before, villages by what is overdue and then by name. */
export const reportView = z.object({
  ...{
    township: z.string(),
    townshipName: z.string(),
    village: z.string().optional(),
    villageName: z.string().optional(),
  },
  period: z.string().meta({ description: '2026-10 or 2026-Q3' }),
  title: z.string(),
  ...{ from: day, until: day, today: day },
  keptDays: share.meta({ description: 'days of the period, and those of which counts were kept' }),
  now: reportRow,
  before: reportRow,
  months: trendsView.shape.months.meta({ description: 'the twelve months up to it' }),
  weeks: trendsView.shape.weeks,
  disclosure: z.array(z.object({ month: z.string(), due: z.int(), inTime: z.int() })),
  villages: z.array(z.object({ id: z.string(), name: z.string(), row: reportRow })),
  watched: z.array(z.object({ id: z.string(), villageName: z.string(), title: z.string(), leader: z.string() })),
})

/** Which list is written down: what is open, what was opened, or what was closed in a span of days. */
export const exported = z.strictObject({
  township: z.string().min(1).max(64),
  village: z.string().min(1).max(64).optional(),
  list: z.enum(['open', 'opened', 'closed']),
  ...narrowed,
  from: sentDay.optional(),
  until: sentDay.optional(),
  as: z.enum(['xlsx', 'csv']),
})
export const exportedView = z.object({ url: z.string(), name: z.string(), rows: z.int() })

/** Villages in difficulty: who answers for it, the plan, what was noted last. */
export const watchView = z.object({
  rows: z.array(
    z.object({
      ...{ id: z.string(), village: z.string(), villageName: z.string(), title: z.string(), leader: z.string() },
      ...{ since: day, finishBy: day, notes: z.int(), lastNoteOn: day.optional(), dueOn: day.optional() },
      closedOn: day.optional(),
    }),
  ),
  people: z.array(z.object({ id: z.string(), says: z.string() })).meta({ description: 'who may answer for one' }),
  mayOpen: z.boolean(),
})

/** Totals of each township, by name. */
export const countyView = z.object({
  today: day,
  townships: z.array(
    z.object({
      ...{ id: z.string(), name: z.string(), villages: z.int(), open: z.int(), near: z.int(), overdue: z.int() },
      missing: z.int(),
      month: trendsView.shape.months.element.optional(),
    }),
  ),
})

/** 放假和调休 of a year: free days by name, and weekend days that are worked. */
export const holidayTable = z.strictObject({
  off: z.array(z.strictObject({ from: sentDay, until: sentDay, name: text(10) })).max(20),
  on: z.array(sentDay).max(20),
})
export const holidaysView = z.object({
  until: day.meta({ description: 'the last day of which it is known; what lies behind is provisional' }),
  years: z.array(
    z.object({
      year: z.int(),
      table: holidayTable,
      standing: z.enum(['published', 'entered']),
    }),
  ),
  mayChange: z.boolean(),
  changes: z.array(z.object({ on: day, who: z.string(), year: z.int() })),
})

export type MonitorView = z.infer<typeof monitorView>
export type AgeName = z.infer<typeof ageName>
export type Narrowing = z.infer<typeof narrowing>
export type TrendsView = z.infer<typeof trendsView>
export type SavedViews = z.infer<typeof savedViews>
export type Urging = z.infer<typeof urging>
export type UrgedView = z.infer<typeof urgedView>
export type InboxView = z.infer<typeof inboxView>
export type SubscriptionsView = z.infer<typeof subscriptionsView>
export type ReportRow = z.infer<typeof reportRow>
export type ReportView = z.infer<typeof reportView>
export type Exported = z.infer<typeof exported>
export type WatchView = z.infer<typeof watchView>
export type CountyView = z.infer<typeof countyView>
export type HolidayTable = z.infer<typeof holidayTable>
export type HolidaysView = z.infer<typeof holidaysView>
