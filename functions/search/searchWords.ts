import type { Audience } from '@shared/engine/workflow'
import { BadPage } from '../store/page'
import type { Row, Table } from '../store/table'
import { placesOf } from './textIndex'

const atOnce = 200
/** a village posts a thousand items a year; whoever asks for more goes on with `next` */
const mostReads = 10

type Page = { q: string; limit: number; after?: string; audiences: readonly Audience[] }
type In = { partition: string; isSort: RegExp; wanted?: (row: Row) => boolean }

/** What hung on a village's boards in a year and holds every term of the question, newest first. Throws `BadPage`. */
export const searchWords = (table: Table, { village, year, ...page }: Page & { village: string; year: number }) =>
  searchRows(table, { ...page, partition: `${village}#${year}`, isSort: /^\d{4}-\d{2}-\d{2}$/ })

/** What was raised in a village and holds every term of the question, newest first; without a question all that is wanted. Throws `BadPage`. */
export const searchSaid = (table: Table, { village, ...page }: Page & { village: string; wanted: In['wanted'] }) =>
  searchRows(table, {
    ...page,
    partition: `${village}#说`,
    isSort: /^\d{4}-\d{2}-\d{2}T[\d:.]{5,15}Z#[a-zA-Z0-9]{0,20}$/,
  })

/** Reads 200 items at a time until the page is full or all is read; `next` goes on behind the last one. */
const searchRows = async (
  table: Table,
  { partition, isSort, wanted = () => true, q, limit, after: sent, audiences }: Page & In,
): Promise<{ rows: Row[]; next?: string }> => {
  const behind = sent === undefined ? undefined : placeIn(sent, isSort)
  const rows: Row[] = []
  let after: string | undefined
  let last: Row | undefined
  for (let n = 0; n < mostReads; n++) {
    const query = { newestFirst: true, limit: atOnce, after, audiences, until: behind?.sort }
    const page = await table.list('words', partition, query)
    const fresh = page.rows.filter((row) => (!behind || isBehind(row, behind)) && wanted(row))
    for (const row of found(q, fresh)) {
      if (rows.length === limit) return { rows, next: tokenOf(rows[limit - 1]) }
      rows.push(row)
    }
    last = page.rows.at(-1) ?? last
    after = page.next
    if (!after) return { rows }
  }
  return { rows, ...(last && { next: tokenOf(last) }) }
}

const found = (q: string, rows: readonly Row[]): readonly Row[] => {
  if (q === '') return rows
  const texts = rows.map((row) => row.words ?? '')
  const places = placesOf(q, texts)
  return rows.filter((_, i) => places.has(i))
}

type Place = Pick<Row, 'sort' | 'pk'>

const isBehind = (row: Place, place: Place) => row.sort < place.sort || (row.sort === place.sort && row.pk < place.pk)

const tokenOf = ({ sort, pk }: Place) => Buffer.from(`${sort}\0${pk}`).toString('base64url')

const placeIn = (sent: string, isSort: RegExp): Place => {
  const [sort, pk, ...rest] = Buffer.from(sent, 'base64url').toString().split('\0')
  if (!isSort.test(sort) || !/^[\w-]{1,64}$/.test(pk ?? '') || rest.length) throw new BadPage()
  return { sort, pk }
}
