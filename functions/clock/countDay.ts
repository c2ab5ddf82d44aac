import type { Case, Day, Entry } from '@shared/engine/case'
import { caseAt, courseOf } from '@shared/engine/caseAt'
import { isOverdue } from '@shared/engine/deadline'
import { stepOf } from '@shared/engine/evolve'
import type { Workflow } from '@shared/engine/workflow'
import { oversight } from '@shared/workflows/display'
import { never } from '../store/caseKeys'
import type { StoredCase } from '../store/caseStore'
import type { Counts, Measure } from '../store/snapshotStore'
import { isOfAbove } from '../views/monitorView'
import { ageOf, isLate } from '../views/narrowing'

const measureOf: Readonly<Record<string, Measure>> = {
  ...{ nudge: 'nudged', urge: 'urged', urgeAnswered: 'answered', summon: 'summoned' },
  ...{ takeOver: 'takenOver', raiseLevel: 'raised', inspection: 'lookedBack' },
}

/** What stands open at the end of a day, by its day and since when it is where it is. */
export const countStanding = (counts: Counts, at: { due: Day; enteredOn: Day }, day: Day): void => {
  const age = ageOf(at, day)
  counts.open++
  if (age === 'near') counts.near++
  if (isLate(age)) counts.overdue++
}

/** Counts a case as it stood at the end of a day, and what happened to it on that day. What the township keeps for itself isn't counted. */
export const countDay = (counts: Counts, { found, workflow }: StoredCase, day: Day): void => {
  const then = isOfAbove(workflow) ? undefined : caseAt(workflow, found, day)
  if (!then) return
  if (then.step !== 'closed')
    countStanding(counts, { due: then.pausedOn ? never : (then.dueOn ?? never), enteredOn: then.enteredOn }, day)
  if (then.log.at(-1)!.on < day) return
  if (then.openedOn === day) counts.opened++
  if (then.closedOn === day) counts.closed++
  if (then.closedOn === day && !isLateAnywhere(workflow, then)) counts.onTime++
  for (const entry of then.log) if (entry.on === day) countLine(counts, workflow, then, entry)
}

const ratings = ['satisfied', 'basically', 'unsatisfied', 'silent'] as const

const countLine = (counts: Counts, workflow: Workflow, { from }: Case, entry: Entry): void => {
  const measure = entry.aside ? measureOf[entry.aside] : undefined
  if (measure) counts[measure]++
  if (entry.aside) return
  // begun on a board's gap or a person alone, there is no other case that says so
  const begins = entry.step === 'open' && entry.kind === 'person' && !from
  const act = begins && oversight.find(({ then }) => then && 'open' in then && then.open === workflow.id)
  if (act && measureOf[act.id]) counts[measureOf[act.id]]++
  const step = stepOf(workflow, entry.step)
  const tells = step?.then?.[entry.outcome ?? '']
  if (!from && tells && 'tell' in tells && tells.act === 'urgeAnswered') counts.answered++
  const rating = ratings.find((r) => r === entry.outcome)
  if (!rating || !step || !ratings.every((r) => r in step.next || r === 'silent')) return
  counts[rating]++
  if (rating === 'unsatisfied' && entry.effect.to !== 'closed') counts.reopened++
}

/** Whether some step was left or gone on with after its day; what time itself ends isn't late. */
const isLateAnywhere = (workflow: Workflow, found: Case): boolean =>
  courseOf(workflow, found).some(({ before, entry }) => {
    const leaves = !entry.aside || (entry.effect.to !== undefined && entry.effect.to !== entry.step)
    return leaves && entry.kind !== 'clock' && !before.pausedOn && isOverdue(before.dueOn, entry.on)
  })
