import type { Measured } from './recording'

/** How long an Ogg of Opus or Vorbis is, by the position of its last page. Undefined where no page tells. */
export function measureOgg(bytes: Uint8Array): Measured | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const says = (at: number, text: string) => String.fromCharCode(...bytes.subarray(at, at + text.length)) === text
  let [at, rate, skipped, last, hasVideo] = [0, 0, 0, 0n, false]
  while (at + 27 < bytes.length && says(at, 'OggS')) {
    const from = at + 27 + bytes[at + 26]!
    const isWhole = from + 16 <= bytes.length
    if (isWhole && says(from, 'OpusHead')) [rate, skipped] = [48_000, view.getUint16(from + 10, true)]
    if (isWhole && says(from, '\x01vorbis')) rate = view.getUint32(from + 12, true)
    if (says(from, '\x80theora')) hasVideo = true
    // a page on which nothing ends says -1
    const position = view.getBigInt64(at + 6, true)
    if (position > last) last = position
    at = from + bytes.subarray(at + 27, from).reduce((sum, length) => sum + length, 0)
  }
  const samples = Number(last) - skipped
  return rate > 0 && samples > 0 ? { seconds: samples / rate, hasVideo } : undefined
}
