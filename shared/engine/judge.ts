import type { Act, Case, FormValue, Person, Remark, World } from './case'
import { type Refusal, refuse } from './refusal'
import type { By, FactName, FormName } from './workflow'

/** Whether someone stands in the list of those whose turn it is. */
export const isOneOf = (by: readonly By[], now: Case, person: Person): boolean =>
  by.some((who) => {
    if (who === 'clock' || who === 'child') return person.kind === who
    if (person.kind !== 'person') return false
    if (who === 'opener' || who === 'owner' || who === 'offered')
      return now[who] === person.id && !person.lapsed?.includes(who)
    if (typeof who === 'object') return now.fields[who.named] === person.id
    return person.roles.includes(who)
  })

/** Whether someone acted in one of these steps before (author ≠ reviewer). */
export const hasActedIn = (now: Case, person: Person, steps: readonly string[]): boolean =>
  now.log.some((e) => e.person === person.id && !e.aside && steps.includes(e.step))

export type Judged = { values: FormValue; remarks: readonly Remark[] }

/** The form's own shape first, then each named fact. */
export const judge = (
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

/** What every line of the log says of who acts, when and where. */
export const line = (now: Case, act: Act, person: Person, world: World, by: readonly By[]) => ({
  no: now.log.length + 1,
  at: world.now,
  on: world.today,
  person: person.id,
  kind: person.kind,
  role: person.roles.find((r) => by.includes(r)),
  actId: act.actId,
  step: now.step,
})

/** Someone else acted while the form was open. */
export const stale = (now: Case, act: Act, person: Person): Refusal | undefined =>
  person.kind === 'person' && act.seen !== now.seen
    ? refuse('someoneActedFirst', undefined, { seen: now.seen })
    : undefined
