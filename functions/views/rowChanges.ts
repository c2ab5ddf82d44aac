import { type SheetKind, type SheetRow, sheetKinds } from '@shared/sheetKinds'

export type RowChange =
  | { change: 'new'; after: SheetRow; no: number }
  | { change: 'changed'; before: SheetRow; after: SheetRow; no: number }
  | { change: 'gone'; before: SheetRow }

/** Rows by what makes them the same thing; the second of the same key is another thing than the first. */
const keyed = (kind: SheetKind, rows: readonly SheetRow[]): ReadonlyMap<string, SheetRow> => {
  const counts = new Map<string, number>()
  return new Map(
    rows.map((row) => {
      const key = JSON.stringify(sheetKinds[kind].same.map((c) => row[c] ?? ''))
      const n = (counts.get(key) ?? 0) + 1
      counts.set(key, n)
      return [`${key}#${n}`, row]
    }),
  )
}

/** What became of a list: rows that are new, are otherwise or are gone. `no` is the row's number in the new list. */
export const rowChanges = (
  kind: SheetKind,
  before: readonly SheetRow[],
  after: readonly SheetRow[],
): readonly RowChange[] => {
  const [old, now] = [keyed(kind, before), keyed(kind, after)]
  const isSame = (a: SheetRow, b: SheetRow) =>
    sheetKinds[kind].columns.every(({ key }) => (a[key] ?? '') === (b[key] ?? ''))
  const changes = [...now].flatMap(([key, row], i): RowChange[] => {
    const was = old.get(key)
    if (!was) return [{ change: 'new', after: row, no: i + 1 }]
    return isSame(was, row) ? [] : [{ change: 'changed', before: was, after: row, no: i + 1 }]
  })
  return [
    ...changes,
    ...[...old].flatMap(([key, row]) => (now.has(key) ? [] : [{ change: 'gone' as const, before: row }])),
  ]
}
