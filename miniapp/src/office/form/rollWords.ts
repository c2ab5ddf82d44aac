import type { RollName } from '@shared/engine/workflow'

const words: Record<RollName, string> = {
  branchCommittee: '支委名册',
  twoCommittees: '“两委”名册',
  partyVoting: '党员名册',
  representativesMeeting: '代表名册',
  adults: '村民名册',
  households: '户册',
  collectiveCapable: '成员名册',
  collectiveRepresentatives: '成员代表名册',
  groupAdults: '本组名册',
  groupMembers: '本组成员名册',
}

/** Whose heads 应到 counts, beside the figure; of another day than today says which. */
export const rollWords = (name: string, on?: string): string =>
  on ? `${+on.slice(5, 7)}月${+on.slice(8)}日名册` : ((words as Record<string, string>)[name] ?? '名册')
