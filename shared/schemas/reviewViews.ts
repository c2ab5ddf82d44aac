import { z } from './zod'

const fen = z.int()
const day = z.string()

/** A passed decision of the village and what is left of its money, for bills and for papers under a seal. */
export const decisionsView = z.object({
  decisions: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      title: z.string(),
      passedOn: day,
      budget: fen,
      left: fen.meta({ description: 'for bills, in fen' }),
      unpledged: fen.meta({ description: 'for contracts and other papers under a seal, in fen' }),
    }),
  ),
})

/** 用章台账 of a month: what was stamped, without names but for the office. */
export const sealRegisterView = z.object({
  month: z.string(),
  rows: z.array(
    z.object({
      ...{ id: z.string(), number: z.string(), on: day, seal: z.string(), paper: z.string(), document: z.string() },
      copies: z.int(),
      decision: z.string().optional(),
      voidOn: day.optional(),
      applicant: z.string().optional().meta({ description: 'for the office alone' }),
    }),
  ),
})

/** Rows that are there already, for a list that would otherwise be typed again: cells as the list's columns say. */
export const drawnUpView = z.object({
  kind: z.enum(['statement', 'sealUses']),
  period: z.string(),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number()]))),
  from: z.array(z.object({ id: z.string(), number: z.string() })),
})

/** How a plan was written and rewritten on its way: each version held against the one before. */
export const versionsView = z.object({
  versions: z.array(
    z.object({
      no: z.int().meta({ description: 'the line of the log' }),
      on: day,
      step: z.string().meta({ description: 'its title' }),
      parts: z.array(z.object({ kind: z.enum(['same', 'added', 'gone']), text: z.string() })),
    }),
  ),
})

/** Who is due to be audited in a township, soonest first. */
export const auditsView = z.object({
  rows: z.array(
    z.object({
      village: z.string(),
      villageName: z.string(),
      person: z.string(),
      name: z.string(),
      post: z.enum(['committee', 'collectiveHead', 'secretary']),
      title: z.string(),
      since: day,
      until: day.optional(),
      last: z.object({ id: z.string(), number: z.string(), on: day }).optional(),
      open: z.object({ id: z.string(), number: z.string(), step: z.string() }).optional(),
      dueOn: day,
      why: z.string().meta({ description: 'in words: 任期内第几次，离任' }),
    }),
  ),
})

export type DecisionsView = z.infer<typeof decisionsView>
export type SealRegisterView = z.infer<typeof sealRegisterView>
export type DrawnUpView = z.infer<typeof drawnUpView>
export type VersionsView = z.infer<typeof versionsView>
export type AuditsView = z.infer<typeof auditsView>
