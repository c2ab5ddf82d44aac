import { isOverdue } from '@shared/engine/deadline'
import type { CaseView } from '@shared/schemas/views'

/** One step of the works: done on a day, late, the next, or further ahead. */
export type Milestone = { on: string; does: string; state: 'done' | 'late' | 'next' | 'todo'; doneOn?: string }

type Written = { on: string; does: string }

/** The steps that were decided on, and how far they are: a step is done from the day on which it was recorded. */
export const milestonesOf = ({ fields, log, step }: Pick<CaseView, 'fields' | 'log' | 'step'>, today: string) => {
  const written = Array.isArray(fields.stages) ? (fields.stages as Written[]) : []
  const done = Number(fields.stagesDone ?? 0)
  const goesOn = step === 'works' || step === 'rectification'
  return written.map(({ on, does }, i): Milestone => {
    const doneOn = log.find((e) => Number(e.values.stagesDone ?? 0) > i)?.on
    if (i < done) return { on, does, state: 'done', ...(doneOn && { doneOn }) }
    if (isOverdue(on, today) && goesOn) return { on, does, state: 'late' }
    return { on, does, state: i === done && goesOn ? 'next' : 'todo' }
  })
}

/** What was decided, and what of it was used so far, in fen: told by whoever runs the works, paid as bills, promised under a seal. */
export type Money = { budget: number; spent?: number; drawn: number; pledged: number; over: number }

/** Whether there is a passed decision to act on. */
export const isDecided = ({ log, outcome }: Pick<CaseView, 'log' | 'outcome'>): boolean =>
  outcome !== 'withdrawn' && log.some((e) => e.step === 'resolution' && e.outcome === 'passed')

/** Undefined where nothing is to be spent, or it isn't decided yet. */
export const moneyOf = ({
  fields,
  drawn,
  pledged,
  log,
  outcome,
}: Pick<CaseView, 'fields' | 'drawn' | 'pledged' | 'log' | 'outcome'>): Money | undefined => {
  const budget = Number(fields.budget ?? 0)
  const spent = typeof fields.spent === 'number' ? fields.spent : undefined
  if (!isDecided({ log, outcome }) || (budget === 0 && !spent && drawn === 0)) return undefined
  return {
    budget,
    ...(spent !== undefined && { spent }),
    drawn,
    pledged,
    over: Math.max(0, (spent ?? 0) - budget, drawn - budget),
  }
}

/** How often the plan was written anew on its way: what stands in `versions`, less the first. */
export const timesChanged = (log: CaseView['log']): number => {
  const plans = log.flatMap(({ aside, values }) => (!aside && typeof values.plan === 'string' ? [values.plan] : []))
  return plans.filter((plan, i) => i > 0 && plan !== plans[i - 1]).length
}
