import { isRefusal, type Refusal } from '@shared/engine/refusal'
import type { SheetRow } from '@shared/sheetKinds'
import { actOn, openCase } from '../acting'
import type { Deps } from '../deps'
import { actorAt } from '../scope'
import type { StoredCase } from '../store/caseStore'
import { type WrittenSheet, written } from '../store/sheetStore'
import { type House, storesOf } from '../stores'
import { today } from '../world'
import { groupOf, homes, householdCode, memberNo } from './households'
import { namesIn } from './people'
import { places } from './places'

/** Heads in 东溪村: 5 in the branch committee, 9 in both committees, 46 party members with a vote, 38 in the 代表会议. */
export const rosterSizes = { branch: 5, committee: 4, party: 46, probationary: 3, representatives: 34, collective: 26 }

/** On the second day of its term each village has a roster, which is read by another on the same morning. */
const toldAt = Date.parse('2024-01-02T09:00:00+08:00')
const toldOn = '2024-01-02'

type Marks = Readonly<Record<string, string>>
const branch: Marks = { branchCommittee: 'yes', party: 'full' }

/** What is known of the first of each household that holds a post. */
const posts: Readonly<Record<number, Marks>> = {
  [homes.secretary]: { ...branch, representative: 'yes' },
  [homes.collective]: branch,
  ...{ 8: branch, 9: { ...branch, sex: 'female' }, 10: branch },
  [homes.director]: { villageCommittee: 'yes', party: 'full' },
  [homes.keeper]: { villageCommittee: 'yes', sex: 'female' },
  ...{ 11: { villageCommittee: 'yes' }, 12: { villageCommittee: 'yes', sex: 'female' } },
  [homes.supervisor]: { representative: 'yes' },
  [homes.representative]: { representative: 'yes', party: 'full', sex: 'female' },
  [homes.villager]: { sex: 'female' },
  [homes.neighbour]: { sex: 'female' },
  [homes.collectiveSupervisor]: { sex: 'female' },
}
const held = (mark: string, value = 'yes') => Object.values(posts).filter((p) => p[mark] === value).length

/** The first household of those that fill up what the posts leave open. */
const others = 20

const filling = (household: number, party: number): Marks => {
  const n = household - others
  const [full, probationary] = [party - held('party', 'full'), rosterSizes.probationary]
  if (n < 0) return {}
  if (n < full) return { party: 'full', ...(n < rosterSizes.collective && { collectiveRepresentative: 'yes' }) }
  if (n < full + probationary) return { party: 'probationary' }
  const represents = n - full - probationary < rosterSizes.representatives - held('representative')
  return represents ? { representative: 'yes', ...(n % 2 && { sex: 'female' }) } : {}
}

/** Two or three a household, from invented rows: numbers instead of names, for nobody is meant but those who can sign in. */
const rowsOf = (village: string, households: number, v: number): readonly SheetRow[] => {
  const names = namesIn(village)
  const nameAt = new Map(Object.entries(homes).map(([key, h]) => [h, names.get(key)]))
  return Array.from({ length: households }, (_, i) => i + 1).flatMap((h) =>
    Array.from({ length: 2 + ((h + v) % 3 === 0 ? 1 : 0) }, (_, k): SheetRow => {
      const marks = k === 0 ? (posts[h] ?? filling(h, rosterSizes.party - v)) : {}
      const sex = k === 0 ? (marks.sex ?? 'male') : k === 1 && first(h, v).sex !== 'female' ? 'female' : 'male'
      return {
        ...{ no: memberNo(h, k), name: (k === 0 && nameAt.get(h)) || `${groupOf(h)}组${h}户第${k + 1}人` },
        ...{ household: householdCode(h), group: groupOf(h), collective: 'yes' },
        ...(k === 2 ? { adultOn: '2027-06-01', fourteenOn: '2023-06-01' } : { adultOn: '2000-01-01' }),
        ...marks,
        sex,
      }
    }),
  )
}
const first = (h: number, v: number): Marks => posts[h] ?? filling(h, rosterSizes.party - v)

const lists = new Map<string, WrittenSheet>()
/** Each list is written down once, however often it is handed in. */
const listOf = ({ id, households }: { id: string; households: number }, v: number): WrittenSheet => {
  const list = lists.get(id) ?? written({ kind: 'roster', rows: rowsOf(id, households, v) })
  lists.set(id, list)
  return list
}

/** Hands in every village's roster, through the engine, at the beginning of its term. Doing it twice changes nothing. */
export const rosters = async (deps: Deps): Promise<void> => {
  const now = () => toldAt
  const house: House = { ...deps, now, stores: storesOf({ ...deps, now }) }
  await Promise.all(places.villages.map((village, v) => handIn(house, village, v)))
}

const handIn = async (house: House, village: { id: string; households: number }, v: number): Promise<void> => {
  const person = async (key: string) => (await house.stores.people.get(`${key}-${village.id}`))!
  const { id: sheet } = await house.stores.sheets.keep(listOf(village, v))
  const opened = done(
    await openCase(house, await person('clerk'), {
      ...{ workflow: 'rosterChange', village: village.id, actId: `demo:roster:${village.id}` },
      form: { title: '2024年换届后的名册', kind: 'whole', effectiveOn: toldOn, sheet, reason: '换届以后重新登记。' },
    }),
  )
  const secretary = await person('secretary')
  const act = { actId: `demo:roster:${village.id}:agreed`, seen: opened.found.seen, outcome: 'agreed' }
  const form = { opinion: '和选民登记、成员名单逐户对过。' }
  done(await actOn(house, opened.found.id, { ...act, form }, (c) => actorAt(secretary, c.place, today(house))))
}

const done = (stored: StoredCase | Refusal): StoredCase => {
  if (isRefusal(stored)) throw new Error(stored.says)
  return stored
}
