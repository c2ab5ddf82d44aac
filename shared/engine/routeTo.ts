import type { Case, Draft, FollowUp, FormValue, World } from './case'
import { sha256Hex } from './chain'
import { dayAfter, dueDay, numberOf } from './deadline'
import { stepOf } from './evolve'
import type { Follow, Outcome, Step, Workflow } from './workflow'

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
  const basis = { fields, enteredOn: world.today, openedOn: found.openedOn }
  const dates = to !== 'closed' && to !== step.id ? datesOf(stepOf(workflow, to)!, basis, world) : {}
  return { effect: { to, ...dates, ...(child && { child }) }, then }
}

const resolve = (route: Step['next'][string], fields: FormValue, world: Time): string => {
  if (typeof route === 'string') return route
  const amount = Number(fields[route.field] ?? 0)
  return route.tiers.find((t) => amount <= numberOf(t.upTo, world.settings))?.to ?? route.above
}

export type Basis = { fields: FormValue; enteredOn: string; openedOn: string }

/** From where spans are counted: the days of the forms, of the calendar, and of the case itself. */
export const basisOf = ({ fields, enteredOn, openedOn }: Basis, world: Pick<World, 'days'>) => ({
  fields: { ...world.days(enteredOn), openedOn, ...fields },
  enteredOn,
})

/** The days that hold in a step that is entered on `enteredOn`. A day that isn't known yet is left out. */
export const datesOf = (step: Step, of: Basis, world: Time): Draft['effect'] => {
  const basis = basisOf(of, world)
  const due = step.due && dueDay(step.due, basis, world)
  const notBeforeOn = step.notBefore && dayAfter(step.notBefore, basis, world)
  const lapsesOn = step.lapses && dayAfter(step.lapses.after, basis, world)
  return {
    ...(due && { dueOn: due.on, ...(due.provisional && { dueIsProvisional: true }) }),
    ...(notBeforeOn && { notBeforeOn }),
    ...(lapsesOn && { lapsesOn }),
  }
}

/** Ids are derived from the case and the act, so that doing it twice is doing it once. */
export const followUp = (follow: Follow, found: Case, fields: FormValue, actId: string): readonly FollowUp[] => {
  const known: FormValue = { title: found.title, number: found.number, caseId: found.id, ...fields }
  const carry = Object.fromEntries((follow.carry ?? []).filter((f) => known[f] !== undefined).map((f) => [f, known[f]]))
  const id = sha256Hex(`${found.id}\u0000${actId}`).slice(0, 24)
  if ('open' in follow) return [{ kind: 'open', workflow: follow.open, caseId: `c${id}`, actId: `then:${id}`, carry }]
  const target =
    typeof follow.tell === 'object'
      ? (fields[follow.tell.field] as string | undefined)
      : follow.tell === 'from'
        ? found.from
        : found.about
  return target ? [{ kind: 'tell', caseId: target, actId: `tell:${id}`, act: follow.act, carry }] : []
}
