import { dayInChina } from '@shared/calendar'
import type { Member } from '../store/rosterStore'
import type { Stores } from '../stores'
import { places } from './places'

/** Heads of each roll in 东溪村: 9 in the branch committee … 38 in the 代表会议 (4 committee members and 34 representatives). */
const sizes = { branch: 5, committee: 4, party: 46, probationary: 3, representatives: 34 }

/** Two or three grown members a household, from invented rows: numbers instead of names, for nobody is meant. */
const membersOf = (village: string, households: number, v: number): Member[] => {
  const people: Member[] = []
  for (let h = 1; h <= households; h++)
    for (let k = 0; k < 2 + ((h + v) % 3 === 0 ? 1 : 0); k++)
      people.push({
        ...{
          id: `${village}-${h}-${k}`,
          name: `${village}${h}户${k + 1}`,
          household: `${village}-h${h}`,
          group: 1 + (h % 8),
          woman: k % 2 === 1,
        },
        adultOn: k === 2 ? '2027-06-01' : '2000-01-01',
        collective: true,
        capable: true,
      })
  const grown = people.filter((p) => p.adultOn < '2020')
  grown.slice(0, sizes.branch).forEach((p) => Object.assign(p, { branchCommittee: true }))
  grown.slice(sizes.branch, sizes.branch + sizes.committee).forEach((p) => Object.assign(p, { villageCommittee: true }))
  const party = sizes.party - v
  grown.slice(0, party).forEach((p) => Object.assign(p, { party: 'full' }))
  grown.slice(party, party + sizes.probationary).forEach((p) => Object.assign(p, { party: 'probationary' }))
  grown.slice(20, 20 + sizes.representatives).forEach((p) => Object.assign(p, { representative: true }))
  return people
}

export const rosters = async (stores: Stores, now: number): Promise<void> => {
  for (const [v, { id, households }] of places.villages.entries())
    await stores.rosters.save(id, membersOf(id, households, v), dayInChina(now))
}
