import type { CaseView } from '@shared/schemas/views'
import type { CaseKnown } from '../form/askedWhere'
import type { Judging } from '../form/judgedHere'
import type { Subject } from './subject'

/** Steps that were gone through, but the one in hand: what it may be sent back to. */
export const passedSteps = ({ log, step }: Pick<CaseView, 'log' | 'step'>): readonly string[] => [
  ...new Set(log.filter((e) => !e.aside && e.step !== step).map((e) => e.step)),
]

/** Fen of the decision's money that this act may take; undefined where it takes none. */
export const leftFor = (
  { fields, drawn, pledged }: Pick<CaseView, 'fields' | 'drawn' | 'pledged'>,
  { aside }: Pick<Subject, 'aside'>,
): number | undefined =>
  aside?.does === 'draw'
    ? Math.max(0, Number(fields.budget ?? 0) - (aside.purse === 'pledged' ? pledged : drawn))
    : undefined

/** What the form has to know of the case that it is filled in on. */
export const knownOfCase = (view: CaseView, subject: Subject): CaseKnown => ({
  fields: view.fields,
  settings: view.may.step?.settings ?? {},
  passed: passedSteps(view),
  left: leftFor(view, subject),
})

/** What the phone can hold the form against. */
export const judgingOf = (view: CaseView, { step, aside }: Subject, today: string): Omit<Judging, 'outcome'> => ({
  facts: (step ?? aside)?.facts ?? [],
  found: view,
  settings: view.may.step?.settings ?? {},
  today,
})
