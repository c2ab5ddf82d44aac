import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openHouse, type TestHouse } from '../support/house'
import { pictures, text } from '../support/pictures'

const png = pictures['image/png']
let h: TestHouse
beforeAll(async () => {
  h = await openHouse('sqlite')
})
afterAll(() => h.close())

type Upload = { url: string; fields: Record<string, string> }
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const ask = async (bytes: Uint8Array = png, type = 'image/png', name = '照片.png', person = 'villager-dongxi') =>
  (await h.as(person)).post<{ id: string; upload: Upload; refusal?: string }>('/api/files', {
    ...{ name, type, bytes: bytes.length, sha256: hash(bytes) },
  })
const formOf = (fields: Record<string, string>, bytes: Uint8Array<ArrayBuffer>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([bytes]))
  return form
}
const send = async (url: string, fields: Record<string, string>, bytes: Uint8Array<ArrayBuffer> = png) => {
  const response = await h.app.request(url, { method: 'POST', body: formOf(fields, bytes) })
  const said = await response.text()
  return { status: response.status, says: said && (JSON.parse(said) as { says: string }).says }
}

describe('a form of an upload', () => {
  it('is good for its own file alone: not for another’s address, not with another’s policy', async () => {
    const [one, other] = [(await ask()).body, (await ask()).body]
    expect(await send(other.upload.url, one.upload.fields)).toMatchObject({
      status: 422,
      says: expect.stringMatching(/失效/),
    })
    const mixed = { ...one.upload.fields, policy: other.upload.fields.policy! }
    expect(await send(one.upload.url, mixed)).toMatchObject({ status: 422, says: expect.stringMatching(/失效/) })
    const forged = Buffer.from(
      JSON.stringify({
        ...JSON.parse(Buffer.from(one.upload.fields.policy!, 'base64url').toString()),
        type: 'text/html',
      }),
    )
    expect(await send(one.upload.url, { ...one.upload.fields, policy: forged.toString('base64url') })).toMatchObject({
      status: 422,
    })
    expect(await h.house.files.received(one.id)).toBeUndefined()
  })

  it('that is sent again later, or by another, changes nothing that is shown', async () => {
    const { id, upload } = (await ask()).body
    expect((await send(upload.url, upload.fields)).status).toBe(204)
    const me = await h.as('villager-dongxi')
    const { body } = await me.post<{ url: string }>(`/api/files/${id}/done`, {})
    const shown = await h.house.files.kept(id)
    expect((await send(upload.url, upload.fields)).status).toBe(204)
    expect(await h.house.files.kept(id)).toEqual(shown)
    expect((await h.app.request(body.url)).status).toBe(200)
    h.clock.at += 15 * 60_000
    expect(await send(upload.url, upload.fields)).toMatchObject({ status: 422, says: expect.stringMatching(/失效/) })
  })

  it('takes no more than 10 MB, also of a stream that never says how long it is, nor ends', async () => {
    const { upload } = (await ask()).body
    let given = 0
    const endless = new ReadableStream<Uint8Array>({
      pull: (to) => {
        given += 65_536
        to.enqueue(new Uint8Array(65_536))
      },
    })
    const response = await h.app.request(upload.url, {
      ...{ method: 'POST', body: endless, duplex: 'half' as const },
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    })
    expect(response.status).toBe(413)
    expect(given).toBeLessThan(12 * 1024 * 1024)
  })

  it('that is broken, empty or no form at all is refused in words', async () => {
    const { upload } = (await ask()).body
    for (const [body, type] of [
      ['no form', 'multipart/form-data; boundary=x'],
      ['', 'multipart/form-data'],
      ['{}', 'application/json'],
      ['policy=a&signature=b', 'application/x-www-form-urlencoded'],
    ] as const) {
      const response = await h.app.request(upload.url, { method: 'POST', body, headers: { 'content-type': type } })
      expect([response.status, (await response.json()) as object]).toEqual([
        422,
        expect.objectContaining({ says: expect.stringMatching(/[\u4e00-\u9fff]/) }),
      ])
    }
  })
})

describe('what would run in a browser is no file here', () => {
  const page = text('<html><script>alert(1)</script>')
  it.each([
    'text/html',
    'image/svg+xml',
    'application/javascript',
    'application/xhtml+xml',
    'text/xml',
    'application/x-shockwave-flash',
  ])('as %s', async (type) => {
    const said = vi.spyOn(console, 'error').mockReturnValue(undefined)
    const { status } = await ask(page, type)
    expect([400, 422]).toContain(status)
    said.mockRestore()
  })
  it.each(['image/png', 'image/jpeg', 'application/pdf', 'audio/mpeg'])('called %s', async (type) => {
    const { upload } = (await ask(page, type)).body
    expect((await send(upload.url, upload.fields, page)).status).toBe(422)
  })
})

describe('an address', () => {
  const addressed = async () => {
    const id = await h.upload('villager-dongxi', png)
    return { id, url: await h.house.files.address(id) }
  }
  const status = async (url: string) => (await h.app.request(url)).status
  it('leads to its file for ten minutes: at the last second still, at the next no more', async () => {
    const { url } = await addressed()
    h.clock.at += 599_000
    expect(await status(url)).toBe(200)
    h.clock.at += 1000
    expect(await status(url)).toBe(422)
  })

  it('leads nowhere when anything of it is changed', async () => {
    const { id, url } = await addressed()
    const [path, query] = url.split('?') as [string, string]
    const [expires, signature] = ['expires', 'signature'].map((name) => new URLSearchParams(query).get(name)!) as [
      string,
      string,
    ]
    const later = String(Number(expires) + 3600)
    for (const other of [
      path,
      `${path}?expires=${later}&signature=${signature}`,
      `${path}?expires=${expires}`,
      `${path}?expires=${expires}&signature=`,
      `${path}?expires=${expires}&signature=${signature}x`,
      `${path}?expires=${expires}e9&signature=${signature}`,
      `${path}?expires=${later}&expires=${expires}&signature=${signature}`,
      `${path.replace(id, 'f000000000000000000000000')}?${query}`,
    ])
      expect(await status(other), other).toBe(422)
  })

  it.each([
    '..%2f..%2fmingwu.db',
    '%2e%2e',
    '..',
    'a%00',
    '%ff',
    'a%5c..%5cb',
    '％2e％2e',
    'x'.repeat(129),
    '‮png',
    'f1.json',
  ])('never leads to a path of the asker: %s', async (id) => {
    const { url } = await addressed()
    const said = vi.spyOn(console, 'error').mockReturnValue(undefined)
    for (const path of [
      `/api/files/${id}/content?${url.split('?')[1]}`,
      `/api/files/${id}/done`,
      `/api/uploads/${id}`,
    ]) {
      const response = await h.app.request(
        path,
        path.endsWith('content') || path.includes('?') ? {} : { method: 'POST', body: new FormData() },
      )
      expect(response.status, path).toBeGreaterThanOrEqual(400)
      expect(response.status, path).toBeLessThan(500)
      expect(await response.text()).toMatch(/[\u4e00-\u9fff]/)
    }
    expect(said).not.toHaveBeenCalled()
    said.mockRestore()
  })
})
