import type { Measured } from './recording'

const opened = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'mvex', 'moof', 'traf'])

/**
 * How long an MP4 is, by its samples: the head of one that a browser records is written before the end is known and says
 * the length of the first piece alone. Undefined where no sample is counted.
 */
export function measureMp4(bytes: Uint8Array): Measured | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let [at, timescale, units, usual, hasVideo] = [0, 0, 0, 0, false]
  while (at + 8 <= bytes.length) {
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const short = view.getUint32(at)
    const head = short === 1 ? 16 : 8
    if (at + head > bytes.length) break
    const size = short === 1 ? Number(view.getBigUint64(at + 8)) : short === 0 ? bytes.length - at : short
    if (size < head) break
    const [from, end] = [at + head, Math.min(at + size, bytes.length)]
    at = opened.has(name) ? from : at + size
    if (from + 12 > end) continue
    const flags = view.getUint32(from) & 0xffffff
    const word = (n: number) => (from + 4 * n + 4 <= end ? view.getUint32(from + 4 * n) : 0)
    if (name === 'hdlr') hasVideo ||= word(2) === 0x76696465
    if (name === 'mdhd') timescale = Math.max(timescale, word(bytes[from] === 1 ? 5 : 3))
    if (name === 'trex') usual = word(3)
    if (name === 'tfhd' && flags & 8) usual = word(2 + (flags & 1 ? 2 : 0) + (flags & 2 ? 1 : 0))
    if (name === 'stts') units += sum(end - from, word(1), 2, 2, (n) => word(n) * word(n + 1))
    if (name === 'trun') {
      const start = 2 + (flags & 1) + ((flags >> 2) & 1)
      const width = [0x100, 0x200, 0x400, 0x800].filter((bit) => flags & bit).length
      units += flags & 0x100 ? sum(end - from, word(1), start, width, word) : word(1) * usual
    }
  }
  return units > 0 && timescale > 0 ? { seconds: units / timescale, hasVideo } : undefined
}

/** Adds up a table of `count` rows of `width` words, which begins at word `start` of a box of so many bytes. */
function sum(bytes: number, count: number, start: number, width: number, of: (word: number) => number): number {
  const rows = Math.min(count, Math.floor((bytes / 4 - start) / width))
  let total = 0
  for (let row = 0; row < rows; row++) total += of(start + row * width)
  return total
}
