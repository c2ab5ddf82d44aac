import type { Case, Draft, FollowUp, FormValue, World } from './case'
import { sha256Hex } from './chain'
import { addDays, dayAfter, dueDay, numberOf } from './deadline'
import { stepOf } from './evolve'
import type { Follow, Outcome, Route, Step, Workflow } from './workflow'

type Time = Pick<World, 'today' | 'holidays' | 'settings' | 'days'>

/** Where an outcome leads, the dates of the step it leads to, and what it causes elsewhere. */
export const routeTo = (
  workflow: Workflow,
  found: Case,
  step: Step,
  outcome: Outcome,
  values: FormValue,
  actId: string,
  world: Time,
): Pick<Draft, 'effect' | 'then'> => {
  const fields = { ...found.fields, ...values }
  const to = resolve(step.next[outcome], fields, world)
  const follow = step.then?.[outcome]
  const then = follow ? followUp(follow, found, fields, actId) : []
  const child = then.find((f) => f.kind === 'open')?.caseId
  const goesOn = to === step.id
  const basis = { fields, enteredOn: goesOn ? found.enteredOn : world.today, openedOn: found.openedOn }
  const dates = to !== 'closed' && (!goesOn || step.renews) ? datesOf(stepOf(workflow, to)!, basis, world) : {}
  return { effect: { to, ...dates, ...(child && { child }) }, then }
}

/** The step that a route leads to with these values, as things are set. */
export const resolve = (route: Route, fields: FormValue, world: Pick<World, 'settings'>): string => {
  if (typeof route === 'string') return route
  if ('by' in route) {
    const chosen = typeof route.by === 'string' ? fields[route.by] : world.settings[route.by.setting]
    const to = Object.hasOwn(route.to, String(chosen)) ? route.to[String(chosen)] : route.otherwise
    return resolve(to, fields, world)
  }
  const amount = Number(fields[route.field] ?? 0)
  const to = route.tiers.find((t) => amount <= numberOf(t.upTo, world.settings))?.to ?? route.above
  return resolve(to, fields, world)
}

export type Basis = { fields: FormValue; enteredOn: string; openedOn: string }

/** From where spans are counted: the days of the forms, of the calendar, and of the case itself. */
export const basisOf = ({ fields, enteredOn, openedOn }: Basis, world: Pick<World, 'days'>) => ({
  fields: { ...world.days(enteredOn), openedOn, nextStageOn: nextStageOn(fields), ...fields },
  enteredOn,
})

/** The day of the first stage that isn't done; after the last the day by which all of it is to be. */
const nextStageOn = ({ stages, stagesDone, finishBy }: FormValue): unknown => {
  const days = Array.isArray(stages) ? stages.map(({ on }: { on: string }) => on) : []
  return days[Number(stagesDone ?? 0)] ?? finishBy ?? days.at(-1)
}

/** The days that hold in a step that is entered on `enteredOn`. A day that isn't known yet is left out. */
export const datesOf = (step: Step, of: Basis, world: Time): Draft['effect'] => {
  const basis = basisOf(of, world)
  const due = step.due && dueDay(step.due, basis, world)
  const notBeforeOn = step.notBefore && dayAfter(step.notBefore, basis, world)
  const ends = step.lapses && dayAfter(step.lapses.after, basis, world)
  // whoever is asked still has the working day to which a holiday has moved it; what hangs comes off by its days alone
  const lapsesOn = ends && due && !step.shows && due.on >= ends ? addDays(due.on, 1) : ends
  return {
    ...(due && { dueOn: due.on, ...(due.provisional && { dueIsProvisional: true }) }),
    ...(notBeforeOn && { notBeforeOn }),
    ...(lapsesOn && { lapsesOn }),
  }
}

/** Ids are derived from the case and the act, so that doing it twice is doing it once. */
export const followUp = (follow: Follow, found: Case, fields: FormValue, actId: string): readonly FollowUp[] => {
  const named = { title: found.title, number: found.number, decision: found.number, caseId: found.id }
  const known: FormValue = { ...named, ...fields }
  const carry = Object.fromEntries((follow.carry ?? []).filter((f) => known[f] !== undefined).map((f) => [f, known[f]]))
  const id = sha256Hex(`${found.id}\u0000${actId}`).slice(0, 24)
  if ('open' in follow)
    return [{ kind: 'open', workflow: opened(follow.open, fields), caseId: `c${id}`, actId: `then:${id}`, carry }]
  const target =
    typeof follow.tell === 'object'
      ? (fields[follow.tell.field] as string | undefined)
      : follow.tell === 'from'
        ? found.from
        : found.about
  return target ? [{ kind: 'tell', caseId: target, actId: `tell:${id}`, act: follow.act, carry }] : []
}

const opened = (open: Extract<Follow, { open: unknown }>['open'], fields: FormValue): string =>
  typeof open === 'string' ? open : (open.of.find((id) => id === fields[open.field]) ?? open.of[0])
