import { calls } from '@shared/contract'
import { z } from '@shared/schemas/zod'
import { requestFields } from './fieldGuide'

/** A call whose answer isn't a value of the contract: a table, a page, or another specification's shape. */
export type Described = {
  name: string
  path: string
  says: string
  tag: string
  params?: z.ZodObject
  query?: z.ZodObject
  /** what a good answer is, by its type */
  gives: Readonly<Record<string, z.ZodType>>
  /** whose shape a refusal has */
  refuses: 'Refusal' | 'Open311Errors'
}

const text = z.string()
const village = z.object({ id: calls.openItems.params.shape.id })
const instant = z.string().meta({ format: 'date-time' })

const jurisdiction = { jurisdiction_id: z.string().max(64).meta({ description: '哪个村' }) }
const service = z.object({
  ...{ service_code: text, service_name: text, description: text, metadata: z.literal(false) },
  ...{ type: z.literal('realtime'), keywords: text, group: text },
})
const definition = z.object({ service_code: text, attributes: z.array(z.unknown()).max(0) })
const keys = Object.keys(requestFields) as (keyof typeof requestFields)[]
const schemaOf: Partial<Record<keyof typeof requestFields, z.ZodType>> = {
  status: z.enum(['open', 'closed']),
  requested_datetime: instant,
  updated_datetime: instant,
  expected_datetime: instant.optional(),
}
const requests = z.array(
  z.object(
    Object.fromEntries(keys.map((k) => [k, (schemaOf[k] ?? text).meta({ description: requestFields[k].title })])),
  ),
)
const discovery = z.object({
  ...{ changeset: instant, contact: text, key_service: text },
  endpoints: z.array(
    z.object({
      ...{ specification: text, url: text, changeset: instant, formats: z.array(text) },
      type: z.enum(['test', 'production']),
    }),
  ),
})

type Open311 = Pick<Described, 'says' | 'params' | 'query'> & { of: z.ZodType }

const both = (name: string, path: string, { of, ...rest }: Open311): readonly Described[] =>
  (['json', 'xml'] as const).map((as) => ({
    ...{ name: `${name}${as === 'json' ? 'Json' : 'Xml'}`, path: `/api/open311/v2/${path}.${as}`, tag: 'open311' },
    ...rest,
    gives: { [as === 'json' ? 'application/json' : 'text/xml']: as === 'json' ? of : text },
    refuses: 'Open311Errors',
  }))

/** The answers of open data that the contract can't say. */
export const described: readonly Described[] = [
  {
    ...{ name: 'openItemsCsv', path: '/api/open/villages/{id}/items.csv', tag: 'open' },
    says: '开放数据：一个村公开给所有人的事项，一张表，最近5000行；更早的按年份取',
    ...{ params: village, query: calls.openItems.query.pick({ board: true, item: true, year: true }) },
    ...{ gives: { 'text/csv': text }, refuses: 'Refusal' },
  },
  {
    ...{ name: 'openAccountsCsv', path: '/api/open/villages/{id}/accounts.csv', tag: 'open' },
    ...{ says: '开放数据：一个村每一期的收支合计，一张表', params: village },
    ...{ gives: { 'text/csv': text }, refuses: 'Refusal' },
  },
  {
    ...{ name: 'openGuidePage', path: '/api/open/guide', says: '开放数据的字段说明，给人看的', tag: 'open' },
    ...{ gives: { 'text/html': text }, refuses: 'Refusal' },
  },
  ...both('discovery', 'discovery', { says: 'Open311：这里有什么', of: discovery }),
  ...both('services', 'services', {
    ...{ says: 'Open311：说事的类别', query: z.object(jurisdiction), of: z.array(service) },
  }),
  ...both('service', 'services/{code}', {
    ...{ says: 'Open311：一个类别要填什么；都不用另填', params: z.object({ code: z.string().max(20) }) },
    ...{ query: z.object(jurisdiction), of: definition },
  }),
  ...both('serviceRequests', 'requests', {
    says: 'Open311：全村看得到的说事；一次最多90天、1000件，不说日子的是最近90天',
    query: z.object({
      ...jurisdiction,
      service_request_id: text.max(3300).optional(),
      service_code: text.max(500).optional(),
      start_date: instant.optional(),
      end_date: instant.optional(),
      status: z.enum(['open', 'closed', 'open,closed']).optional(),
    }),
    of: requests,
  }),
  ...both('serviceRequest', 'requests/{id}', {
    ...{ says: 'Open311：一件全村看得到的说事', params: village, query: z.object(jurisdiction), of: requests },
  }),
]
