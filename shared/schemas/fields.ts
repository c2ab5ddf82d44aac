import { isDay } from '../engine/deadline'
import type { Audience } from '../engine/workflow'
import { z } from './zod'

/** How a field is drawn. Forms carry this as metadata, so phone and OpenAPI read the same thing. */
export type FieldKind =
  | 'text'
  | 'longText'
  | 'number'
  | 'money'
  | 'day'
  | 'time'
  | 'choice'
  | 'choices'
  | 'switch'
  | 'photos'
  | 'files'
  | 'voice'
  | 'proof'
  | 'names'
  | 'stages'
  | 'case'
  | 'present'
  | 'votes'
  | 'sheet'
  | 'person'
  | 'people'
  | 'hidden'

export type FieldMeta = {
  kind: FieldKind
  label: string
  help?: string
  unit?: string
  options?: readonly { value: string; label: string; help?: string }[]
  max?: number
  optional?: boolean
  /** who may read the value; default: whoever may see the case */
  sees?: Audience
}

type More = Partial<Omit<FieldMeta, 'kind' | 'label' | 'options'>>

const told = <T extends z.ZodType>(schema: T, meta: FieldMeta): T => schema.meta({ title: meta.label, ...meta }) as T
const maybe = <T extends z.ZodType>(schema: T, meta: FieldMeta) => told(z.optional(schema), { ...meta, optional: true })

const words = (label: string, max: number, min = 1) =>
  z
    .string({ error: `请填写“${label}”。` })
    .trim()
    .min(min, { error: `请填写“${label}”。` })
    .max(max, { error: `“${label}”最多${max}个字，请写短一点。` })

export const text = (label: string, max = 60, more: More = {}) =>
  told(words(label, max), { kind: 'text', label, max, ...more })
export const longText = (label: string, max = 2000, more: More = {}) =>
  told(words(label, max), { kind: 'longText', label, max, ...more })
/** The id of someone who holds office in this village or over it; chosen from `may.people`. */
export const person = (label: string, more: More = {}) =>
  told(words(label, 40), { kind: 'person', label, sees: 'office', ...more })
export const maybePerson = (label: string, more: More = {}) =>
  maybe(words(label, 40, 0), { kind: 'person', label, sees: 'office', ...more })
export const maybeText = (label: string, max = 60, more: More = {}) =>
  maybe(words(label, max, 0), { kind: 'text', label, max, ...more })
export const maybeLongText = (label: string, max = 2000, more: More = {}) =>
  maybe(words(label, max, 0), { kind: 'longText', label, max, ...more })

const wholeNumber = (label: string, max: number) =>
  z
    .int({ error: `“${label}”要填整数。` })
    .min(0, { error: `“${label}”不能是负数。` })
    .max(max, { error: `“${label}”太大了，请核对。` })

export const count = (label: string, more: More & { kind?: FieldKind; max?: number } = {}) =>
  told(wholeNumber(label, more.max ?? 100_000), { kind: 'number', unit: '人', label, ...more })
export const maybeCount = (label: string, more: More = {}) =>
  maybe(wholeNumber(label, 100_000), { kind: 'number', unit: '人', label, ...more })
/** Integer fen, at most ten billion yuan. */
export const money = (label: string, more: More = {}) =>
  told(wholeNumber(label, 1_000_000_000_000), { kind: 'money', label, unit: '分', ...more })

export const maybeMoney = (label: string, more: More = {}) =>
  maybe(wholeNumber(label, 1_000_000_000_000), { kind: 'money', label, unit: '分', ...more })

const aDay = (label: string) =>
  z.string({ error: `请选择“${label}”。` }).refine(isDay, { error: `“${label}”不是一个存在的日子，请重新选。` })
export const day = (label: string, more: More = {}) => told(aDay(label), { kind: 'day', label, ...more })
export const maybeDay = (label: string, more: More = {}) => maybe(aDay(label), { kind: 'day', label, ...more })
export const time = (label: string, more: More = {}) =>
  told(
    z
      .string({ error: `请选择“${label}”。` })
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: `“${label}”请按 19:00 的样子填。` }),
    { kind: 'time', label, ...more },
  )

export type Option = { value: string; label: string; help?: string }
export const choice = <const T extends readonly Option[]>(label: string, options: T, more: More = {}) =>
  told(
    z.enum(options.map((o) => o.value) as [T[number]['value'], ...T[number]['value'][]], {
      error: `请在“${label}”里选一项。`,
    }),
    { kind: 'choice', label, options, ...more },
  )
export const maybeChoice = <const T extends readonly Option[]>(label: string, options: T, more: More = {}) =>
  maybe(
    z.enum(options.map((o) => o.value) as [T[number]['value'], ...T[number]['value'][]], {
      error: `请在“${label}”里选一项。`,
    }),
    { kind: 'choice', label, options, ...more },
  )
/** One of a list that a county may replace by its own: a fact says whether it stands there. */
export const listed = (label: string, defaults: readonly Option[], more: More = {}) =>
  told(
    z
      .string({ error: `请在“${label}”里选一项。` })
      .regex(/^[a-z][a-zA-Z0-9]{0,19}$/, { error: `请在“${label}”里选一项。` }),
    { kind: 'choice', label, options: defaults, ...more },
  )
export const yes = (label: string, more: More = {}) =>
  told(z.boolean({ error: `请选择“${label}”。` }), { kind: 'switch', label, ...more })

/** A switch that may stay off. */
export const maybeYes = (label: string, more: More = {}) =>
  maybe(z.boolean({ error: `请选择“${label}”。` }), { kind: 'switch', label, ...more })
/** Ids of several people who hold office here; chosen from `may.people`. */
export const people = (label: string, max = 20, more: More = {}) => {
  const wrong = { error: `“${label}”没有选好，请重新选。` }
  return maybe(
    z.array(z.string(wrong).min(1, wrong).max(40, wrong), wrong).max(max, { error: `“${label}”最多选${max}人。` }),
    { kind: 'people', label, max, sees: 'office', ...more },
  )
}
const badSheet = { error: '明细没有存好，请重新导入或重新填写。' }
/** The id of a list of rows that the server keeps: `s` and its SHA-256. */
export const sheet = (label: string, more: More = {}) =>
  maybe(z.string(badSheet).regex(/^s[0-9a-f]{64}$/, badSheet), { kind: 'sheet', label, ...more })

const badFile = { error: '这个文件没有传好，请重新选。' }
const fileIds = (label: string, max: number) =>
  z
    .array(z.string(badFile).regex(/^f[0-9a-f]{24}$/, badFile), {
      error: `“${label}”没有传好，请重新选。`,
    })
    .max(max, {
      error: `“${label}”最多${max}个。`,
    })
export const photos = (label: string, max = 9, more: More = {}) =>
  maybe(fileIds(label, max), { kind: 'photos', label, max, ...more })
export const files = (label: string, max = 9, more: More = {}) =>
  maybe(fileIds(label, max), { kind: 'files', label, max, ...more })

/** One voice note of at most a minute; kept as a file. */
export const voice = (label: string, more: More = {}) =>
  maybe(fileIds(label, 1), { kind: 'voice', label, max: 1, ...more })
/** What shows that someone agreed: a recording of their voice, or photos. For the office alone. */
export const proof = (label: string, more: More = {}) =>
  maybe(fileIds(label, 3), { kind: 'proof', label, max: 3, sees: 'office', ...more })

/** Names of people, one a line when typed; for the office alone. */
export const names = (label: string, max: number, more: More = {}) => {
  const wrong = { error: `“${label}”里每个名字最多20个字，一行写一个。` }
  return maybe(
    z
      .array(z.string(wrong).trim().min(1, wrong).max(20, wrong), wrong)
      .max(max, { error: `“${label}”最多${max}个人。` }),
    { kind: 'names', label, max, sees: 'office', ...more },
  )
}

/** What is done by when, step by step: at most six. */
export const stages = (label: string, more: More = {}) => {
  const wrong = { error: `“${label}”每一步都要有日子和要做的事。` }
  const stage = z.strictObject({ on: aDay(label), does: words(label, 100) }, wrong)
  return maybe(z.array(stage, wrong).max(6, { error: `“${label}”最多分6步。` }), {
    kind: 'stages',
    label,
    max: 6,
    ...more,
  })
}

/** The id of another case, chosen from a list. */
export const caseId = (label: string, more: More = {}) => {
  const wrong = { error: `请在“${label}”里选一件事。` }
  return told(z.string(wrong).regex(/^c[0-9a-f]{24}$/, wrong), { kind: 'case', label, sees: 'office', ...more })
}

/** A form is closed: an unknown field is refused, nothing slips in. */
export const form = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject(shape, { error: '多了不认识的内容，请刷新后重新填写。' })
