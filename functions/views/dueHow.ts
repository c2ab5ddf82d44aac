import type { Case, World } from '@shared/engine/case'
import { daysBetween, dueDay } from '@shared/engine/deadline'
import { stepOf } from '@shared/engine/evolve'
import { basisOf } from '@shared/engine/routeTo'
import type { Workflow } from '@shared/engine/workflow'
import { cn } from '@shared/rules/fact'

/** How the day by which it is due was reached: what was counted, which holidays were left out, what was granted since. */
export const dueHow = (workflow: Workflow, now: Case, world: World): readonly string[] | undefined => {
  const step = stepOf(workflow, now.step)
  if (!step?.due || !now.dueOn) return undefined
  const entered = now.log.map((e) => !e.aside && e.effect.to !== e.step).lastIndexOf(true)
  let pausedOn: string | undefined
  const granted = now.log.slice(entered + 1).flatMap(({ aside, values, on, effect }) => {
    const does = aside && workflow.asides.find((a) => a.id === aside)?.does
    if (does === 'pause') pausedOn = on
    if (does === 'extend') return [`${cn(on)}延期${values.days}天，到${cn(effect.dueOn ?? on)}`]
    if (does === 'redate' && effect.dueOn) return [`${cn(on)}重新算过，到${cn(effect.dueOn)}`]
    return does === 'resume' && pausedOn && effect.dueOn
      ? [`${cn(pausedOn)}起等说事人补充，等了${daysBetween(pausedOn, on)}天不算，到${cn(effect.dueOn)}`]
      : []
  })
  return [
    ...(dueDay(step.due, basisOf(now, world), world)?.how ?? []),
    ...granted,
    ...(now.pausedOn ? [`${cn(now.pausedOn)}起等说事人补充，这几天不算`] : []),
  ]
}
