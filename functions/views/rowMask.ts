import { catalogueItem } from '@shared/catalogue'
import type { Case } from '@shared/engine/case'
import type { Audience } from '@shared/engine/workflow'
import { maskName, maskPersonalData } from '@shared/personalData'
import type { RowsView } from '@shared/schemas/views'
import { type Cell, type Column, type SheetKind, type SheetRow, sheetKinds } from '@shared/sheetKinds'

export type Cells = Record<string, Cell>

/** How a list is shown to one reader: which columns, and each row masked. The office reads it whole. */
export type Mask = { columns: readonly Column[]; cellsOf: (row: SheetRow) => Cells }

export const maskFor = (found: Case, kind: SheetKind, audiences: readonly Audience[]): Mask => {
  const isOffice = audiences.includes('office')
  const columns = sheetKinds[kind].columns.filter((c) => isOffice || !c.office)
  const names = catalogueItem(String(found.fields.item))?.names ?? 'none'
  const shown = (column: Column, value: Cell, row: SheetRow): Cell => {
    if (isOffice || typeof value !== 'string') return value
    if (column.kind === 'name') {
      if (row.minor === 'yes') return '未成年人'
      return names === 'whole' ? maskPersonalData(value) : maskName(value)
    }
    return column.kind === 'text' ? maskPersonalData(value) : value
  }
  const cellsOf = (row: SheetRow): Cells =>
    Object.fromEntries(
      columns.flatMap((c) => {
        const value = row[c.key]
        return value === undefined || value === '' ? [] : [[c.key, shown(c, value, row)]]
      }),
    )
  return { columns, cellsOf }
}

/** The columns as readers are sent them. */
export const columnsView = (columns: readonly Column[]): RowsView['columns'] =>
  columns.map(({ key, label, kind, options }) => ({ key, label, kind, ...(options && { options: [...options] }) }))
