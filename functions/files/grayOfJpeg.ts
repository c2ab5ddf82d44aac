import { orientation } from '@shared/pictures'
import type { Gray } from './gray'
import { type Codes, type Frame, frameOf, readSteps, readTables, type Scan, scanOf, word } from './jpegHead'

/** How the segment begins that says which way up the picture is. */
const exif = [0x45, 0x78, 0x69, 0x66, 0, 0]

/**
 * A JPEG at an eighth of its size, in gray. Each 8 × 8 square is stored as its mean and its detail: only the means are worked
 * out, and a progressive one is read no further than they go, so that a photo of 12 megapixels takes a tenth of a second and a
 * few megabytes. Undefined for what cameras and chats don't make (arithmetic coding, 12 bits, CMYK) and for what breaks off.
 */
export function grayOfJpeg(bytes: Uint8Array): Gray | undefined {
  const tables = new Map<number, Uint8Array>()
  const steps = new Map<number, number>()
  let frame: Frame | undefined
  let [restart, way] = [0, 1]
  for (let at = 2; at + 4 <= bytes.length; ) {
    const [marker, next] = [bytes[at + 1]!, at + 2 + word(bytes, at + 2)]
    const body = bytes.subarray(at + 4, next)
    if (bytes[at] !== 0xff) return undefined
    // a marker may be led in by more of the same
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xe1 && exif.every((byte, i) => byte === body[i])) way = orientation(bytes, at + 10, next)
    if (marker === 0xdb) readSteps(body, steps)
    if (marker === 0xc4) readTables(body, tables)
    if (marker === 0xdd) restart = word(body, 0)
    if (marker >= 0xc0 && marker <= 0xc2) frame = frameOf(body, marker === 0xc2)
    at = next
    if (marker !== 0xda) continue
    const scan = frame && scanOf(body, frame, tables)
    if (!frame || !scan) return undefined
    if (scan !== 'other')
      return grayOf(bytes, at, frame, scan, { step: steps.get(frame.parts[0]!.steps) ?? 1, restart, way })
    at = markerAfter(bytes, at)
  }
  return undefined
}

const isRestart = (marker = 0) => (marker & 0xf8) === 0xd0
/** Where the next marker stands that is none of the scan's own. */
const markerAfter = (bytes: Uint8Array, from: number): number => {
  let at = bytes.indexOf(0xff, from)
  while (at >= 0 && (!bytes[at + 1] || isRestart(bytes[at + 1]))) at = bytes.indexOf(0xff, at + 1)
  return at < 0 ? bytes.length : at
}

function grayOf(
  bytes: Uint8Array,
  from: number,
  { width, height, parts }: Frame,
  scan: Scan,
  { step, restart, way }: { step: number; restart: number; way: number },
): Gray | undefined {
  const first = parts[0]!
  const [wide, high] = [Math.max(...parts.map((p) => p.wide)), Math.max(...parts.map((p) => p.high))]
  const [across, down] = [(width * first.wide) / wide / 8, (height * first.high) / high / 8]
  // alone, a part stands square by square; together, in groups that have every part's squares of one place
  const isAlone = scan.parts.length === 1
  const groups = isAlone ? [across, down].map(Math.ceil) : [width / wide / 8, height / high / 8].map(Math.ceil)
  const [groupsAcross, groupsDown] = groups as [number, number]
  const columns = groupsAcross * (isAlone ? 1 : first.wide)
  const light = new Float32Array(columns * groupsDown * (isAlone ? 1 : first.high))
  const before = scan.parts.map(() => 0)
  const bits = bitsFrom(bytes, from)
  for (let group = 0; group < groupsAcross * groupsDown; group++) {
    if (restart && group > 0 && group % restart === 0) {
      bits.restart()
      before.fill(0)
    }
    if (bits.isOver()) return undefined
    const [x, y] = [group % groupsAcross, Math.floor(group / groupsAcross)]
    for (const [n, { part, means, detail }] of scan.parts.entries()) {
      const [w, h] = isAlone ? [1, 1] : [part.wide, part.high]
      for (let square = 0; square < w * h; square++) {
        before[n]! += bits.difference(bits.code(means) & 15)
        if (detail) passDetail(bits, detail)
        if (part !== first) continue
        const mean = (before[n]! * 2 ** scan.shift * step) / 8 + 128
        light[(y * h + Math.floor(square / w)) * columns + x * w + (square % w)] = Math.min(255, Math.max(0, mean))
      }
    }
  }
  return { across, down, columns, light, way }
}

type Bits = ReturnType<typeof bitsFrom>

/** Reads over the 63 numbers that a square's detail is: each code says how many are none, and how many bits the next has. */
function passDetail(bits: Bits, detail: Codes) {
  for (let n = 1; n < 64; n++) {
    const says = bits.code(detail)
    if ((says & 15) === 0 && says < 0xf0) return
    n += says >> 4
    bits.take(says & 15)
  }
}

/** A scan's bits, one after another. A 0 behind each 255 is not of them; at a marker there is nothing more but zeros. */
const bitsFrom = (bytes: Uint8Array, from: number) => {
  let [at, held, many, isBroken] = [from, 0, 0, false]
  const fill = () => {
    while (many <= 16) {
      const byte = bytes[at] ?? 0xff
      const isMarker = byte === 0xff && bytes[at + 1] !== 0
      held = ((held << 8) | (isMarker ? 0 : byte)) & 0xffffff
      if (!isMarker) at += byte === 0xff ? 2 : 1
      many += 8
    }
  }
  const take = (some: number): number => {
    fill()
    many -= some
    return (held >> many) & ((1 << some) - 1)
  }
  return {
    take,
    /** What the next code says. */
    code(codes: Codes): number {
      fill()
      const found = codes[(held >> (many - 16)) & 0xffff]!
      if (!found) isBroken = true
      many -= found >> 8
      return found & 0xff
    },
    /** A number of that many bits; one that begins with a zero is below none. */
    difference(some: number): number {
      const value = take(some)
      return some > 0 && value < 1 << (some - 1) ? value - (1 << some) + 1 : value
    },
    restart() {
      while (at < bytes.length && !(bytes[at] === 0xff && isRestart(bytes[at + 1]))) at += 1
      ;[at, held, many] = [at + 2, 0, 0]
    },
    /** Whether there is no more to come, or what came is no code. */
    isOver: () => isBroken || at >= bytes.length,
  }
}
