import type { Role } from '@shared/engine/workflow'
import type { Citizen, TownshipPlace, VillagePlace } from '@shared/schemas/person'
import type { Stores } from '../../functions/stores'

const clusters = ['东片', '南片', '西片', '北片'].map((name, i) => ({ id: `pian${i}`, name }))

const village = (_: unknown, i: number): VillagePlace => ({
  ...{ id: `cun${i}`, name: `第${i + 1}村`, cluster: clusters[i % clusters.length].id, households: 200 + i },
  ...{ phone: '0000-60120000', since: '2025-12-01' },
  session: {
    ...{ days: [10, 20], startsAt: '08:30', place: '说事室' },
    ...{ cutOff: { daysBefore: 1, at: '18:00' }, movesOffHolidays: true },
  },
})

/** An invented township of so many villages in four clusters. */
export const bigTownship = (many: number): TownshipPlace => ({
  ...{ id: 'dazhen', name: '大镇', county: 'demo-county', clusters },
  villages: Array.from({ length: many }, village),
})

const inVillage: readonly (readonly [string, readonly Role[], string])[] = [
  ['villager', ['villager'], '村民'],
  ['clerk', ['clerk', 'villager'], '村报账员'],
  ['secretary', ['secretary', 'villager', 'partyMember'], '村党支部书记'],
  ['director', ['director', 'villager'], '村委会主任'],
  ['supervisor', ['supervisor', 'villager'], '村务监督委员会主任'],
]

const someone = (id: string, place: string, roles: readonly Role[], title: string, home?: string): Citizen => ({
  ...{ id, name: `${title}${id}`, says: title, township: 'dazhen', ...(home && { village: home }) },
  posts: roles.map((role) => ({ role, place, title, from: '2025-01-01' })),
})

/** Sets it up with a handful of people in each village, its own staff and a head of each cluster, who can all sign in. */
export const setUp = async (stores: Stores, township: TownshipPlace): Promise<ReadonlyMap<string, Citizen>> => {
  await stores.places.save({ townships: [township] })
  const villagers = township.villages.flatMap(({ id }) =>
    inVillage.map(([key, roles, title]) => someone(`${key}-${id}`, id, roles, title, id)),
  )
  const staff = [
    someone('township', township.id, ['township'], '镇农业农村办'),
    someone('leader', township.id, ['townshipLead'], '镇长'),
    ...clusters.map(({ id }, i) => someone(`head${i}`, id, ['clusterLead'], '片长')),
    someone('county', township.county, ['county'], '县里'),
  ]
  const all = [...villagers, ...staff]
  await Promise.all(all.map((p) => stores.people.save(p)))
  await stores.people.saveList(
    'demo',
    all.map((p) => p.id),
  )
  await stores.people.saveList(
    `office#${township.id}`,
    staff.map((p) => p.id),
  )
  for (const { id } of township.villages)
    await stores.people.saveList(
      `office#${id}`,
      inVillage.slice(1).map(([key]) => `${key}-${id}`),
    )
  return new Map(all.map((p) => [p.id, p]))
}
