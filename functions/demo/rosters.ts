import { dayInChina } from '@shared/calendar'
import type { Member } from '../store/rosterStore'
import type { Stores } from '../stores'
import { places } from './places'

/** Heads in 东溪村: 5 in the branch committee, 9 in both committees, 46 party members with a vote, 38 in the 代表会议. */
export const rosterSizes = { branch: 5, committee: 4, party: 46, probationary: 3, representatives: 34 }

/** Two or three grown members a household, from invented rows: numbers instead of names, for nobody is meant. */
const membersOf = (village: string, households: number, v: number): Member[] => {
  const people: Member[] = []
  for (let h = 1; h <= households; h++)
    for (let k = 0; k < 2 + ((h + v) % 3 === 0 ? 1 : 0); k++)
      people.push({
        ...{
          id: `${village}-${h}-${k}`,
          name: `${1 + (h % 8)}组${h}户第${k + 1}人`,
          household: `${village}-h${h}`,
          group: 1 + (h % 8),
          woman: k % 2 === 1,
        },
        adultOn: k === 2 ? '2027-06-01' : '2000-01-01',
        collective: true,
        capable: true,
      })
  const grown = people.filter((p) => p.adultOn < '2020')
  const mark = (from: number, many: number, what: Partial<Member>) => {
    for (const person of grown.slice(from, from + many)) Object.assign(person, what)
  }
  mark(0, rosterSizes.branch, { branchCommittee: true })
  mark(rosterSizes.branch, rosterSizes.committee, { villageCommittee: true })
  const party = rosterSizes.party - v
  mark(0, party, { party: 'full' })
  mark(party, rosterSizes.probationary, { party: 'probationary' })
  mark(20, rosterSizes.representatives, { representative: true })
  return people
}

export const rosters = async (stores: Stores, now: number): Promise<void> => {
  for (const [v, { id, households }] of places.villages.entries())
    await stores.rosters.save(id, membersOf(id, households, v), dayInChina(now))
}
