import type { Context } from 'hono'
import type { Route } from '../../http/serve'
import { webOf } from '../../papers/print/addressOf'
import type { VillageAt } from '../../store/placeStore'
import { isOpen } from '../openVillage'
import { answered, type Both, type Format, Open311Refused, types } from './answer'
import { askedOf, jurisdictionId, requestId } from './asked'
import { labelsOf, requestsOf } from './search'

const specification = 'http://wiki.open311.org/GeoReport_v2'
/** When what these calls answer has last changed its shape. */
const changeset = '2026-11-22T00:00:00+08:00'
const base = '/api/open311/v2'

/** Requests that a whole village may see, read in the shape of Open311 GeoReport v2. Nothing is raised here: that needs a sign-in. */
export const open311Routes: Route = (_, house, app) => {
  const get = (path: string, give: (c: Context) => Promise<Both>) => {
    for (const format of ['json', 'xml'] as const satisfies readonly Format[])
      app.get(`${base}${path.replace('*', format)}`, (c) => answered(c, format, () => give(c)))
  }

  const jurisdiction = async (c: Context): Promise<VillageAt> => {
    const asked = c.req.query('jurisdiction_id')
    if (!asked) throw new Open311Refused(400, '请用 jurisdiction_id 写明是哪个村，村的标识在 /api/villages 里。')
    const { data } = jurisdictionId.safeParse(asked)
    const at = data && (await house.stores.places.village(data))
    if (!at || !isOpen(at)) throw new Open311Refused(404, '没有这个村，或者这个村没有开放数据。请查 jurisdiction_id。')
    return at
  }
  const lastOf = (c: Context): string => c.req.path.slice(c.req.path.lastIndexOf('/') + 1).replace(/\.\w+$/, '')

  get('/discovery.*', async (c) => {
    const url = `${webOf(house, new URL(c.req.url).origin)}${base}`
    const endpoint = { specification, url, changeset, type: house.demo ? 'test' : 'production' }
    const formats = Object.values(types).map((t) => t.split(';')[0])
    const about = {
      changeset,
      contact: '请打村委会的电话，电话在 /api/villages 里。',
      key_service: '只读，不用申请密钥。',
    }
    return {
      json: { ...about, endpoints: [{ ...endpoint, formats }] },
      xml: { discovery: { ...about, endpoints: { endpoint: { ...endpoint, formats: { format: formats } } } } },
    }
  })

  get('/services.*', async (c) => {
    const at = await jurisdiction(c)
    const { categories } = await house.stores.requestWords.of(at.place.county)
    const services = categories.map(({ value, label }) => ({
      ...{ service_code: value, service_name: label, description: `${label}方面的事`, metadata: false },
      ...{ type: 'realtime', keywords: label, group: '说事' },
    }))
    return { json: services, xml: { services: { service: services } } }
  })

  get('/services/:code{.+\\.*}', async (c) => {
    const at = await jurisdiction(c)
    const service_code = lastOf(c)
    if (!(await labelsOf(house, at)).has(service_code))
      throw new Open311Refused(404, '没有这个类别，请从 services 里选 service_code。')
    return {
      json: { service_code, attributes: [] },
      xml: { service_definition: { service_code, attributes: '' } },
    }
  })

  get('/requests.*', async (c) => {
    const at = await jurisdiction(c)
    const requests = await requestsOf(house, at, askedOf(c.req.query(), house.now()))
    return { json: requests, xml: { service_requests: { request: requests } } }
  })

  get('/requests/:id{.+\\.*}', async (c) => {
    const at = await jurisdiction(c)
    const { data } = requestId.safeParse(lastOf(c))
    const requests = data ? await requestsOf(house, at, { ids: [data] }) : []
    if (!requests.length) throw new Open311Refused(404, '没有这件事，或者它不是全村看得到的。请查 service_request_id。')
    return { json: requests, xml: { service_requests: { request: requests } } }
  })
}
