import type { Role } from '@shared/engine/workflow'
import type { Citizen, Post } from '@shared/schemas/person'
import type { Stores } from '../stores'
import { places } from './places'

const surnames = ['林', '柯', '方', '阮', '蒋', '何', '周', '苏', '韩', '许', '叶', '潘']
const given = [
  ...['阿海', '金水', '丽珍', '永福', '小芬', '志强', '秀兰', '国平'],
  ...['玉英', '文斌', '彩云', '阿土', '雪梅', '长根', '红霞', '伟民'],
]
const nameAt = (n: number) => `${surnames[n % surnames.length]}${given[(n * 7 + Math.floor(n / 12)) % given.length]}`

/** 东溪村's people, as in the pictures of the handbook; nobody in another village is called the same. */
const dongxi: Readonly<Record<string, string>> = {
  ...{ villager: '林桂香', neighbour: '周秋兰', representative: '许月英', secretary: '何福来', director: '阮海生' },
  ...{ clerk: '苏水根', supervisor: '方有为', keeper: '柯春燕', collective: '蒋阿良' },
  collectiveSupervisor: '叶素琴',
}

const from = '2024-01-01'
const post = (role: Role, place: string, title: string): Post => ({ role, place, title, from })

const villageOffice: readonly (readonly [key: string, roles: readonly Role[], title: string])[] = [
  ['secretary', ['secretary', 'villager', 'partyMember', 'representative'], '村党支部书记'],
  ['director', ['director', 'committee', 'villager', 'partyMember'], '村委会主任'],
  ['clerk', ['clerk', 'villager'], '村报账员'],
  ['supervisor', ['supervisor', 'villager', 'representative'], '村务监督委员会主任'],
  ['keeper', ['sealKeeper', 'committee', 'villager'], '村委会委员（管章）'],
  ['collective', ['collectiveHead', 'villager', 'partyMember'], '经济合作社社长'],
]

/** Where the collective has supervisors of its own: the finance of 礁头村 goes by both bodies. */
const ownSupervisors: readonly string[] = ['dongxi', 'jiaotou']
const officeIn = (id: string): typeof villageOffice =>
  ownSupervisors.includes(id)
    ? [...villageOffice, ['collectiveSupervisor', ['collectiveSupervisor', 'villager'], '经济合作社监事会监事']]
    : villageOffice

const nameOf = (v: number, key: string, n: number) => (v === 0 ? dongxi[key] : nameAt(v * 11 + n))
/** What an office-holder of a village is called, by the first part of the id. */
export const officeName = (village: string, key: string): string =>
  nameOf(
    places.villages.findIndex((v) => v.id === village),
    key,
    villageOffice.findIndex(([k]) => k === key),
  )

const plain = (role: Role): role is 'villager' | 'partyMember' | 'representative' =>
  ['villager', 'partyMember', 'representative'].includes(role)
const plainTitle = { villager: '村民', partyMember: '党员', representative: '村民代表' }

const villagePeople = (id: string, name: string, v: number): Citizen[] => {
  const base = { village: id, township: places.id }
  const named = (key: string, n: number) => nameOf(v, key, n)
  const office = officeIn(id).map(
    ([key, roles, title], i): Citizen => ({
      ...base,
      id: `${key}-${id}`,
      name: named(key, i),
      says: `${title}，${name}`,
      household: `${id}-h${i + 1}`,
      posts: roles.map((r) => post(r, id, plain(r) ? plainTitle[r] : title)),
    }),
  )
  const villager: Citizen = {
    ...base,
    id: `villager-${id}`,
    name: named('villager', 7),
    says: `村民，${name}三组`,
    household: `${id}-h20`,
    posts: [post('villager', id, '村民')],
  }
  const neighbour: Citizen = {
    ...base,
    id: `neighbour-${id}`,
    name: named('neighbour', 8),
    says: `村民，${name}四组`,
    household: `${id}-h21`,
    posts: [post('villager', id, '村民')],
  }
  const representative: Citizen = {
    ...{
      ...base,
      id: `representative-${id}`,
      name: named('representative', 9),
      says: `村民代表、党员，${name}二组`,
      household: `${id}-h22`,
    },
    posts: [post('villager', id, '村民'), post('representative', id, '村民代表'), post('partyMember', id, '党员')],
  }
  return [villager, neighbour, representative, ...office]
}

const staff = (id: string, name: string, role: Role, place: string, title: string): Citizen => ({
  id,
  name,
  says: title,
  township: places.id,
  posts: [post(role, place, title)],
})

const townshipStaff: readonly Citizen[] = [
  staff('cluster', '许正明', 'clusterLead', 'shanpian', '石湾镇山片片长'),
  staff('cluster-hai', '叶建国', 'clusterLead', 'haipian', '石湾镇海片片长'),
  staff('agency', '潘美娟', 'agency', places.id, '镇三资代理中心会计'),
  staff('township', '韩小舟', 'township', places.id, '镇农业农村办，管12个村'),
  staff('leader', '周大海', 'townshipLead', places.id, '镇长'),
  staff('county', '苏月英', 'county', places.county, '县农业农村局'),
]

/** Invented people: every village has its office, a few villagers and a representative. */
export const people = async (stores: Stores): Promise<void> => {
  const villagers = places.villages.flatMap((v, i) => villagePeople(v.id, v.name, i))
  for (const person of [...villagers, ...townshipStaff]) await stores.people.save(person)
  const first = (village: string) =>
    [
      'villager',
      'secretary',
      'director',
      'clerk',
      'supervisor',
      'keeper',
      'collective',
      'representative',
      'neighbour',
    ].map((k) => `${k}-${village}`)
  await stores.people.saveList('demo', [
    ...first('dongxi'),
    'collectiveSupervisor-dongxi',
    ...townshipStaff.map((s) => s.id),
    ...first('shatang'),
    ...places.villages
      .slice(2)
      .flatMap((v) => [
        `villager-${v.id}`,
        `secretary-${v.id}`,
        `clerk-${v.id}`,
        `supervisor-${v.id}`,
        `director-${v.id}`,
      ]),
  ])
  for (const v of places.villages)
    await stores.people.saveList(
      `office#${v.id}`,
      officeIn(v.id).map(([key]) => `${key}-${v.id}`),
    )
}
