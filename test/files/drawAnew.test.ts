import { resolve } from 'node:path'
import { deflateSync } from 'node:zlib'
import { isRefusal } from '@shared/engine/refusal'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { apart } from '../../functions/files/likeness'
import { sizeOf } from '../../functions/files/pictureHead'
import { jpegOf, pngOf, unpacked } from '../../functions/papers/codecs'
import { drawAnew } from '../../functions/papers/drawAnew'
import { openWorkshop } from '../../functions/papers/workshop'
import { be, bytesOf } from '../support/bytes'
import { jpegs } from '../support/jpegs'
import { noted, pictures } from '../support/pictures'

const workshop = openWorkshop(resolve(import.meta.dirname, '../../functions/papers/worker.ts'))
const inWorkshop = async (bytes: Uint8Array) => {
  const drawn = await workshop({ job: 'picture', bytes })
  return isRefusal(drawn) ? drawn.says : drawn
}
const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let i = 0; i < 8; i++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})
const crc = (bytes: Uint8Array) => {
  let c = 0xffffffff
  for (const byte of bytes) c = crcTable[(c ^ byte) & 255]! ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}
const chunk = (name: string, body: Uint8Array) => {
  const all = bytesOf(name, body)
  return bytesOf(be(body.length, 4), all, be(crc(all), 4))
}
const head = (width: number, height: number) => chunk('IHDR', bytesOf(be(width, 4), be(height, 4), [8, 6, 0, 0, 0]))
const pngSaying = (width: number, height: number, pixels = new Uint8Array(50)) =>
  bytesOf('\x89PNG\r\n\x1a\n', head(width, height), chunk('IDAT', deflateSync(pixels)), chunk('IEND', new Uint8Array()))
/** White, but for a block of black in its upper left. */
const blockOf = (width: number, height: number, side: number) => {
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3)
  return { data, width, height }
}
const at = ({ data, width }: { data: Uint8ClampedArray; width: number }, x: number, y: number) => [
  ...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4),
]

describe('what is hidden in a picture doesn’t come out with it', () => {
  const script = '<script>alert(document.cookie)</script>'
  const zip = zipSync({ 'run.html': strToU8(script) })
  const jpegComment = bytesOf(
    jpegs.inOneGo.slice(0, 2),
    [0xff, 0xfe],
    be(script.length + 2, 2),
    script,
    jpegs.inOneGo.slice(2),
  )
  const pngNote = bytesOf(
    pictures['image/png'].slice(0, 33),
    chunk('tEXt', bytesOf(`Comment\0${script}`)),
    pictures['image/png'].slice(33),
  )
  it.each<[string, Uint8Array, string]>([
    ['a page behind a JPEG', bytesOf(jpegs.inOneGo, script), 'script'],
    ['a zip behind a JPEG', bytesOf(jpegs.inOneGo, zip), 'PK'],
    ['a page in a JPEG’s comment', jpegComment, 'script'],
    ['where a JPEG was taken', noted('30.4567N 121.1234E'), '30.4567'],
    ['a page in a PNG’s note', pngNote, 'script'],
    ['a zip behind a PNG', bytesOf(pictures['image/png'], zip), 'PK'],
    ['a page behind a WebP', bytesOf(pictures['image/webp'], script), 'script'],
  ])('%s', async (_, bytes, hidden) => {
    expect(Buffer.from(bytes).toString('latin1')).toContain(hidden)
    const drawn = await drawAnew(bytes)
    expect(Buffer.from(drawn.bytes).toString('latin1')).not.toContain(hidden)
    expect(sizeOf(drawn.bytes)).toEqual(sizeOf(bytes))
  })

  it('what is painted behind full transparency is white, as it is seen', async () => {
    const data = new Uint8ClampedArray([200, 10, 10, 0, 0, 0, 0, 255, 0, 0, 0, 127, 9, 9, 9, 255])
    const drawn = await unpacked((await drawAnew(await pngOf({ data, width: 2, height: 2 }))).bytes)
    expect([at(drawn, 0, 0), at(drawn, 1, 0), at(drawn, 0, 1)]).toEqual([
      [255, 255, 255, 255],
      [0, 0, 0, 255],
      [128, 128, 128, 255],
    ])
  })
})

describe('a picture drawn anew', () => {
  it.each(Object.entries(jpegs).filter(([how]) => how !== 'inCmyk'))(
    'written %s still shows the same',
    async (_, bytes) => {
      const drawn = await drawAnew(bytes)
      expect(drawn.type).toBe('image/jpeg')
      expect(sizeOf(drawn.bytes)).toEqual({ width: 77, height: 59 })
      expect(apart(drawn.look!, (await drawAnew(jpegs.inOneGo)).look!)).toBeLessThanOrEqual(5)
    },
  )

  it('is upright by itself: nothing says any more which way to turn it', async () => {
    const side = await drawAnew(jpegs.onItsSide)
    expect(sizeOf(jpegs.onItsSide)).toEqual({ width: 59, height: 77 })
    expect(sizeOf(side.bytes)).toEqual({ width: 77, height: 59 })
    expect(Buffer.from(side.bytes).toString('latin1')).not.toContain('Exif')
  })

  it('of 2560 px keeps them all; of one more it is made smaller, and what was seen is where it was', async () => {
    const most = await drawAnew(await pngOf(blockOf(2560, 4, 2)))
    expect(sizeOf(most.bytes)).toEqual({ width: 2560, height: 4 })
    expect(sizeOf((await drawAnew(await pngOf(blockOf(2561, 4, 2)))).bytes)).toEqual({ width: 2560, height: 4 })
    const halved = await unpacked((await drawAnew(await pngOf(blockOf(5120, 100, 50)))).bytes)
    expect([halved.width, halved.height]).toEqual([2560, 50])
    expect([at(halved, 24, 24), at(halved, 25, 24), at(halved, 24, 25)]).toEqual([
      [0, 0, 0, 255],
      [255, 255, 255, 255],
      [255, 255, 255, 255],
    ])
  })

  it('that was a PNG stays one, unless that takes over 10 MB', async () => {
    expect((await drawAnew(pictures['image/png'])).type).toBe('image/png')
    const noise = new Uint8ClampedArray(2000 * 1600 * 4)
    let state = 1
    for (let i = 0; i < noise.length; i++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      noise[i] = i % 4 === 3 ? 255 : state >>> 24
    }
    const drawn = await drawAnew(await pngOf({ data: noise, width: 2000, height: 1600 }))
    expect([drawn.type, drawn.bytes.length < 10 * 1024 * 1024]).toEqual(['image/jpeg', true])
  })
})

describe('is refused in words, in the thread where it is drawn', () => {
  it.each<[string, Uint8Array]>([
    ['a PNG that says 40 000 × 1001 pixels', pngSaying(40_000, 1001)],
    ['a PNG that says 2³¹ × 2³¹', pngSaying(0x7fffffff, 0x7fffffff)],
    ['a JPEG that says 65 535 × 65 535', jpegSaying(0xffff, 0xffff)],
    [
      'a WebP that says 16 384 × 16 384',
      bytesOf(
        'RIFF',
        [40, 0, 0, 0],
        'WEBPVP8X',
        [10, 0, 0, 0],
        [0, 0, 0, 0],
        [255, 63, 0, 255, 63, 0],
        Array(20).fill(0),
      ),
    ],
  ])('%s, before memory is set aside', async (_, bytes) => {
    const before = process.resourceUsage().maxRSS
    expect(await inWorkshop(bytes)).toMatch(/超过4000万像素.*调小/)
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(100_000)
  })

  it.each<[string, Uint8Array]>([
    ['for print', jpegs.inCmyk],
    ['a JPEG without a height', jpegSaying(77, 0)],
    ['a JPEG that ends before it begins', jpegs.inOneGo.slice(0, 200)],
    ['a PNG of 40 megapixels that holds fifty bytes', pngSaying(8000, 5000)],
    [
      'a PNG whose pixels aren’t packed',
      bytesOf('\x89PNG\r\n\x1a\n', head(2, 2), chunk('IDAT', bytesOf('no')), chunk('IEND', new Uint8Array())),
    ],
    ['two bytes', new Uint8Array([0xff, 0xd8])],
    ['nothing', new Uint8Array()],
  ])('%s', async (_, bytes) => {
    expect(await inWorkshop(bytes)).toMatch(/打不开.*重新拍/)
  })

  it('40 megapixels are drawn within the time there is', async () => {
    const white = { data: new Uint8ClampedArray(8000 * 5000 * 4).fill(255), width: 8000, height: 5000 }
    const drawn = await inWorkshop(await jpegOf(white))
    expect(typeof drawn === 'string' ? drawn : sizeOf(drawn.bytes)).toEqual({ width: 2560, height: 1600 })
  })

  it('whatever is broken in it, it is drawn or refused, and nothing else happens', async () => {
    const whole = [jpegs.inOneGo, jpegs.progressively, jpegs.onItsSide, pictures['image/webp'], pngSaying(3, 4)]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...whole),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        async (bytes, changes) => {
          const broken = bytesOf(bytes)
          for (const [place, byte] of changes) broken[place % broken.length] = byte
          const drawn = await drawAnew(broken).catch((e: Error) => e.name)
          if (drawn !== 'PaperRefused') expect(sizeOf((drawn as { bytes: Uint8Array }).bytes)).toBeDefined()
        },
      ),
      { numRuns: 150 },
    )
  })
})

function jpegSaying(width: number, height: number) {
  const bytes = bytesOf(jpegs.inOneGo)
  const frame = bytes.findIndex((byte, i) => byte === 0xff && bytes[i + 1] === 0xc0)
  bytes.set(be(height, 2), frame + 5)
  bytes.set(be(width, 2), frame + 7)
  return bytes
}
