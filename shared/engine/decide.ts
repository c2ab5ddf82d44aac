import { asOf } from './asOf'
import type { Act, Case, Draft, FormValue, Person, Remark, World } from './case'
import { outcomeOf, tallyOf } from './count'
import { monthDay } from './deadline'
import { asideBarred, decideAside } from './decideAside'
import { stepOf } from './evolve'
import { hasActedIn, isOneOf, judge, line, stale } from './judge'
import { isRefusal, type Refusal, refuse } from './refusal'
import { routeTo } from './routeTo'
import type { Step, Workflow } from './workflow'

/** The lines that an act adds: first what time has done since, then the act itself. */
export type Decided = { drafts: readonly Draft[]; remarks: readonly Remark[] }

/** May this person do this now? Pure: everything it knows of the world is handed in. */
export const decide = (workflow: Workflow, found: Case, act: Act, person: Person, world: World): Decided | Refusal => {
  const { now, lapsed } = asOf(workflow, found, world)
  const decided = act.aside
    ? decideAside(workflow, now, act, person, world)
    : decideStep(workflow, now, act, person, world)
  return isRefusal(decided) ? decided : { drafts: [...lapsed, decided], remarks: decided.remarks }
}

/** Why this person may not do this now, before any form is looked at; undefined when the button may be there. */
export const whyNot = (
  workflow: Workflow,
  now: Case,
  wanted: { outcome?: string; aside?: string },
  person: Person,
  world: World,
): Refusal | undefined => {
  if (wanted.aside) {
    const aside = workflow.asides.find((a) => a.id === wanted.aside)
    return aside ? asideBarred(workflow, aside, now, person, world) : refuse('noSuchOutcome')
  }
  const step = stepOf(workflow, now.step)
  if (!step) return refuse('caseIsClosed')
  return stepBarred(step, now, person, world)
}

const stepBarred = (step: Step, now: Case, person: Person, world: World): Refusal | undefined => {
  if (!isOneOf(step.by, now, person)) return refuse('notYourTurn', undefined, { by: step.by })
  if (step.notBy && hasActedIn(now, person, step.notBy)) return refuse('mustBeAnother')
  const lacking = step.needs?.filter((id) => !now.log.some((e) => e.aside === id)) ?? []
  if (lacking.length) return refuse('needsFirst', undefined, { needs: lacking })
  if (step.notBefore && now.notBeforeOn === undefined)
    return refuse('needsFirst', '还没有记上墙的日子，公示天数没有开始算。请先记上墙日期。')
  if (now.notBeforeOn !== undefined && world.today < now.notBeforeOn)
    return refuse(
      'tooEarly',
      `${monthDay(now.notBeforeOn)}以前不能办。${step.count ? '开了会再来记' : '到日子再来'}。`,
      {
        from: now.notBeforeOn,
      },
    )
  return undefined
}

const decideStep = (workflow: Workflow, now: Case, act: Act, person: Person, world: World): Draft | Refusal => {
  const step = stepOf(workflow, now.step)
  if (!step) return refuse('caseIsClosed')
  const barred = stepBarred(step, now, person, world) ?? stale(now, act, person)
  if (barred) return barred
  const judged = judge(step.form, step.facts ?? [], now, act, person, world)
  if (isRefusal(judged)) return judged
  const counted = step.count ? decideCount(step, judged.values, world) : undefined
  if (isRefusal(counted)) return counted
  const outcome = counted?.outcome ?? act.outcome ?? onlyOutcome(step)
  if (outcome === undefined || !Object.keys(step.next).includes(outcome))
    return refuse('noSuchOutcome', undefined, { outcomes: Object.keys(step.next) })
  // what time alone may say, nobody may: `asOf` has said it already if it is so
  if (step.lapses?.as === outcome) return refuse('noSuchOutcome')
  const routed = routeTo(workflow, now, step, outcome, judged.values, act.actId, world)
  const effect = counted ? { ...routed.effect, tally: counted.tally } : routed.effect
  return { ...line(now, act, person, world, step.by), ...judged, outcome, then: routed.then, effect }
}

const onlyOutcome = (step: Step): string | undefined => {
  const outcomes = Object.keys(step.next).filter((o) => o !== step.lapses?.as)
  return outcomes.length === 1 ? outcomes[0] : undefined
}

const decideCount = (step: Step, values: FormValue, world: World) => {
  const roll = world.rolls[step.count!.roll]
  if (!roll?.eligible) return refuse('noRoll')
  const tally = tallyOf(values, roll, step.count, world.settings)
  if (isRefusal(tally)) return tally
  const outcome = outcomeOf(step.count!, tally, world.settings)
  return isRefusal(outcome) ? outcome : { outcome, tally }
}
