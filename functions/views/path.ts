import type { Case, World } from '@shared/engine/case'
import { isOverdue } from '@shared/engine/deadline'
import { stepOf } from '@shared/engine/evolve'
import { resolve } from '@shared/engine/routeTo'
import type { Step, Workflow } from '@shared/engine/workflow'
import type { CaseView } from '@shared/schemas/views'

type Node = CaseView['path'][number]

/** The steps that were passed, the one it stands in, and those that would follow if all goes well. */
export const pathOf = (workflow: Workflow, now: Case, world: Pick<World, 'today' | 'settings'>): Node[] => {
  const { today } = world
  const node = (step: Step, state: Node['state']): Node => ({
    id: step.id,
    title: step.title,
    seal: step.seal,
    rule: step.rule,
    state,
  })
  const passed = new Map<string, Node>()
  for (const entry of now.log) {
    if (entry.effect.to && entry.aside) backTo(passed, entry.effect.to)
    const step = entry.aside ? undefined : stepOf(workflow, entry.step)
    if (!step || (entry.effect.to === step.id && now.step === step.id)) continue
    passed.delete(step.id)
    passed.set(step.id, node(step, entry.outcome === 'returned' || entry.outcome === 'failed' ? 'back' : 'done'))
  }
  const current = stepOf(workflow, now.step)
  if (!current) return [...passed.values()]
  passed.delete(current.id)
  const path = [...passed.values(), node(current, isOverdue(now.dueOn, today) ? 'late' : 'now')]
  const asked = new Set([current.id])
  for (
    let next = following(workflow, current, now, world);
    next && !asked.has(next.id);
    next = following(workflow, next, now, world)
  ) {
    asked.add(next.id)
    // what sent it back stands there already, and what follows it is still to come
    if (!path.some((n) => n.id === next?.id)) path.push(node(next, 'todo'))
  }
  return path
}

/** Sent back: what was passed from there on is to be gone through again. */
const backTo = (passed: Map<string, Node>, to: string) => {
  const ids = [...passed.keys()]
  const at = ids.indexOf(to)
  if (at >= 0) for (const id of ids.slice(at)) passed.delete(id)
}

/** The step that a good outcome leads to as things stand: the first that isn't the step itself, nor a failure. */
const following = (
  workflow: Workflow,
  step: Step,
  { fields }: Case,
  world: Pick<World, 'settings'>,
): Step | undefined => {
  const routes = Object.entries(step.next).filter(
    ([outcome, to]) => to !== step.id && !['failed', 'returned'].includes(outcome),
  )
  const to = routes[0]?.[1]
  return to === undefined ? undefined : stepOf(workflow, resolve(to, fields, world))
}
