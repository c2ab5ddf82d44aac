import type { Role } from '@shared/engine/workflow'
import type { TownshipPlace } from '@shared/schemas/person'
import type { House } from '../stores'

/** What a desk is called after the place that it is in. */
const deskWords: Readonly<Record<Role, string>> = {
  ...{ villager: '村民', partyMember: '党员', representative: '村民代表', groupLeader: '组长' },
  ...{ clerk: '报账员', committee: '村委会', director: '村委会主任', secretary: '村书记' },
  ...{ collectiveHead: '合作社社长', collectiveSupervisor: '合作社监事', supervisor: '监委会主任' },
  ...{ sealKeeper: '管章的人', clusterLead: '片长', agency: '三资代理中心', township: '镇经办' },
  ...{ townshipLead: '镇领导', discipline: '镇纪委', county: '县里' },
}

/**
 * What whoever has work in hand is called: 东溪村 何福来, or a desk by its place, 东溪村 村书记. Names are read from an index,
 * one page for a whole township; only somebody who isn't of its staff is looked up alone.
 */
export const holderNames = async (
  house: House,
  township: TownshipPlace,
  holders: Iterable<string>,
): Promise<(holder: string) => string> => {
  const places = new Map([township, ...township.clusters, ...township.villages].map(({ id, name }) => [id, name]))
  const staff = await house.stores.people.staffNames(township.id)
  const strangers = [...new Set(holders)].filter((id) => !id.includes('#') && !staff.has(id))
  const others = new Map((await house.stores.people.many(strangers)).map((p) => [p.id, p]))
  return (holder) => {
    const [place, role] = holder.split('#')
    if (role) return `${places.get(place) ?? ''} ${deskWords[role as Role]}`.trim()
    const person = staff.get(holder) ?? others.get(holder)
    return person ? `${places.get(person.village ?? '') ?? township.name} ${person.name}` : '已注销的人'
  }
}
