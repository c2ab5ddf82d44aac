import type { Item, Table, TableRecord } from './table'

/** All that the table holds, page by page: never more than a page of it is in memory. */
export async function* everyRecord(table: Pick<Table, 'walk'>): AsyncGenerator<TableRecord> {
  let after: string | undefined
  do {
    const page = await table.walk(after)
    yield* page.records
    after = page.next
  } while (after)
}

/** Every item, without marks and numbers, all of them at once: for the tests and for what is small. */
export async function everyItem(table: Pick<Table, 'walk'>): Promise<Item[]> {
  const items: Item[] = []
  for await (const record of everyRecord(table)) if ('item' in record) items.push(record.item)
  return items
}
