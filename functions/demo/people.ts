import type { Role } from '@shared/engine/workflow'
import type { Citizen, Post } from '@shared/schemas/person'
import type { Stores } from '../stores'
import { homes, householdCode, memberNo } from './households'
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
/** 一肩挑: where one person is secretary and director, and a deputy does the rest. */
const oneHead: readonly string[] = ['shijing']
const headed: typeof villageOffice = [
  ['secretary', ['secretary', 'director', 'villager', 'partyMember', 'representative'], '村党支部书记、村委会主任'],
  ['director', ['committee', 'villager', 'partyMember'], '村委会副主任'],
  ...villageOffice.slice(2),
]
/** Who is director of a village. */
export const directorOf = (village: string): string =>
  `${oneHead.includes(village) ? 'secretary' : 'director'}-${village}`

const officeIn = (id: string): typeof villageOffice =>
  ownSupervisors.includes(id)
    ? [...villageOffice, ['collectiveSupervisor', ['collectiveSupervisor', 'villager'], '经济合作社监事会监事']]
    : oneHead.includes(id)
      ? headed
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

/** Household and number on the roster. */
const homeOf = (key: string) => ({ household: householdCode(homes[key]), member: memberNo(homes[key], 0) })

/** What each of a village's people is called who can sign in, by the first part of the id. */
export const namesIn = (village: string): ReadonlyMap<string, string> => {
  const { id, name } = places.villages.find((v) => v.id === village)!
  const v = places.villages.findIndex((p) => p.id === village)
  return new Map(villagePeople(id, name, v).map((p) => [p.id.slice(0, -id.length - 1), p.name]))
}

const villagePeople = (id: string, name: string, v: number): Citizen[] => {
  const base = { village: id, township: places.id }
  const named = (key: string, n: number) => nameOf(v, key, n)
  const office = officeIn(id).map(
    ([key, roles, title], i): Citizen => ({
      ...base,
      id: `${key}-${id}`,
      name: named(key, i),
      says: `${title}，${name}`,
      ...homeOf(key),
      posts: roles.map((r) => post(r, id, plain(r) ? plainTitle[r] : title)),
    }),
  )
  const villager: Citizen = {
    ...base,
    id: `villager-${id}`,
    name: named('villager', 7),
    says: `村民，${name}三组`,
    ...homeOf('villager'),
    posts: [post('villager', id, '村民')],
  }
  const neighbour: Citizen = {
    ...base,
    id: `neighbour-${id}`,
    name: named('neighbour', 8),
    says: `村民，${name}四组`,
    ...homeOf('neighbour'),
    posts: [post('villager', id, '村民')],
  }
  const representative: Citizen = {
    ...{
      ...base,
      id: `representative-${id}`,
      name: named('representative', 9),
      says: `村民代表、党员，${name}二组`,
      ...homeOf('representative'),
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
  staff('discipline', '柯正清', 'discipline', places.id, '镇纪委干事'),
  staff('county', '苏月英', 'county', places.county, '县农业农村局'),
]

/** Invented people: every village has its office, a few villagers and a representative. */
export const people = async (stores: Stores): Promise<void> => {
  const save = async (some: readonly Citizen[]) => {
    for (const person of some) await stores.people.save(person)
  }
  await Promise.all([...places.villages.map((v, i) => save(villagePeople(v.id, v.name, i))), save(townshipStaff)])
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
  const office = (place: string, ids: readonly string[]) => stores.people.saveList(`office#${place}`, ids)
  const idsWith = (has: (posts: readonly Post[]) => boolean) =>
    townshipStaff.filter(({ posts }) => has(posts)).map(({ id }) => id)
  await Promise.all([
    ...places.villages.map(({ id }) =>
      office(
        id,
        officeIn(id).map(([key]) => `${key}-${id}`),
      ),
    ),
    // heads of clusters are on the township's list too: whoever leads or helps a village is chosen there
    office(
      places.id,
      idsWith((posts) => posts.some(({ role }) => role !== 'county')),
    ),
    ...places.clusters.map(({ id }) =>
      office(
        id,
        idsWith((posts) => posts.some(({ place }) => place === id)),
      ),
    ),
  ])
}
