import type { Board } from '@shared/engine/workflow'
import { periodName } from '@shared/period'
import type { MatrixView } from '@shared/schemas/views'
import { boardWords, monthDay } from '../../words'

export type Village = MatrixView['villages'][number]
export type Cell = Village['cells'][string]
export type Item = MatrixView['items'][number]

export type Filter = {
  /** '' for the whole township */
  cluster: string
  board: Board | ''
  missingOnly: boolean
}

export type Group = { board: Board; title: string; items: readonly Item[] }

export const boards = ['party', 'village', 'finance'] as const

/** The columns: items under their board. With `missingOnly` those that some village misses. */
export const groupsOf = (view: MatrixView, { board, missingOnly }: Filter): Group[] =>
  boards
    .filter((b) => !board || b === board)
    .map((b) => ({
      ...{ board: b, title: boardWords[b] },
      items: view.items.filter(
        (item) => item.board === b && (!missingOnly || view.villages.some((v) => v.cells[item.code]?.missing)),
      ),
    }))
    .filter(({ items }) => items.length > 0)

/** The villages to show, as they came: what is missing first, then by name, an order of work. */
export const villagesOf = (view: MatrixView, { cluster, missingOnly }: Filter): readonly Village[] =>
  view.villages.filter((v) => (!cluster || v.cluster === cluster) && (!missingOnly || v.missing > 0))

/** How many periods a village misses of one board's items. */
export const missingOf = (view: MatrixView, village: Village, board: Board): number =>
  view.items.reduce((sum, item) => sum + (item.board === board ? (village.cells[item.code]?.missing ?? 0) : 0), 0)

/** What stands in a cell. */
export const charOf = (cell: Cell | undefined): string => {
  if (!cell) return ''
  if (cell.missing) return String(cell.missing)
  return { missing: '', late: '迟', posted: '✓', nothing: '无', notDue: '·', notApplicable: '—' }[cell.state]
}

/** The same in words: 缺2期，最早的应在4月20日前公开. */
export const cellWords = (cell: Cell | undefined, today: string): string => {
  if (!cell) return '没有发生，不用公开'
  const { state, missing, late, oldest, period } = cell
  if (missing > 0)
    return `缺${missing}期${oldest ? `，最早的应在${monthDay(oldest, today)}前公开` : ''}${late ? `，迟公开${late}期` : ''}`
  if (state === 'late') return `迟公开${late}期`
  if (state === 'notApplicable') return '不适用'
  const which = period ? periodName(period) : ''
  return { posted: `${which}按时公开`, nothing: `${which}本期无`, notDue: '还没到期', missing: '' }[state]
}

export type Spot = { village: string; code: string }

/** The cell that can wait least: most missing, of equals the oldest. Undefined when nothing is missing. */
export const mostUrgent = (view: MatrixView, filter: Filter): Spot | undefined => {
  const shown = groupsOf(view, filter).flatMap(({ items }) => items)
  const missing = villagesOf(view, filter)
    .flatMap((v) => shown.map(({ code }) => ({ village: v.id, code, cell: v.cells[code] })))
    .filter(({ cell }) => cell?.missing)
    .sort((a, b) => b.cell.missing - a.cell.missing || (a.cell.oldest ?? '').localeCompare(b.cell.oldest ?? ''))
  return missing[0] && { village: missing[0].village, code: missing[0].code }
}

/** 沙塘村：误工补贴人员及标准; a village alone has no item. */
export const spotWords = (view: MatrixView, village: Village, code?: string): string => {
  const item = view.items.find((i) => i.code === code)
  return item ? `${village.name}：${item.title}` : village.name
}

/** What the table shows, as rows of a spreadsheet. */
export const tableOf = (groups: readonly Group[], villages: readonly Village[], today: string): string[][] => {
  const items = groups.flatMap((g) => g.items)
  return [
    ['村', '片', '缺', '迟公开', ...items.map(({ code, title }) => `${code} ${title}`)],
    ...villages.map((v) => [
      ...[v.name, v.cluster, String(v.missing), String(v.late)],
      ...items.map(({ code }) => (v.cells[code] ? cellWords(v.cells[code], today) : '')),
    ]),
  ]
}
