import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { calls } from '@shared/contract'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { depthOf } from '../../functions/http/readJson'
import { isRefused, sendRaw } from '../http/refusals'
import { openHouse, type TestHouse } from '../support/house'

let h: TestHouse
let token: string
beforeAll(async () => {
  h = await openHouse('sqlite')
  token = (await h.send<{ token: string }>('POST', '/api/sign-in/demo', { person: 'villager-dongxi' })).body.token
})
afterAll(() => h.close())

const post = (raw: string, more: { path?: string; headers?: object } = {}) => ({
  ...{ method: 'POST', path: '/api/cases', token, raw, ...more },
})
const opening = (form: string, more = '') =>
  `{"actId":"hardening-act","workflow":"request","villageId":"dongxi","form":${form}${more}}`
const good = '{"text":"东头的路灯坏了","category":"utilities","visibility":"villagers"}'
const nested = (deep: number, inner = '1') => `${'['.repeat(deep)}${inner}${']'.repeat(deep)}`

it('the body that the rest differs from is taken', async () => {
  const response = await sendRaw(h, post(opening(good)))
  expect(response.status, await response.text()).toBeLessThan(300)
})

describe('a body is refused in words, and nothing is written', () => {
  it.each<[string, string]>([
    ['that reaches for what every object has', opening('{"__proto__":{"role":"county"}}')],
    ['that reaches for it behind an escape', opening('{"\\u005f_proto__":{"role":"county"}}')],
    ['that reaches for it through the constructor', opening('{"constructor":{"prototype":{"role":"county"}}}')],
    ['that is nested 21 deep', opening(nested(20))],
    ['that is nested half a million deep', nested(500_000)],
    ['that opens brackets and never closes them', '['.repeat(900_000)],
    ['with a number beyond all numbers', opening(good, ',"seen":1e999')],
    ['with a number below all numbers', opening(good, ',"seen":-1e999')],
    ['with a name of 201 characters', opening(`{"${'a'.repeat(201)}":1}`)],
    ['with half a letter in a value', opening(good.replace('路灯', '\\ud83d'))],
    ['with half a letter in a name', opening('{"\\udc00":1}')],
    ['that breaks off', opening(good).slice(0, -2)],
    ['of two values', `${opening(good)}{}`],
    ['that is no JSON', 'actId=1&form=2'],
    ['of nothing', ''],
    ['that isn’t a number in JSON either', opening(good, ',"seen":NaN')],
  ])('%s', async (_, raw) => {
    await isRefused(h, post(raw), 400, 'badRequest')
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=a',
    'text/json',
    'application/jsonp',
  ])('that says it is %s: no page of anybody’s can send JSON unasked', async (type) => {
    await isRefused(h, post(opening(good), { headers: { 'content-type': type } }), 400, 'badRequest')
  })

  it('over 1 MB, also of a stream that doesn’t say so', async () => {
    await isRefused(h, post(`"${'a'.repeat(1024 * 1024)}"`), 413, 'tooLarge')
    let given = 0
    const endless = new ReadableStream<Uint8Array>({
      pull: (to) => {
        given += 65_536
        to.enqueue(new Uint8Array(65_536).fill(0x20))
      },
    })
    await isRefused(h, { method: 'POST', path: '/api/cases', token, raw: endless }, 413, 'tooLarge')
    expect(given).toBeLessThan(3 * 1024 * 1024)
  })
})

describe('a body is taken', () => {
  const opened = async (raw: string) => (await sendRaw(h, post(raw.replace('hardening-act', h.actId())))).status
  it('with brackets and words like __proto__ in what someone says, and with escapes', async () => {
    const said = good.replace('东头的路灯坏了', `${'['.repeat(40)}"__proto__" \\\\ \\u4e1c😀`.replaceAll('"', '\\"'))
    expect(await opened(opening(said))).toBeLessThan(300)
  })
  it('of a name that comes twice: the last counts, for it is read once', async () => {
    expect(await opened(opening(good.replace('{', '{"category":"nothing",')))).toBeLessThan(300)
    expect(await opened(opening(good.replace('}', ',"category":"nothing"}')))).toBe(422)
  })
  it('as JSON in any spelling of it', async () => {
    const sent = post(opening(good).replace('hardening-act', 'hardening-spelt'), {
      headers: { 'content-type': 'Application/JSON; charset=utf-8' },
    })
    expect((await sendRaw(h, sent)).status).toBeLessThan(300)
  })
})

it('depth is of brackets, not of words', () => {
  expect([
    depthOf('1'),
    depthOf('[{"a":[]}]'),
    depthOf('"[[["'),
    depthOf('["\\"[[", "\\\\"]'),
    depthOf(nested(20)),
  ]).toEqual([0, 3, 0, 1, 20])
})

describe('an address is refused in words', () => {
  const tricks = ['..%2f..%2fme', '%2e%2e%2f', 'a%00b', '%0d%0aset-cookie:a=1', 'a%5c..%5cb', '%ff%fe', '%', '%7f']
  const withId = Object.entries(calls).filter(([, c]) => /:\w+/.test(c.path))
  it.each(withId)('%s, whatever is put in place of its parts', async (_, { method, path }) => {
    const said = vi.spyOn(console, 'error').mockReturnValue(undefined)
    for (const trick of tricks) {
      const response = await sendRaw(h, {
        method,
        path: path.replaceAll(/:\w+/g, trick),
        token,
        ...(method === 'POST' && { raw: '{}' }),
      })
      expect(response.status, trick).toBeGreaterThanOrEqual(400)
      expect(response.status, trick).toBeLessThan(500)
      expect(response.headers.get('set-cookie')).toBeNull()
      expect(((await response.json()) as { says: string }).says).toMatch(/[\u4e00-\u9fff]/)
    }
    expect(said).not.toHaveBeenCalled()
    said.mockRestore()
  })

  it('that is longer than 4096 characters', async () => {
    await isRefused(h, { method: 'GET', path: `/api/villages?a=${'b'.repeat(4096)}` }, 413, 'tooLarge')
    await isRefused(h, { method: 'GET', path: `/api/cases/${'b'.repeat(5000)}` }, 413, 'tooLarge')
  })

  it('whose question holds an end of text or is no text', async () => {
    for (const query of ['q=a%00', 'q=%ff', 'q=%'])
      await isRefused(h, { method: 'GET', path: `/api/villages/dongxi/search?${query}` }, 400, 'badRequest')
  })

  it('is answered where a question names what nobody asked for', async () => {
    expect(
      (await sendRaw(h, { method: 'GET', path: '/api/villages?utm_source=chat&__proto__=1&constructor[prototype]=1' }))
        .status,
    ).toBe(200)
  })
})

describe('over a real wire', () => {
  it('a head beyond 16 KB is turned away, and the next one is answered', async () => {
    const server = serve({ fetch: h.app.fetch, port: 0, hostname: '127.0.0.1' })
    await new Promise<void>((listening) => server.once('listening', listening))
    const { port } = server.address() as AddressInfo
    const status = (headers: Record<string, string>) =>
      new Promise<number>((done, fail) => {
        httpRequest({ host: '127.0.0.1', port, path: '/api/villages', headers }, (answer) => {
          answer.resume()
          done(answer.statusCode!)
        })
          .on('error', fail)
          .end()
      })
    expect(await status({ 'x-long': 'a'.repeat(20_000) })).toBe(431)
    expect(await status({ authorization: `Bearer ${'a'.repeat(9000)}` })).toBe(401)
    expect(await status({})).toBe(200)
    await new Promise((done) => server.close(done))
  })
})
