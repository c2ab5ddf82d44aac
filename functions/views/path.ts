import type { Case } from '@shared/engine/case'
import { isOverdue } from '@shared/engine/deadline'
import { stepOf } from '@shared/engine/evolve'
import type { Step, Workflow } from '@shared/engine/workflow'
import type { CaseView } from '@shared/schemas/views'

type Node = CaseView['path'][number]

/** The steps that were passed, the one it stands in, and those that would follow if all goes well. */
export const pathOf = (workflow: Workflow, now: Case, today: string): Node[] => {
  const node = (step: Step, state: Node['state']): Node => ({
    id: step.id,
    title: step.title,
    seal: step.seal,
    rule: step.rule,
    state,
  })
  const passed = new Map<string, Node>()
  for (const entry of now.log) {
    const step = entry.aside ? undefined : stepOf(workflow, entry.step)
    if (!step || (entry.effect.to === step.id && now.step === step.id)) continue
    passed.delete(step.id)
    passed.set(step.id, node(step, entry.outcome === 'returned' || entry.outcome === 'failed' ? 'back' : 'done'))
  }
  const current = stepOf(workflow, now.step)
  if (!current) return [...passed.values()]
  passed.delete(current.id)
  const path = [...passed.values(), node(current, isOverdue(now.dueOn, today) ? 'late' : 'now')]
  for (
    let next = following(workflow, current);
    next && !path.some((n) => n.id === next?.id);
    next = following(workflow, next)
  )
    path.push(node(next, 'todo'))
  return path
}

/** The step that a good outcome leads to: the first that isn't the step itself, nor a failure. */
const following = (workflow: Workflow, step: Step): Step | undefined => {
  const routes = Object.entries(step.next).filter(
    ([outcome, to]) => to !== step.id && !['failed', 'returned'].includes(outcome),
  )
  const to = routes[0]?.[1]
  return to === undefined ? undefined : stepOf(workflow, typeof to === 'string' ? to : (to.tiers[0]?.to ?? to.above))
}
