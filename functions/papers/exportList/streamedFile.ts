import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { writeXlsxStream } from 'hucre/xlsx'
import { harmless } from '../harmless'
import type { ListRow } from './exportRows'

export type Streamed = { columns: readonly (readonly [string, number])[]; pages: AsyncIterable<readonly ListRow[]> }

/** More than this nobody reads, and no function in the cloud writes in its time. */
export const mostRows = 200_000

/** Thrown where there are more rows than are written. */
export class TooManyRows extends Error {
  override name = 'TooManyRows'
}

/** Row by row, counted; a page at a time the others on this machine get their turn. */
async function* counted(pages: Streamed['pages'], count: { rows: number }): AsyncGenerator<ListRow> {
  for await (const page of pages) {
    for (const row of page) {
      if (++count.rows > mostRows) throw new TooManyRows()
      yield row
    }
    await new Promise((go) => setImmediate(go))
  }
}

const plain = (value: string | number | undefined) => (typeof value === 'string' ? harmless(value) : (value ?? null))

const xlsxOf = ({ columns }: Streamed, rows: AsyncIterable<ListRow>): Readable => {
  const written = async function* () {
    for await (const row of rows) yield row.map(plain)
  }
  const stream = writeXlsxStream(written(), {
    ...{ name: '清单', freezePane: { rows: 1 } },
    columns: columns.map(([header, width]) => ({ header, width })),
  })
  return Readable.fromWeb(stream as ReadableStream)
}

const quoted = (value: string | number | undefined): string => {
  const text = String(plain(value) ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
const lineOf = (row: ListRow) => `${row.map(quoted).join(',')}\r\n`

/** With the mark by which Excel knows UTF-8; lines are gathered, for each write costs. */
const csvOf = ({ columns }: Streamed, rows: AsyncIterable<ListRow>): Readable => {
  const written = async function* () {
    let text = `\ufeff${lineOf(columns.map(([header]) => header))}`
    for await (const row of rows) {
      text += lineOf(row)
      if (text.length > 64 * 1024) {
        yield text
        text = ''
      }
    }
    yield text
  }
  return Readable.from(written())
}

/**
 * Writes a list to a temporary file, row by row, hands it over and removes it; returns how many rows there were. Whatever its
 * length, a page of rows is in memory at a time. Throws `TooManyRows`.
 */
export const streamedFile = async (
  as: 'xlsx' | 'csv',
  list: Streamed,
  id: string,
  keep: (path: string) => Promise<void>,
): Promise<number> => {
  const path = join(tmpdir(), `${id}.${as}`)
  const count = { rows: 0 }
  const rows = counted(list.pages, count)
  try {
    await pipeline(as === 'xlsx' ? xlsxOf(list, rows) : csvOf(list, rows), createWriteStream(path))
    await keep(path)
  } finally {
    await rm(path, { force: true })
  }
  return count.rows
}
