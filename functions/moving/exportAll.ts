import { createHash } from 'node:crypto'
import { everyRecord } from '../store/everyRecord'
import type { StoredFile } from '../store/fileStore'
import type { Item } from '../store/table'
import {
  type Counts,
  fingerprint,
  formatVersion,
  isSheet,
  type Line,
  linesPerSum,
  markerPk,
  pieceBytes,
  type Store,
} from './format'

/**
 * All that a store holds as lines of JSON, each with its line feed, in no order but that a file's content follows the item
 * that speaks of it. Never more than a page of records and one file is in memory. Lists that were written for somebody to
 * take away (`x…`) are left out: they can be written again. `at` is the instant that the first line tells.
 */
export async function* exportAll({ table, files, ...store }: Store, at: string): AsyncGenerator<string, Counts> {
  const counts: Counts = { items: 0, marks: 0, numbers: 0, files: 0 }
  const hash = createHash('sha256')
  let lines = 0
  let summedAt = 0
  const written = (value: object) => {
    const text = `${JSON.stringify(value)}\n`
    hash.update(text)
    lines++
    return text
  }
  const sum = () => hash.copy().digest('hex')

  const { engine, demo, version } = store
  yield written({ format: 'mingwu', v: formatVersion, version, at, engine, demo, secret: fingerprint(store.secret) })
  for await (const record of everyRecord(table)) {
    if ('item' in record && record.item.pk === markerPk) continue
    yield written(record)
    if ('marks' in record) counts.marks++
    else if ('number' in record) counts.numbers++
    else {
      counts.items++
      const file = fileOf(record.item)
      const content = file && (await files.kept(file.id))
      if (content) {
        counts.files++
        for (const line of linesOf(file, content)) yield written(line)
      }
    }
    if (lines - summedAt < linesPerSum) continue
    yield written({ sum: sum() } satisfies Line)
    summedAt = lines
  }
  yield `${JSON.stringify({ end: counts, lines, sum: sum() } satisfies Line)}\n`
  return counts
}

/** The file that an item speaks of: a picture or paper, or the rows of a list. */
function fileOf({ pk, body }: Item): { id: string; name: string; type: string } | undefined {
  if (isSheet(pk)) return { id: pk, name: `${pk}.json`, type: 'application/json' }
  if (!pk.startsWith('file#')) return undefined
  const file = JSON.parse(body) as StoredFile | null
  return file?.done ? { id: file.id, name: file.name, type: file.type } : undefined
}

function* linesOf(file: { id: string; name: string; type: string }, content: Uint8Array): Generator<Line> {
  const sha256 = createHash('sha256').update(content).digest('hex')
  yield { file: { ...file, bytes: content.length, sha256 } }
  for (let at = 0; at < content.length; at += pieceBytes)
    yield { piece: Buffer.from(content.subarray(at, at + pieceBytes)).toString('base64') }
}
