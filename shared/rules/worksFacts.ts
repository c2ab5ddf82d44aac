import { type Fact, no, yuan } from './fact'

type Stage = { on: string; does: string }
const stagesOf = (value: unknown) => (Array.isArray(value) ? (value as readonly Stage[]) : [])

const stagesInOrder: Fact = ({ form }) => {
  const days = stagesOf(form.stages).map(({ on }) => on)
  return days.some((on, i) => i > 0 && on < days[i - 1])
    ? no('分几步的日子要从早到晚。请核对。', { field: 'stages' })
    : {}
}

const stagesCountUp: Fact = ({ form, found }) => {
  const all = stagesOf(found?.fields.stages).length
  const before = Number(found?.fields.stagesDone ?? 0)
  const done = form.stagesDone
  if (done === undefined) return {}
  if ((done as number) > all) return no(`一共只有${all}步，请核对做完了几步。`, { field: 'stagesDone' })
  return (done as number) < before ? no(`前面已经记了做完${before}步，不能变少。`, { field: 'stagesDone' }) : {}
}

/** Local practice (财务公开、定查评): what takes long is made public stage by stage. */
const stageIsPosted: Fact = ({ form, found }) => {
  const before = Number(found?.fields.stagesDone ?? 0)
  return Number(form.stagesDone ?? before) > before && form.stageBoardOn === undefined
    ? no('做完一步，公开一步：请写哪天贴上公开栏。', { field: 'stageBoardOn' })
    : {}
}

const spentExplained: Fact = ({ form, found }) => {
  const budget = Number(found?.fields.budget ?? 0)
  const over = Number(form.spent ?? 0) - budget
  if (over > 0 && !form.overWhy)
    return no(`花了${yuan(form.spent as number)}元，比决议定的多${yuan(over)}元，请写为什么超、谁同意的。`, {
      field: 'overWhy',
    })
  return over > 0 ? { remarks: [{ remark: 'overBudget', says: `比决议定的多花了${yuan(over)}元。` }] } : {}
}

/** Works by their stages, and what they cost against what was decided. */
export const worksFacts = { stagesInOrder, stagesCountUp, stageIsPosted, spentExplained } satisfies Record<string, Fact>
