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
  const refusedBy = (of: Step, outcome: string) => {
    const act = { actId: '', seen: now.seen, outcome, form: {} }
    return of.offers && world.judgeFact(of.offers, { found: now, act, form: {}, person, world }).refused
  }
  const isOffered = (of: Step, outcome: string) => !refusedBy(of, outcome)
  const nothingOffered = (of: Step) => {
    const turn = verdict({})
    const why = Object.keys(of.next).flatMap((o) => refusedBy(of, o) ?? [])[0]
    return turn.ok && why ? { ok: false, why: why.says, refusal: why.refusal } : turn
  }
  const step = stepOf(workflow, now.step)
  const offered = step
    ? Object.keys(step.next).filter((o) => o !== step.lapses?.as && (step.count || isOffered(step, o)))
    : []
  const roll = step?.count && world.rolls[step.count.roll]
  return {
    people,
    step: step
      ? {
          ...{ step: step.id, title: step.title, form: step.form },
          // whose turn it is, and for whom nothing is left to choose, is told why
          ...(offered.length ? verdict({}) : nothingOffered(step)),
          counted: step.count !== undefined,
          outcomes: step.count ? [] : offered.map((id) => ({ id, says: step.says?.[id] ?? '办理' })),
          ...(step.count &&
            roll && {
              roll: { name: step.count.roll, eligible: roll.eligible, all: roll.all, households: roll.households },
            }),
          // what the form checks while people type
          ...(verdict({}).ok && { settings: { ...world.settings } }),
        }
      : null,
    asides: workflow.asides
      .filter((a) => !a.by.includes('clock'))
      .map((a) => ({ id: a.id, title: a.title, form: a.form, ...verdict({ aside: a.id }) })),
  }
}
