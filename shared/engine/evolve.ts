import type { Case, Entry, FollowUp, FormValue } from './case'
import { addDays, daysBetween } from './deadline'
import { erased } from './erase'
import type { Audience, Step, StepId, Workflow } from './workflow'

/** The step of that id; undefined for `closed`. */
export const stepOf = (workflow: Workflow, id: StepId | 'closed'): Step | undefined =>
  workflow.steps.find((s) => s.id === id)

/** What a case becomes by one line of its log. A pure fold: a case is nothing but its opening and its log. */
export const evolve = (workflow: Workflow, found: Case, entry: Entry): Case => {
  const next = {
    ...found,
    log: [...found.log, entry],
    seen: entry.kind === 'person' ? entry.no : found.seen,
    pending: [...found.pending, ...entry.then],
    children: [...found.children, ...entry.then.flatMap(childOf)],
  }
  return entry.aside ? aside(workflow, next, entry) : along(workflow, next, entry)
}

const childOf = (f: FollowUp) => (f.kind === 'open' ? [{ id: f.caseId, workflow: f.workflow }] : [])

/** Along the main path: fields are kept, the outcome leads on, dates are those that the entry says. */
const along = (workflow: Workflow, found: Case, entry: Entry): Case => {
  const { to, dueOn, dueIsProvisional } = entry.effect
  const left = stepOf(workflow, found.step)
  const fields = { ...(left?.rewrites ? withoutContent(workflow, found) : found.fields), ...entry.values }
  const common = { ...found, ...named(workflow, found, fields), ...ownerBy(found, entry, left), fields }
  if (!to || to === found.step) {
    const anew = left?.renews && dueOn && { dueOn, dueIsProvisional, visit: found.visit + 1, rung: undefined }
    return { ...common, outcome: entry.outcome, ...anew }
  }
  return entered(workflow, common, entry, to)
}

/** In the step that an entry leads to, with the dates that it says; what hung for the step before alone comes off. */
const entered = (workflow: Workflow, found: Case, entry: Entry, to: StepId | 'closed'): Case => {
  const { dueOn, dueIsProvisional, notBeforeOn, lapsesOn } = entry.effect
  const shown = stepOf(workflow, found.step)?.shows?.brief ? undefined : found.shown
  const next = {
    ...{ ...found, shown, dueOn, dueIsProvisional, notBeforeOn, lapsesOn, ...unpaused, outcome: entry.outcome },
    ...{ step: to, enteredOn: entry.on, visit: found.visit + 1, rung: undefined },
  }
  if (to === 'closed') return { ...next, closedOn: entry.on }
  const step = stepOf(workflow, to)
  return step?.shows ? { ...next, shown: hung(next, step, entry, found.fields) } : next
}

const unpaused = { pausedOn: undefined, resumesOn: undefined }

/** Who answers for it: whoever was named has it once they take it or act, until then whoever had it before. */
const ownerBy = (found: Case, entry: Entry, left: Step | undefined): Pick<Case, 'owner' | 'offered'> => {
  const { owner: named } = entry.values
  const takes = left?.owns || entry.person === found.offered || entry.person === named
  const owner = takes ? entry.person : found.owner
  const goesOn = entry.effect.to === undefined || entry.effect.to === found.step
  if (typeof named === 'string' && named !== owner) return { owner, offered: named }
  return { owner, offered: goesOn && owner === found.owner ? found.offered : undefined }
}

/** What is left when the content is written anew: what came in by steps that aren't content. */
const withoutContent = (workflow: Workflow, found: Case): FormValue => {
  const isContent = (e: Entry) => e.step === 'open' || stepOf(workflow, e.step)?.rewrites
  const written = new Set(found.log.filter((e) => !e.aside && isContent(e)).flatMap((e) => Object.keys(e.values)))
  return Object.fromEntries(Object.entries(found.fields).filter(([field]) => !written.has(field)))
}

const hung = (found: Case, step: Step, entry: Entry, fields: FormValue): Case['shown'] => {
  const { on, as, boardDay } = step.shows!
  const board = typeof on === 'string' ? on : (fields[on.field] as NonNullable<Case['shown']>['on'])
  const boardOn = fields[boardDay] as string | undefined
  return {
    on: board,
    // it has hung there since it was first put up
    appOn: found.shown?.on === board ? found.shown.appOn : entry.on,
    boardDay,
    boardOn,
    untilOn: entry.effect.lapsesOn && addDays(entry.effect.lapsesOn, -1),
    as,
  }
}

/** A revision may rename a case and narrow who sees it, where the opening form said so. */
const named = (workflow: Workflow, found: Case, fields: FormValue): Pick<Case, 'title' | 'sees'> => ({
  title: !workflow.titleFrom && typeof fields.title === 'string' ? fields.title : found.title,
  sees:
    typeof workflow.sees === 'string'
      ? found.sees
      : ((fields[workflow.sees.field] as Audience | undefined) ?? found.sees),
})

/** The sheet came up on the physical board later than was written: it hangs as much longer. */
const reshown = (found: Case, fields: FormValue, lapsesOn?: string): Case['shown'] =>
  found.shown && {
    ...found.shown,
    boardOn: fields[found.shown.boardDay] as string | undefined,
    untilOn: lapsesOn && addDays(lapsesOn, -1),
  }

const aside = (workflow: Workflow, found: Case, entry: Entry): Case => {
  const does = workflow.asides.find((a) => a.id === entry.aside)?.does
  const { dueOn, dueIsProvisional, notBeforeOn, lapsesOn } = entry.effect
  if (does === 'own') return { ...found, owner: entry.person, offered: undefined }
  if (does === 'offer') return { ...found, offered: entry.values.owner as string }
  if (does === 'decline') return { ...found, offered: undefined }
  if (does === 'pause') return { ...found, pausedOn: entry.on, resumesOn: lapsesOn }
  if (does === 'resume') return { ...found, ...unpaused, dueOn, dueIsProvisional }
  if (does === 'extend') return { ...found, dueOn, dueIsProvisional }
  if (does === 'redate') return { ...found, dueOn, dueIsProvisional, ...(lapsesOn && { lapsesOn }) }
  if (does === 'draw' || does === 'release') return { ...found, ...taken(workflow, found, entry) }
  if (does === 'erase') return erased(workflow, found, entry, evolve)
  if (does === 'remind') return { ...found, rung: entry.values.rung as number }
  if (does === 'back' || does === 'raise')
    return entered(workflow, { ...found, offered: undefined }, entry, entry.effect.to!)
  if (does === 'posted') {
    const fields = { ...found.fields, ...entry.values }
    return { ...found, fields, notBeforeOn, lapsesOn, dueOn, dueIsProvisional, shown: reshown(found, fields, lapsesOn) }
  }
  if (does === 'withdraw') return { ...ended(found, entry), outcome: 'withdrawn', shown: undefined }
  if (does === 'merge') return { ...ended(found, entry), outcome: 'merged' }
  // the old version stays readable; where it hung and since when is still said
  if (does === 'supersede') return { ...ended(found, entry), outcome: 'superseded' }
  return found
}

const taken = (workflow: Workflow, found: Case, entry: Entry): Pick<Case, 'drawn' | 'pledged'> => {
  const { does, purse } = workflow.asides.find((a) => a.id === entry.aside)!
  const amount = (does === 'draw' ? 1 : -1) * (entry.values.amount as number)
  return purse === 'pledged'
    ? { drawn: found.drawn, pledged: (found.pledged ?? 0) + amount }
    : { drawn: found.drawn + amount, ...(found.pledged !== undefined && { pledged: found.pledged }) }
}

const ended = (found: Case, entry: Entry): Case => ({
  ...found,
  step: 'closed',
  closedOn: found.closedOn ?? entry.on,
  ...unpaused,
  offered: undefined,
  dueOn: undefined,
  dueIsProvisional: undefined,
  lapsesOn: undefined,
  notBeforeOn: undefined,
})

/** Days for which the clock stood still. */
export const daysPaused = (found: Case, today: string): number =>
  found.pausedOn ? daysBetween(found.pausedOn, today) : 0

/** Days by which extensions and pauses have moved the due day of the current step. */
export const daysGranted = (workflow: Workflow, found: Case): number => {
  const entered = found.log.map((e) => e.effect.to !== undefined && e.effect.to !== e.step).lastIndexOf(true)
  let days = 0
  let pausedOn: string | undefined
  for (const { aside, values, on } of found.log.slice(entered + 1)) {
    const does = aside && workflow.asides.find((a) => a.id === aside)?.does
    if (does === 'extend') days += values.days as number
    if (does === 'pause') pausedOn = on
    if (does === 'resume' && pausedOn) days += daysBetween(pausedOn, on)
  }
  return days
}
