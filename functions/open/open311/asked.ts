import { z } from '@shared/schemas/zod'
import { Open311Refused } from './answer'

const day = 24 * 3_600_000
/** The specification's span of a search. */
const span = 90 * day
/** Ids asked for at once: each is a case to read. */
export const mostIds = 50

// a plus in an address is a space by the time it is read
const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+ -]\d{2}:\d{2})$/)
  .transform((text) => Date.parse(text.replace(/ (?=\d{2}:\d{2}$)/, '+')))
  .refine((at) => !Number.isNaN(at))
const listed = (schema: z.ZodType<string, string>, most: number) =>
  z
    .string()
    .max(65 * most)
    .transform((text) => text.split(','))
    .pipe(z.array(schema).max(most))

/** A village's id: the jurisdiction of a search. */
export const jurisdictionId = z
  .string()
  .regex(/^[\w-]+$/)
  .max(64)
export const requestId = z
  .string()
  .regex(/^[\w-]+$/)
  .max(64)
const serviceCode = z.string().regex(/^[a-z][a-zA-Z0-9]{0,19}$/)

/** What `requests` may be asked by; each with what to do where it isn't so. */
export const asking = {
  service_request_id: listed(requestId, mostIds),
  service_code: listed(serviceCode, 20),
  start_date: instant,
  end_date: instant,
  status: listed(z.enum(['open', 'closed']), 2),
}

const badly: Readonly<Record<keyof typeof asking, string>> = {
  service_request_id: `service_request_id 是事项标识，用逗号隔开，一次最多${mostIds}个。`,
  service_code: 'service_code 是 services 里的类别编号，用逗号隔开。',
  start_date: 'start_date 请按 2026-06-01T00:00:00+08:00 的样子写，要带时区。',
  end_date: 'end_date 请按 2026-06-30T23:59:59+08:00 的样子写，要带时区。',
  status: 'status 只能是 open、closed，或者 open,closed。',
}

const one = <K extends keyof typeof asking>(
  key: K,
  query: Readonly<Record<string, string>>,
): z.output<(typeof asking)[K]> | undefined => {
  if (query[key] === undefined) return undefined
  const { success, data } = asking[key].safeParse(query[key])
  if (!success) throw new Open311Refused(400, badly[key])
  return data as z.output<(typeof asking)[K]>
}

export type Asked = { ids: readonly string[] } | Searched
export type Searched = { codes?: readonly string[]; statuses?: readonly string[]; from: string; until: string }

/** What is searched for: these ids, or a span of at most ninety days, the last ninety where none is named. Throws `Open311Refused`. */
export const askedOf = (query: Readonly<Record<string, string>>, now: number): Asked => {
  const ids = one('service_request_id', query)
  if (ids) return { ids }
  const [start, end] = [one('start_date', query), one('end_date', query)]
  const until = end ?? (start === undefined ? now : start + span)
  const from = start ?? until - span
  if (from > until) throw new Open311Refused(400, '开始的时间晚于结束的时间，请重新写。')
  if (until - from > span) throw new Open311Refused(400, '一次最多查90天，请把时间分开查。')
  return {
    ...{ codes: one('service_code', query), statuses: one('status', query) },
    ...{ from: new Date(from).toISOString(), until: new Date(until).toISOString() },
  }
}
