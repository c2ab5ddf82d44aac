import { catalogueItem } from '@shared/catalogue'
import type { OpenItem } from '@shared/schemas/openViews'
import type { CardView } from '@shared/schemas/views'
import { sifted } from '../routes/villages'
import type { ListQuery, Row } from '../store/table'
import type { House } from '../stores'

/** What is asked for of a village's boards. */
export type Wanted = { board?: 'party' | 'village' | 'finance'; item?: string; year?: number }

const mostInPage = 100

/** A row of a board that everyone may read, from its card and its key alone: no name, no line of a list is in it. */
const openItem = ({ pk, sort, card }: Row, today: string): OpenItem => {
  const { title, board, on, until, step, sums = [] } = JSON.parse(card!) as CardView
  const [, item, period] = sort.split('#')
  const isOver = step === 'closed' || (until !== undefined && until < today)
  const [income = null, expense = null, closing = null] = sums
  return {
    ...{ id: pk, board: board!, title, postedOn: on, untilOn: until ?? null },
    ...{ item: item === '-' ? null : item, itemName: catalogueItem(item)?.title ?? null },
    period: period === '-' ? null : period,
    state: isOver ? 'over' : 'shown',
    ...{ income, expense, closing },
    address: `/api/cases/${pk}`,
  }
}

const reader =
  (house: House, village: string, { board, year }: Wanted) =>
  (query: ListQuery) =>
    house.stores.cases.board(village, board ?? 'all', {
      ...query,
      audiences: ['everyone'],
      ...(year && { from: `${year}`, until: `${year}\uffff` }),
    })

const isWanted =
  ({ item }: Wanted) =>
  (row: Row) =>
    !item || row.sort.split('#')[1] === item

/** A page of what hangs on a village's boards for everyone, the latest first; short where most is of other items. Throws `BadPage`. */
export const openItems = async (
  house: House,
  village: string,
  wanted: Wanted & { limit: number; after?: string },
  today: string,
): Promise<{ items: OpenItem[]; next?: string }> => {
  const { limit, after } = wanted
  const { rows, next } = await sifted(reader(house, village, wanted), { limit, after }, isWanted(wanted))
  return { items: rows.map((row) => openItem(row, today)), ...(next && { next }) }
}

/** The same without pages, at most so many: a hundred rows are in memory at a time. */
export async function* everyOpenItem(
  house: House,
  village: string,
  wanted: Wanted,
  today: string,
  most: number,
): AsyncGenerator<OpenItem> {
  const read = reader(house, village, wanted)
  let after: string | undefined
  let given = 0
  do {
    const page: { rows: Row[]; next?: string } = await read({ limit: mostInPage, after })
    for (const row of page.rows.filter(isWanted(wanted))) {
      if (given++ === most) return
      yield openItem(row, today)
    }
    after = page.next
  } while (after)
}
