import { squared } from './gray'
import { grayOfJpeg } from './grayOfJpeg'
import { grayOfPng } from './grayOfPng'

const side = 32
/** How many waves a side are looked at, and how many of them in all, the longest first. */
const waves = 9
const signs = 64

/** Steps between black and white that half of the waves must reach: blank paper, a wall or a dark room stay far below. */
const faintest = 0.1

/**
 * What a picture looks like, in 16 hex characters that hardly change when it is saved again, made smaller, lighter or darker:
 * the signs of the 64 longest waves (of a cosine transform) that it is the sum of. Undefined where nearly nothing is seen, and
 * for what isn't read: WebP (phones and browsers make every photo a JPEG before they send it), laced PNG, a broken file.
 */
export async function lookOf(bytes: Uint8Array): Promise<string | undefined> {
  const gray = bytes[0] === 0xff ? grayOfJpeg(bytes) : bytes[0] === 0x89 ? await grayOfPng(bytes) : undefined
  if (!gray) return undefined
  const found = wavesOf(squared(gray, side))
  const middle = found.map(Math.abs).sort((a, b) => a - b)[signs / 2]!
  if (middle < faintest) return undefined
  const hex = Array.from({ length: signs / 4 }, (_, i) =>
    found.slice(i * 4, i * 4 + 4).reduce((bits, wave) => bits * 2 + Number(wave > 0), 0),
  )
  return hex.map((digit) => digit.toString(16)).join('')
}

/** Which waves, by how often they go up and down across and down the picture, the longest first; not the mean. */
const longest = Array.from({ length: waves * waves }, (_, i) => [i % waves, Math.floor(i / waves)] as const)
  .slice(1)
  .sort((a, b) => a[0] + a[1] - b[0] - b[1] || a[0] - b[0])
  .slice(0, signs)

const cosines = Array.from({ length: waves }, (_, wave) =>
  Array.from({ length: side }, (_, x) => Math.cos(((2 * x + 1) * wave * Math.PI) / (2 * side))),
)

/** How strong each wave is, in the picture's own steps of light. */
const wavesOf = (squares: Float32Array): readonly number[] => {
  const rows = Array.from({ length: side }, (_, y) => squares.subarray(y * side, (y + 1) * side))
  const across = rows.map((row) => cosines.map((cosine) => row.reduce((sum, light, x) => sum + light * cosine[x]!, 0)))
  return longest.map(
    ([x, y]) => across.reduce((sum, row, at) => sum + row[x]! * cosines[y]![at]!, 0) / ((side * side) / 2),
  )
}
