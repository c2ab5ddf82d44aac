import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { TableRecord } from '../store/table'
import { CannotMove, type Counts, formatVersion, type Header, header, line } from './format'

/** A file with its content, as it was kept. */
export type MovedFile = { id: string; name: string; type: string; content: Uint8Array }
/** What an export tells, one after the other, with the line that it stands on. */
export type Met =
  | { header: Header }
  | { at: number; record: TableRecord }
  | { at: number; file: MovedFile }
  | { end: { sum: string; counts: Counts } }

/** No line that we write is longer: an item at its largest, escaped. */
const longestLine = 4 * 1024 * 1024

/**
 * Reads an export, `.gz` or plain, and checks as it goes: each line's form, each file's hash, the sums, the counts and
 * that there is an end and nothing behind it. Throws `CannotMove` that names the line; what came before isn't to be trusted
 * until the end was met.
 */
export async function* readExport(path: string): AsyncGenerator<Met> {
  const hash = createHash('sha256')
  const counts: Counts = { items: 0, marks: 0, numbers: 0, files: 0 }
  let [at, lastSum] = [0, 0]
  let file: (Omit<MovedFile, 'content'> & { bytes: number; sha256: string; pieces: Buffer[]; at: number }) | undefined
  let ended = false
  const broken = (why: string) => new CannotMove(`第${at}行${why}。请重新取一份导出文件再来。`)
  const summed = (sum: string) => {
    if (sum !== hash.copy().digest('hex')) throw broken(`的校验和不对：第${lastSum + 1}到${at - 1}行里有内容被改过`)
    lastSum = at
  }

  for await (const bytes of linesIn(path)) {
    at++
    if (ended) throw broken('在结尾以后，多出来了')
    const value = parsed(bytes)
    if (at === 1) {
      const first = header.safeParse(value)
      if (!first.success) throw new CannotMove('这不是明务的导出文件。请选 npm run export 写出的那一份。')
      if (first.data.v > formatVersion)
        throw new CannotMove('这份导出文件是更新版本的明务写的。请先把这里的明务升级到同一版本。')
      yield { header: first.data }
      hash.update(bytes)
      continue
    }
    const read = line.safeParse(value)
    if (!read.success) throw broken('读不出来，文件被改过或没有写完')
    const said = read.data
    if (file && !('piece' in said)) throw broken('之前的文件内容不全')

    if ('end' in said) {
      summed(said.sum)
      if (said.lines !== at - 1 || JSON.stringify(said.end) !== JSON.stringify(counts))
        throw broken('说的数目和实际不符')
      ended = true
      yield { end: { sum: said.sum, counts } }
    } else if ('sum' in said) summed(said.sum)
    else if ('file' in said) file = { ...said.file, pieces: [], at }
    else if (!('piece' in said)) {
      if ('item' in said) counts.items++
      else if ('marks' in said) counts.marks++
      else counts.numbers++
      yield { at, record: said as TableRecord }
    } else if (file) file.pieces.push(Buffer.from(said.piece, 'base64'))
    else throw broken('是一段文件内容，前面没有文件名')

    if (file && file.pieces.reduce((sum, { length }) => sum + length, 0) >= file.bytes) {
      const content = Buffer.concat(file.pieces)
      if (createHash('sha256').update(content).digest('hex') !== file.sha256)
        throw broken(`的文件内容不对：从第${file.at}行起被改过`)
      counts.files++
      yield { at: file.at, file: { id: file.id, name: file.name, type: file.type, content } }
      file = undefined
    }
    hash.update(bytes)
  }
  if (!ended) throw new CannotMove(`导出文件不完整：到第${at}行就断了。请重新取一份导出文件再来。`)
}

const parsed = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return undefined
  }
}

/** Lines with their line feed. By hand, for node's own reader also parts lines at U+2028, which JSON leaves as it is. */
async function* linesIn(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer[] = []
  let length = 0
  try {
    for await (const part of bytesIn(path)) {
      let from = 0
      for (let feed = part.indexOf(10); feed >= 0; feed = part.indexOf(10, from)) {
        yield Buffer.concat([...rest, part.subarray(from, feed + 1)])
        rest = []
        length = 0
        from = feed + 1
      }
      rest.push(part.subarray(from))
      length += part.length - from
      if (length > longestLine) throw new CannotMove('这不是明务的导出文件：有一行太长。')
    }
  } catch (error) {
    if (!/^Z_/.test((error as NodeJS.ErrnoException).code ?? '')) throw error
    throw new CannotMove('压缩文件已损坏或没有下载完。请重新取一份导出文件再来。')
  }
  if (length > 0) yield Buffer.concat(rest)
}

function bytesIn(path: string): AsyncIterable<Buffer> {
  const bytes = createReadStream(path)
  return path.endsWith('.gz') ? pipeline(bytes, createGunzip(), () => {}) : bytes
}
