import { matterTopic } from '@shared/matterTopics'
import { mattersPut, type PutKey } from './words/mattersPut'

/** The day, counted from its opening, on which a matter is done with each step: the calls leave the lawful notice. */
const start = { jointMeeting: 4, proposal: 3, deliberation: 6, legalityReview: 7 }
const end = (resolved: number) => ({
  ...{ resolution: resolved, announcement: resolved + 2, decisionDisplay: resolved + 18, works: resolved + 43 },
  ...{ report: resolved + 46, reportDisplay: resolved + 62, appraisal: resolved + 66 },
})
const early = { ...start, planPosting: 8, planDisplay: 24 }
const spans = {
  /** three days' notice */
  few: { ...early, partyMeeting: 10, call: 11, ...end(16) },
  /** ten */
  all: { ...early, partyMeeting: 10, call: 11, ...end(23) },
  /** the plan hangs fifteen days before, and ten days' notice */
  members: { ...early, partyMeeting: 27, call: 28, ...end(40) },
}
export type MatterStep = keyof (typeof spans)['few']

/** Above this the township looks at the procedure first, in fen. */
const reviewedAbove = 50_000_000

export type Course = {
  village: string
  put: PutKey
  /** the body that decides, where the one to be asked first doesn't */
  body?: string
  /** the step in which it stands, or how it ended */
  at: MatterStep | 'closed' | 'failed'
  /** the day on which it came there */
  since: number
  /** what is to be done by which day, where the works go by stages */
  stages?: readonly (readonly [day: number, does: string])[]
  /** how many of them are done */
  done?: number
  /** for works: the day on which they are to be finished */
  finish?: number
  /** the key of the request that it follows from */
  from?: string
  /** the key of the matter that failed and that it is raised again for */
  about?: string
  photos?: true
  group?: number
  /** one person is secretary and director: proposed and deliberated in one meeting */
  joint?: true
  /** where the villagers have the last word */
  fifth?: true
  /** sent back from the party's meeting to both committees, and why */
  sentBack?: string
  /** what was said of the plan while it hung: who, how many days after it was posted, and what */
  comments?: readonly (readonly [who: string, after: number, comment: string])[]
  /** how far its contract or lease has come; without it none was asked for */
  paper?: 'stamped' | 'countersign'
}

/** The body that decides, by what it is about. */
export const bodyOf = ({ put, body }: Pick<Course, 'put' | 'body'>): string =>
  body ?? matterTopic(mattersPut[put].topic)!.bodies[0]

/** Whether it is the collective that decides: then its plan hangs before the vote. */
export const consults = (body: string): boolean => /Member/.test(body)

/** Where the money comes in: what is let or leased. */
export const isLease = (put: PutKey): boolean => mattersPut[put].funds === 'none' && mattersPut[put].budget > 0

const spanOf = (body: string): Readonly<Record<MatterStep, number>> =>
  consults(body) ? spans.members : body === 'matterOfAssembly' ? spans.all : spans.few

/** The steps that this matter goes through, in order. */
export const stepsOf = (course: Course): readonly MatterStep[] => {
  const { put, joint, fifth } = course
  const isConsulted = consults(bodyOf(course))
  return [
    ...(joint ? (['jointMeeting'] as const) : (['proposal', 'deliberation'] as const)),
    ...(mattersPut[put].budget > reviewedAbove ? (['legalityReview'] as const) : []),
    ...(isConsulted ? (['planPosting', 'planDisplay'] as const) : []),
    ...(['partyMeeting', 'call', 'resolution', 'announcement', 'decisionDisplay', 'works'] as const),
    ...(['report', 'reportDisplay'] as const),
    ...(fifth ? (['appraisal'] as const) : []),
  ]
}

/** Days from the opening of the matter to where it stands. */
const enteredAfter = (course: Course): number => {
  const { at } = course
  const span = spanOf(bodyOf(course))
  const steps = stepsOf(course)
  if (at === 'closed') return span[steps.at(-1)!]
  if (at === 'failed') return span.resolution
  const i = steps.indexOf(at)
  return i === 0 ? 0 : span[steps[i - 1]]
}

/** The day on which it was opened. */
export const openedOn = (course: Course): number => course.since - enteredAfter(course)

/** On which day it is done with a step. */
export const doneOn = (course: Course) => {
  const span = spanOf(bodyOf(course))
  const opened = openedOn(course)
  return (step: MatterStep): number => opened + span[step]
}
