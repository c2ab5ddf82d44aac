import type { Case, Entry } from '@shared/engine/case'
import { isErased } from '@shared/engine/erase'
import type { Workflow } from '@shared/engine/workflow'
import { erasableKinds } from '@shared/rules/erasureFacts'
import { fieldsOf } from '@shared/schemas/stepForms'
import { formOfLine } from '../views/readable'

const ofOneself = ['villager', 'partyMember']

/** Whether a line is what someone wrote for themselves: not by a post, and not for another. */
const isOwn = (workflow: Workflow, found: Case, entry: Entry): boolean => {
  if (entry.kind !== 'person' || found.fields.onBehalf !== undefined) return false
  if (entry.role !== undefined) return ofOneself.includes(entry.role)
  const at = entry.aside
    ? workflow.asides.find((a) => a.id === entry.aside)
    : workflow.steps.find((s) => s.id === entry.step)
  return entry.person === found.opener && (entry.step === 'open' || !!at?.by.includes('opener'))
}

/** The lines that someone wrote for themselves in a case. */
export const ownLines = (workflow: Workflow, found: Case, person: string): readonly Entry[] =>
  found.log.filter((e) => e.person === person && !isErased(person) && isOwn(workflow, found, e))

/** `no.field` of what people wrote, said and showed in a line. */
export const erasableIn = (workflow: Workflow, entry: Entry): readonly string[] => {
  const form = formOfLine(workflow, entry)
  const kinds = new Map((form ? fieldsOf(form) : []).map(({ name, kind }) => [name, kind]))
  return Object.keys(entry.values)
    .filter((field) => erasableKinds.some((kind) => kind === kinds.get(field)))
    .map((field) => `${entry.no}.${field}`)
}

/** What is of somebody who had another write it down for them: their name, number, words, pictures and voice. */
export const spokenFor = ['onBehalf', 'onBehalfPhone', 'consent', 'proof', 'text', 'place', 'wish', 'photos', 'voice']

/** `no.field` of what may be erased because somebody asks: what people wrote for themselves, or had written down. No act of office. */
export const erasableOnAsking = (workflow: Workflow, found: Case): readonly string[] =>
  found.log.flatMap((entry) => {
    const all = erasableIn(workflow, entry)
    if (isOwn(workflow, found, entry)) return all
    return found.fields.onBehalf === undefined ? [] : all.filter((at) => spokenFor.includes(at.split('.')[1]!))
  })

/** What stood at `no.field` of a case. */
export const valueAt = ({ log }: Case, at: string): unknown => {
  const [no, field] = at.split('.') as [string, string]
  return log[Number(no) - 1]?.values[field]
}
