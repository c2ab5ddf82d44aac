import { createHash } from 'node:crypto'
import { checkKey } from './limits'
import type { IndexName, ListQuery, Row } from './table'

/** Where a row stands in its partition; every row has its own place. */
export type Place = { sort: string; pk: string }

/** One read of an engine: the rows behind `after` in the asked order, and whether there are more behind them. */
export type Read = (after: Place | undefined, count: number) => Promise<{ rows: Row[]; more: boolean }>

/** The `after` that was sent is not one that was given out for this list: a page answers 400. */
export class BadPage extends Error {
  override name = 'BadPage'
  constructor() {
    super('翻页位置已失效，请回到列表开头重新打开。')
  }
}

const reads = 3

/**
 * Reads on until the page is full, at most three times, each time four times as much as before: a list of which
 * most is for other audiences costs a bounded number of reads and goes on where it stopped.
 */
export async function readPage(index: IndexName, partition: string, query: ListQuery, read: Read) {
  checkKey(partition)
  const { limit, audiences, from, until } = query
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw new RangeError(`not a page size: ${limit}`)
  let place = query.after === undefined ? undefined : placeOf(query.after, index, partition)
  if (place && (before(place.sort, from) || before(until, place.sort))) throw new BadPage()
  if (before(until, from) || audiences?.length === 0) return { rows: [] }

  const rows: Row[] = []
  for (let turn = 0, count = limit + 1; turn < reads; turn++, count *= 4) {
    const got = await read(place, count)
    for (const row of got.rows) {
      if (audiences && !audiences.includes(row.sees)) continue
      if (rows.length === limit) return { rows, next: token(rows[limit - 1]!, index, partition) }
      rows.push(row)
    }
    if (!got.more) return { rows }
    place = got.rows.at(-1) ?? place
  }
  return { rows, ...(place && { next: token(place, index, partition) }) }
}

/** By UTF-8 bytes, as both engines compare. */
const compareBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))

function before(a: string | undefined, b: string | undefined) {
  return a !== undefined && b !== undefined && compareBytes(a, b) < 0
}

/** A token names the list it belongs to by a digest; the partition itself always comes from the query. */
function token(place: Place, index: IndexName, partition: string) {
  return Buffer.concat([listDigest(index, partition), Buffer.from(`${place.sort}\0${place.pk}`)]).toString('base64url')
}

function placeOf(sent: string, index: IndexName, partition: string): Place {
  const bytes = Buffer.from(sent, 'base64url')
  const digest = listDigest(index, partition)
  const [sort, pk, ...rest] = bytes.subarray(digest.length).toString().split('\0')
  if (bytes.toString('base64url') !== sent || !digest.equals(bytes.subarray(0, digest.length))) throw new BadPage()
  if (!sort || !pk || rest.length) throw new BadPage()
  try {
    checkKey(sort)
    checkKey(pk)
  } catch {
    throw new BadPage()
  }
  return { sort, pk }
}

/** A walk goes on behind the last pk it gave. */
export const walkToken = (pk: string) => Buffer.from(pk).toString('base64url')

/** Throws `BadPage`. */
export function walkPlace(sent: string) {
  const pk = Buffer.from(sent, 'base64url').toString()
  if (!pk || walkToken(pk) !== sent) throw new BadPage()
  return pk
}

const digests = new Map<string, Buffer>()

/** Kept for the lists that are read most: a hash for each page costs more than the rest of its token. */
function listDigest(index: IndexName, partition: string) {
  const list = `${index}\0${partition}`
  const kept = digests.get(list)
  if (kept) return kept
  if (digests.size >= 1000) digests.clear()
  const digest = createHash('sha256').update(list).digest().subarray(0, 9)
  digests.set(list, digest)
  return digest
}
