import { asOf } from '@shared/engine/asOf'
import { refuse } from '@shared/engine/refusal'
import type { Citizen } from '@shared/schemas/person'
import type { AccountsView, CardView } from '@shared/schemas/views'
import { type SheetRow, sheetKinds } from '@shared/sheetKinds'
import type { Sheet } from '@shared/sheets'
import type { Route } from '../http/serve'
import { openedBy } from '../lookedAt'
import { audiencesAt, may, type Reader } from '../scope'
import type { StoredCase } from '../store/caseStore'
import type { House } from '../stores'
import { problemsOf, type RowProblem } from '../sums'
import { differenceView } from '../views/differenceView'
import { readableList, rowsView } from '../views/rowsView'
import { savedView } from '../views/sheetView'
import { today, worldOf } from '../world'

/** A case as today has made it, if this reader may see it. */
export const seenNow = async (house: House, id: string, reader: Reader) => {
  const stored = await openedBy(house, id, reader.person)
  return stored && asNow(house, stored)
}

export const asNow = async (house: House, { found, workflow }: StoredCase) => {
  const at = (await house.stores.places.village(found.place.village))!
  return { found: asOf(workflow, found, await worldOf(house, at, found.log[0].at)).now, workflow }
}

export const noList = '这件事没有明细，请回到上一页。'
const mostProblems = 200

export const sheetRoutes: Route = (call, house) => {
  const readerOf = (person: Citizen | undefined): Reader => ({ person, today: today(house) })

  call('sheet', async ({ params, body, person }) => {
    const at = await house.stores.places.village(params.id)
    if (!at) return refuse('notFound', '没有这个村，请从村名列表里选。')
    if (!may(person, 'handInSheet', at, today(house))) return refuse('notInScope', '只有村里办事的人能填明细。')
    if (!body.rows.length) return refuse('badForm', '还没有填，请至少填一行。')
    const { kind, period, opening, closing } = body
    const about = kind === 'statement' ? { period, opening, closing } : { period }
    const sheet: Sheet = { kind, ...about, rows: body.rows.map(filled) }
    const problems = [...unknownColumns(sheet), ...problemsOf(sheet)]
    if (problems.length) return { problems: problems.slice(0, mostProblems) }
    return { sheet: savedView(await house.stores.sheets.save(sheet)), problems: [] }
  })

  call('rows', async ({ params, query, person }) => {
    const seen = await seenNow(house, params.id, readerOf(person))
    const list = seen && (await readableList(house, seen.found, seen.workflow, readerOf(person)))
    return list ? rowsView(house, seen.found, list, readerOf(person), query) : refuse('notFound', noList)
  })

  call('difference', async ({ params, person }) => {
    const seen = await seenNow(house, params.id, readerOf(person))
    const view = seen && (await differenceView(house, seen.found, seen.workflow, readerOf(person)))
    return view ?? refuse('notFound', '这件事没有更正过别的，没有前后可以比。')
  })

  call('accounts', async ({ params, person }) => {
    const at = await house.stores.places.village(params.id)
    if (!at) return refuse('notFound', '没有这个村，请从村名列表里选。')
    return { accounts: await accountsOf(house, params.id, audiencesAt(person, at.place, today(house))) }
  })
}

const filled = (row: SheetRow): SheetRow =>
  Object.fromEntries(
    Object.entries(row).flatMap(([key, value]) => {
      const plain = typeof value === 'string' ? value.trim() : value
      return plain === '' ? [] : [[key, plain]]
    }),
  )

/** A list is closed as a form is: what isn't a column of it is refused, nothing slips in. */
const unknownColumns = ({ kind, rows }: Sheet): readonly RowProblem[] => {
  const known = new Set(sheetKinds[kind].columns.map((c) => c.key))
  return rows.flatMap((row, i) =>
    Object.keys(row)
      .filter((key) => !known.has(key))
      .map((field) => ({ row: i + 1, field, says: '多了一列不认识的内容，请刷新后重新填写。' })),
  )
}

const [boardPages, boardPage, shown] = [3, 100, 24]

/** Sums of the statements on the finance board, latest first, read from its cards; no statement is opened. */
export const accountsOf = async (
  house: House,
  village: string,
  audiences: ReturnType<typeof audiencesAt>,
): Promise<AccountsView['accounts']> => {
  const accounts: AccountsView['accounts'] = []
  let after: string | undefined
  for (let n = 0; n < boardPages && accounts.length < shown; n++) {
    const page = await house.stores.cases.board(village, 'finance', { limit: boardPage, after, audiences })
    for (const { sort, card } of page.rows) {
      const [, item, period] = sort.split('#')
      const { id, sums } = item === 'F02' || item === 'F03' ? (JSON.parse(card!) as CardView) : {}
      if (id && sums?.length === 3) accounts.push({ id, period, income: sums[0], expense: sums[1], closing: sums[2] })
    }
    after = page.next
    if (!after) break
  }
  return accounts.slice(0, shown)
}
