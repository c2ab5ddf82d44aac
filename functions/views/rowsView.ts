import type { Case } from '@shared/engine/case'
import type { Audience, Workflow } from '@shared/engine/workflow'
import type { RowsView } from '@shared/schemas/views'
import { type SheetKind, type SheetRow, sheetKinds } from '@shared/sheetKinds'
import { audiencesAt, type Reader } from '../scope'
import { BadPage } from '../store/page'
import type { House } from '../stores'
import { lastList } from './lastList'
import { type RowChange, rowChanges } from './rowChanges'
import { columnsView, type Mask, maskFor } from './rowMask'
import { readableMeta, totalsOnly } from './sheetView'

export type RowsQuery = { limit: number; after?: string; direction?: 'in' | 'out'; category?: string }

/** A list whole, with the mask that this reader reads it through; without rows for whoever is sent totals only. */
export type ReadableList = { kind: SheetKind; rows: readonly SheetRow[]; mask: Mask }

/** What this reader may read of the list that a case names; undefined if there is none, or nothing but a stone is left. */
export const readableList = async (
  house: House,
  found: Case,
  workflow: Workflow,
  { person, today }: Reader,
): Promise<ReadableList | undefined> => {
  const audiences = audiencesAt(person, found.place, today)
  const meta = await readableMeta(house, found, workflow, audiences)
  if (!meta) return undefined
  const rows = totalsOnly(found, meta.kind, audiences) ? [] : await house.stores.sheets.rows(meta.id)
  return { kind: meta.kind, rows, mask: maskFor(found, meta.kind, audiences) }
}

/** Lists of which each is the state of something, so that what changed since the last says more than the rows. */
const standing: readonly SheetKind[] = ['assets', 'resources', 'debts']
const goneShown = 100

/** A page of rows, masked for this reader, each with what changed and what was asked about it. Throws `BadPage`. */
export const rowsView = async (
  house: House,
  found: Case,
  list: ReadableList,
  reader: Reader,
  { limit, after, direction, category }: RowsQuery,
): Promise<RowsView> => {
  const { kind, rows, mask } = list
  const from = after === undefined ? 0 : Number(after)
  if (!Number.isInteger(from) || from < 0) throw new BadPage()
  const wanted = rows.flatMap((row, i) =>
    i >= from && (!direction || row.direction === direction) && (!category || row.category === category)
      ? [{ no: i + 1, row }]
      : [],
  )
  const page = wanted.slice(0, limit)
  const [asked, since] = await Promise.all([
    askedOf(house, found, audiencesAt(reader.person, found.place, reader.today)),
    standing.includes(kind) && rows.length ? lastList(house, found, kind, reader) : undefined,
  ])
  const changes = since ? rowChanges(kind, await house.stores.sheets.rows(since.sheet), rows) : []
  const changeOf = new Map(changes.flatMap((c) => (c.change === 'gone' ? [] : [[c.no, c.change] as const])))
  const gone = changes.filter((c): c is RowChange & { change: 'gone' } => c.change === 'gone')
  return {
    columns: columnsView(mask.columns),
    rows: page.map(({ no, row }) => ({
      ...{ no, cells: mask.cellsOf(row), asked: [...(asked.get(no) ?? [])] },
      ...(changeOf.has(no) && { change: changeOf.get(no)! }),
    })),
    gone: from === 0 ? gone.slice(0, goneShown).map((c) => mask.cellsOf(c.before)) : [],
    ...(since && { since: since.found.id }),
    ...(wanted.length > limit && { next: String(page[limit - 1].no) }),
  }
}

const askingMarks = ['问', '询']
const unanswered = ['villageAnswer', 'townshipAnswer']
type Asked = { id: string; answered: boolean }

/** Questions by the row that they are about, from the keys of what is linked to the case; no question is opened for it. */
const askedOf = async (
  house: House,
  found: Case,
  audiences: readonly Audience[],
): Promise<ReadonlyMap<number, readonly Asked[]>> => {
  const asked = new Map<number, Asked[]>()
  for (const { pk, sort, sees } of await house.stores.cases.linkedTo(found.id)) {
    const [, mark, row, step] = sort.split('#')
    if (!row || !askingMarks.includes(mark) || !audiences.includes(sees)) continue
    const known = asked.get(Number(row)) ?? []
    asked.set(Number(row), [...known, { id: pk, answered: !unanswered.includes(step) }])
  }
  return asked
}

/** The words of a column's cell as people read them: 收入, not `in`. */
export const labelOf = (kind: SheetKind, key: string, value: string | number): string =>
  sheetKinds[kind].columns.find((c) => c.key === key)?.options?.find((o) => o.value === value)?.label ?? String(value)
