import { constants, deflateRawSync, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apart, isLike } from '../../functions/files/likeness'
import { lookOf } from '../../functions/files/looks'
import { be, bytesOf } from '../support/bytes'
import { jpegs } from '../support/jpegs'
import { type Again, openStudio, type Scene } from '../support/photos'
import { pictures } from '../support/pictures'

let studio: Awaited<ReturnType<typeof openStudio>>
beforeAll(async () => {
  studio = await openStudio()
})
afterAll(() => studio.close())

const named = async (bytes: Uint8Array) => {
  const look = await lookOf(bytes)
  expect(look).toMatch(/^[0-9a-f]{16}$/)
  return look!
}

describe('a photo saved again', () => {
  const ways: [string, Again][] = [
    ['at a quality of 60', { quality: 60 }],
    ['at a quality of 80', { quality: 80 }],
    ['at a quality of 95', { quality: 95 }],
    ['at half its size', { scale: 0.5 }],
    ['at a quarter of its size', { scale: 0.25, quality: 70 }],
    ['as a chat sends it', { scale: 0.8, quality: 55 }],
    ['as a screen shot of it', { scale: 0.6, type: 'image/png' }],
    ['a tenth lighter', { lighter: 1.1 }],
    ['a tenth darker', { lighter: 0.9 }],
    ['a tenth flatter', { contrast: 0.9 }],
    ['cut by 2 % at its left', { cutLeft: 0.02 }],
    ['cut by 1 % at each side', { cut: 0.01 }],
  ]
  it.each(ways)('%s looks like itself', async (_, how) => {
    for (const scene of ['room', 'road'] as const) {
      const photo = await studio.take(scene, 0)
      expect(isLike(await named(photo), await named(await studio.again(photo, how)))).toBe(true)
    }
  })

  it('cut by a tenth at each side doesn’t: that much of it is another picture', async () => {
    const photo = await studio.take('room', 0)
    expect(isLike(await named(photo), await named(await studio.again(photo, { cut: 0.1 })))).toBe(false)
  })
})

it('two photos of one meeting room, one road or one kind of sheet don’t look alike, taken another day', async () => {
  const looks = new Map<string, string>()
  for (const scene of ['room', 'road', 'paper'] satisfies Scene[])
    for (const seed of [0, 1, 2, 3, 4, 5])
      looks.set(`${scene} ${seed}`, await named(await studio.take(scene, seed, seed % 2 ? 0 : seed)))
  const all = [...looks]
  const alike = all.flatMap(([one, look], i) =>
    all.slice(i + 1).flatMap(([other, its]) => (isLike(look, its) ? [`${one}, ${other}: ${apart(look, its)}`] : [])),
  )
  expect(alike).toEqual([])
})

it('a photo of 12 megapixels is looked at within two seconds and 50 MB', async () => {
  const photo = await studio.again(await studio.take('room', 0), { scale: 10 / 3 })
  const [before, most] = [performance.now(), process.resourceUsage().maxRSS]
  expect(isLike(await named(photo), await named(await studio.take('room', 0)))).toBe(true)
  expect(performance.now() - before).toBeLessThan(2000)
  expect(process.resourceUsage().maxRSS - most).toBeLessThan(50_000)
})

describe('has no look', () => {
  it.each<Scene>(['blank', 'dark'])('a %s picture, so that no two of them match', async (scene) => {
    expect(await lookOf(await studio.take(scene, 1))).toBeUndefined()
  })

  it('what isn’t read: WebP, CMYK, a laced PNG, the smallest of pictures, no picture', async () => {
    const webp = await studio.again(await studio.take('room', 0), { type: 'image/webp' })
    for (const bytes of [webp, jpegs.inCmyk, png({ kind: 0, depth: 8, laced: true }), ...Object.values(pictures)])
      expect(await lookOf(bytes)).toBeUndefined()
    expect(await lookOf(new Uint8Array())).toBeUndefined()
  })

  it('what says it is larger than any camera’s, before memory is set aside for it', async () => {
    const huge = bytesOf(jpegs.inOneGo)
    const frame = huge.findIndex((byte, i) => byte === 0xff && huge[i + 1] === 0xc0)
    huge.set([0xff, 0xff, 0xff, 0xff], frame + 5)
    expect(await lookOf(huge)).toBeUndefined()
    for (const says of [
      [24_000, 1001],
      [32_769, 1],
    ] as const)
      expect(await lookOf(png({ kind: 0, depth: 8, says }))).toBeUndefined()
  })
})

describe('a JPEG', () => {
  it.each(['finely', 'progressively', 'byMozjpeg', 'withRestarts', 'inGray', 'onItsSide'] as const)(
    'written %s looks as it does written in one go',
    async (how) => {
      expect(apart(await named(jpegs[how]), await named(jpegs.inOneGo))).toBeLessThanOrEqual(5)
    },
  )

  it('whose colours come in scans of their own, before its light, is read on to its light', async () => {
    const gray = jpegs.inGray
    const at = (marker: number) => gray.findIndex((byte, i) => byte === 0xff && gray[i + 1] === marker)
    const [frame, scan] = [at(0xc0), at(0xda)]
    const parts = [1, 0x22, 0, 2, 0x11, 0, 3, 0x11, 0]
    const colours = [0xff, 0xda, 0, 8, 1, 2, 0, 0, 63, 0, 0x12, 0xff, 0, 0x34, 0xff, 0xd0, 0x56]
    const apartScans = bytesOf(
      ...[gray.slice(0, frame + 2), be(17, 2), gray.slice(frame + 4, frame + 9), [3], parts],
      ...[gray.slice(frame + 13, scan), colours, gray.slice(scan)],
    )
    expect(await named(apartScans)).toBe(await named(gray))
  })

  it('or a PNG that is broken anywhere is read or not, but never throws and never hangs', async () => {
    const whole = [...Object.values(jpegs), png({ kind: 2, depth: 8 })]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...whole),
        fc.nat(),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
        async (bytes, end, changes) => {
          const broken = bytes.slice(0, 1 + (end % (2 * bytes.length)))
          for (const [at, byte] of changes) broken[at % broken.length] = byte
          expect((await lookOf(broken)) ?? '0000000000000000').toMatch(/^[0-9a-f]{16}$/)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('that breaks off has no look', async () => {
    expect(await lookOf(jpegs.inOneGo.slice(0, jpegs.inOneGo.length - 200))).toBeUndefined()
  })
})

describe('a PNG', () => {
  const kinds = {
    gray: 0,
    colours: 2,
    palette: 3,
    'gray with transparency': 4,
    'colours with transparency': 6,
  } as const
  it.each([
    ...[4, 8, 16].map((depth) => ['gray', depth] as const),
    ...[4, 8].map((depth) => ['palette', depth] as const),
    ...[8, 16].flatMap((depth) =>
      (['colours', 'gray with transparency', 'colours with transparency'] as const).map(
        (kind) => [kind, depth] as const,
      ),
    ),
  ])('of %s with %i bits a sample looks like the same in gray of 8', async (kind, depth) => {
    const same = await named(png({ kind: 0, depth: 8 }))
    expect(apart(await named(png({ kind: kinds[kind], depth })), same)).toBeLessThanOrEqual(depth < 8 ? 6 : 1)
  })

  it.each([1, 2])(
    'with %i bits a sample, which is no photo any more, still looks like itself saved as a JPEG',
    async (depth) => {
      const drawn = png({ kind: 0, depth })
      expect(isLike(await named(drawn), await named(await studio.again(drawn, {})))).toBe(true)
    },
  )

  it('is read no further than its last line, however much is packed behind it', async () => {
    const [whole, bomb] = [png({ kind: 0, depth: 8 }), png({ kind: 0, depth: 8, behind: 400 })]
    expect(bomb.length).toBeLessThan(1e6)
    const most = process.resourceUsage().maxRSS
    expect(await named(bomb)).toBe(await named(whole))
    expect(process.resourceUsage().maxRSS - most).toBeLessThan(50_000)
  })
})

type Drawn = { kind: number; depth: number; laced?: boolean; says?: readonly [number, number]; behind?: number }

/** Hills under a sky, 160 by 120, in a PNG of that kind; `behind` its last line that many megabytes of nothing. */
function png({ kind, depth, laced = false, says = [160, 120], behind = 0 }: Drawn) {
  const most = 2 ** depth - 1
  const lightAt = (x: number, y: number) =>
    0.5 + 0.22 * Math.sin(x / 17 + y / 31) + 0.2 * Math.cos(y / 13 - (x * y) / 3000) + 0.06 * Math.sin((x * x) / 900)
  const lines = Array.from({ length: 120 }, (_, y) => {
    const samples = Array.from({ length: 160 }, (_, x) => {
      const light = Math.round(lightAt(x, y) * most)
      return { 0: [light], 2: [light, light, light], 3: [light], 4: [light, most], 6: [light, light, light, most] }[
        kind
      ]!
    }).flat()
    if (depth === 16) return [0, ...samples.flatMap((sample) => be(sample, 2))]
    const bits = samples.map((sample) => sample.toString(2).padStart(depth, '0')).join('')
    return [0, ...(bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))]
  })
  // flushed, a stretch ends on a whole byte, so that the same stretch of nothing may follow again and again
  const flushed = { finishFlush: constants.Z_FULL_FLUSH }
  const nothing = Array<Uint8Array>(behind).fill(deflateRawSync(Buffer.alloc(1e6), flushed))
  const packed = bytesOf(deflateSync(bytesOf(...lines), behind ? flushed : {}), ...nothing)
  const palette = Array.from({ length: most + 1 }, (_, n) => Array(3).fill(Math.round((n / most) * 255))).flat()
  const part = (name: string, body: Uint8Array) => {
    const all = bytesOf(name, body)
    return bytesOf(be(body.length, 4), all, be(crcOf(all), 4))
  }
  return bytesOf(
    '\x89PNG\r\n\x1a\n',
    part('IHDR', bytesOf(be(says[0], 4), be(says[1], 4), [depth, kind, 0, 0, Number(laced)])),
    ...(kind === 3 ? [part('PLTE', bytesOf(palette))] : []),
    ...[part('IDAT', packed.subarray(0, 999)), part('IDAT', packed.subarray(999)), part('IEND', new Uint8Array())],
  )
}

/** What ends each part of a PNG, which browsers look at. */
function crcOf(bytes: Uint8Array): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}
