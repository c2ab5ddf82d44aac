import { readdirSync } from 'node:fs'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { type DeclaredFile, FileRefused, type FileType, type Upload } from '../../functions/files/files'
import { openFolder } from '../../functions/files/folder'
import { declared, heic, pictures, text } from '../support/pictures'
import { temporaryFolder } from '../support/stores'

const folder = temporaryFolder()
afterAll(folder.remove)

let now = new Date('2026-11-22T02:00:00Z')
beforeEach(() => {
  now = new Date('2026-11-22T02:00:00Z')
})
const files = openFolder({
  folder: folder.path,
  origin: 'http://localhost:4200',
  secret: 'a secret of the tests',
  now: () => now,
})
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000)
}

const png = pictures['image/png']
const form = ({ fields }: Upload, bytes: Uint8Array<ArrayBuffer>) => ({ ...fields, file: new Blob([bytes]) })
const send = async (file: DeclaredFile, bytes = png) => files.accept(file.id, form(await files.presign(file), bytes))
const keep = async (file: DeclaredFile, bytes = png) => {
  await send(file, bytes)
  await files.keep(file, bytes)
}
const refused = (why: string) => expect.objectContaining({ name: 'FileRefused', why })

/** What a download address asks for, as a route would hand it on. */
async function follow(id: string) {
  const { origin, pathname, searchParams } = new URL(await files.address(id))
  expect(origin + pathname).toBe(`http://localhost:4200/api/files/${id}/content`)
  return Object.fromEntries(searchParams)
}

describe('an upload', () => {
  it.each(Object.entries(pictures))(
    'of %s is accepted, given to nobody as it was sent, and downloaded as it was kept',
    async (type, bytes) => {
      const file = declared(bytes, { id: `kept-${type.replace(/\W/g, '-')}`, type: type as FileType })
      const upload = await files.presign(file)
      expect(upload.url).toBe(`http://localhost:4200/api/uploads/${file.id}`)
      expect(await files.received(file.id)).toBeUndefined()
      await files.accept(file.id, form(upload, bytes))
      expect(await files.received(file.id)).toEqual(bytes)
      expect(await files.open(file.id, await follow(file.id))).toBeUndefined()
      await files.keep(file, bytes)
      await files.dropReceived(file.id)
      expect(await files.received(file.id)).toBeUndefined()
      expect(await files.open(file.id, await follow(file.id))).toEqual({ bytes, type, name: '公示照片.png' })
    },
  )

  it('that is sent twice is accepted twice and kept once', async () => {
    const file = declared(png, { id: 'twice' })
    await send(file)
    await send(file)
    expect(readdirSync(folder.path).filter((name) => name.startsWith('twice')).length).toBe(1)
  })

  it('of other bytes than declared is refused, and nothing is kept', async () => {
    const file = declared(png, { id: 'changed' })
    const other = png.with(40, png[40]! ^ 1)
    await expect(send(file, other)).rejects.toEqual(refused('damaged'))
    await expect(send(file, png.slice(1))).rejects.toEqual(refused('damaged'))
    expect(await files.received('changed')).toBeUndefined()
  })

  it('is good for 15 minutes: refused when they are full, accepted a second before', async () => {
    const file = declared(png, { id: 'slow' })
    const upload = await files.presign(file)
    later(15 * 60)
    await expect(files.accept('slow', form(upload, png))).rejects.toEqual(refused('upload'))
    later(-1)
    await files.accept('slow', form(upload, png))
  })

  it('takes 10 MB and refuses one byte more, declared or sent', async () => {
    const most = new Uint8Array(10 * 1024 * 1024)
    most.set(pictures['application/pdf'])
    const file = declared(most, { id: 'most', type: 'application/pdf' })
    await send(file, most)
    const more = new Uint8Array([...pictures['application/pdf'], ...new Uint8Array(10 * 1024 * 1024)])
    await expect(files.presign(declared(more))).rejects.toEqual(refused('size'))
    await expect(send(file, more)).rejects.toEqual(refused('size'))
    await expect(files.presign(declared(text('')))).rejects.toEqual(refused('size'))
  })

  it('of text that is called a picture is refused by its content', async () => {
    for (const bytes of [text('这不是照片'), text('<html><script>alert(1)</script>'), pictures['image/jpeg']])
      await expect(send(declared(bytes, { id: 'posing' }), bytes)).rejects.toEqual(refused('content'))
    expect(await files.received('posing')).toBeUndefined()
  })

  it('of HEIC is refused with what to do, declared or found', async () => {
    const asDeclared = declared(heic, { type: 'image/heic' as FileType })
    await expect(files.presign(asDeclared)).rejects.toEqual(refused('heic'))
    await expect(send(declared(heic), heic)).rejects.toEqual(refused('heic'))
    expect(new FileRefused('heic').message).toMatch(/兼容性最佳/)
  })

  it('of another type is refused before it is sent', async () => {
    const gif = declared(png, { type: 'image/gif' as FileType })
    await expect(files.presign(gif)).rejects.toEqual(refused('type'))
  })

  it('with a policy of its own making, or for another id, is refused', async () => {
    const file = declared(png, { id: 'own' })
    const upload = await files.presign(file)
    const policy = Buffer.from(JSON.stringify({ ...file, id: 'own', expires: 9e9 })).toString('base64url')
    for (const fields of [{ policy }, { signature: 'x' }, { signature: undefined }])
      await expect(files.accept('own', { ...form(upload, png), ...fields })).rejects.toEqual(refused('upload'))
    await expect(files.accept('other', form(upload, png))).rejects.toEqual(refused('upload'))
    await expect(files.accept('own', { ...upload.fields, file: 'text' })).rejects.toEqual(refused('size'))
  })

  it.each(['', '../etc', 'a/b', 'a.json', '汉'])('never goes to a path of the sender: %j', async (id) => {
    await expect(files.presign(declared(png, { id }))).rejects.toThrow(RangeError)
    await expect(files.received(id)).rejects.toThrow(RangeError)
  })
})

it('keeps what the server made, and gives it by an address like any other', async () => {
  expect(await files.kept('x1')).toBeUndefined()
  const kept = { id: 'x1', name: '五月.json', type: 'application/json' }
  await files.keep(kept, text('[]'))
  await files.keep(kept, text('[1]'))
  expect(await files.kept('x1')).toEqual(text('[1]'))
  expect(await files.open('x1', await follow('x1'))).toEqual({ bytes: text('[1]'), name: '五月.json', type: kept.type })
})

it('what was sent and never said to be done is dropped after a day', async () => {
  await send(declared(png, { id: 'left' }))
  now = new Date(Date.now() + 86_400_000 - 60_000)
  await files.dropExports()
  expect(await files.received('left')).toEqual(png)
  later(120)
  await files.dropExports()
  expect(await files.received('left')).toBeUndefined()
})

describe('a download address', () => {
  it('is good for ten minutes, for its own file, as it was signed', async () => {
    for (const id of ['shown', 'other']) await keep(declared(png, { id }))
    const query = await follow('shown')
    await expect(files.open('other', query)).rejects.toEqual(refused('address'))
    const longer = { ...query, expires: `${Number(query.expires) + 1}` }
    await expect(files.open('shown', longer)).rejects.toEqual(refused('address'))
    await expect(files.open('shown', {})).rejects.toEqual(refused('address'))
    later(10 * 60 - 1)
    expect((await files.open('shown', query))?.bytes).toEqual(png)
    later(1)
    await expect(files.open('shown', query)).rejects.toEqual(refused('address'))
  })

  it('of a file that never came leads to nothing', async () => {
    expect(await files.open('nothing', await follow('nothing'))).toBeUndefined()
  })
})
