import type { Day } from './engine/case'
import type { RollName } from './engine/workflow'
import { isAdult, isCalled } from './rolls'
import type { Member } from './roster'

/** Each meeting, as it is called. */
export const meetings: Readonly<Record<RollName, string>> = {
  branchCommittee: '党支部会',
  twoCommittees: '“两委”会',
  partyVoting: '党员大会',
  representativesMeeting: '村民代表会议',
  adults: '村民会议',
  households: '村民会议（按户）',
  collectiveCapable: '成员大会',
  collectiveRepresentatives: '成员代表大会',
  groupAdults: '村民小组会议',
  groupMembers: '小组成员会议',
}

/** Why somebody isn't called to a meeting of that day, and what they may do; undefined for whoever is. */
export const whyNotCalled = (roll: RollName, m: Member, on: Day, group?: number): string | undefined => {
  if (isCalled(roll, m, on, group)) return undefined
  const listens = '可以列席，不算到会人数。'
  if (roll === 'partyVoting' && m.party === 'probationary') return `${m.name}是预备党员，没有表决权，${listens}`
  if (roll === 'partyVoting' && m.party === 'restricted') return `${m.name}在留党察看期间，没有表决权，${listens}`
  if (group !== undefined && m.group !== group) return `${m.name}是${m.group}组的人，不是${group}组的，${listens}`
  const needsMembership = ['collectiveCapable', 'collectiveRepresentatives', 'groupMembers']
  if (needsMembership.includes(roll) && !m.collective) return `${m.name}不是集体成员，${listens}`
  if (needsMembership.includes(roll) && !m.capable) return `${m.name}没有完全民事行为能力，不算到会人数。`
  if (!isAdult(m, on)) return `${m.name}到这一天还没有满18岁，不算到会人数。`
  return `${m.name}不在${meetings[roll]}的名册里，${listens}`
}
