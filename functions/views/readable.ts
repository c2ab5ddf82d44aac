import type { Case, FormValue } from '@shared/engine/case'
import type { Audience, Workflow } from '@shared/engine/workflow'
import { fieldsOf } from '@shared/schemas/stepForms'

export type Readable = { audiences: readonly Audience[]; stone: boolean }

/** The values of a form that this reader may see: each field names its audience, the case's own otherwise. */
export const readableValues = (
  form: string | undefined,
  values: FormValue,
  { audiences, stone }: Readable,
): FormValue => {
  if (stone) return {}
  const hidden = new Set(
    (form ? fieldsOf(form) : []).filter((f) => f.sees && !audiences.includes(f.sees)).map((f) => f.name),
  )
  return Object.fromEntries(Object.entries(values).filter(([field]) => !hidden.has(field)))
}

/** The form that a line was filled in with. */
export const formOfLine = (workflow: Workflow, line: { step: string; aside?: string }): string | undefined =>
  line.aside
    ? workflow.asides.find((a) => a.id === line.aside)?.form
    : line.step === 'open'
      ? workflow.openForm
      : workflow.steps.find((s) => s.id === line.step)?.form

/** The latest value of each field, less those whose form hides them from this reader. */
export const readableFields = (workflow: Workflow, found: Case, readable: Readable): FormValue => {
  const seen = found.log.map((e) => readableValues(formOfLine(workflow, e), e.values, readable))
  const fields = new Set(seen.flatMap(Object.keys))
  return Object.fromEntries(Object.entries(found.fields).filter(([field]) => fields.has(field)))
}
