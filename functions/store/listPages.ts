import type { IndexName, ListQuery, Row, Table } from './table'

type Listed = { index: IndexName; partition: string; query?: Omit<ListQuery, 'after' | 'limit'> }

/** An index page by page, however long it is: never more than one page at a time. */
export async function* listPages(
  table: Pick<Table, 'list'>,
  { index, partition, query = {} }: Listed,
  limit = 1000,
): AsyncGenerator<readonly Row[]> {
  let after: string | undefined
  do {
    const page: { rows: Row[]; next?: string } = await table.list(index, partition, { ...query, limit, after })
    if (page.rows.length) yield page.rows
    after = page.next
  } while (after)
}

/** Several partitions one after the other; the first pages of some that come next are asked for beforehand, for most are short. */
export async function* listInTurn(
  table: Pick<Table, 'list'>,
  lists: readonly Listed[],
  ahead = 8,
): AsyncGenerator<readonly Row[], void, undefined> {
  const begun: { pages: AsyncGenerator<readonly Row[]>; first: Promise<IteratorResult<readonly Row[]>> }[] = []
  for (let i = 0; i < lists.length; i++) {
    for (let n = begun.length; n < Math.min(lists.length, i + ahead); n++) {
      const pages = listPages(table, lists[n]!)
      const first = pages.next()
      // whoever waits for it hears of its trouble
      first.catch(() => undefined)
      begun.push({ pages, first })
    }
    const { pages, first } = begun[i]!
    const { value, done } = await first
    begun[i] = undefined as never
    if (done) continue
    yield value
    yield* pages
  }
}
