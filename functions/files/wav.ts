import type { Measured } from './recording'

/** How long a WAV is, by the bytes that are there: one that was written while it was recorded may not say how many. */
export function measureWav(bytes: Uint8Array): Measured | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let [at, perSecond] = [12, 0]
  while (at + 8 < bytes.length) {
    const name = String.fromCharCode(...bytes.subarray(at, at + 4))
    const size = view.getUint32(at + 4, true)
    const from = at + 8
    if (name === 'fmt ' && from + 12 <= bytes.length) perSecond = view.getUint32(from + 8, true)
    if (name === 'data') {
      const there = Math.min(size || Number.POSITIVE_INFINITY, bytes.length - from)
      return perSecond > 0 ? { seconds: there / perSecond, hasVideo: false } : undefined
    }
    at = from + size + (size % 2)
  }
  return undefined
}
