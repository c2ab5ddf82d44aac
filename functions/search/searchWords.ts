import type { Audience } from '@shared/engine/workflow'
import { BadPage } from '../store/page'
import type { Row, Table } from '../store/table'
import { placesOf } from './textIndex'

const atOnce = 200
/** a village posts a thousand items a year; whoever asks for more goes on with `next` */
const mostReads = 10

export type Sought = {
  village: string
  year: number
  q: string
  limit: number
  after?: string
  audiences: readonly Audience[]
}

/**
 * What hung on a village's boards in a year and holds every term of the question, newest first. Reads 200 items at a time
 * until the page is full or the year is read; `next` goes on behind the last one. Throws `BadPage`.
 */
export const searchWords = async (table: Table, sought: Sought): Promise<{ rows: Row[]; next?: string }> => {
  const { village, year, q, limit, audiences } = sought
  const behind = sought.after === undefined ? undefined : placeIn(sought.after)
  const rows: Row[] = []
  let after: string | undefined
  let last: Row | undefined
  for (let n = 0; n < mostReads; n++) {
    const query = { newestFirst: true, limit: atOnce, after, audiences, until: behind?.sort }
    const page = await table.list('words', `${village}#${year}`, query)
    const fresh = behind ? page.rows.filter((row) => isBehind(row, behind)) : page.rows
    const found = placesOf(
      q,
      fresh.map((row) => row.words ?? ''),
    )
    for (const [i, row] of fresh.entries()) {
      if (!found.has(i)) continue
      if (rows.length === limit) return { rows, next: tokenOf(rows[limit - 1]) }
      rows.push(row)
    }
    last = page.rows.at(-1) ?? last
    after = page.next
    if (!after) return { rows }
  }
  return { rows, ...(last && { next: tokenOf(last) }) }
}

type Place = Pick<Row, 'sort' | 'pk'>

const isBehind = (row: Place, place: Place) => row.sort < place.sort || (row.sort === place.sort && row.pk < place.pk)

const tokenOf = ({ sort, pk }: Place) => Buffer.from(`${sort}\0${pk}`).toString('base64url')

const placeIn = (sent: string): Place => {
  const [sort, pk, ...rest] = Buffer.from(sent, 'base64url').toString().split('\0')
  if (!/^\d{4}-\d{2}-\d{2}$/.test(sort) || !/^[\w-]{1,64}$/.test(pk ?? '') || rest.length) throw new BadPage()
  return { sort, pk }
}
