import type { Measured } from './recording'

/** Elements whose contents are read on; all others are stepped over whole. */
const opened = new Set([0x18538067, 0x1549a966, 0x1654ae6b, 0xae, 0x1f43b675, 0xa0])
const [timecodeScale, trackType, clusterTime, simpleBlock, block] = [0x2ad7b1, 0x83, 0xe7, 0xa3, 0xa1]

/**
 * How long a WebM is, by its last block: a browser that records writes no length into the head, and doesn't know how long a
 * cluster will be while it writes it. Undefined where no block is found.
 */
export function measureWebm(bytes: Uint8Array): Measured | undefined {
  let [at, nanoseconds, cluster, last, hasVideo] = [0, 1_000_000, 0, -1, false]
  while (at < bytes.length) {
    const id = number(bytes, at, true)
    const size = id && number(bytes, at + id.length, false)
    if (!size) break
    const from = at + id.length + size.length
    const value = () => bytes.subarray(from, from + size.value).reduce((sum, byte) => sum * 256 + byte, 0)
    if (id.value === timecodeScale) nanoseconds = value()
    if (id.value === trackType) hasVideo ||= value() === 1
    if (id.value === clusterTime) cluster = value()
    if (id.value === simpleBlock || id.value === block) {
      const track = number(bytes, from, false)?.length ?? 0
      if (from + track + 2 > bytes.length) break
      const since = ((bytes[from + track]! << 24) >> 16) | bytes[from + track + 1]!
      last = Math.max(last, cluster + since)
    }
    at = opened.has(id.value) ? from : from + size.value
  }
  return last < 0 ? undefined : { seconds: (last * nanoseconds) / 1e9, hasVideo }
}

/** EBML's number: as many bytes as zeros stand before its first 1. An id keeps that 1; a size doesn't. */
function number(bytes: Uint8Array, at: number, keepsMark: boolean) {
  const first = bytes[at] ?? 0
  const length = Math.clz32(first) - 23
  if (first === 0 || at + length > bytes.length) return undefined
  let value = keepsMark ? first : first & (0xff >> length)
  for (const byte of bytes.subarray(at + 1, at + length)) value = value * 256 + byte
  return { value, length }
}
