import type { Problem, Verdict } from '../engine/case'
import { askingForms } from './askingForms'
import { auditForms } from './auditForms'
import { feedbackForms } from './feedbackForms'
import type { FieldMeta } from './fields'
import { matterForms } from './matterForms'
import { noticeForms } from './noticeForms'
import { oversightForms } from './oversightForms'
import { requestForms } from './requestForms'
import { rosterForms } from './rosterForms'
import { sealForms } from './sealForms'
import { sessionForms } from './sessionForms'
import { sharedForms } from './sharedForms'
import { spendingForms } from './spendingForms'
import type { z } from './zod'

/** Every form by its name, no name twice. A step names its form; a new form is a row in one of these. */
export const formFiles = [
  ...[sharedForms, requestForms, sessionForms, noticeForms, matterForms, askingForms],
  ...[rosterForms, sealForms, spendingForms, auditForms, oversightForms, feedbackForms],
] as const
export const stepForms = {
  ...sharedForms,
  ...requestForms,
  ...sessionForms,
  ...noticeForms,
  ...matterForms,
  ...askingForms,
  ...rosterForms,
  ...sealForms,
  ...spendingForms,
  ...auditForms,
  ...oversightForms,
  ...feedbackForms,
}

export const formOf = (name: string): z.ZodObject | undefined => (stepForms as Record<string, z.ZodObject>)[name]

/** The fields of a form in the order in which they're drawn. */
export const fieldsOf = (name: string): readonly (FieldMeta & { name: string })[] =>
  Object.entries(formOf(name)?.shape ?? {}).map(([field, schema]) => ({
    name: field,
    ...((schema as z.ZodType).meta() as FieldMeta),
  }))

/** Judges a form by name. Blank texts count as not filled in; each field is told its first problem. */
export const judgeForm = (name: string, value: unknown): Verdict => {
  const schema = formOf(name)
  if (!schema) return { ok: false, problems: [{ field: '', says: '没有这张表，请刷新后重试。' }] }
  const parsed = schema.safeParse(withoutBlanks(value))
  if (parsed.success) return { ok: true, value: parsed.data }
  const problems = parsed.error.issues.map(problemOf)
  return { ok: false, problems: problems.filter((p, i) => problems.findIndex((q) => q.field === p.field) === i) }
}

const withoutBlanks = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([, v]) => !isBlank(v)))
    : value

const isBlank = (v: unknown) => v === undefined || v === null || (typeof v === 'string' && v.trim() === '')

const problemOf = (issue: { path: PropertyKey[]; message: string }): Problem => ({
  field: issue.path.map(String).join('.'),
  says: issue.message,
})
