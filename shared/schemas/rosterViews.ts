import { isDay } from '../engine/deadline'
import type { RollName } from '../engine/workflow'
import { z } from './zod'

const day = z.string().meta({ format: 'date' })
/** A day that somebody asks about. */
export const askedDay = z.string().refine(isDay, { error: '没有这一天，请重新选日子。' }).meta({ format: 'date' })
export const askedGroup = z.coerce.number({ error: '组要写1到99的整数。' }).int().min(1).max(99)

const names = [
  ...(['branchCommittee', 'twoCommittees', 'partyVoting', 'representativesMeeting', 'adults', 'households'] as const),
  ...(['collectiveCapable', 'collectiveRepresentatives', 'groupAdults', 'groupMembers'] as const),
] as const satisfies readonly RollName[]
export const rollName = z.enum(names, { error: '没有这种会，请从会议里打开签到。' })

/** 应到 of every roll of a village on a day, and what its roster came from. */
export const rollsView = z.object({
  village: z.string(),
  villageName: z.string(),
  on: day,
  group: z.int().optional(),
  groups: z.array(z.int()).meta({ description: 'the groups that anybody belongs to' }),
  people: z.int().meta({ description: 'everybody on the roster of that day' }),
  rolls: z.array(
    z.object({
      roll: rollName,
      title: z.string(),
      eligible: z.int(),
      all: z.int(),
      households: z.int(),
      composition: z
        .object({ representatives: z.int(), women: z.int(), branch: z.int() })
        .optional()
        .meta({ description: 'heads among them: 村民代表, the women of those, members of the branch committee' }),
    }),
  ),
  warnings: z.array(z.string()).meta({ description: 'where a body is not made up as the law has it' }),
  changes: z
    .array(
      z.object({
        ...{ id: z.string(), number: z.string(), kind: z.enum(['whole', 'rows']), effectiveOn: day, agreedOn: day },
        rows: z.int(),
      }),
    )
    .meta({ description: 'every agreed change, the latest first' }),
})

const person = { no: z.string(), name: z.string(), household: z.string(), group: z.int() }

/** Who belongs to a village on a day, by number. */
export const rosterView = z.object({
  on: day,
  found: z.int().meta({ description: 'how many there are in all' }),
  members: z.array(
    z.object({
      ...person,
      sex: z.enum(['male', 'female']),
      adultOn: day,
      fourteenOn: day.optional(),
      party: z.enum(['full', 'probationary', 'restricted']).optional(),
      ...{ representative: z.boolean(), branchCommittee: z.boolean(), villageCommittee: z.boolean() },
      ...{ collective: z.boolean(), collectiveRepresentative: z.boolean(), capable: z.boolean() },
    }),
  ),
  next: z.string().optional(),
})

/** Who is called to a meeting of a day, by group and household. */
export const rollCallView = z.object({
  ...{ roll: rollName, title: z.string(), on: day, group: z.int().optional() },
  called: z.array(z.object(person)),
})

/** What somebody shows to be ticked: good on that day alone. */
export const badgeView = z.object({
  ...{ no: z.string(), name: z.string(), on: day, code: z.string() },
  svg: z.string().meta({ description: 'the code as a QR picture' }),
})

export const readBadgeView = z.object({ no: z.string(), name: z.string() })

export type RollsView = z.infer<typeof rollsView>
export type RosterView = z.infer<typeof rosterView>
export type RollCallView = z.infer<typeof rollCallView>
export type BadgeView = z.infer<typeof badgeView>
