import { createWriteStream, existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { exportAll } from './exportAll'
import { CannotMove, type Counts, type Store } from './format'

const blockChars = 64 * 1024

/**
 * Writes an export to a file that isn't there yet, packed where the name ends in `.gz`. It stands under its name only when
 * it is whole. Only the owner may read it: it holds everything. Returns how many of each kind.
 */
export async function writeExport(store: Store, to: string, at: string): Promise<Counts> {
  if (existsSync(to)) throw new CannotMove(`${to} 已经有了，没有覆盖。请换一个文件名。`)
  const part = `${to}.part`
  const lines = exportAll(store, at)
  let counts: Counts | undefined
  async function* blocks() {
    let block = ''
    for (let next = await lines.next(); ; next = await lines.next()) {
      if (next.done) {
        counts = next.value
        break
      }
      block += next.value
      if (block.length < blockChars) continue
      yield Buffer.from(block)
      block = ''
    }
    yield Buffer.from(block)
  }
  try {
    const packed = to.endsWith('.gz') ? createGzip() : new PassThrough()
    // flush: what is renamed is on the disk
    await pipeline(Readable.from(blocks()), packed, createWriteStream(part, { mode: 0o600, flush: true }))
    await rename(part, to)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
  return counts!
}
