import { everyRecord } from '../../functions/store/everyRecord'
import type { Table, TableRecord } from '../../functions/store/table'

/** Every record in an order that both engines share, but for what an import keeps of itself. */
export const recordsOf = async (table: Table): Promise<readonly TableRecord[]> => {
  const found: [string, TableRecord][] = []
  for await (const record of everyRecord(table)) {
    const [kind, { pk }] = Object.entries(record)[0]! as [string, { pk: string }]
    if (pk !== 'moving') found.push([`${kind} ${pk}`, record])
  }
  return found.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => record)
}
