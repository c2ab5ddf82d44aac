import { withoutPlace } from '@shared/pictures'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { be, bytesOf, le } from './support/bytes'
import { pictures } from './support/pictures'

const segment = (marker: number, content: Uint8Array) => bytesOf([0xff, marker], be(content.length + 2, 2), content)
const jfif = segment(0xe0, bytesOf('JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0]))
const profile = segment(0xe2, bytesOf('ICC_PROFILE\0', [1, 1], 'colours'))
const adobe = segment(0xee, bytesOf('Adobe', [0, 100, 0, 0, 0, 0, 1]))
const tables = segment(0xdb, new Uint8Array(65))
const scan = (pixels: Uint8Array) => bytesOf(segment(0xda, bytesOf([1, 1, 0, 0, 63, 0])), escaped(pixels))
/** As a JPEG writes its pixels: 0xff is followed by 0, and restart marks stand between. */
const escaped = (pixels: Uint8Array) =>
  bytesOf(
    [...pixels].flatMap((b) => (b === 0xff ? [0xff, 0] : [b])),
    [0xff, 0xd0],
    [1, 2, 3],
  )
const end = [0xff, 0xd9]

/** Exif in either order of bytes: which way up, and a list of GPS notes that says where. */
const exif = (place: Uint8Array, way: number | undefined, order: 'II' | 'MM') => {
  const n = order === 'II' ? le : be
  const entry = (tag: number, kind: number, count: number, value: readonly number[]) =>
    bytesOf(n(tag, 2), n(kind, 2), n(count, 4), value)
  const entries = [
    ...(way === undefined ? [] : [entry(0x0112, 3, 1, [...n(way, 2), 0, 0])]),
    entry(0x8825, 4, 1, n(60, 4)),
  ]
  return bytesOf('Exif\0\0', order, n(42, 2), n(8, 4), n(entries.length, 2), ...entries, n(0, 4), place)
}
const minimal = (way: number) =>
  segment(
    0xe1,
    bytesOf(
      'Exif\0\0MM',
      be(42, 2),
      be(8, 4),
      be(1, 2),
      be(0x0112, 2),
      be(3, 2),
      be(1, 4),
      be(way, 2),
      [0, 0],
      be(0, 4),
    ),
  )

const chunk = (name: string, content: Uint8Array) => bytesOf(be(content.length, 4), name, content, be(0, 4))
const signature = [0x89, ...Buffer.from('PNG\r\n\x1a\n')]
const riff = (...chunks: Uint8Array[]) => {
  const all = bytesOf('WEBP', ...chunks)
  return bytesOf('RIFF', le(all.length, 4), all)
}
const part = (name: string, content: Uint8Array) =>
  bytesOf(name, le(content.length, 4), content, content.length % 2 ? [0] : [])

/** Thirty-two bytes that come up nowhere by chance. */
const place = fc.uint8Array({ minLength: 32, maxLength: 32 })
const pixels = fc.uint8Array({ minLength: 1, maxLength: 200 })
const holds = (bytes: Uint8Array, what: Uint8Array) => Buffer.from(bytes).includes(Buffer.from(what))
const at = fc.nat()
/** `inside` with `note` among its parts, anywhere. */
const planted = (inside: readonly Uint8Array[], note: Uint8Array, where: number) => {
  const n = where % (inside.length + 1)
  return bytesOf(...inside.slice(0, n), note, ...inside.slice(n))
}

describe('a JPEG', () => {
  const notes: readonly ((place: Uint8Array) => Uint8Array)[] = [
    (p) => segment(0xe1, exif(p, undefined, 'II')),
    (p) => segment(0xe1, exif(p, 1, 'MM')),
    (p) => segment(0xe1, bytesOf('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>', p)),
    (p) => segment(0xe2, bytesOf('MPF\0', p)),
    (p) => segment(0xed, bytesOf('Photoshop 3.0\0', p)),
    (p) => segment(0xe0, bytesOf('JFXX\0', p)),
    (p) => segment(0xef, p),
    (p) => segment(0xfe, p),
  ]

  it('loses a place that was noted anywhere in it, and keeps every byte of what is seen', () => {
    fc.assert(
      fc.property(place, pixels, fc.nat(notes.length - 1), at, fc.boolean(), (p, seen, n, where, trailing) => {
        const inside = [jfif, profile, adobe, tables, scan(seen), scan(seen)]
        const bare = bytesOf([0xff, 0xd8], ...inside, end)
        const noted = bytesOf([0xff, 0xd8], planted(inside, notes[n]!(p), where), end, trailing ? p : [])
        expect(withoutPlace(noted)).toEqual(bare)
        expect(withoutPlace(bare)).toBe(bare)
      }),
      { numRuns: 500 },
    )
  })

  it('stays the way up that its camera held it', () => {
    fc.assert(
      fc.property(place, fc.integer({ min: 2, max: 8 }), fc.constantFrom('II', 'MM'), (p, way, order) => {
        const rest = bytesOf(tables, scan(p.slice(0, 4)), end)
        const kept = withoutPlace(bytesOf([0xff, 0xd8], jfif, segment(0xe1, exif(p, way, order)), rest))
        expect(kept).toEqual(bytesOf([0xff, 0xd8], jfif, minimal(way), rest))
        expect(withoutPlace(kept)).toBe(kept)
      }),
    )
  })

  it('that broke off in its pixels still loses its place', () => {
    const p = new Uint8Array(32).fill(7)
    const whole = bytesOf([0xff, 0xd8], segment(0xe1, exif(p, 6, 'II')), tables, scan(new Uint8Array(300).fill(9)))
    expect(holds(withoutPlace(whole.slice(0, -100)), p)).toBe(false)
  })
})

describe('a PNG', () => {
  it('loses a place that was noted anywhere in it, and keeps every byte of what is seen', () => {
    const names = ['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME', 'prVt']
    fc.assert(
      fc.property(place, pixels, fc.constantFrom(...names), at, fc.boolean(), (p, seen, name, where, trailing) => {
        const first = chunk('IHDR', new Uint8Array(13))
        const inside = [chunk('gAMA', new Uint8Array(4)), chunk('IDAT', seen), chunk('IDAT', seen)]
        const last = chunk('IEND', new Uint8Array())
        const bare = bytesOf(signature, first, ...inside, last)
        const noted = bytesOf(signature, first, planted(inside, chunk(name, p), where), last, trailing ? p : [])
        expect(withoutPlace(noted)).toEqual(bare)
        expect(withoutPlace(bare)).toBe(bare)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a WebP', () => {
  it('loses a place that was noted anywhere in it, no longer promises it, and keeps every byte of what is seen', () => {
    const names = ['EXIF', 'XMP ', 'note']
    fc.assert(
      fc.property(place, pixels, fc.constantFrom(...names), at, fc.boolean(), (p, seen, name, where, trailing) => {
        const head = (flags: number) => part('VP8X', bytesOf([flags, 0, 0, 0, 9, 0, 0, 9, 0, 0]))
        const inside = [part('ICCP', new Uint8Array(3)), part('VP8 ', seen)]
        const bare = riff(head(0x20), ...inside)
        const noted = riff(head(0x20 | 0x0c), planted(inside, part(name, p), where))
        expect(withoutPlace(bytesOf(noted, trailing ? p : []))).toEqual(bare)
        expect(withoutPlace(bare)).toBe(bare)
      }),
      { numRuns: 500 },
    )
  })
})

it('whatever the bytes are, nothing is thrown, and what was cleaned once is clean', () => {
  const starts = [[0xff, 0xd8], [0xff, 0xd8, 0xff, 0xe1], signature, [...bytesOf('RIFF', le(99, 4), 'WEBP')], []]
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }), (start, rest) => {
      const once = withoutPlace(bytesOf(start, rest))
      expect(withoutPlace(once)).toEqual(once)
    }),
    { numRuns: 2000 },
  )
})

it('what has nothing to lose comes back as it is', () => {
  for (const bytes of Object.values(pictures)) expect(withoutPlace(bytes)).toBe(bytes)
  const broken = bytesOf([0xff, 0xd8], segment(0xe1, exif(new Uint8Array(32), 6, 'II')).slice(0, 30))
  expect(withoutPlace(broken)).toBe(broken)
})
