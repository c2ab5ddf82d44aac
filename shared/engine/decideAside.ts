import type { Act, Case, Draft, FormValue, Person, World } from './case'
import { addDays, dayAfter, movedBy } from './deadline'
import { daysGranted, daysPaused, stepOf } from './evolve'
import { hasActedIn, isOneOf, judge, line, stale } from './judge'
import { isRefusal, type Refusal, refuse } from './refusal'
import { datesOf, followUp } from './routeTo'
import type { Aside, Workflow } from './workflow'

/** Why this person may not do this beside the main path now. */
export const asideBarred = (
  workflow: Workflow,
  aside: Aside,
  now: Case,
  person: Person,
  world: World,
): Refusal | undefined => {
  if (!isOneOf(aside.by, now, person)) return refuse('notYourTurn', undefined, { by: aside.by })
  if (aside.while === 'open' && now.step === 'closed') return refuse('caseIsClosed')
  if (aside.while === 'closed' && now.step !== 'closed') return refuse('caseIsOpen')
  if (aside.during && !aside.during.includes(now.step)) return refuse('notNow')
  if (aside.notBy && hasActedIn(now, person, aside.notBy)) return refuse('mustBeAnother')
  const done = now.log.filter((e) => e.aside === aside.id).length
  if (aside.times !== undefined && done >= aside.times) return refuse('onlyOnce')
  const step = stepOf(workflow, now.step)
  // only whose turn it is may move its clock
  if (step && (aside.does === 'extend' || aside.does === 'pause') && !isOneOf(step.by, now, person))
    return refuse('notYourTurn', undefined, { by: step.by })
  if (aside.does === 'pause' && now.pausedOn) return refuse('clockStopped', '已经在等说事人补充了。')
  if (aside.does === 'resume' && !now.pausedOn) return refuse('clockRuns')
  if (aside.does === 'extend') {
    if (now.pausedOn) return refuse('clockStopped')
    if (now.dueOn === undefined) return refuse('notNow', '这一步没有期限，不用延期。')
    if (world.today > now.dueOn) return refuse('tooLate', '已经过了期限。延期要在到期以前申请。')
  }
  return undefined
}

/** An act beside the main path, and what it does to the case's clock, owner, money or wall. */
export const decideAside = (workflow: Workflow, now: Case, act: Act, person: Person, world: World): Draft | Refusal => {
  const aside = workflow.asides.find((a) => a.id === act.aside)
  if (!aside) return refuse('noSuchOutcome')
  const barred = asideBarred(workflow, aside, now, person, world) ?? stale(now, act, person)
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

/** Fen that are taken already of the account of the budget that an aside draws on. */
const takenFrom = ({ purse }: Aside, { pledged = 0, drawn }: Case): number => (purse === 'pledged' ? pledged : drawn)

/** The days of the current step as the calendar stands now, with what was granted since; none where it isn't due on a day. */
export const redated = (
  workflow: Workflow,
  now: Case,
  world: Pick<World, 'today' | 'holidays' | 'settings' | 'days'>,
): Pick<Draft['effect'], 'dueOn' | 'dueIsProvisional' | 'lapsesOn'> => {
  const step = stepOf(workflow, now.step)
  const { dueOn, dueIsProvisional } = step ? datesOf(step, now, world) : {}
  if (!step || !dueOn) return {}
  const due = movedBy(daysGranted(workflow, now), dueOn, world.holidays, dueIsProvisional)
  const answers = step.lapses && !step.shows
  const was = now.dueOn
  // what was in time until now isn't late because a day was worked out anew, and what is late isn't so for longer; nobody who
  // was given days to answer loses one
  const least = was !== undefined && !answers && was >= world.today ? world.today : was
  const isEarly = was !== undefined && least !== undefined && due.dueOn < least && due.dueOn < was
  const moved = isEarly ? { ...due, dueOn: least } : due
  return { ...moved, ...(answers && { lapsesOn: addDays(moved.dueOn, 1) }) }
}

const asideEffect = (
  workflow: Workflow,
  aside: Aside,
  now: Case,
  values: FormValue,
  world: World,
): Draft['effect'] | Refusal => {
  switch (aside.does) {
    case 'extend':
      return movedBy(values.days as number, now.dueOn!, world.holidays)
    case 'pause': {
      const resumes = aside.lapses && dayAfter(aside.lapses.after, { enteredOn: world.today, fields: {} }, world)
      return resumes ? { lapsesOn: resumes } : {}
    }
    case 'resume':
      return now.dueOn ? movedBy(daysPaused(now, world.today), now.dueOn, world.holidays) : {}
    case 'redate':
      return redated(workflow, now, world)
    case 'posted': {
      const step = stepOf(workflow, now.step)
      return step ? { dueOn: now.dueOn, ...datesOf(step, { ...now, fields: { ...now.fields, ...values } }, world) } : {}
    }
    case 'withdraw':
    case 'merge':
    case 'supersede':
      return { to: 'closed' }
    case 'back':
    case 'raise': {
      const step = stepOf(workflow, values.to as string)
      if (!step) return refuse('noSuchOutcome')
      return { to: step.id, ...datesOf(step, { ...now, enteredOn: world.today }, world) }
    }
    case 'release': {
      const taken = takenFrom(aside, now)
      return (values.amount as number) > taken
        ? refuse('moneyExceeded', '退回的钱比用掉的还多，请核对。', { taken })
        : {}
    }
    case 'draw': {
      const left = Number(now.fields.budget ?? 0) - takenFrom(aside, now)
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
