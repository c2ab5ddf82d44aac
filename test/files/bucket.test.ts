import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBucket } from '../../functions/files/bucket'
import { type DeclaredFile, disposition, type FileType, xlsxType } from '../../functions/files/files'
import { openHouse } from '../support/house'
import { declared, heic, noted, pictures, text, zipped } from '../support/pictures'

const png = pictures['image/png']
const options = { region: 'cn-northwest-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } }
const files = openBucket({ client: new S3Client(options), bucket: 'papers' })

async function policyOf(file: DeclaredFile) {
  const { url, fields } = await files.presign(file)
  const policy = JSON.parse(Buffer.from(fields.Policy!, 'base64').toString())
  return { url, fields, conditions: policy.conditions as unknown[], expires: new Date(policy.expiration) }
}

describe('an upload form for S3', () => {
  it('binds place, type, size, sha256 and name, each as a condition of what was signed', async () => {
    const { url, fields, conditions } = await policyOf(declared(png))
    const sha256 = Buffer.from(declared(png).sha256, 'hex').toString('base64')
    expect(url).toBe('https://papers.s3.cn-northwest-1.amazonaws.com.cn/')
    expect(conditions).toEqual(
      expect.arrayContaining([
        ['content-length-range', png.length, png.length],
        { bucket: 'papers' },
        { key: 'files/sent/f1' },
        { 'Content-Type': 'image/png' },
        { 'Content-Disposition': disposition('公示照片.png', 'image/png') },
        { 'x-amz-checksum-algorithm': 'SHA256' },
        { 'x-amz-checksum-sha256': sha256 },
      ]),
    )
    expect(fields).toMatchObject({ key: 'files/sent/f1', 'x-amz-checksum-sha256': sha256 })
    expect(fields['X-Amz-Signature']).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is good for 15 minutes', async () => {
    const before = Date.now()
    const { expires } = await policyOf(declared(png))
    expect(Math.abs(expires.getTime() - before - 15 * 60_000)).toBeLessThan(5000)
  })

  it('is not given for what no storage takes', async () => {
    await expect(files.presign(declared(png, { bytes: 10 * 1024 * 1024 + 1 }))).rejects.toMatchObject({ why: 'size' })
    await expect(files.presign(declared(png, { id: '../x' }))).rejects.toThrow(RangeError)
    await expect(files.presign(declared(png, { sha256: 'x' }))).rejects.toThrow(RangeError)
  })
})

it('gives a download address that S3 signed for ten minutes', async () => {
  const url = new URL(await files.address('f1'))
  expect(url.origin + url.pathname).toBe('https://papers.s3.cn-northwest-1.amazonaws.com.cn/files/f1')
  expect(url.searchParams.get('X-Amz-Expires')).toBe('600')
  expect(url.searchParams.get('X-Amz-Signature')).toMatch(/^[0-9a-f]{64}$/)
})

it('keeps a Chinese name with quotes in a header of plain characters', () => {
  expect(disposition("王'某(1).pdf", 'application/pdf')).toBe(
    "inline; filename*=UTF-8''%E7%8E%8B%27%E6%9F%90%281%29.pdf",
  )
})

it('shows pictures and PDF in the page, and saves what a browser can’t show', () => {
  expect(disposition('a.xlsx', xlsxType)).toBe("attachment; filename*=UTF-8''a.xlsx")
})

describe('reading', () => {
  const stored: Record<string, [string, Uint8Array, string?]> = {
    '/papers/files/sent/f1': ['image/png', png],
  }
  const server = createServer(async (incoming, outgoing) => {
    const place = new URL(incoming.url!, 'http://s3').pathname
    if (incoming.method === 'PUT') {
      const sent = new Uint8Array(Buffer.concat(await incoming.toArray()))
      stored[place] = [incoming.headers['content-type']!, sent, incoming.headers['content-disposition']]
      return outgoing.end()
    }
    const [type, bytes] = stored[place] ?? []
    if (bytes) outgoing.writeHead(200, { 'content-type': type }).end(bytes)
    else outgoing.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>')
    return undefined
  })
  let local: ReturnType<typeof openBucket>
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    local = openBucket({ client: new S3Client({ ...options, endpoint, forcePathStyle: true }), bucket: 'papers' })
  })
  afterAll(() => server.close())

  it('gives the bytes, or nothing where there are none', async () => {
    expect(new Uint8Array((await local.received('f1'))!)).toEqual(png)
    expect(await local.received('nothing')).toBeUndefined()
  })

  it('shows nobody what was sent, and leaves nothing of it when it is dropped', async () => {
    expect(await local.kept('f1')).toBeUndefined()
    expect(await local.address('f1')).not.toContain('/sent/')
    await local.dropReceived('f1')
    expect((await local.received('f1'))?.length).toBe(0)
  })

  it('leaves nothing of what is dropped, neither bytes nor name', async () => {
    await local.keep({ id: 'gone', name: '欧阳.png', type: 'image/png' }, png)
    await local.drop('gone')
    expect(await local.kept('gone')).toBeUndefined()
    expect(JSON.stringify(stored['/papers/files/gone'])).not.toContain(encodeURIComponent('欧阳'))
  })

  it('keeps what the server made under its own name, and gives it back whatever it is', async () => {
    expect(await local.kept('s1')).toBeUndefined()
    await local.keep({ id: 's1', name: '五月.json', type: 'application/json' }, text('{"rows":[]}'))
    expect(Buffer.from((await local.kept('s1'))!).toString()).toContain('{"rows":[]}')
    const [type, , saved] = stored['/papers/files/s1']!
    expect([type, saved]).toEqual(['application/json', disposition('五月.json', 'application/json')])
  })

  it('a photo that was taken in has lost its place in the bucket too, and is still a photo there', async () => {
    const h = await openHouse('sqlite', undefined, { files: local })
    const me = await h.as('villager-dongxi')
    const photo = noted('30.4567N 121.1234E')
    const { name, type, bytes, sha256 } = declared(photo, { type: 'image/jpeg' })
    const { body } = await me.post<{ id: string }>('/api/files', { name, type, bytes, sha256 })
    stored[`/papers/files/sent/${body.id}`] = [type, photo]
    for (const _ of ['at first', 'again'])
      expect(await me.post(`/api/files/${body.id}/done`, {})).toMatchObject({ status: 200, body: { type } })
    const [as, shown, saved] = stored[`/papers/files/${body.id}`]!
    expect([as, saved]).toEqual([type, disposition(name, type)])
    expect(Buffer.from(shown).toString('latin1')).not.toMatch(/Exif|30\.4567/)
    expect(stored[`/papers/files/sent/${body.id}`]![1].length).toBe(0)
    await h.close()
  })

  it('refuses what isn’t what it was declared, in words, when it is said to be done', async () => {
    const h = await openHouse('sqlite', undefined, { files: local })
    const me = await h.as('clerk-dongxi')
    const cases: [FileType, Uint8Array, RegExp][] = [
      ['image/png', text('这不是照片'), /和它的格式不符/],
      ['image/jpeg', heic, /兼容性最佳/],
      [xlsxType, zipped({ 'xl/workbook.xml': '<a/>', 'xl/vbaProject.bin': 'x' }), /宏/],
      [xlsxType, text('日期,金额'), /不是Excel/],
    ]
    for (const [type, bytes, says] of cases) {
      const { name, sha256 } = declared(bytes)
      const { body } = await me.post<{ id: string }>('/api/files', { name, type, bytes: bytes.length, sha256 })
      stored[`/papers/files/sent/${body.id}`] = [type, bytes]
      const done = await me.post<{ says: string }>(`/api/files/${body.id}/done`, {})
      expect([done.status, done.body.says]).toEqual([422, expect.stringMatching(says)])
      expect(stored[`/papers/files/${body.id}`]).toBeUndefined()
    }
    await h.close()
  })
})
