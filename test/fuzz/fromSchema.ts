import fc from 'fast-check'
import { hostileTexts, hostileValues } from './hostile'
import type { Random } from './random'

/** As much of JSON Schema as the OpenAPI document uses. */
export type Schema = {
  type?: string | readonly string[]
  properties?: Readonly<Record<string, Schema>>
  required?: readonly string[]
  items?: Schema
  enum?: readonly unknown[]
  const?: unknown
  anyOf?: readonly Schema[]
  oneOf?: readonly Schema[]
  additionalProperties?: boolean | Schema
  propertyNames?: Schema
  pattern?: string
  format?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
}

/** Things that are there, by the name of the field or parameter that asks for one: what chance would never hit. */
export type Hints = Readonly<Record<string, readonly unknown[]>>

const patterned = new Map<string, readonly string[]>()
const matching = (pattern: string): readonly string[] => {
  const kept = patterned.get(pattern)
  if (kept) return kept
  const arbitrary = fc.stringMatching(new RegExp(pattern), { size: 'small' })
  const sampled = fc.sample(arbitrary, { numRuns: 20, seed: 1 })
  patterned.set(pattern, sampled)
  return sampled
}

const words = ['路灯坏了', 'x', '三组到四组路面', '村民', 'abc-123', '2026-05', '2026-06-08', '同意。']

const textOf = (schema: Schema, r: Random): string => {
  if (schema.format === 'date') return r.pick(['2026-06-08', '2026-05-31', '2026-12-31'])
  if (schema.format === 'date-time') return r.pick(['2026-06-08T00:00:00Z', '2026-05-01T09:00:00+08:00'])
  if (schema.pattern) return r.pick(matching(schema.pattern))
  const text = r.pick(words)
  if (schema.maxLength !== undefined && r.chance(0.1)) return '字'.repeat(Math.min(schema.maxLength, 4000) + r.below(2))
  return schema.minLength !== undefined ? text.padEnd(schema.minLength, 'x') : text
}

const numberOf = ({ minimum = -5, maximum = 5000 }: Schema, r: Random): number =>
  r.pick([minimum, maximum, minimum - 1, maximum + 1, Math.floor((minimum + maximum) / 2), minimum + r.below(5)])

/** A value that mostly fits its schema, at its edges now and then; `name` is what asks for it. */
export const fitting = (schema: Schema, r: Random, hints: Hints, name = '', depth = 0): unknown => {
  const known = hints[name]
  if (known && r.chance(0.9)) return r.pick(known)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return r.pick(schema.enum)
  const either = schema.anyOf ?? schema.oneOf
  if (either) return fitting(r.pick(either), r, hints, name, depth)
  const type = typeof schema.type === 'string' ? schema.type : schema.type ? r.pick(schema.type) : undefined
  if (type === 'string') return textOf(schema, r)
  if (type === 'integer' || type === 'number') return numberOf(schema, r)
  if (type === 'boolean') return r.chance(0.5)
  if (type === 'null') return null
  if (type === 'array') {
    const many = (schema.minItems ?? 0) + (depth > 4 ? 0 : r.below(3))
    return Array.from({ length: many }, () => fitting(schema.items ?? {}, r, hints, name, depth + 1))
  }
  if (type !== 'object') return r.pick([...words, ...hostileValues])
  const needed = new Set(schema.required)
  const given = Object.entries(schema.properties ?? {}).filter(([key]) => needed.has(key) || r.chance(0.5))
  const named = given.map(([key, of]) => [key, fitting(of, r, hints, key, depth + 1)] as const)
  const free = schema.additionalProperties
  const more =
    typeof free === 'object' && depth < 4
      ? Array.from({ length: r.below(3) }, () => [r.pick(words), fitting(free, r, hints, '', depth + 1)] as const)
      : []
  return Object.fromEntries([...named, ...more])
}

/** The same with one part that doesn't fit: another type, gone, more than was asked for, or meant to do harm. */
export const spoilt = (value: unknown, r: Random): unknown => {
  const bad = () => (r.chance(0.6) ? r.pick(hostileTexts) : r.pick(hostileValues))
  if (Array.isArray(value)) {
    if (!value.length || r.chance(0.4)) return r.pick<unknown>([bad(), [bad()], [...value, bad()]])
    const at = r.below(value.length)
    return value.map((one, i) => (i === at ? spoilt(one, r) : one))
  }
  if (typeof value !== 'object' || value === null) return bad()
  const keys = Object.keys(value)
  const kind = r.below(5)
  if (kind === 0 || !keys.length)
    return { ...value, [r.pick([...hostileTexts.slice(0, 20), 'extra', 'id', 'roles', 'posts'])]: bad() }
  const key = r.pick(keys)
  if (kind === 1) return Object.fromEntries(Object.entries(value).filter(([k]) => k !== key))
  return { ...value, [key]: r.chance(0.5) ? bad() : spoilt((value as Record<string, unknown>)[key], r) }
}
