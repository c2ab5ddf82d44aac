import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FilledHouse, filledHouse } from './filledHouse'
import { brokenRules, definitionRules, discoveryRules, errorRules, requestRules, serviceRules } from './geoReport'

let h: FilledHouse
beforeAll(async () => {
  h = await filledHouse()
})
afterAll(() => h.close())

const base = '/api/open311/v2'
const parser = new XMLParser({ parseTagValue: false })
type Answered<T> = { status: number; type: string | null; text: string; body: T }
const asked = async <T = Record<string, string>[]>(path: string): Promise<Answered<T>> => {
  const response = await h.app.request(`${base}/${path}`)
  const text = await response.text()
  const isXml = /^[^?]*\.xml/.test(path)
  if (isXml) expect(XMLValidator.validate(text), text).toBe(true)
  const body = (isXml ? parser.parse(text) : JSON.parse(text)) as T
  return { status: response.status, type: response.headers.get('content-type'), text, body }
}
const inDongxi = 'jurisdiction_id=dongxi'
const requests = async (query = '') => (await asked(`requests.json?${inDongxi}${query}`)).body
const ids = async (query = '') => (await requests(query)).map((r) => r.service_request_id)

describe('GeoReport v2, held against the field rules of the specification', () => {
  it('discovery', async () => {
    const { status, type, body } = await asked<Record<string, unknown>>('discovery.json')
    expect([status, type]).toEqual([200, 'application/json; charset=utf-8'])
    expect(brokenRules(discoveryRules, body)).toEqual([])
    const xml = (await asked<{ discovery: { endpoints: { endpoint: { formats: unknown } } } }>('discovery.xml')).body
    expect(xml.discovery.endpoints.endpoint.formats).toEqual({ format: ['application/json', 'text/xml'] })
  })

  it('services, in JSON and in XML alike', async () => {
    const { body } = await asked(`services.json?${inDongxi}`)
    expect(body.length).toBeGreaterThan(3)
    for (const service of body) expect(brokenRules(serviceRules, service)).toEqual([])
    const xml = await asked<{ services: { service: unknown[] } }>(`services.xml?${inDongxi}`)
    expect(xml.type).toBe('text/xml; charset=utf-8')
    expect(xml.text).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>/)
    expect(xml.body.services.service).toEqual(body.map((s) => ({ ...s, metadata: 'false' })))
  })

  it('the definition of each service: nothing more has to be told', async () => {
    for (const { service_code } of (await asked(`services.json?${inDongxi}`)).body) {
      const { body } = await asked<object>(`services/${service_code}.json?${inDongxi}`)
      expect(brokenRules(definitionRules, body)).toEqual([])
      expect(body).toEqual({ service_code, attributes: [] })
    }
    const { body } = await asked<object>(`services/road.xml?${inDongxi}`)
    expect(body).toMatchObject({ service_definition: { service_code: 'road', attributes: '' } })
  })

  it('requests and one request, in JSON and in XML alike', async () => {
    const found = await requests()
    expect(found.map((r) => r.service_request_id).sort()).toEqual([h.request, h.withdrawnRequest].sort())
    for (const one of found) expect(brokenRules(requestRules, one)).toEqual([])
    const xml = await asked<{ service_requests: { request: unknown } }>(`requests.xml?${inDongxi}`)
    expect(xml.body.service_requests.request).toEqual(found)
    for (const one of found) {
      const { body } = await asked(`requests/${one.service_request_id}.json?${inDongxi}`)
      expect(body).toEqual([one])
      const { body: alone } = await asked<object>(`requests/${one.service_request_id}.xml?${inDongxi}`)
      expect(alone).toMatchObject({ service_requests: { request: one } })
    }
  })

  it('the rules can fail', () => {
    const good = {
      ...{ service_request_id: 'c1', status: 'open', status_notes: '', service_name: '路', service_code: 'road' },
      ...{ description: '', agency_responsible: '', requested_datetime: '2026-06-01T09:00:00+08:00', address: '村' },
      updated_datetime: '2026-06-01T01:00:00Z',
    }
    expect(brokenRules(requestRules, good)).toEqual([])
    const { status: _, ...without } = good
    for (const bad of [
      without,
      { ...good, status: 'done' },
      { ...good, requested_datetime: '2026-06-01T09:00:00' },
      { ...good, updated_datetime: '2026-06-31T09:00:00Z' },
      { ...good, lat: 'x' },
      { ...good, media_url: 'photo' },
      { ...good, extra: '' },
    ])
      expect(brokenRules(requestRules, bad), JSON.stringify(bad)).toHaveLength(1)
  })
})

describe('what is told of a request', () => {
  it('is service, state, days and village: never what was said, where, or by whom', async () => {
    const one = (await requests()).find((r) => r.service_request_id === h.request)!
    expect(one).toMatchObject({
      ...{ status: 'open', service_name: '水电路灯', service_code: 'utilities', address: '石湾镇东溪村' },
      ...{ agency_responsible: '东溪村', requested_datetime: '2026-06-08T09:00:00+08:00' },
    })
    for (const as of ['json', 'xml'])
      for (const path of [`requests.${as}`, `requests/${h.request}.${as}`, `requests/${h.withdrawnRequest}.${as}`]) {
        const { text } = await asked(`${path}?${inDongxi}`)
        for (const marker of h.secrets) expect(text, path).not.toContain(marker)
      }
  })

  it('is nothing at all where only the office sees it, in no list and under no id', async () => {
    expect(await ids()).not.toContain(h.forOffice)
    for (const id of [h.forOffice, h.ofShatang, h.statement, h.draft, 'nothing']) {
      expect((await asked(`requests/${id}.json?${inDongxi}`)).status).toBe(404)
      expect(await ids(`&service_request_id=${id}`)).toEqual([])
    }
  })

  it('says when it was closed and that it was taken back', async () => {
    const one = (await requests('&status=closed'))[0]!
    expect(one).toMatchObject({ status: 'closed', status_notes: '说事人撤回了' })
    expect(one.expected_datetime).toBeUndefined()
  })

  it('ids override every other condition, as the specification has it', async () => {
    const query = `&service_request_id=${h.request},${h.withdrawnRequest}&status=closed&start_date=2020-01-01T00:00:00Z`
    expect((await ids(query)).sort()).toEqual([h.request, h.withdrawnRequest].sort())
  })

  it('is narrowed by service and state', async () => {
    expect(await ids('&service_code=utilities')).toEqual([h.request])
    expect(await ids('&service_code=road,utilities&status=open')).toEqual([h.request])
    expect(await ids('&service_code=relief')).toEqual([])
    expect(await ids('&status=open,closed')).toHaveLength(2)
  })

  it('is of the asked days, both ends included; of the last ninety where none are named', async () => {
    const at = encodeURIComponent('2026-06-08T09:00:00+08:00')
    expect(await ids(`&start_date=${at}&end_date=${at}`)).toHaveLength(2)
    expect(await ids('&start_date=2026-06-08T01:00:01Z')).toEqual([])
    expect(await ids('&end_date=2026-06-08T00:59:59Z')).toEqual([])
    expect(await ids('&start_date=2026-06-08T09:00:00+08:00')).toHaveLength(2)
    h.clock.at += 90 * 24 * 3_600_000
    expect(await ids()).toHaveLength(2)
    h.clock.at += 1000
    expect(await ids()).toEqual([])
    h.clock.at -= 90 * 24 * 3_600_000 + 1000
  })
})

describe('what is asked wrongly', () => {
  const wrong: readonly (readonly [string, number])[] = [
    ...[['services', 400] as const, ['requests', 400] as const, [`requests/c1`, 400] as const],
    ...['shatang', 'nothing', 'a%20b'].map((id) => [`requests?jurisdiction_id=${id}`, 404] as const),
    [`services/nothing?${inDongxi}`, 404],
    [`requests/nothing?${inDongxi}`, 404],
    [`requests?${inDongxi}&status=done`, 400],
    [`requests?${inDongxi}&start_date=2026-06-01`, 400],
    [`requests?${inDongxi}&start_date=2026-06-01T00:00:00`, 400],
    [`requests?${inDongxi}&start_date=2026-13-01T00:00:00Z`, 400],
    [`requests?${inDongxi}&start_date=2026-06-02T00:00:00Z&end_date=2026-06-01T00:00:00Z`, 400],
    [`requests?${inDongxi}&start_date=2026-01-01T00:00:00Z&end_date=2026-04-01T00:00:01Z`, 400],
    [`requests?${inDongxi}&service_request_id=${'c,'.repeat(51)}c`, 400],
  ]
  it.each(wrong.flatMap(([path, code]) => ['json', 'xml'].map((as) => [path, as, code] as const)))(
    '%s as %s is answered with the specification’s errors, %i',
    async (path, as, code) => {
      const [name, query = ''] = path.split('?')
      const { status, body } = await asked<unknown>(`${name}.${as}?${query}`)
      expect(status).toBe(code)
      const errors = as === 'json' ? body : [(body as { errors: { error: unknown } }).errors.error]
      for (const error of errors as unknown[]) expect(brokenRules(errorRules, error)).toEqual([])
      expect(JSON.stringify(errors)).toMatch(/[\u4e00-\u9fff]/)
    },
  )

  it('ninety days to the second are searched', async () => {
    const span = '&start_date=2026-01-01T00:00:00Z&end_date=2026-04-01T00:00:00Z'
    expect((await asked(`requests.json?${inDongxi}${span}`)).status).toBe(200)
  })

  it('nothing can be raised here, and no other format is known', async () => {
    const answer = await h.app.request(`${base}/requests.json?${inDongxi}`, { method: 'POST', body: '{}' })
    expect(answer.status).toBe(404)
    expect((await h.app.request(`${base}/requests.csv?${inDongxi}`)).status).toBe(404)
  })
})
