import { createInflate } from 'node:zlib'
import type { Gray } from './gray'

type Head = { width: number; height: number; depth: number; kind: number }

/** How many numbers a pixel has: gray, colours, a place in a palette, and the first two with transparency. */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** Larger than any screen; a plain one of some kilobytes unpacks to that much, which takes a second. */
const mostPixels = 24e6
/** A line stands in memory whole. */
const mostWide = 32_768

/** What is left of the shorter side. */
const shortest = 64

/**
 * A PNG made small, in gray, read line by line so that it never stands in memory whole. Undefined for what is laced (as hardly
 * any is) and for what breaks off.
 */
export async function grayOfPng(bytes: Uint8Array): Promise<Gray | undefined> {
  const { head, palette, parts } = chunks(bytes)
  if (!head || !(head.kind in samples)) return undefined
  const { width, height, depth, kind } = head
  const many = samples[kind]!
  const apart = Math.max(1, (many * depth) >> 3)
  const length = Math.ceil((width * many * depth) / 8)
  const side = Math.max(1, Math.floor(Math.min(width, height) / shortest))
  const columns = Math.ceil(width / side)
  const light = new Float32Array(columns * Math.ceil(height / side))
  const counts = new Float32Array(light.length)
  const lightOf = lightsOf(head, palette)
  let [line, before] = [new Uint8Array(length + 1), new Uint8Array(length + 1)]
  let [filled, y] = [0, 0]

  const inflate = createInflate()
  inflate.on('error', () => {})
  for (const part of parts) inflate.write(part)
  inflate.end()
  try {
    for await (const chunk of inflate as AsyncIterable<Uint8Array>) {
      for (let at = 0; at < chunk.length && y < height; ) {
        const some = chunk.subarray(at, at + line.length - filled)
        line.set(some, filled)
        at += some.length
        filled += some.length
        if (filled < line.length) continue
        unfilter(line, before, apart)
        const row = Math.floor(y / side) * columns
        for (let x = 0; x < width; x++) {
          const square = row + Math.floor(x / side)
          light[square]! += lightOf(line, x)
          counts[square]! += 1
        }
        ;[line, before, filled] = [before, line, 0]
        y += 1
      }
      // what is packed behind the last line may be without end
      if (y === height) break
    }
  } catch {
    return undefined
  }
  if (y < height) return undefined
  return { way: 1, across: width / side, down: height / side, columns, light: light.map((sum, i) => sum / counts[i]!) }
}

function chunks(bytes: Uint8Array): { head?: Head; palette?: Uint8Array; parts: readonly Uint8Array[] } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: Uint8Array[] = []
  let [head, palette]: [Head?, Uint8Array?] = []
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const body = bytes.subarray(at + 8, at + 8 + view.getUint32(at))
    if (name === 'IDAT') parts.push(body)
    if (name === 'PLTE') palette = body
    if (name !== 'IHDR' || body.length < 13) continue
    const [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)]
    const [depth = 0, kind = 0, , , laced] = body.subarray(8)
    if (!width || !height || width > mostWide || width * height > mostPixels || laced) break
    head = { width, height, depth, kind }
  }
  return { head, palette, parts }
}

/** Each byte was written as what it differs from the one before, above, their mean, or the likeliest of three. */
function unfilter(line: Uint8Array, before: Uint8Array, apart: number) {
  const how = line[0]!
  if (how === 0) return
  for (let i = 1; i < line.length; i++) {
    const left = i > apart ? line[i - apart]! : 0
    const up = before[i]!
    const corner = i > apart ? before[i - apart]! : 0
    line[i]! += how === 1 ? left : how === 2 ? up : how === 3 ? (left + up) >> 1 : likeliest(left, up, corner)
  }
}

const likeliest = (left: number, up: number, corner: number): number => {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

/** How light the pixel `x` of a line is, 0 to 255; what is transparent lies on white. */
function lightsOf(
  { depth, kind }: Head,
  palette: Uint8Array = new Uint8Array(),
): (line: Uint8Array, x: number) => number {
  const gray = (r = 0, g = 0, b = 0) => 0.299 * r + 0.587 * g + 0.114 * b
  const wide = depth === 16 ? 2 : 1
  const many = samples[kind]! * wide
  const over = (light: number, opaque = 255) => 255 + ((light - 255) * opaque) / 255
  const sample = (line: Uint8Array, x: number): number =>
    depth >= 8
      ? line[1 + x * wide]!
      : (line[1 + ((x * depth) >> 3)]! >> (8 - depth - ((x * depth) & 7))) & ((1 << depth) - 1)
  if (kind === 3) {
    return (line, x) => {
      const at = sample(line, x) * 3
      return gray(palette[at], palette[at + 1], palette[at + 2])
    }
  }
  if (kind === 0) return (line, x) => (sample(line, x) * 255) / (depth < 8 ? (1 << depth) - 1 : 255)
  if (kind === 4) return (line, x) => over(line[1 + x * many]!, line[1 + x * many + wide])
  const at = (line: Uint8Array, from: number) => gray(line[from], line[from + wide], line[from + 2 * wide])
  return kind === 2
    ? (line, x) => at(line, 1 + x * many)
    : (line, x) => over(at(line, 1 + x * many), line[1 + x * many + 3 * wide])
}
