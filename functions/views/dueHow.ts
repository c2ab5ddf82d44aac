import type { Case, Day, Entry, World } from '@shared/engine/case'
import { addDays, daysBetween, dueDay, spanEnd } from '@shared/engine/deadline'
import { stepOf } from '@shared/engine/evolve'
import { basisOf } from '@shared/engine/routeTo'
import type { Span, Workflow } from '@shared/engine/workflow'
import { cn } from '@shared/rules/fact'
import type { CaseView } from '@shared/schemas/views'

type Hows = Pick<CaseView, 'dueHow' | 'notBeforeHow' | 'lapsesHow' | 'untilHow'>
type How = readonly string[] | undefined

/** How each day of a case was reached: what was counted, which holidays were left out, what was granted or moved since. */
export const hows = (workflow: Workflow, now: Case, world: World): Hows => {
  const [due, until] = [dueHow(workflow, now, world), untilHow(workflow, now)]
  const all = {
    dueHow: due,
    notBeforeHow: notBeforeHow(workflow, now, world),
    lapsesHow: lapsesHow(workflow, now, world, { due, until }),
    untilHow: until,
  } satisfies Record<keyof Hows, How>
  return Object.fromEntries(Object.entries(all).filter(([, how]) => how))
}

const enteredAt = ({ log }: Case): number =>
  log.findLastIndex(({ step, effect: { to } }) => to !== undefined && to !== step)

/** Until when it is due, in the order in which that came about. */
export const dueHow = (workflow: Workflow, now: Case, world: World): How => {
  const step = stepOf(workflow, now.step)
  if (!step?.due || !now.dueOn) return undefined
  const at = enteredAt(now)
  const counted = dueDay(step.due, basisOf(now, world), world)
  // a step that begins anew with each line, or hangs longer, was given its day by the latest of them
  const given = now.log.slice(at).findLast((e) => e.effect.dueOn && !movers.includes(doesOf(workflow, e) ?? ''))
  const since = changesOf(workflow, now.log.slice(at + 1), given?.effect.dueOn)
  const isAsGiven = counted && (!given || counted.on === given.effect.dueOn)
  const isRedated = now.log.slice(at + 1).some((e) => doesOf(workflow, e) === 'redate')
  const how = counted?.how ?? []
  return [
    // what was counted by rules or holidays that are others now isn't told by those of today
    ...(isAsGiven ? how : given ? [`${cn(given.on)}按当时的规则和放假安排，算到${cn(given.effect.dueOn!)}`] : []),
    ...since,
    ...(isRedated && !isAsGiven ? how : []),
    ...(now.pausedOn ? [waits(now.pausedOn, now.resumesOn)] : []),
    ...(now.dueIsProvisional ? [provisional(now.dueOn, world)] : []),
  ]
}

const movers: readonly string[] = ['extend', 'resume', 'redate']
const doesOf = (workflow: Workflow, { aside }: Entry) => workflow.asides.find((a) => a.id === aside)?.does

/** What has moved the day since, each with the day that it was moved to. */
const changesOf = (workflow: Workflow, log: readonly Entry[], given: Day | undefined): readonly string[] => {
  let pausedOn: Day | undefined
  let due = given
  return log.flatMap((entry) => {
    const { values, on, effect } = entry
    const does = doesOf(workflow, entry)
    if (does === 'pause') pausedOn = on
    if (!does || !movers.includes(does) || !effect.dueOn) return []
    const was = due
    due = effect.dueOn
    if (does === 'extend') return [`${cn(on)}延期${values.days}天，到${cn(due)}`]
    if (does === 'redate') return [redateSays(entry, was ?? (values.was as Day | undefined))]
    return pausedOn ? [`${cn(pausedOn)}起等说事人补充，等了${daysBetween(pausedOn, on)}天不算，到${cn(due)}`] : []
  })
}

const redateSays = ({ on, values, effect: { dueOn, dueIsProvisional } }: Entry, was: Day | undefined): string => {
  const reason = typeof values.reason === 'string' ? `（${values.reason}）` : ''
  if (was === dueOn) return `${cn(on)}重新算过${reason}，还是${cn(dueOn!)}${dueIsProvisional ? '' : '，不再是暂定'}`
  return `${cn(on)}重新算过${reason}，${was ? `原来到${cn(was)}，现在` : ''}到${cn(dueOn!)}`
}

const waits = (pausedOn: Day, resumesOn: Day | undefined): string =>
  `${cn(pausedOn)}起等说事人补充，这几天不算${resumesOn ? `；等到${cn(resumesOn)}还没有补充，就接着算` : ''}`

const provisional = (on: Day, { holidays }: Pick<World, 'holidays'>): string =>
  on > holidays.until
    ? `${on.slice(0, 4)}年的放假安排还没公布，${cn(on)}是暂定的，公布以后会重新算`
    : `${on.slice(0, 4)}年的放假安排公布了，${cn(on)}是按公布以前算的，很快会重新算`

/** From when on it may be done: the day after its notice is full. */
const notBeforeHow = (workflow: Workflow, now: Case, world: World): How => {
  const span = stepOf(workflow, now.step)?.notBefore
  if (!span || !now.notBeforeOn) return undefined
  return [...fullHow(span, now, now.notBeforeOn, world), `${cn(now.notBeforeOn)}起可以办`]
}

/** When time passes it on: the day after its days are full. */
const lapsesHow = (workflow: Workflow, now: Case, world: World, { due, until }: Record<'due' | 'until', How>): How => {
  const step = stepOf(workflow, now.step)
  if (!step?.lapses || !now.lapsesOn) return undefined
  // who is asked has until the end of the day by which it is due
  const asked = now.dueOn === addDays(now.lapsesOn, -1) ? due : undefined
  const how = (step.shows ? until : asked) ?? fullHow(step.lapses.after, now, now.lapsesOn, world)
  return [...how, `${cn(now.lapsesOn)}起到期自动往下走`]
}

/** How a span was full on the day before; by rules that are others now, it is said when that was worked out. */
const fullHow = (span: Span, now: Case, after: Day, world: World): readonly string[] => {
  const end = spanEnd(span, basisOf(now, world), world)
  const full = addDays(after, -1)
  return end?.on === full ? end.how : [`${cn(now.enteredOn)}按当时的规则，算到${cn(full)}`]
}

/** How long it hangs: from the later of the days on which it came up in the app and on the wall. */
const untilHow = (workflow: Workflow, { shown, log }: Case): How => {
  const came = log.findLast(
    ({ aside, step, effect: { to } }) => !aside && to && to !== step && stepOf(workflow, to)?.shows,
  )
  if (!shown?.untilOn || !came) return undefined
  const isLater = shown.boardOn !== undefined && shown.boardOn > came.on
  const from = isLater ? shown.boardOn! : came.on
  const where = isLater ? '上墙比手机上晚，从上墙的' : '从手机上公开的'
  const days = daysBetween(from, shown.untilOn)
  return [`${where}${cn(from)}起算，当天不算，满${days}天是${cn(shown.untilOn)}，公开的天数不因放假缩短`]
}
