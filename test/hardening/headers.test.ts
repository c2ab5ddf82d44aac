import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pagePolicy, webPage } from '../../functions/http/webPage'
import { openHouse, type TestHouse } from '../support/house'
import { pictures } from '../support/pictures'
import { temporaryFolder } from '../support/stores'

const folder = temporaryFolder()
const page = join(folder.path, 'web')
let h: TestHouse
let elsewhere: TestHouse
beforeAll(async () => {
  mkdirSync(join(page, 'js'), { recursive: true })
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>明务</title>')
  writeFileSync(join(page, 'js/app.js'), 'one()')
  writeFileSync(join(folder.path, 'outside.txt'), 'not for you')
  h = await openHouse('sqlite')
  webPage(h.app, page)
  elsewhere = await openHouse('sqlite', undefined, { webAddress: 'https://mingwu.example.cn' })
})
afterAll(async () => {
  await h.close()
  await elsewhere.close()
  folder.remove()
})

const ask = (path: string, init: RequestInit = {}, house = h) => house.app.request(path, init)
const fromUs: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
}

describe('every answer says how it is to be taken', () => {
  const file = async () => {
    const id = await h.upload('clerk-dongxi', pictures['image/png'])
    return h.house.files.address(id)
  }
  it.each<[string, () => Promise<string> | string, number]>([
    ['a list', () => '/api/villages', 200],
    ['a refusal', () => '/api/me', 401],
    ['an unknown call', () => '/api/nothing', 404],
    ['a file', file, 200],
    ['a file’s address that has lapsed', () => '/api/files/f1/content', 422],
    ['a trick', () => '/api/cases/..%2f..%2fme', 400],
    ['the page', () => '/', 200],
    ['a script of the page', () => '/js/app.js', 200],
    ['an address inside the page', () => '/pages/case/index?id=c1', 200],
  ])('%s', async (_, path, status) => {
    const response = await ask(await path())
    expect(response.status).toBe(status)
    expect(Object.fromEntries(response.headers)).toMatchObject(fromUs)
    expect(response.headers.get('permissions-policy')).toMatch(/geolocation=\(\)/)
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
    expect(response.headers.get('x-powered-by')).toBeNull()
    expect(response.headers.get('set-cookie')).toBeNull()
  })

  it('nothing runs in what the API answers; in the page its own scripts alone', async () => {
    expect((await ask('/api/villages')).headers.get('content-security-policy')).not.toMatch(/script-src/)
    expect((await ask('/')).headers.get('content-security-policy')).toBe(pagePolicy)
    expect(pagePolicy).toMatch(/script-src 'self';/)
    expect(pagePolicy).not.toMatch(/unsafe-eval|\*/)
  })

  it('a file is boxed in, whatever it is called, and only what is seen or heard, or a PDF, opens by itself', async () => {
    const opens = async (type: string, name: string) => {
      const id = await h.upload('clerk-dongxi', pictures[type as keyof typeof pictures], type, name)
      return (await ask(await h.house.files.address(id))).headers
    }
    const picture = await opens('image/png', 'a.html')
    expect(picture.get('content-type')).toBe('image/png')
    expect(picture.get('content-security-policy')).toMatch(/default-src 'none'; sandbox/)
    expect(picture.get('content-disposition')).toMatch(/^inline/)
    for (const type of Object.keys(pictures).filter((t) => t.includes('openxml')))
      expect((await opens(type, '纪要')).get('content-disposition')).toMatch(/^attachment/)
  })
})

describe('whoever came by https stays there for a year', () => {
  const hsts = async (url: string, headers = {}, house = h) =>
    (await ask(url, { headers }, house)).headers.get('strict-transport-security')
  it('is said over https, and where the web page stands there; not on plain http', async () => {
    expect(await hsts('https://api.example.cn/api/villages')).toMatch(/max-age=31536000/)
    expect(await hsts('http://api.example.cn/api/villages', { 'x-forwarded-proto': 'https' })).toMatch(/max-age/)
    expect(await hsts('http://localhost/api/villages', {}, elsewhere)).toMatch(/max-age/)
    expect(await hsts('http://192.168.1.5/api/villages')).toBeNull()
  })
})

describe('another origin', () => {
  const allowed = async (origin: string, house: TestHouse, method = 'OPTIONS') => {
    const asked = { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' }
    const { headers } = await ask('/api/me', { method, headers: asked }, house)
    return headers.get('access-control-allow-origin')
  }
  it('that is the web page’s may ask; no other, and never with a cookie', async () => {
    expect(await allowed('https://mingwu.example.cn', elsewhere)).toBe('https://mingwu.example.cn')
    const { status, headers } = await ask(
      '/api/me',
      { method: 'OPTIONS', headers: { origin: 'https://mingwu.example.cn' } },
      elsewhere,
    )
    expect([status, headers.get('access-control-allow-credentials')]).toEqual([204, null])
    expect(headers.get('access-control-allow-headers')).toBe('authorization,content-type')
    for (const origin of [
      'https://evil.example.cn',
      'https://mingwu.example.cn.evil.cn',
      'http://mingwu.example.cn',
      'null',
    ])
      for (const method of ['OPTIONS', 'GET']) expect(await allowed(origin, elsewhere, method)).toBeNull()
  })
  it('may not ask at all where the web page stands beside the API', async () => {
    expect(await allowed('https://mingwu.example.cn', h, 'GET')).toBeNull()
  })
})

describe('the folder of the page', () => {
  it.each([
    '/../outside.txt',
    '/..%2foutside.txt',
    '/%2e%2e/outside.txt',
    '/js/..%5c..%5coutside.txt',
    '/%00/../outside.txt',
    '//outside.txt',
    '/js/%252e%252e/%252e%252e/outside.txt',
    '/％2e％2e/outside.txt',
  ])('is not left by %s', async (path) => {
    const response = await ask(`http://localhost${path}`)
    expect([200, 400, 404]).toContain(response.status)
    expect(await response.text()).not.toContain('not for you')
  })
})
