import { type Member, memberOf } from '@shared/roster'
import { type SheetRow, sheetKinds } from '@shared/sheetKinds'

export type Difference = { label: string; was: string; now: string }

/** What becomes of one person. */
export type PersonChange = {
  change: 'join' | 'edit' | 'leave'
  no: string
  name: string
  member: Partial<Member>
  differences: readonly Difference[]
}

const { columns } = sheetKinds.roster
const compared = columns.filter(({ key }) => key !== 'no' && key !== 'change')

const words = (member: Member, key: string): string => {
  const value = (member as Record<string, unknown>)[key]
  if (typeof value === 'boolean') return value ? '是' : '不是'
  const label = columns.find((c) => c.key === key)?.options?.find((o) => o.value === value)?.label
  return label ?? (value === undefined || value === '' ? '没有' : String(value))
}

const between = (was: Member, now: Member): readonly Difference[] =>
  compared.flatMap(({ key, label }) => {
    const [before, after] = [words(was, key), words(now, key)]
    return before === after ? [] : [{ label, was: before, now: after }]
  })

/** Who joins, is edited and leaves, by number: of a whole list held against who belonged before, or of its rows as they say. */
export const rosterChanges = (
  before: readonly Member[],
  { whole, rows }: { whole: boolean; rows: readonly SheetRow[] },
): readonly PersonChange[] => {
  const known = new Map(before.map((m) => [m.no, m]))
  const staying = new Set(rows.map((row) => String(row.no)))
  const told = rows.flatMap((row): PersonChange[] => {
    const member = memberOf(row)
    const { no, name } = member
    const was = known.get(no)
    if (!whole && row.change === 'leave')
      return [{ change: 'leave', no, name, member: was ?? { no, name }, differences: [] }]
    if (!was) return [{ change: 'join', no, name, member, differences: [] }]
    const differences = between(was, member)
    return whole && differences.length === 0 ? [] : [{ change: 'edit', no, name, member, differences }]
  })
  const gone = whole ? before.filter(({ no }) => !staying.has(no)) : []
  return [
    ...told,
    ...gone.map(
      (member): PersonChange => ({
        ...{ change: 'leave', no: member.no, name: member.name, member, differences: [] },
      }),
    ),
  ]
}
