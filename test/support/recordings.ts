import type { FileType } from '../../functions/files/files'
import { be, bytesOf, le, type Part } from './bytes'

/** A recording of silence of each type, as long as is asked; the smallest that counts as one. */
export const recordings = {
  'audio/wav': (seconds: number) => wav(seconds),
  // MPEG-2 layer III, 8 kbit/s at 16 kHz: frames of 576 samples in 36 bytes
  'audio/mpeg': (seconds: number) => repeated([0xff, 0xf3, 0x18, 0xc4], 36, (seconds * 16_000) / 576),
  // AAC in ADTS at 16 kHz: frames of 1024 samples in 16 bytes
  'audio/aac': (seconds: number) => repeated([0xff, 0xf1, 0x60, 0x40, 0x02, 0x1f, 0xfc], 16, (seconds * 16_000) / 1024),
  'audio/ogg': (seconds: number) => ogg(opusHead, seconds * 48_000),
  'audio/webm': (seconds: number) => webm(seconds),
  'audio/mp4': (seconds: number) => mp4(seconds),
} as const satisfies Partial<Record<FileType, (seconds: number) => Uint8Array<ArrayBuffer>>>

export type AudioType = keyof typeof recordings

/** 8 bits at 8 kHz; `said` is how many bytes of sound its head counts. */
export const wav = (seconds: number, said = seconds * 8000) => {
  const format = bytesOf(le(1, 2), le(1, 2), le(8000, 4), le(8000, 4), le(1, 2), le(8, 2))
  const data = bytesOf('data', le(said, 4), new Uint8Array(seconds * 8000))
  return bytesOf('RIFF', le(36 + said, 4), 'WAVE', 'fmt ', le(16, 4), format, data)
}

const opusHead = bytesOf('OpusHead', [1, 1], le(0, 2), le(48_000, 4), le(0, 2), [0])
/** Three pages: its head, a page on which nothing ends, and the last sound at this position. */
export const ogg = (head: Uint8Array, position: number) =>
  bytesOf(oggPage(2, le(0, 8), 0, head), oggPage(0, Array(8).fill(255), 1, [0]), oggPage(4, le(position, 8), 2, [0]))

/** As a browser records it: no length in the head, and clusters that don't say where they end. `track`: 1 film, 2 sound. */
export function webm(seconds: number, track = 2) {
  const unknown = [0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]
  const head = element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], bytesOf('webm')))
  const info = element([0x15, 0x49, 0xa9, 0x66], element([0x2a, 0xd7, 0xb1], be(1_000_000, 3)))
  const tracks = element([0x16, 0x54, 0xae, 0x6b], element([0xae], element([0x83], [track])))
  const clusters = Array.from({ length: Math.floor(seconds / 10) + 1 }, (_, n) =>
    bytesOf(
      [0x1f, 0x43, 0xb6, 0x75],
      unknown,
      element([0xe7], be(n * 10_000, 4)),
      element([0xa3], bytesOf([0x81], be(Math.round(Math.min(10, seconds - n * 10) * 1000), 2), [0x80, 0xf8])),
    ),
  )
  return bytesOf(head, [0x18, 0x53, 0x80, 0x67], unknown, info, tracks, ...clusters)
}

/** As a phone keeps it: its samples are counted in a table. */
export const mp4 = (seconds: number, handler = 'soun', brand = 'M4A ') => {
  const table = box('stts', be(0, 4), be(1, 4), be((seconds * 16_000) / 1000, 4), be(1000, 4))
  return bytesOf(box('ftyp', brand, be(0, 4), brand), box('moov', trak(handler, seconds * 16_000, table)), box('mdat'))
}

/** As a browser records it: its head was written after the first piece, and each piece counts its own samples. */
export const mp4InPieces = (seconds: number, { each = true } = {}) => {
  const usual = box('mvex', box('trex', be(0, 4), be(1, 4), be(1, 4), be(each ? 0 : 16_000, 4), be(0, 4), be(0, 4)))
  const piece = box(
    'moof',
    box(
      'traf',
      box('tfhd', be(0x020000, 4), be(1, 4)),
      each
        ? box('trun', be(0x000301, 4), be(2, 4), be(0, 4), be(6000, 4), be(5, 4), be(10_000, 4), be(5, 4))
        : box('trun', be(0x000201, 4), be(1, 4), be(0, 4), be(5, 4)),
    ),
  )
  const pieces = Array.from({ length: seconds }, () => bytesOf(piece, box('mdat', [1, 2])))
  return bytesOf(box('ftyp', 'isom', be(512, 4), 'isom'), box('moov', trak('soun', 1000), usual), ...pieces)
}

const trak = (handler: string, units: number, ...table: Part[]) =>
  box(
    'trak',
    box(
      'mdia',
      box('mdhd', be(0, 4), be(0, 4), be(0, 4), be(16_000, 4), be(units, 4), be(0, 4)),
      box('hdlr', be(0, 4), be(0, 4), handler, be(0, 4)),
      box('minf', box('stbl', ...table)),
    ),
  )

const box = (name: string, ...parts: Part[]) => {
  const content = bytesOf(...parts)
  return bytesOf(be(content.length + 8, 4), name, content)
}
const element = (id: readonly number[], content: Part) =>
  bytesOf(id, [0x10, ...be(bytesOf(content).length, 3)], bytesOf(content))
const repeated = (head: readonly number[], length: number, times: number) => {
  const frame = bytesOf(head, new Uint8Array(length - head.length))
  return bytesOf(...Array.from({ length: Math.round(times) }, () => frame))
}
const oggPage = (kind: number, position: readonly number[], no: number, content: Part) => {
  const packet = bytesOf(content)
  return bytesOf('OggS', [0, kind], position, le(1, 4), le(no, 4), le(0, 4), [1, packet.length], packet)
}
