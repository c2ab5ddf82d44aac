import { inflateRawSync } from 'node:zlib'
import { docxType, FileRefused, type FileType, xlsxType } from './files'

/** One file inside a zip, as its central directory declares it; nothing is unpacked for this. Bytes. */
export type Packed = { name: string; method: number; packed: number; unpacked: number; at: number; encrypted: boolean }

const most = { entries: 2000, unpacked: 60 * 1024 * 1024, ratio: 150 }
/** What is small may be as empty as it likes: a sheet of blanks packs a thousandfold. */
const small = 4 * 1024 * 1024

/** The central directory of a zip; undefined if these bytes have none that can be read. */
export function directory(bytes: Uint8Array): readonly Packed[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === undefined) return undefined
  const [here, count, start] = [
    view.getUint16(end + 8, true),
    view.getUint16(end + 10, true),
    view.getUint32(end + 16, true),
  ]
  // in parts, or so large that its numbers stand elsewhere: nobody's list or minutes
  if (here !== count || count === 0xffff || start === 0xffffffff) return undefined
  const entries: Packed[] = []
  let at = start
  for (let n = 0; n < count; n++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return undefined
    const [nameLength, extra, comment] = [28, 30, 32].map((o) => view.getUint16(at + o, true))
    entries.push({
      name: Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength)).toString(),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    })
    at += 46 + nameLength + extra + comment
  }
  return entries
}

/** The last record of a zip stands within the last 64 KB, before a comment. */
function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--)
    if (view.getUint32(at, true) === 0x06054b50) return at
  return undefined
}

/**
 * Throws `FileRefused` for what would grow beyond measure when it is unpacked, by what it declares of itself, and for what readers
 * may unpack otherwise than it declares. They unpack no more of a part than it declares.
 */
export function checkBomb(entries: readonly Packed[], bytes: number) {
  const unpacked = entries.reduce((sum, e) => sum + e.unpacked, 0)
  const isBomb = entries.length > most.entries || unpacked > most.unpacked
  if (isBomb || (unpacked > small && unpacked > bytes * most.ratio)) throw new FileRefused('bomb')
  if (entries.some(isUntrue) || isOverlapping(entries, bytes)) throw new FileRefused('bomb')
}

/** What takes more than this is not nothing, however it is packed. */
const nothing = 16
const elsewhere = 0xffffffff

/** Whether a part's sizes can't both be so, or stand elsewhere: of those a reader makes what it likes. */
const isUntrue = ({ method, packed, unpacked, at }: Packed): boolean =>
  [packed, unpacked, at].includes(elsewhere) ||
  (method === 0 ? packed !== unpacked : unpacked === 0 ? packed > nothing : packed === 0)

/** Whether two parts share their bytes or their name: one small part may stand for thousands. */
const isOverlapping = (entries: readonly Packed[], bytes: number): boolean => {
  const inOrder = [...entries].sort((a, b) => a.at - b.at)
  return (
    new Set(entries.map((e) => e.name)).size < entries.length ||
    inOrder.some((e, i) => e.at + 30 + e.packed > (inOrder[i + 1]?.at ?? bytes))
  )
}

/**
 * Which kind of Office file a zip is; undefined if neither. Throws `FileRefused` for macros, passwords inside, and for what
 * would unpack beyond measure. A few kilobytes of it are unpacked: the list of what it holds.
 */
export function officeType(bytes: Uint8Array): FileType | undefined {
  const entries = directory(bytes)
  if (!entries) return undefined
  checkBomb(entries, bytes.length)
  const has = (name: string) => entries.some((e) => e.name === name)
  const type = has('xl/workbook.xml') ? xlsxType : has('word/document.xml') ? docxType : undefined
  if (!type) return undefined
  if (entries.some((e) => e.encrypted)) throw new FileRefused('locked')
  const list = entries.find((e) => e.name === '[Content_Types].xml')
  const types = list && unpackSmall(bytes, list)
  const isMacro = (e: Packed) => /(^|\/)(vbaProject\w*\.bin|macrosheets\/|vbaData\.xml)/i.test(e.name)
  if (entries.some(isMacro) || (types && /macroEnabled|vbaProject/i.test(types))) throw new FileRefused('macros')
  return types ? type : undefined
}

const listBytes = 1024 * 1024

/** Unpacks one small part; undefined if it isn't whole. However little it declares, no more than 1 MB is unpacked. */
function unpackSmall(bytes: Uint8Array, { at, method, packed }: Packed): string | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (at + 30 > view.byteLength) return undefined
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const part = bytes.subarray(start, start + packed)
  try {
    return (method === 0 ? Buffer.from(part) : inflateRawSync(part, { maxOutputLength: listBytes })).toString()
  } catch {
    return undefined
  }
}
