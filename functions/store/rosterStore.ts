import type { Roll } from '@shared/engine/case'
import { canonical, sha256Hex } from '@shared/engine/chain'
import type { RollName } from '@shared/engine/workflow'
import type { Table } from './table'

/** One row of a village's roster. Days instead of birthdays; no kinship. */
export type Member = {
  id: string
  name: string
  household: string
  group: number
  woman: boolean
  adultOn: string
  party?: 'full' | 'probationary' | 'restricted'
  representative?: boolean
  branchCommittee?: boolean
  villageCommittee?: boolean
  collective?: boolean
  capable?: boolean
}

type Rolls = Partial<Record<RollName, Roll>>

/** Who counts for each roll on a day. 预备党员 and members 留党察看 have no vote. */
export const rollsOf = (members: readonly Member[], on: string): Rolls => {
  const adult = (m: Member) => m.adultOn <= on
  const heads: Record<Exclude<RollName, 'groupAdults' | 'collectiveRepresentatives'>, (m: Member) => boolean> = {
    branchCommittee: (m) => m.branchCommittee === true,
    twoCommittees: (m) => m.branchCommittee === true || m.villageCommittee === true,
    partyVoting: (m) => m.party === 'full',
    representativesMeeting: (m) => m.representative === true || m.villageCommittee === true,
    adults: adult,
    households: adult,
    collectiveCapable: (m) => m.collective === true && m.capable !== false && adult(m),
  }
  return Object.fromEntries(
    Object.entries(heads).map(([name, counts]) => {
      const who = members.filter(counts)
      const ids = who.map((m) => m.id).sort()
      const roll: Roll = {
        eligible: ids.length,
        all: ids.length,
        households: new Set(who.map((m) => m.household)).size,
        hash: sha256Hex(canonical(ids)),
      }
      return [name, roll]
    }),
  )
}

/** A village's roster: the rows are content-addressed, the item says which hold and what 应到 follows from them. */
export const rosterStore = (table: Table) => ({
  async rolls(village: string): Promise<Rolls> {
    const item = await table.get(`roster#${village}`)
    return item ? (JSON.parse(item.body) as { rolls: Rolls }).rolls : {}
  },
  async members(village: string): Promise<readonly Member[]> {
    const item = await table.get(`roster#${village}`)
    const rows = item && (await table.get((JSON.parse(item.body) as { rows: string }).rows))
    return rows ? (JSON.parse(rows.body) as Member[]) : []
  },
  async save(village: string, members: readonly Member[], on: string) {
    const body = JSON.stringify(members)
    const rows = `rows#${sha256Hex(body)}`
    await table.put({ pk: rows, version: 1, body, sees: 'office', keys: {} }, { ifVersion: 0 })
    const pk = `roster#${village}`
    const ifVersion = (await table.get(pk))?.version ?? 0
    const roster = { rows, count: members.length, rolls: rollsOf(members, on) }
    return table.put(
      { pk, version: ifVersion + 1, body: JSON.stringify(roster), sees: 'office', keys: {} },
      { ifVersion },
    )
  },
})
