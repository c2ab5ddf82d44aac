import type { Day } from '@shared/engine/case'
import type { RollName } from '@shared/engine/workflow'
import { calledOn, rollNames } from '@shared/rolls'
import type { Member } from '@shared/roster'
import { compositionWarnings } from '@shared/rules/rollFacts'
import type { RollCallView, RollsView, RosterView } from '@shared/schemas/rosterViews'
import { meetings } from '@shared/whyNotCalled'
import { BadPage } from '../store/page'
import type { VillageAt } from '../store/placeStore'
import type { House } from '../stores'

export type Asked = { on: Day; group?: number }

/** 应到 of every roll on a day, with what isn't as the law has it and where the roster came from; no names. */
export const rollsView = async (house: House, { village }: VillageAt, { on, group }: Asked): Promise<RollsView> => {
  const { rosters } = house.stores
  const [rolls, members, changes] = await Promise.all([
    rosters.rolls(village.id, on, group),
    rosters.members(village.id, on),
    rosters.changes(village.id),
  ])
  return {
    ...{ village: village.id, villageName: village.name, on, ...(group !== undefined && { group }) },
    groups: [...new Set(members.map((m) => m.group))].sort((a, b) => a - b),
    people: members.length,
    rolls: rollNames.flatMap((roll) => {
      const found = rolls[roll]
      if (!found) return []
      const { hash: _, ...heads } = found
      return [{ roll, title: meetings[roll], ...heads }]
    }),
    warnings: [...compositionWarnings(rolls)],
    changes: changes
      .map(({ id, number, kind, effectiveOn, agreedOn, count }) => ({
        ...{ id, number, kind, effectiveOn, agreedOn, rows: count },
      }))
      .reverse(),
  }
}

/** A page of who belongs, by number; `q` is looked for in name, household and number. Throws `BadPage`. */
export const rosterView = (
  members: readonly Member[],
  { on, q, after, limit }: { on: Day; q: string; after?: string; limit: number },
): RosterView => {
  const found = members.filter((m) => [m.name, m.household, m.no].some((text) => text.includes(q)))
  const from = after === undefined ? 0 : found.findIndex((m) => m.no === after) + 1
  if (after !== undefined && from === 0) throw new BadPage()
  const page = found.slice(from, from + limit)
  return { on, found: found.length, members: page, ...(found.length > from + limit && { next: page[limit - 1].no }) }
}

/** Who is called, in the order in which a roll is read out. */
export const rollCallView = (members: readonly Member[], roll: RollName, { on, group }: Asked): RollCallView => ({
  ...{ roll, title: meetings[roll], on, ...(group !== undefined && { group }) },
  called: calledOn(roll, members, on, group)
    .map((m) => ({ no: m.no, name: m.name, household: m.household, group: m.group }))
    .sort((a, b) => a.group - b.group || byText(a.household, b.household) || byText(a.no, b.no)),
})

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
