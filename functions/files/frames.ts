import type { Measured } from './recording'

type Frame = { bytes: number; samples: number; rate: number }

/** How long a recording is that is nothing but frames, by counting them. Undefined where none is found. */
const measureFrames = (bytes: Uint8Array, frameAt: (at: number) => Frame | undefined): Measured | undefined => {
  let [at, seconds] = [afterTag(bytes), 0]
  while (at >= 0 && at < bytes.length) {
    const frame = frameAt(at)
    if (frame) seconds += frame.samples / frame.rate
    // between frames stands what others have noted: on to where the next may begin
    at = frame ? at + frame.bytes : bytes.indexOf(0xff, at + 1)
  }
  return seconds > 0 ? { seconds, hasVideo: false } : undefined
}

/** Where an ID3 tag ends that stands before the sound; each byte of its size has seven bits. */
const afterTag = (bytes: Uint8Array): number => {
  if (String.fromCharCode(...bytes.subarray(0, 3)) !== 'ID3') return 0
  return 10 + bytes.subarray(6, 10).reduce((size, byte) => size * 128 + byte, 0)
}

const kilobits = {
  one: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0],
  two: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0],
}

/** MP3: layer III of MPEG 1, 2 and 2.5, at a steady or a changing bit rate. */
export const measureMp3 = (bytes: Uint8Array): Measured | undefined =>
  measureFrames(bytes, (at) => {
    const [sync, kind, rates] = [bytes[at], bytes[at + 1] ?? 0, bytes[at + 2] ?? 0]
    const version = (kind >> 3) & 3
    if (sync !== 0xff || (kind & 0xe6) !== 0xe2 || version === 1) return undefined
    const isOne = version === 3
    const bits = 1000 * kilobits[isOne ? 'one' : 'two'][rates >> 4]!
    const rate = ([44_100, 48_000, 32_000][(rates >> 2) & 3] ?? 0) / (isOne ? 1 : version === 2 ? 2 : 4)
    const samples = isOne ? 1152 : 576
    if (!bits || !rate) return undefined
    return { bytes: Math.floor(((samples / 8) * bits) / rate) + ((rates >> 1) & 1), samples, rate }
  })

const aacRates = [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8000, 7350]

/** AAC as a stream of its own (ADTS). */
export const measureAac = (bytes: Uint8Array): Measured | undefined =>
  measureFrames(bytes, (at) => {
    const byte = (n: number) => bytes[at + n] ?? 0
    if (byte(0) !== 0xff || (byte(1) & 0xf6) !== 0xf0) return undefined
    const rate = aacRates[(byte(2) >> 2) & 15]
    const length = ((byte(3) & 3) << 11) | (byte(4) << 3) | (byte(5) >> 5)
    if (!rate || length < 7) return undefined
    return { bytes: length, samples: 1024 * ((byte(6) & 3) + 1), rate }
  })
