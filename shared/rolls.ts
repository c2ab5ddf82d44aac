import type { Day, Roll } from './engine/case'
import { canonical, sha256Hex } from './engine/chain'
import type { RollName } from './engine/workflow'
import type { Member } from './roster'

/** 应到 of every roll; those of a group only where one was asked for. */
export type Rolls = Readonly<Partial<Record<RollName, Roll>>>

type Who = (m: Member, on: Day, group?: number) => boolean

export const isAdult = (m: Member, on: Day): boolean => m.adultOn <= on
const adult: Who = isAdult
const ofBranch: Who = (m) => m.branchCommittee && m.party === 'full'
const capable: Who = (m, on) => m.collective && m.capable && isAdult(m, on)

/** Who is called. 预备党员 and those 留党察看 have no vote in the party; on the day itself of 18 years one is of age. */
const called: Readonly<Record<RollName, Who>> = {
  branchCommittee: ofBranch,
  twoCommittees: (m, on) => ofBranch(m, on) || m.villageCommittee,
  partyVoting: (m) => m.party === 'full',
  representativesMeeting: (m) => m.representative || m.villageCommittee,
  adults: adult,
  households: adult,
  collectiveCapable: capable,
  collectiveRepresentatives: (m, on) => capable(m, on) && m.collectiveRepresentative,
  groupAdults: (m, on, group) => m.group === group && isAdult(m, on),
  groupMembers: (m, on, group) => m.group === group && capable(m, on),
}

export const rollNames = Object.keys(called) as readonly RollName[]

/** Whether this roll is one of a group, so that a group has to be named. */
export const isOfGroup = (roll: RollName): boolean => roll === 'groupAdults' || roll === 'groupMembers'

/** Whether somebody is called to a meeting of that day. */
export const isCalled = (roll: RollName, m: Member, on: Day, group?: number): boolean => called[roll](m, on, group)

/** Whose heads a meeting of that day counts. */
export const calledOn = (roll: RollName, members: readonly Member[], on: Day, group?: number): readonly Member[] =>
  members.filter((m) => called[roll](m, on, group))

const composed: readonly RollName[] = ['representativesMeeting', 'twoCommittees']

/** 应到 of each roll on a day; of the collective's, 全体 are those with capacity: 成员大会 is made of them (第二十六条). */
export const rollsOf = (members: readonly Member[], on: Day, group?: number): Rolls =>
  Object.fromEntries(
    rollNames
      .filter((name) => !isOfGroup(name) || group !== undefined)
      .map((name): [RollName, Roll] => {
        const heads = calledOn(name, members, on, group)
        return [
          name,
          {
            ...{ eligible: heads.length, all: heads.length, households: new Set(heads.map((m) => m.household)).size },
            hash: sha256Hex(canonical(idsOf(heads))),
            ...(composed.includes(name) && { composition: compositionOf(heads) }),
          },
        ]
      }),
  )

const idsOf = (heads: readonly Member[]): readonly string[] => heads.map((m) => m.no).sort()

const compositionOf = (heads: readonly Member[]): NonNullable<Roll['composition']> => {
  const representatives = heads.filter((m) => m.representative)
  return {
    representatives: representatives.length,
    women: representatives.filter((m) => m.sex === 'female').length,
    branch: heads.filter((m) => ofBranch(m, '')).length,
  }
}
