import type { Case, Draft, FormValue, Identity, Person, Place, Remark, World } from './case'
import { stepOf } from './evolve'
import { type Refusal, refuse } from './refusal'
import { datesOf, resolve } from './routeTo'
import type { Audience, Workflow } from './workflow'

export type Opening = {
  id: string
  number: string
  salt: string
  place: Place
  actId: string
  /** who opens; a case that follows from another is opened by `child`, in the name of `opener` */
  opener: string
  from?: string
  about?: string
  /** who may see the case that it is about */
  aboutSees?: Audience
  form: FormValue
}

/** Opens a case: the first line of its log and the case before it. Refuses whoever may not open it and a form that isn't whole. */
export const open = (
  workflow: Workflow,
  opening: Opening,
  person: Person,
  world: World,
): { before: Case; draft: Draft; remarks: readonly Remark[] } | Refusal => {
  const may =
    person.kind !== 'person'
      ? workflow.opensBy.includes(person.kind)
      : person.roles.some((r) => workflow.opensBy.includes(r))
  if (!may) return refuse('notYourTurn', `您不能开始这类事项：${workflow.title}。`, { by: workflow.opensBy })
  const verdict = world.judgeForm(workflow.openForm, opening.form)
  if (!verdict.ok) return refuse('badForm', verdict.problems[0]?.says, { problems: verdict.problems })
  const act = { actId: opening.actId, seen: 0, form: opening.form }
  const remarks: Remark[] = []
  for (const fact of workflow.openFacts ?? []) {
    const { refused, remarks: more } = world.judgeFact(fact, { act, form: verdict.value, person, world })
    if (refused) return refused
    remarks.push(...(more ?? []))
  }
  const values = verdict.value
  const first = stepOf(workflow, workflow.begins ? resolve(workflow.begins, values, world) : workflow.steps[0].id)!
  const before: Case = {
    ...{
      id: opening.id,
      number: opening.number,
      salt: opening.salt,
      place: opening.place,
      from: opening.from,
      about: opening.about,
    },
    workflow: workflow.id,
    workflowVersion: workflow.version,
    opener: opening.opener,
    title: titleOf(workflow, values),
    sees: audienceOf(workflow, values, opening.aboutSees),
    children: [],
    openedOn: world.today,
    step: 'open',
    enteredOn: world.today,
    visit: 0,
    fields: {},
    drawn: 0,
    seen: 0,
    pending: [],
    log: [],
  }
  const effect = {
    is: identityOf(before),
    to: first.id,
    ...datesOf(first, { fields: values, enteredOn: world.today, openedOn: world.today }, world),
  }
  const draft: Draft = {
    ...{
      no: 1,
      at: world.now,
      on: world.today,
      person: person.kind === 'child' ? opening.opener : person.id,
      kind: person.kind,
    },
    role: person.roles.find((r) => workflow.opensBy.includes(r)),
    ...{ actId: opening.actId, step: 'open', values, effect, remarks, then: [] },
  }
  return { before, draft, remarks }
}

/** Which case a log is of. */
export const identityOf = ({
  id,
  workflow,
  workflowVersion,
  place,
  number,
  from,
  about,
}: Omit<Case, 'log'>): Identity => ({
  ...{ id, workflow, version: workflowVersion, village: place.village, number },
  ...(from !== undefined && { from }),
  ...(about !== undefined && { about }),
})

/** A case that was just opened gets its number, in its first line too: one that is refused uses none up. */
export const numbered = <T extends { before: Case; draft: Draft }>(opened: T, number: string): T => {
  const before = { ...opened.before, number }
  return { ...opened, before, draft: { ...opened.draft, effect: { ...opened.draft.effect, is: identityOf(before) } } }
}

const audienceOf = (workflow: Workflow, values: FormValue, aboutSees: Audience = 'villagers'): Audience =>
  workflow.sees === 'about'
    ? aboutSees
    : typeof workflow.sees === 'string'
      ? workflow.sees
      : ((values[workflow.sees.field] as Audience | undefined) ?? 'office')

/** The title that was given, else the first sentence of what was said, at most 24 characters. */
export const titleOf = (workflow: Workflow, values: FormValue): string => {
  if (typeof values.title === 'string') return values.title
  const said = workflow.titleFrom ? String(values[workflow.titleFrom] ?? '').trim() : ''
  const first = [...(said.split(/[。！？!?\n]/)[0].trim() || said || workflow.title)]
  return first.length > 24 ? `${first.slice(0, 23).join('')}…` : first.join('')
}
