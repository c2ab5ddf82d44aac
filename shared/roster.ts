import type { Day } from './engine/case'
import type { SheetRow } from './sheetColumns'

/** One person of a village's roster: days instead of birthdays; `no` is unique in the village; no kinship. */
export type Member = {
  no: string
  name: string
  household: string
  group: number
  sex: 'male' | 'female'
  adultOn: Day
  fourteenOn?: Day
  party?: 'full' | 'probationary' | 'restricted'
  representative: boolean
  branchCommittee: boolean
  villageCommittee: boolean
  collective: boolean
  collectiveRepresentative: boolean
  /** 完全民事行为能力 but for age: a child's years are told by `adultOn` */
  capable: boolean
}

/** What becomes of the roster from a day on: `whole` puts these rows in place of all, `rows` has people join, edited or leave. */
export type RosterChange = { kind: 'whole' | 'rows'; effectiveOn: Day; rows: readonly SheetRow[] }

/** A row of a list of kind `roster` as a person; the row must be right. */
export const memberOf = (row: SheetRow): Member => {
  const is = (key: string) => row[key] === 'yes'
  return {
    ...{ no: String(row.no), name: String(row.name), household: String(row.household), group: Number(row.group) },
    ...{ sex: row.sex === 'female' ? 'female' : 'male', adultOn: String(row.adultOn) },
    ...(row.fourteenOn !== undefined && { fourteenOn: String(row.fourteenOn) }),
    ...(row.party !== undefined && { party: row.party as Member['party'] }),
    ...{ representative: is('representative'), branchCommittee: is('branchCommittee') },
    ...{ villageCommittee: is('villageCommittee'), collective: is('collective') },
    ...{ collectiveRepresentative: is('collectiveRepresentative'), capable: row.capable !== 'no' },
  }
}

/**
 * Who belongs on a day: every change that is effective by then, in the order of those days; of one day the later in the list comes
 * later. Sorted by number. A row that edits is the whole of that person; one who isn't there can't leave.
 */
export const foldRoster = (changes: readonly RosterChange[], on: Day): readonly Member[] => {
  const due = changes.filter((c) => c.effectiveOn <= on)
  const inOrder = due.sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0))
  const members = new Map<string, Member>()
  for (const { kind, rows } of inOrder.slice(
    Math.max(
      0,
      inOrder.findLastIndex((c) => c.kind === 'whole'),
    ),
  )) {
    if (kind === 'whole') members.clear()
    for (const row of rows)
      if (kind === 'rows' && row.change === 'leave') members.delete(String(row.no))
      else members.set(String(row.no), memberOf(row))
  }
  return [...members.values()].sort(byNo)
}

const byNo = (a: Member, b: Member) => (a.no < b.no ? -1 : a.no > b.no ? 1 : 0)
