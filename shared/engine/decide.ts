import { asOf } from './asOf'
import type { Act, Case, Draft, FormValue, Person, Remark, World } from './case'
import { outcomeOf, tallyOf } from './count'
import { addDays, moveOffHoliday } from './deadline'
import { daysGranted, daysPaused, stepOf } from './evolve'
import { isRefusal, type Refusal, refuse } from './refusal'
import { datesOf, followUp, routeTo } from './routeTo'
import type { Aside, By, FactName, FormName, Step, Workflow } from './workflow'

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
    return aside ? asideBarred(aside, now, person, world) : refuse('noSuchOutcome')
  }
  const step = stepOf(workflow, now.step)
  if (!step) return refuse('caseIsClosed')
  return stepBarred(step, now, person, world)
}

/** Whether someone stands in the list of those whose turn it is. */
export const isOneOf = (by: readonly By[], now: Case, person: Person): boolean =>
  by.some((who) => {
    if (who === 'clock' || who === 'child') return person.kind === who
    if (person.kind !== 'person') return false
    if (who === 'opener') return now.opener === person.id
    if (who === 'owner') return now.owner === person.id
    return person.roles.includes(who)
  })

const hasActedIn = (now: Case, person: Person, steps: readonly string[]): boolean =>
  now.log.some((e) => e.person === person.id && !e.aside && steps.includes(e.step))

const stepBarred = (step: Step, now: Case, person: Person, world: World): Refusal | undefined => {
  if (!isOneOf(step.by, now, person)) return refuse('notYourTurn', undefined, { by: step.by })
  if (step.notBy && hasActedIn(now, person, step.notBy)) return refuse('mustBeAnother')
  const lacking = step.needs?.filter((id) => !now.log.some((e) => e.aside === id)) ?? []
  if (lacking.length) return refuse('needsFirst', undefined, { needs: lacking })
  if (step.notBefore && now.notBeforeOn === undefined)
    return refuse('needsFirst', '还没有记上墙的日子，公示天数没有开始算。请先记上墙日期。')
  if (now.notBeforeOn !== undefined && world.today < now.notBeforeOn)
    return refuse('tooEarly', `要等到${now.notBeforeOn}才能办。这段时间是给大家看和提意见的。`, {
      from: now.notBeforeOn,
    })
  return undefined
}

const asideBarred = (aside: Aside, now: Case, person: Person, world: World): Refusal | undefined => {
  if (!isOneOf(aside.by, now, person)) return refuse('notYourTurn', undefined, { by: aside.by })
  if (aside.while === 'open' && now.step === 'closed') return refuse('caseIsClosed')
  if (aside.while === 'closed' && now.step !== 'closed') return refuse('caseIsOpen')
  if (aside.during && !aside.during.includes(now.step)) return refuse('notNow')
  if (aside.notBy && hasActedIn(now, person, aside.notBy)) return refuse('mustBeAnother')
  const done = now.log.filter((e) => e.aside === aside.id).length
  if (aside.times !== undefined && done >= aside.times) return refuse('onlyOnce')
  if (aside.does === 'pause' && now.pausedOn) return refuse('clockStopped', '已经在等说事人补充了。')
  if (aside.does === 'resume' && !now.pausedOn) return refuse('clockRuns')
  if (aside.does === 'extend') {
    if (now.pausedOn) return refuse('clockStopped')
    if (now.dueOn === undefined) return refuse('notNow', '这一步没有期限，不用延期。')
    if (world.today > now.dueOn) return refuse('tooLate', '已经过了期限。延期要在到期以前申请。')
  }
  return undefined
}

type Judged = { values: FormValue; remarks: readonly Remark[] }

/** The form's own shape first, then each named fact. */
const judge = (
  form: FormName,
  facts: readonly FactName[],
  found: Case | undefined,
  act: Act,
  person: Person,
  world: World,
): Judged | Refusal => {
  const verdict = world.judgeForm(form, act.form)
  if (!verdict.ok) return refuse('badForm', verdict.problems[0]?.says, { problems: verdict.problems })
  const remarks: Remark[] = []
  for (const fact of facts) {
    const { refused, remarks: more } = world.judgeFact(fact, { found, act, form: verdict.value, person, world })
    if (refused) return refused
    remarks.push(...(more ?? []))
  }
  return { values: verdict.value, remarks }
}

const line = (now: Case, act: Act, person: Person, world: World, by: readonly By[]) => ({
  no: now.log.length + 1,
  at: world.now,
  on: world.today,
  person: person.id,
  kind: person.kind,
  role: person.roles.find((r) => by.includes(r)),
  actId: act.actId,
  step: now.step,
})

const stale = (now: Case, act: Act, person: Person): Refusal | undefined =>
  person.kind === 'person' && act.seen !== now.seen
    ? refuse('someoneActedFirst', undefined, { seen: now.seen })
    : undefined

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
  const tally = tallyOf(values, roll)
  if (isRefusal(tally)) return tally
  const outcome = outcomeOf(step.count!, tally, world.settings)
  return isRefusal(outcome) ? outcome : { outcome, tally }
}

const decideAside = (workflow: Workflow, now: Case, act: Act, person: Person, world: World): Draft | Refusal => {
  const aside = workflow.asides.find((a) => a.id === act.aside)
  if (!aside) return refuse('noSuchOutcome')
  const barred = asideBarred(aside, now, person, world) ?? stale(now, act, person)
  if (barred) return barred
  const judged = judge(aside.form, aside.facts ?? [], now, act, person, world)
  if (isRefusal(judged)) return judged
  const effect = asideEffect(workflow, aside, now, judged.values, world)
  if (isRefusal(effect)) return effect
  const fields = { ...now.fields, ...judged.values }
  const then = aside.then ? followUp(aside.then, now, fields, act.actId) : []
  const child = then.find((f) => f.kind === 'open')?.caseId
  return {
    ...line(now, act, person, world, aside.by),
    ...judged,
    aside: aside.id,
    then,
    effect: { ...effect, ...(child && { child }) },
  }
}

const asideEffect = (
  workflow: Workflow,
  aside: Aside,
  now: Case,
  values: FormValue,
  world: World,
): Draft['effect'] | Refusal => {
  const moved = (days: number, from: { on: string; provisional?: boolean } = { on: now.dueOn! }) => {
    const reached = { on: addDays(from.on, days), provisional: from.provisional ?? false, how: [] }
    const due = moveOffHoliday(reached, world.holidays)
    return { dueOn: due.on, ...(due.provisional && { dueIsProvisional: true }) }
  }
  switch (aside.does) {
    case 'extend':
      return moved(values.days as number)
    case 'resume':
      return now.dueOn ? moved(daysPaused(now, world.today)) : {}
    case 'redate': {
      const step = stepOf(workflow, now.step)
      const { dueOn, dueIsProvisional } = step ? datesOf(step, now.fields, now.enteredOn, world) : {}
      return dueOn ? moved(daysGranted(workflow, now), { on: dueOn, provisional: dueIsProvisional }) : {}
    }
    case 'posted': {
      const step = stepOf(workflow, now.step)
      return step ? { dueOn: now.dueOn, ...datesOf(step, { ...now.fields, ...values }, now.enteredOn, world) } : {}
    }
    case 'withdraw':
      return { to: 'closed' }
    case 'draw': {
      const left = Number(now.fields.budget ?? 0) - now.drawn
      return (values.amount as number) > left
        ? refuse(
            'moneyExceeded',
            `决议定的钱还剩${(left / 100).toFixed(2)}元，这次要用${((values.amount as number) / 100).toFixed(2)}元，超过了。`,
            { left },
          )
        : {}
    }
    default:
      return {}
  }
}
