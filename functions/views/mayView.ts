import type { Case, Person, World } from '@shared/engine/case'
import { whyNot } from '@shared/engine/decide'
import { stepOf } from '@shared/engine/evolve'
import type { Step, Workflow } from '@shared/engine/workflow'
import type { CaseView } from '@shared/schemas/views'

/** What this reader may do now, and where not, why. The phone draws buttons from it; the cloud asks the engine again. */
export const mayView = (
  workflow: Workflow,
  now: Case,
  person: Person,
  world: World,
  people: CaseView['may']['people'],
): CaseView['may'] => {
  const verdict = (wanted: { outcome?: string; aside?: string }) => {
    const refusal = person.id
      ? whyNot(workflow, now, wanted, person, world)
      : { refusal: 'notSignedIn', says: '请先登录，再办这件事。' }
    return refusal ? { ok: false, why: refusal.says, refusal: refusal.refusal } : { ok: true }
  }
  const isOffered = (of: Step, outcome: string) => {
    const act = { actId: '', seen: now.seen, outcome, form: {} }
    return !of.offers || !world.judgeFact(of.offers, { found: now, act, form: {}, person, world }).refused
  }
  const step = stepOf(workflow, now.step)
  const roll = step?.count && world.rolls[step.count.roll]
  return {
    people,
    step: step
      ? {
          ...{ step: step.id, title: step.title, form: step.form, ...verdict({}) },
          counted: step.count !== undefined,
          outcomes: step.count
            ? []
            : Object.keys(step.next)
                .filter((o) => o !== step.lapses?.as && isOffered(step, o))
                .map((id) => ({ id, says: step.says?.[id] ?? '办理' })),
          ...(step.count &&
            roll && {
              roll: { name: step.count.roll, eligible: roll.eligible, all: roll.all, households: roll.households },
            }),
          ...(step.count && { settings: { ...world.settings } }),
        }
      : null,
    asides: workflow.asides
      .filter((a) => !a.by.includes('clock'))
      .map((a) => ({ id: a.id, title: a.title, form: a.form, ...verdict({ aside: a.id }) })),
  }
}
