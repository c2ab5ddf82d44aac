import type { Table } from '../../functions/store/table'

/** The real table, with a note of every key that was really written. */
export const recorded = (table: Table) => {
  const written: string[] = []
  const noted: Pick<Table, 'put' | 'mark' | 'number' | 'restore'> = {
    async put(item, on) {
      const done = await table.put(item, on)
      if (done === 'put') written.push(item.pk)
      return done
    },
    async mark(pk, member) {
      const before = await table.marked(pk, member)
      if (!before.has) written.push(pk)
      return table.mark(pk, member)
    },
    number(...given) {
      written.push(given[0])
      return table.number(...given)
    },
    restore(record) {
      written.push('restored')
      return table.restore(record)
    },
  }
  const all = new Proxy(table, { get: (of, name) => Reflect.get(noted, name) ?? Reflect.get(of, name) })
  return { table: all, takeWritten: (): readonly string[] => written.splice(0) }
}
