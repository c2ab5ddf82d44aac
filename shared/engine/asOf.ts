import type { Case, Draft, Entry, World } from './case'
import { movedBy } from './deadline'
import { daysPaused, evolve, stepOf } from './evolve'
import { routeTo } from './routeTo'
import type { Workflow } from './workflow'

type Time = Pick<World, 'today' | 'holidays' | 'settings' | 'days'>

/** Midnight in China at the start of a day, as an instant. */
export const startOf = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString()

/**
 * What today has made of a case: each step that has lapsed by now is passed, as of the day on which it lapsed.
 * `lapsed` are the lines that the clock still has to write; a late job changes nothing that anyone sees.
 */
export const asOf = (workflow: Workflow, found: Case, world: Time): { now: Case; lapsed: readonly Draft[] } => {
  let now = found
  const lapsed: Draft[] = []
  while (now.step !== 'closed') {
    if (now.pausedOn) {
      const waited = waitedLong(workflow, now, world)
      if (!waited) break
      lapsed.push(waited)
      now = evolve(workflow, now, unsealed(waited))
      continue
    }
    if (now.lapsesOn === undefined || now.lapsesOn > world.today) break
    const step = stepOf(workflow, now.step)
    if (!step?.lapses) break
    const on = now.lapsesOn
    const outcome = step.lapses.as
    const at = { ...world, today: on }
    const actId = `clock:${step.id}:${now.visit}`
    const draft: Draft = {
      no: now.log.length + 1,
      at: startOf(on),
      on,
      person: 'clock',
      kind: 'clock',
      actId,
      step: step.id,
      outcome,
      values: {},
      remarks: [],
      ...routeTo(workflow, now, step, outcome, {}, actId, at),
    }
    lapsed.push(draft)
    now = evolve(workflow, now, unsealed(draft))
  }
  return { now, lapsed }
}

/** The clock that was stopped runs on, once nobody has answered for as long as that. */
const waitedLong = (workflow: Workflow, now: Case, world: Time): Draft | undefined => {
  const on = now.resumesOn
  const resume = workflow.asides.find((a) => a.does === 'pause' && a.lapses)?.lapses?.as
  if (on === undefined || on > world.today || resume === undefined) return undefined
  return {
    ...{ no: now.log.length + 1, at: startOf(on), on, person: 'clock', kind: 'clock' },
    ...{ actId: `clock:${resume}:${now.log.length}`, step: now.step, aside: resume, values: {}, remarks: [], then: [] },
    effect: now.dueOn ? movedBy(daysPaused(now, on), now.dueOn, world.holidays) : {},
  }
}

/** A draft in the shape of a line, for looking ahead only: it has no hash yet. */
export const unsealed = (draft: Draft): Entry => ({ ...draft, v: 1, by: '', form: {}, salts: {}, prev: '', hash: '' })
