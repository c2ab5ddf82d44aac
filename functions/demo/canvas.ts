import { deflateSync } from 'node:zlib'

export type Colour = readonly [number, number, number]
type Point = readonly [number, number]

/** A sheet of 640 × 480 pixels that knows polygons and discs, and is kept as a PNG. */
export const canvas = (width = 640, height = 480) => {
  const pixels = Buffer.alloc((width * 3 + 1) * height)
  const span = (y: number, from: number, to: number, [r, g, b]: Colour) => {
    for (let x = Math.max(0, Math.round(from)); x < Math.min(width, Math.round(to)); x++) {
      const at = y * (width * 3 + 1) + 1 + x * 3
      pixels[at] = r
      pixels[at + 1] = g
      pixels[at + 2] = b
    }
  }
  return {
    polygon(points: readonly Point[], colour: Colour) {
      for (let y = 0; y < height; y++) {
        const crossings = points
          .flatMap(([x1, y1], i) => {
            const [x2, y2] = points[(i + 1) % points.length]
            return y1 <= y !== y2 <= y ? [x1 + ((y - y1) * (x2 - x1)) / (y2 - y1)] : []
          })
          .sort((a, b) => a - b)
        for (let i = 0; i + 1 < crossings.length; i += 2) span(y, crossings[i], crossings[i + 1], colour)
      }
    },
    rectangle(x: number, y: number, w: number, h: number, colour: Colour) {
      for (let row = Math.max(0, y); row < Math.min(height, y + h); row++) span(row, x, x + w, colour)
    },
    disc(x: number, y: number, rx: number, colour: Colour, ry = rx) {
      for (let row = Math.max(0, Math.ceil(y - ry)); row < Math.min(height, y + ry); row++) {
        const half = rx * Math.sqrt(1 - ((row - y) / ry) ** 2)
        span(row, x - half, x + half, colour)
      }
    },
    /** From one colour at the top to another further down. */
    shade(from: Colour, to: Colour, y0: number, y1: number) {
      for (let y = y0; y < y1; y++) {
        const part = (y - y0) / (y1 - y0)
        span(y, 0, width, [0, 1, 2].map((i) => Math.round(from[i] + (to[i] - from[i]) * part)) as unknown as Colour)
      }
    },
    png(): Uint8Array<ArrayBuffer> {
      const header = Buffer.alloc(13)
      header.writeUInt32BE(width, 0)
      header.writeUInt32BE(height, 4)
      // eight bits a colour, red green blue
      header.set([8, 2, 0, 0, 0], 8)
      const signature = Buffer.from('89504e470d0a1a0a', 'hex')
      const parts = [
        signature,
        chunk('IHDR', header),
        chunk('IDAT', deflateSync(pixels)),
        chunk('IEND', Buffer.alloc(0)),
      ]
      return new Uint8Array(Buffer.concat(parts))
    },
  }
}

const chunk = (name: string, content: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** PNG's own sum of a chunk; node:zlib has it only from 20.15 on. */
const crc32 = (bytes: Buffer): number => {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let i = 0; i < 8; i++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return (sum ^ 0xffffffff) >>> 0
}
