import { unzipSync } from 'fflate'
import { checkBomb, directory } from '../files/archive'
import { FileRefused } from '../files/files'
import { PaperRefused } from './jobs'

const broken = '这个文件读不出来，可能已经损坏。请另存一份再传。'

/** Throws `PaperRefused` for what is no archive, or would grow beyond measure: before any reader unpacks it. */
export const checkPacked = (bytes: Uint8Array): void => {
  const entries = directory(bytes)
  if (!entries) throw new PaperRefused(broken)
  try {
    checkBomb(entries, bytes.length)
  } catch (e) {
    throw e instanceof FileRefused ? new PaperRefused(e.message) : e
  }
}

/** The parts of an Office file that are wanted, unpacked. Throws `PaperRefused` for what would grow beyond measure. */
export const unpack = (bytes: Uint8Array, wanted: (name: string) => boolean): Readonly<Record<string, Uint8Array>> => {
  checkPacked(bytes)
  try {
    return unzipSync(bytes, { filter: ({ name }) => wanted(name) })
  } catch (e) {
    if (e instanceof RangeError) throw e
    throw new PaperRefused(broken)
  }
}

/** The names of everything that is packed in it. */
export const packedNames = (bytes: Uint8Array): readonly string[] => (directory(bytes) ?? []).map((e) => e.name)

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The words of Office XML: runs joined as they are read, paragraphs and cells apart; also what was struck out stays in the file. */
export const wordsOfXml = (part: Uint8Array): string =>
  new TextDecoder()
    .decode(part)
    .replace(/<w:(tab|br|cr)\b[^<>]*>|<\/(w:p|a:p|w:tc|si|text|comment)>/g, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex, dec, name) =>
      name
        ? (entities[name] ?? all)
        : String.fromCodePoint(Math.min(0x10ffff, hex ? Number.parseInt(hex, 16) : Number(dec))),
    )
