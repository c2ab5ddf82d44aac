import { createHash } from 'node:crypto'
import type { FileView } from '@shared/schemas/views'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { FileType } from '../../functions/files/files'
import { openHouse, type TestHouse } from '../support/house'
import { jpegs } from '../support/jpegs'
import { noted, pictures, text } from '../support/pictures'
import { type AudioType, recordings, webm } from '../support/recordings'

const sender = 'villager-dongxi'
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const photo = noted('30.4567N 121.1234E')

let h: TestHouse
beforeAll(async () => {
  h = await openHouse('sqlite')
})
afterAll(() => h.close())

type Upload = { url: string; fields: Record<string, string> }
type Asked = { id: string; upload: Upload; says: string; refusal: string }

const ask = async (bytes: Uint8Array, type: FileType) =>
  (await h.as(sender)).post<Asked>('/api/files', { name: '一个文件', type, bytes: bytes.length, sha256: hash(bytes) })
const send = async ({ url, fields }: Upload, bytes: Uint8Array<ArrayBuffer>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([bytes]))
  return h.app.request(url, { method: 'POST', body: form })
}
const done = async (id: string, person = sender) =>
  (await h.as(person)).post<FileView & { says: string }>(`/api/files/${id}/done`, {})
const sent = async (bytes: Uint8Array<ArrayBuffer>, type: FileType) => {
  const { id, upload } = (await ask(bytes, type)).body
  expect((await send(upload, bytes)).status).toBe(204)
  return id
}
const shownAt = async (url: string, headers: Record<string, string> = {}) => {
  const response = await h.app.request(url, { headers })
  return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) }
}

describe('a photo', () => {
  it('is drawn anew: no byte that was sent is shown to anyone, and none is left lying', async () => {
    const id = await sent(photo, 'image/jpeg')
    const { status, body } = await done(id)
    expect([status, body.type, body.waits]).toEqual([200, 'image/jpeg', undefined])
    const { bytes } = await shownAt(body.url)
    expect(body.bytes).toBe(bytes.length)
    expect(bytes).not.toEqual(photo)
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/Exif|30\.4567/)
    expect(await h.house.files.kept(id)).toEqual(bytes)
    expect(await h.house.stores.files.get(id)).toMatchObject({
      ...{ done: true, bytes: bytes.length, sha256: hash(bytes), name: '一个文件' },
    })
    expect(await h.house.files.received(id)).toBeUndefined()
  })

  it('drawn twice is twice the same, so that one that is used again is known by its bytes too', async () => {
    const [one, other] = [await sent(jpegs.inOneGo, 'image/jpeg'), await sent(jpegs.inOneGo, 'image/jpeg')]
    const looked = [await done(one), await done(other)].map(({ body }) => body.bytes)
    expect(looked[0]).toBe(looked[1])
    const [known, again] = [await h.house.stores.files.get(one), await h.house.stores.files.get(other)]
    expect(again?.sha256).toBe(known?.sha256)
    expect(again?.look).toBe(known?.look)
    expect(again?.look).toMatch(/^[0-9a-f]{16}$/)
  })

  it('that breaks off is kept as far as it goes; one that shows nothing is refused in words', async () => {
    const broken = await sent(jpegs.inOneGo.slice(0, 700), 'image/jpeg')
    expect((await done(broken)).status).toBe(200)
    const nothing = await sent(jpegs.inOneGo.slice(0, 200), 'image/jpeg')
    expect(await done(nothing)).toMatchObject({ status: 422, body: { says: expect.stringMatching(/打不开.*重新拍/) } })
    expect((await h.house.stores.files.get(nothing))?.done).toBe(false)
    expect(await h.house.files.kept(nothing)).toBeUndefined()
  })

  it('in WebP, which old phones don’t show, becomes a JPEG and is called one', async () => {
    const id = await sent(pictures['image/webp'], 'image/webp')
    expect((await done(id)).body).toMatchObject({ type: 'image/jpeg', name: '一个文件.jpg' })
    expect([...(await h.house.files.kept(id))!.subarray(0, 2)]).toEqual([0xff, 0xd8])
  })

  it('is done as often as it is said to be', async () => {
    const id = await sent(photo, 'image/jpeg')
    const first = await done(id)
    expect((await done(id)).body).toEqual(first.body)
  })

  it('that is sent again by the same form changes nothing of what is shown', async () => {
    const { id, upload } = (await ask(photo, 'image/jpeg')).body
    expect((await send(upload, photo)).status).toBe(204)
    const first = await done(id)
    const shown = await h.house.files.kept(id)
    expect((await send(upload, photo)).status).toBe(204)
    expect((await done(id)).body).toEqual(first.body)
    expect(await h.house.files.kept(id)).toEqual(shown)
  })

  it('is done for both who say so at the same time', async () => {
    const id = await sent(photo, 'image/jpeg')
    const { received } = h.house.files
    vi.spyOn(h.house.files, 'received').mockImplementationOnce(async () => {
      const before = await received(id)
      expect((await done(id)).status).toBe(200)
      return before
    })
    expect(await done(id)).toMatchObject({ status: 200, body: { id } })
  })

  type Keep = typeof h.house.files.keep
  it.each<[string, (keep: Keep) => Keep]>([
    ['just before its bytes are kept', () => () => Promise.reject(new Error('crash'))],
    [
      'just after its bytes are kept',
      (keep) => async (file, bytes) => {
        await keep(file, bytes)
        throw new Error('crash')
      },
    ],
  ])('is done by the next try after a crash %s', async (_, crashing) => {
    const id = await sent(photo, 'image/jpeg')
    const said = vi.spyOn(console, 'error').mockReturnValue(undefined)
    vi.spyOn(h.house.files, 'keep').mockImplementationOnce(crashing(h.house.files.keep))
    expect((await done(id)).status).toBe(500)
    expect((await h.house.stores.files.get(id))?.done).toBe(false)
    said.mockRestore()
    expect((await done(id)).status).toBe(200)
    const kept = (await h.house.files.kept(id))!
    expect(await h.house.stores.files.get(id)).toMatchObject({ done: true, sha256: hash(kept) })
  })

  it('whose sent bytes outlive a crash, after it is done, stays as it is', async () => {
    const id = await sent(photo, 'image/jpeg')
    const said = vi.spyOn(console, 'error').mockReturnValue(undefined)
    vi.spyOn(h.house.files, 'dropReceived').mockRejectedValueOnce(new Error('crash'))
    expect((await done(id)).status).toBe(500)
    said.mockRestore()
    const kept = await h.house.files.kept(id)
    expect(await done(id)).toMatchObject({ status: 200, body: { bytes: kept!.length } })
  })

  it('that is another than was declared is refused', async () => {
    const { id, upload } = (await ask(photo, 'image/jpeg')).body
    expect((await send(upload, photo)).status).toBe(204)
    vi.spyOn(h.house.files, 'received').mockResolvedValueOnce(pictures['image/png'])
    expect(await done(id)).toMatchObject({
      status: 422,
      body: { refusal: 'badFile', says: expect.stringMatching(/和选的不一样，请再传/) },
    })
  })

  it('that was declared and never sent is asked for again', async () => {
    const { id } = (await ask(photo, 'image/jpeg')).body
    expect(await done(id)).toMatchObject({ status: 422, body: { says: expect.stringMatching(/还没有传上来/) } })
  })
})

describe('a recording', () => {
  it.each(Object.keys(recordings) as AudioType[])('as %s is taken with its length', async (type) => {
    const { status, body } = await done(await sent(recordings[type](20), type))
    expect([status, body.type, body.seconds]).toEqual([200, type, 20])
    expect((await shownAt(body.url)).headers.get('content-type')).toBe(type)
  })

  it('of five minutes is refused in words, and no form takes it', async () => {
    const id = await sent(recordings['audio/mp4'](300), 'audio/mp4')
    const refused = await done(id)
    expect([refused.status, refused.body.says]).toEqual([422, '录音最长1分钟，这段有300秒，请重新录短一点。'])
    const form = { text: '路灯坏了', category: 'utilities', visibility: 'villagers', voice: [id] }
    const raised = await (await h.as(sender)).post('/api/cases', {
      ...{ actId: 'too-long-a-voice', workflow: 'request', villageId: 'dongxi', form },
    })
    expect(raised).toMatchObject({ status: 422, body: { refusal: 'badFile' } })
  })

  it('that is a film, or can’t be opened, is refused in words', async () => {
    expect((await done(await sent(webm(5, 1), 'audio/webm'))).body.says).toMatch(/只录声音/)
    expect((await done(await sent(webm(0), 'audio/webm'))).body.says).toBe('这段录音打不开，请重新录一次。')
    const { upload } = (await ask(text('不是录音'), 'audio/mpeg')).body
    expect(await (await send(upload, text('不是录音'))).json()).toMatchObject({
      says: '这段录音打不开，请重新录一次。',
    })
  })

  it('over 3 MB is refused before it is sent, whatever its length', async () => {
    const most = 3 * 1024 * 1024
    expect((await ask(new Uint8Array(most), 'audio/wav')).status).toBe(201)
    expect(await ask(new Uint8Array(most + 1), 'audio/wav')).toMatchObject({
      status: 413,
      body: { refusal: 'tooLarge', says: expect.stringMatching(/超过3MB.*重新录短一点/) },
    })
  })

  it('is sent in parts to a player that asks for parts', async () => {
    const bytes = recordings['audio/mpeg'](5)
    const { url } = (await done(await sent(bytes, 'audio/mpeg'))).body
    const whole = await shownAt(url)
    expect([whole.status, whole.headers.get('accept-ranges')]).toEqual([200, 'bytes'])
    const parts: [string, string, Uint8Array][] = [
      ['bytes=0-1', '0-1', bytes.slice(0, 2)],
      ['bytes=100-', `100-${bytes.length - 1}`, bytes.slice(100)],
      ['bytes=-7', `${bytes.length - 7}-${bytes.length - 1}`, bytes.slice(-7)],
      [`bytes=10-${bytes.length + 9}`, `10-${bytes.length - 1}`, bytes.slice(10)],
    ]
    for (const [range, said, expected] of parts) {
      const got = await shownAt(url, { range })
      expect([got.status, got.headers.get('content-range')]).toEqual([206, `bytes ${said}/${bytes.length}`])
      expect(got.bytes).toEqual(expected)
    }
    expect((await shownAt(url, { range: `bytes=${bytes.length}-` })).status).toBe(416)
    for (const range of ['bytes=2-1', 'bytes=0-1,5-6', 'lines=1-2', 'bytes=-'])
      expect((await shownAt(url, { range })).bytes).toEqual(bytes)
  })
})

it('someone else’s file can’t be said to be done', async () => {
  const id = await sent(photo, 'image/jpeg')
  expect((await done(id, 'neighbour-dongxi')).status).toBe(404)
})
