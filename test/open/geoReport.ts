/** The field rules of GeoReport v2 as the specification's tables have them: required or not, type, what it may be. */

type Kind = 'string' | 'boolean' | 'datetime' | 'number' | 'url' | 'array' | readonly string[]
/** `must`: has to be there, and may not be empty; `has`: has to be there; `may`: may be left out. */
type Rule = readonly ['must' | 'has' | 'may', Kind]
export type Rules = Readonly<Record<string, Rule>>

export const discoveryRules: Rules = {
  changeset: ['must', 'datetime'],
  contact: ['must', 'string'],
  key_service: ['must', 'string'],
  endpoints: ['must', 'array'],
}

export const serviceRules: Rules = {
  service_code: ['must', 'string'],
  service_name: ['must', 'string'],
  description: ['has', 'string'],
  metadata: ['must', 'boolean'],
  type: ['must', ['realtime', 'batch', 'blackbox']],
  keywords: ['may', 'string'],
  group: ['may', 'string'],
}

export const definitionRules: Rules = { service_code: ['must', 'string'], attributes: ['has', 'array'] }

export const requestRules: Rules = {
  service_request_id: ['must', 'string'],
  status: ['must', ['open', 'closed']],
  status_notes: ['has', 'string'],
  service_name: ['must', 'string'],
  service_code: ['must', 'string'],
  description: ['has', 'string'],
  agency_responsible: ['has', 'string'],
  service_notice: ['may', 'string'],
  requested_datetime: ['must', 'datetime'],
  updated_datetime: ['must', 'datetime'],
  expected_datetime: ['may', 'datetime'],
  address: ['has', 'string'],
  address_id: ['may', 'string'],
  zipcode: ['may', 'string'],
  lat: ['may', 'number'],
  long: ['may', 'number'],
  media_url: ['may', 'url'],
}

export const errorRules: Rules = { code: ['must', 'number'], description: ['must', 'string'] }

/** As W3C's note on dates has it: a whole date and time, and always a zone. */
const datetime = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d{2}:\d{2})$/
const isDatetime = (value: unknown): boolean => {
  const day = datetime.exec(String(value))?.[1]
  return day !== undefined && new Date(`${day}T00:00:00Z`).toISOString?.().slice(0, 10) === day
}

const isOf = (kind: Kind, value: unknown): boolean => {
  if (typeof kind !== 'string') return kind.includes(value as string)
  if (kind === 'datetime') return isDatetime(value)
  if (kind === 'url') return /^https?:\/\/\S+$/.test(String(value))
  if (kind === 'number') return /^-?\d+(\.\d+)?$/.test(String(value))
  if (kind === 'array') return Array.isArray(value)
  if (kind === 'boolean') return value === true || value === false
  return typeof value === 'string'
}

/** What of a record breaks which rule, in words; nothing where it keeps all of them. */
export const brokenRules = (rules: Rules, record: unknown): readonly string[] => {
  const given = record as Readonly<Record<string, unknown>>
  const unknown = Object.keys(given).filter((field) => !rules[field])
  return [
    ...unknown.map((field) => `${field} is no field of it`),
    ...Object.entries(rules).flatMap(([field, [need, kind]]) => {
      const value = given[field]
      if (value === undefined) return need === 'may' ? [] : [`${field} is missing`]
      if (need === 'must' && value === '') return [`${field} is empty`]
      return isOf(kind, value) ? [] : [`${field} is not of its kind: ${JSON.stringify(value)}`]
    }),
  ]
}
