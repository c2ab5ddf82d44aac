import { calls } from '@shared/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { described } from '../../functions/open/described'
import { openHouse, type TestHouse } from '../support/house'

let h: TestHouse
beforeAll(async () => {
  h = await openHouse('sqlite')
})
afterAll(() => h.close())

type Document = { openapi: string; paths: Record<string, Record<string, { operationId: string }>> }
const document = async () => (await h.send<Document>('GET', '/api/openapi.json')).body

describe('the OpenAPI document', () => {
  it('has every call of the contract, what answers with something else than JSON, and nothing else', async () => {
    const { openapi, paths } = await document()
    expect(openapi).toBe('3.1.0')
    const listed = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => `${operationId}: ${method.toUpperCase()} ${path}`),
    )
    const expected = Object.entries(calls).map(([n, c]) => `${n}: ${c.method} ${c.path.replace(/:(\w+)/g, '{$1}')}`)
    const others = described.map(({ name, path }) => `${name}: GET ${path}`)
    expect(listed.sort()).toEqual([...expected, ...others].sort())
  })

  it('names nothing that it does not hold: every reference leads somewhere', async () => {
    const whole = await document()
    const found: string[] = []
    const walk = (value: unknown) => {
      if (typeof value !== 'object' || value === null) return
      for (const [key, inner] of Object.entries(value)) {
        if (key === '$ref') found.push(inner as string)
        else walk(inner)
      }
    }
    walk(whole)
    expect(found.length).toBeGreaterThan(0)
    for (const ref of new Set(found)) {
      const steps = ref.replace(/^#\//, '').split('/')
      expect(
        steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)?.[step], whole),
        ref,
      ).toBeDefined()
    }
  })

  it('declares what stands in each path', async () => {
    type Operation = { parameters: { name: string; in: string; required: boolean }[] }
    const { paths } = (await document()) as unknown as { paths: Record<string, Record<string, Operation>> }
    for (const [path, methods] of Object.entries(paths))
      for (const { parameters } of Object.values(methods)) {
        const inPath = parameters.filter((p) => p.in === 'path')
        expect(inPath.map((p) => `{${p.name}}`)).toEqual(path.match(/{\w+}/g) ?? [])
        expect(inPath.every((p) => p.required)).toBe(true)
      }
  })

  it('can be read by people', async () => {
    const page = await h.app.request('/api/docs')
    expect(page.headers.get('content-type')).toMatch(/^text\/html/)
    const html = await page.text()
    for (const { path, says } of [...Object.values(calls), ...described]) {
      expect(html).toContain(path)
      expect(html).toContain(says)
    }
  })
})

describe('the addresses that others build on', () => {
  const fixed = [
    ...['GET /api/health', 'GET /api/people/demo', 'POST /api/sign-in/demo', 'GET /api/me', 'GET /api/workflows'],
    ...['GET /api/villages', 'GET /api/villages/dongxi', 'GET /api/villages/dongxi/home'],
    ...['all', 'party', 'village', 'finance'].map((board) => `GET /api/villages/dongxi/boards/${board}`),
    'GET /api/villages/dongxi/boards/all?limit=5&item=V01&period=2026',
    'GET /api/villages/dongxi/cases?workflow=request&mine=1&limit=5',
    ...['POST /api/cases', 'GET /api/cases/c1', 'POST /api/cases/c1/acts'],
    ...['me', 'village', 'township'].map((scope) => `GET /api/backlog?scope=${scope}`),
    ...['GET /api/townships/shiwan/monitor', 'POST /api/files', 'POST /api/files/f1/done'],
  ]
  it.each(fixed)('%s', async (named) => {
    const [method, path] = named.split(' ') as [string, string]
    const { token } = (await h.send<{ token: string }>('POST', '/api/sign-in/demo', { person: 'township' })).body
    const body = path.endsWith('/sign-in/demo') ? { person: 'township' } : method === 'POST' ? {} : undefined
    const answer = await h.send<{ says?: string }>(method, path, body, token)
    expect(answer.status).toBeLessThan(500)
    expect(answer.body.says ?? '').not.toMatch(/没有这个地址/)
    const isThere = !/c1|f1|backlog\?scope=village/.test(path) && (method === 'GET' || path.endsWith('/sign-in/demo'))
    if (isThere) expect(answer.status).toBe(200)
  })
})
