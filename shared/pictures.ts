/**
 * The picture without what its camera wrote into it: place, time, device, owner, thumbnails, and whatever follows its end.
 * What is seen stays byte for byte, and a JPEG keeps which way up it is shown. The very same array where there is nothing to
 * take out, also for what is no JPEG, PNG or WebP, or is broken before its picture begins. Never throws.
 */
export function withoutPlace(bytes: Uint8Array): Uint8Array {
  const kept = startsWith(bytes, 0, '\xff\xd8')
    ? jpeg(bytes)
    : startsWith(bytes, 0, '\x89PNG\r\n\x1a\n')
      ? png(bytes)
      : startsWith(bytes, 0, 'RIFF') && startsWith(bytes, 8, 'WEBP')
        ? webp(bytes)
        : [bytes]
  const joined = new Uint8Array(kept.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of kept) {
    joined.set(part, at)
    at += part.length
  }
  return joined.length === bytes.length && joined.every((byte, i) => byte === bytes[i]) ? bytes : joined
}

const startsWith = (bytes: Uint8Array, at: number, text: string): boolean =>
  [...text].every((letter, i) => bytes[at + i] === letter.charCodeAt(0))
/** The number in so many bytes, the first of them weighing most, or least. */
const number = (bytes: Uint8Array, at: number, length: 2 | 4, little = false): number => {
  let value = 0
  for (let i = 0; i < length; i++) value = value * 256 + (bytes[at + (little ? length - 1 - i : i)] ?? 0)
  return value
}

/** Segments stand before, between and after the scans; a scan goes on until a marker that isn't part of it. */
function jpeg(bytes: Uint8Array): readonly Uint8Array[] {
  const kept: Uint8Array[] = []
  let [at, from, exifs] = [2, 0, 0]
  while (at < bytes.length) {
    const marker = bytes[at + 1] ?? 0
    const stands = bytes[at] !== 0xff || [0, 1, 0xff].includes(marker) || (marker >= 0xd0 && marker <= 0xd8)
    if (stands) {
      const next = bytes.indexOf(0xff, at + 1)
      at = next < 0 ? bytes.length : next
      continue
    }
    if (marker === 0xd9) return [...kept, bytes.subarray(from, at + 2)]
    const next = at + 2 + number(bytes, at + 2, 2)
    if (next < at + 4 || next > bytes.length) return [bytes]
    if (isNote(bytes, at, marker)) {
      kept.push(bytes.subarray(from, at))
      from = next
      if (startsWith(bytes, at + 4, 'Exif\0\0') && exifs++ === 0) kept.push(upright(orientation(bytes, at + 10, next)))
    }
    at = next
  }
  return [...kept, bytes.subarray(from)]
}

/** Whether a segment shows nothing: a picture's colours need its profile and Adobe's mark, and readers expect JFIF. */
function isNote(bytes: Uint8Array, at: number, marker: number): boolean {
  const needed: Readonly<Record<number, string>> = { 224: 'JFIF\0', 226: 'ICC_PROFILE\0', 238: 'Adobe' }
  const name = needed[marker]
  return name ? !startsWith(bytes, at + 4, name) : marker === 0xfe || (marker >= 0xe1 && marker <= 0xef)
}

/** Which way up a picture is to be shown, 1 to 8, by the notes that a TIFF keeps from `at`; 1 is as it lies. */
export function orientation(bytes: Uint8Array, at: number, end: number): number {
  const little = startsWith(bytes, at, 'II')
  const list = at + number(bytes, at + 4, 4, little)
  for (let n = 0; n < number(bytes, list, 2, little); n++) {
    const entry = list + 2 + n * 12
    if (entry + 12 > end) break
    if (number(bytes, entry, 2, little) === 0x0112) return number(bytes, entry + 8, 2, little)
  }
  return 1
}

/** The shortest segment that says it; nothing where there is nothing to say. */
function upright(way: number): Uint8Array {
  if (!(way > 1 && way <= 8)) return new Uint8Array()
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, way, 0, 0, 0, 0, 0, 0]
  return new Uint8Array([0xff, 0xe1, 0, 2 + 6 + tiff.length, 0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff])
}

/** Beside the critical chunks: transparency, colours, the size of a pixel, and moving pictures. */
const seen = ['tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'bKGD', 'pHYs', 'acTL', 'fcTL', 'fdAT']

function png(bytes: Uint8Array): readonly Uint8Array[] {
  const kept = [bytes.subarray(0, 8)]
  for (let at = 8, next = at; at < bytes.length; at = next) {
    next = at + 12 + number(bytes, at, 4)
    // a critical chunk begins with a capital
    const isKept = (bytes[at + 4]! & 0x20) === 0 || seen.some((name) => startsWith(bytes, at + 4, name))
    if (isKept) kept.push(bytes.subarray(at, next))
    if (startsWith(bytes, at + 4, 'IEND')) break
  }
  return kept
}

const shown = ['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']

function webp(bytes: Uint8Array): readonly Uint8Array[] {
  const end = Math.min(bytes.length, 8 + number(bytes, 4, 4, true))
  const kept: Uint8Array[] = []
  for (let at = 12, next = at; at < end; at = next) {
    const size = number(bytes, at + 4, 4, true)
    next = at + 8 + size + (size % 2)
    if (!shown.some((name) => startsWith(bytes, at, name))) continue
    const chunk = bytes.slice(at, Math.min(next, end))
    // its flags no longer promise notes
    if (startsWith(bytes, at, 'VP8X') && chunk.length > 8) chunk[8]! &= ~0x0c
    kept.push(chunk)
  }
  const size = 4 + kept.reduce((sum, chunk) => sum + chunk.length, 0)
  const head = bytes.slice(0, 12)
  for (let i = 0; i < 4; i++) head[4 + i] = Math.floor(size / 256 ** i) % 256
  return [head, ...kept]
}
