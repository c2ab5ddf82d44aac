import { isDay } from '../engine/deadline'
import { cardView } from './views'
import { z } from './zod'

const day = z.string().meta({ format: 'date' })
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: '时间请按 19:00 的样子填。' })
const kind = z.enum(['fixed', 'evening', 'mobile'])

/** One 说事日 as it stands: worked out from the village's rule, or as someone has changed it. */
export const sessionPlanView = z.object({
  on: day,
  startsAt: z.string(),
  place: z.string(),
  hosts: z.string(),
  cutOff: z.string().meta({ description: 'what was raised by then, in China time, is heard' }),
  kind,
  was: day.optional().meta({ description: 'the fixed day that it was moved from' }),
  why: z.string().optional().meta({ description: 'why it was moved, or off which holiday' }),
  case: z.string().optional().meta({ description: 'the case of that meeting, once it is open' }),
})

/** A village's sessions: the rule, and a year ahead. */
export const sessionsView = z.object({
  today: day,
  village: z.string(),
  villageName: z.string(),
  rule: z.object({
    days: z.array(z.int()),
    startsAt: z.string(),
    place: z.string(),
    hosts: z.string(),
    movesOffHolidays: z.boolean(),
    cutOff: z.object({ daysBefore: z.int(), at: z.string() }),
  }),
  mayChange: z.boolean(),
  sessions: z.array(sessionPlanView),
  past: z
    .array(z.object({ on: day, case: z.string(), outcome: z.string().optional(), step: z.string() }))
    .meta({ description: 'the latest six, the newest first' }),
  changes: z.array(z.object({ on: day, who: z.string(), says: z.string() })),
})

const words = (label: string, most: number) =>
  z
    .string()
    .trim()
    .min(1, { error: `请填写${label}。` })
    .max(most, { error: `${label}最多${most}个字，请写短一点。` })
const dayIn = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: '日子请按 2026-06-10 的样子填。' })
  .refine(isDay, { abort: true, error: '没有这一天，请重新选日子。' })

/** What someone changes of a village's sessions: one thing at a time. */
export const sessionsChange = z.discriminatedUnion('change', [
  z.strictObject({
    change: z.literal('rule'),
    startsAt: time,
    place: words('地点', 60),
    hosts: words('谁值班', 60),
    movesOffHolidays: z.boolean(),
  }),
  z.strictObject({
    change: z.literal('move'),
    on: dayIn.meta({ description: 'the session as it stands now' }),
    to: dayIn,
    startsAt: time,
    place: words('地点', 60),
    hosts: words('谁值班', 60),
    why: words('为什么改', 60),
  }),
  z.strictObject({
    change: z.literal('add'),
    on: dayIn,
    kind: z.enum(['evening', 'mobile']),
    startsAt: time,
    place: words('地点', 60),
    hosts: words('谁值班', 60),
  }),
  z.strictObject({ change: z.literal('drop'), on: dayIn, why: words('为什么不开了', 60) }),
])

const heardCard = z.object({
  card: cardView,
  decided: z.string().meta({ description: 'the outcome by which it was heard: handle, answered …' }),
})

/** One session as it is run: what waits to be heard, what has been, what was promised the time before. */
export const sessionRunView = z.object({
  today: day,
  village: z.string(),
  villageName: z.string(),
  session: sessionPlanView,
  step: z.string().optional().meta({ description: 'of its case: meeting, summary, display, closed' }),
  outcome: z.string().optional(),
  agenda: z.array(cardView).meta({ description: 'to be heard at this session, in the order they were raised' }),
  unacknowledged: z.array(cardView).meta({ description: 'raised before the cut-off and not yet taken in hand' }),
  later: z.array(cardView).meta({ description: 'raised too late for it; may be heard all the same' }),
  heard: z.array(heardCard),
  before: day.optional().meta({ description: 'the session before it' }),
  promised: z.array(heardCard).meta({ description: 'what was promised at the session before, as it stands now' }),
  counts: z
    .object({ agenda: z.int(), heard: z.int() })
    .meta({ description: 'of everything, also what this reader may not see' }),
})

/** What someone who wants to raise something has to know. */
export const raisingView = z.object({
  categories: z.array(z.object({ value: z.string(), label: z.string() })),
  left: z.int().meta({ description: 'how many they may still raise today' }),
  phone: z.string(),
})

export const similarView = z.object({
  found: z.array(
    z.object({
      card: cardView,
      cares: z.int(),
      mine: z.boolean().meta({ description: 'this reader cares about it' }),
      own: z.boolean().meta({ description: 'this reader has raised it' }),
    }),
  ),
})

/** What the village has answered before. */
export const answersView = z.object({
  found: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      category: z.string(),
      closedOn: day,
      answer: z.string(),
      outcome: z.string(),
    }),
  ),
  next: z.string().optional(),
})

/** How a village's requests of a year ended: counts, never a rank. */
export const ratesView = z.object({
  year: z.int(),
  open: z.int(),
  closed: z.int(),
  outcomes: z.object({
    satisfied: z.int(),
    basically: z.int(),
    unsatisfied: z.int(),
    silent: z.int(),
    declined: z.int(),
    merged: z.int(),
    withdrawn: z.int(),
  }),
  sessions: z.object({ held: z.int(), nobodyCame: z.int(), notHeld: z.int() }),
})

export const requestWordsView = z.strictObject({
  categories: z
    .array(
      z.strictObject({
        value: z.string().regex(/^[a-z][a-zA-Z0-9]{0,19}$/),
        label: words('类别', 8),
      }),
    )
    .min(1, { error: '至少要有一类。' })
    .max(20, { error: '最多20类，请合并。' }),
  templates: z
    .array(z.strictObject({ category: z.string().max(20), text: words('现成的话', 500) }))
    .max(60, { error: '最多60段，请删掉不用的。' }),
})
export const requestWordsOf = z.object({
  mayChange: z.boolean(),
  words: requestWordsView,
  changedBy: z.string().optional(),
})

/** 回头看: the closed requests of a month that the township drew, and how they were drawn. */
export const sampleView = z.object({
  month: z.string(),
  drawn: z
    .object({
      on: day,
      who: z.string(),
      seed: z.string(),
      of: z.int().meta({ description: 'from how many' }),
      how: z.string(),
      cards: z.array(z.object({ card: cardView, village: z.string(), inspected: z.boolean() })),
    })
    .nullable(),
  closed: z.int().meta({ description: 'how many requests that can be drawn the township closed in that month' }),
})

export type SessionPlanView = z.infer<typeof sessionPlanView>
export type SessionsView = z.infer<typeof sessionsView>
export type SessionsChange = z.infer<typeof sessionsChange>
export type SessionRunView = z.infer<typeof sessionRunView>
export type RaisingView = z.infer<typeof raisingView>
export type SimilarView = z.infer<typeof similarView>
export type AnswersView = z.infer<typeof answersView>
export type RatesView = z.infer<typeof ratesView>
export type RequestWordsOf = z.infer<typeof requestWordsOf>
export type SampleView = z.infer<typeof sampleView>
