import type { Milestone } from './typed'

/** The milestones that a case has written down. */
export const writtenStages = (value: unknown): readonly Milestone[] =>
  Array.isArray(value) ? (value as Milestone[]) : []
