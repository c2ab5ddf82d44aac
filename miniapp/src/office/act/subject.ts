import type { Aside, Step, Workflow } from '@shared/engine/workflow'
import type { CaseView } from '@shared/schemas/views'
import { workflowOf } from '@shared/workflows'
import type { Counting } from '../form/problems'

/** What someone is about to record on a case: its current step, or one of the acts beside it. */
export type Subject = {
  id: string
  title: string
  form: string
  ok: boolean
  why?: string
  workflow: Workflow
  step?: Step
  aside?: Aside
  /** the choices that a person has; none where the count decides, or beside the path */
  outcomes: readonly { id: string; says: string }[]
  counting?: Counting
  lacksRoll: boolean
}

/** Undefined when this case knows no such act, or has no step left. The server has left out outcomes that it would refuse. */
export const subjectOf = (view: CaseView, wanted: string): Subject | undefined => {
  const workflow = workflowOf(view.workflow, view.workflowVersion)
  if (!workflow) return undefined
  const mayAside = view.may.asides.find(({ id }) => id === wanted)
  if (mayAside) {
    const aside = workflow.asides.find(({ id }) => id === wanted)
    return { ...mayAside, workflow, aside, outcomes: [], lacksRoll: false }
  }
  const may = view.may.step
  const step = may && workflow.steps.find(({ id }) => id === may.step)
  if (!may || !step) return undefined
  const { roll, settings = {} } = may
  const passed = wanted !== may.step && workflow.steps.some(({ id }) => id === wanted)
  return {
    ...{ id: may.step, title: may.title, form: may.form, ok: may.ok, why: may.why, workflow, step },
    outcomes: may.outcomes,
    ...(step.count && roll && { counting: { count: step.count, roll, settings } }),
    lacksRoll: may.counted && !roll,
    // whoever came for one step isn't given the next one to fill in
    ...(passed && { ok: false, why: passedWords(view, wanted) }),
  }
}

/** 说事日商量：村委会主任 阮海生记了“村里办”。 */
const passedWords = ({ log }: CaseView, step: string): string => {
  const last = log.filter((entry) => entry.step === step && !entry.aside).pop()
  return last ? `${last.title}：${last.who}已经记了“${last.says ?? '办理'}”。不用再记。` : '还没有轮到这一步。'
}
