import type { Table } from '../functions/store/table'

/** The same table, with a tally of what was read of it: single items, and pages of lists. */
export const counting = (table: Table) => {
  const reads = { get: 0, list: 0 }
  return {
    reads,
    table: {
      ...table,
      get: (pk: string) => {
        reads.get++
        return table.get(pk)
      },
      list: (...asked: Parameters<Table['list']>) => {
        reads.list++
        return table.list(...asked)
      },
    } satisfies Table,
  }
}
