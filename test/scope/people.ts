import { addDays } from '@shared/engine/deadline'
import type { Role } from '@shared/engine/workflow'
import type { Citizen, Post, TownshipPlace } from '@shared/schemas/person'
import { places } from '../../functions/demo/places'
import type { TestHouse } from '../support/house'

/** The day on which everybody is asked. */
export const today = '2026-06-10'

const away = (id: string, name: string, county: string): TownshipPlace => ({
  ...{ id, name, county, clusters: [{ id: `${id}-pian`, name: '东片' }] },
  villages: [{ ...places.villages[0]!, id: `${id}-cun`, name: `${name}一村`, cluster: `${id}-pian` }],
})
/** Another township of the county, and one of another county. */
export const otherTownship = away('hekou', '河口镇', places.county)
export const otherCounty = away('yuanshan', '远山镇', 'far-county')

const post = (role: Role, place: string, more: Partial<Post> = {}): Post => ({
  ...{ role, place, title: role, from: '2024-01-01' },
  ...more,
})
const person = (id: string, posts: readonly Post[], more: Partial<Citizen> = {}): Citizen => ({
  ...{ id, name: `丁${id}`, says: id, township: places.id, posts },
  ...more,
})
const ended = { until: addDays(today, -1) }
const inDongxi = { village: 'dongxi' }

/** Those whom the demo hasn't: of other townships, whose post is over, to come or at its last day, of two posts. */
const added: readonly Citizen[] = [
  ...[otherTownship, otherCounty].flatMap(({ id, clusters, villages, county }) => [
    person(`villager-${id}`, [post('villager', villages[0]!.id)], { township: id, village: villages[0]!.id }),
    person(`secretary-${id}`, [post('secretary', villages[0]!.id)], { township: id, village: villages[0]!.id }),
    person(`cluster-${id}`, [post('clusterLead', clusters[0]!.id)], { township: id }),
    person(`township-${id}`, [post('township', id)], { township: id }),
    ...(county === places.county ? [] : [person(`county-${id}`, [post('county', county)], { township: id })]),
  ]),
  person('former-clerk', [post('clerk', 'dongxi', ended), post('villager', 'dongxi')], inDongxi),
  person('former-villager', [post('villager', 'dongxi', ended)], inDongxi),
  person('former-township', [post('township', 'shiwan', ended)]),
  person('former-county', [post('county', places.county, ended)]),
  person('coming-director', [post('director', 'dongxi', { from: addDays(today, 1) })], inDongxi),
  person('last-day', [post('clerk', 'dongxi', { until: today })], inDongxi),
  person('first-day', [post('clerk', 'dongxi', { from: today })], inDongxi),
  // a clerk elsewhere, a villager here: both at once, and neither for the other
  person('two-posts', [post('clerk', 'shatang'), post('villager', 'dongxi')], inDongxi),
  // a role that isn't held at that level is none
  person('misplaced', [post('secretary', 'shiwan'), post('township', 'dongxi'), post('county', 'shiwan')]),
]

/** Everyone who asks, by what the table calls them. */
export const who: Readonly<Record<string, string | undefined>> = {
  ...{ 没登录的人: undefined, 村民: 'villager-dongxi', 邻居: 'neighbour-dongxi', 党员代表: 'representative-dongxi' },
  ...{ 报账员: 'clerk-dongxi', 书记: 'secretary-dongxi', 主任: 'director-dongxi', 监委: 'supervisor-dongxi' },
  ...{ 管章: 'keeper-dongxi', 社长: 'collective-dongxi', 监事: 'collectiveSupervisor-dongxi' },
  ...{ 最后一天的报账员: 'last-day', 头一天的报账员: 'first-day', 兼别村报账员的村民: 'two-posts' },
  ...{ 同片别村的村民: 'villager-qiaowei', 同片别村的书记: 'secretary-qiaowei' },
  ...{ 别片的村民: 'villager-shatang', 别片的书记: 'secretary-shatang' },
  ...{ 片长: 'cluster', 别片的片长: 'cluster-hai' },
  ...{ 三资代理: 'agency', 农办: 'township', 镇长: 'leader', 纪委: 'discipline', 县里: 'county' },
  ...{ 外镇的村民: 'villager-hekou', 外镇的书记: 'secretary-hekou', 外镇的片长: 'cluster-hekou' },
  ...{ 外镇的农办: 'township-hekou', 外县的村民: 'villager-yuanshan', 外县的书记: 'secretary-yuanshan' },
  ...{ 外县的片长: 'cluster-yuanshan', 外县的农办: 'township-yuanshan', 外县的县里: 'county-yuanshan' },
  ...{ 昨天卸任的报账员: 'former-clerk', 昨天迁走的村民: 'former-villager', 昨天卸任的农办: 'former-township' },
  ...{ 昨天卸任的县里: 'former-county', 明天上任的主任: 'coming-director', 职务放错地方的人: 'misplaced' },
}

const groups: Readonly<Record<string, readonly string[]>> = {
  村里: ['报账员', '书记', '主任', '监委', '管章', '社长', '监事', '最后一天的报账员', '头一天的报账员'],
  镇里: ['三资代理', '农办', '镇长', '纪委'],
  本村: ['村民', '邻居', '党员代表', '兼别村报账员的村民', '昨天卸任的报账员'],
}
const named = (words: string): readonly string[] =>
  words.split('、').flatMap((word) => {
    if (word === '大家') return Object.keys(who)
    if (word === '登录的人') return Object.keys(who).slice(1)
    const names = groups[word] ?? [word]
    for (const name of names) if (!(name in who)) throw new Error(`nobody is called ${name}`)
    return names
  })

export type Outcome = '行' | '不行' | '找不到'

/** Who gets what, out of words: `村里、片长 行；没登录的人 不行；别的人 找不到`. A later clause doesn't take back an earlier one. */
export const outcomesIn = (words: string): ReadonlyMap<string, Outcome> => {
  const outcomes = new Map<string, Outcome>()
  for (const clause of words.split('；')) {
    const [, people = '', outcome] = /^(\S+) (行|不行|找不到)$/.exec(clause.trim()) ?? []
    if (!outcome) throw new Error(`can't be read: ${clause}`)
    for (const name of people === '别的人' ? Object.keys(who) : named(people))
      if (!outcomes.has(name)) outcomes.set(name, outcome as Outcome)
  }
  for (const name of Object.keys(who)) if (!outcomes.has(name)) throw new Error(`${words} doesn't say: ${name}`)
  return outcomes
}

/** Two more townships, and everybody who isn't there yet. */
export const settle = async (h: TestHouse): Promise<void> => {
  await h.house.stores.places.save({ townships: [places, otherTownship, otherCounty] })
  for (const one of added) await h.house.stores.people.save(one)
}
