import type { Course } from './matterDays'

/** Matters of the other villages, in every step and on every track; 东溪村's are told in `ourVillage`. */
export const courses: readonly Course[] = [
  { village: 'shatang', put: 'charging', at: 'report', since: -6 },
  { village: 'shatang', put: 'harbour', at: 'deliberation', since: -9 },
  { village: 'shatang', put: 'shops', at: 'works', since: -14, finish: 20, paper: 'stamped' },
  {
    ...{ village: 'shatang', put: 'workshop', body: 'matterOfMemberRepresentatives' },
    ...{ at: 'decisionDisplay', since: -6, finish: 70 },
  },
  // failed, and raised again with a smaller plan
  { village: 'shatang', put: 'shelter', at: 'failed', since: -38 },
  { village: 'shatang', put: 'shelterAgain', at: 'deliberation', since: -3, about: 'shatang:matter:shelter' },
  { village: 'jiaotou', put: 'water', at: 'legalityReview', since: -1 },
  {
    ...{ village: 'jiaotou', put: 'seawall', at: 'works', since: -24, done: 1 },
    stages: [
      [-14, '整地挖穴'],
      [-5, '补种木麻黄600棵'],
      [12, '铺海堤步道'],
    ],
  },
  { village: 'jiaotou', put: 'dividend', at: 'resolution', since: -18 },
  { village: 'beiao', put: 'lamps', at: 'announcement', since: -5 },
  { village: 'beiao', put: 'clinic', at: 'closed', since: -4 },
  { village: 'yancheng', put: 'sewage', at: 'works', since: -12, finish: 18 },
  { village: 'yancheng', put: 'lamps', at: 'call', since: -2 },
  { village: 'qiaowei', put: 'bridge', at: 'decisionDisplay', since: -10 },
  { village: 'qiaowei', put: 'clinic', at: 'resolution', since: -3 },
  { village: 'shijing', put: 'square', at: 'reportDisplay', since: -7 },
  { village: 'shijing', put: 'canteen', at: 'jointMeeting', since: -3, joint: true },
  { village: 'shijing', put: 'lamps', at: 'partyMeeting', since: -2, joint: true },
  { village: 'zhukeng', put: 'bamboo', at: 'proposal', since: -2 },
  { village: 'zhukeng', put: 'groupPond', at: 'call', since: -4, group: 2 },
  { village: 'guantian', put: 'orchard', at: 'partyMeeting', since: -3 },
  { village: 'guantian', put: 'doctor', at: 'planDisplay', since: -6 },
  { village: 'xialin', put: 'rules', at: 'announcement', since: -1 },
  { village: 'bailu', put: 'ancestral', at: 'works', since: -8, finish: 25 },
  { village: 'houshan', put: 'fishpond', at: 'resolution', since: -4 },
  { village: 'houshan', put: 'hall', at: 'appraisal', since: -3, fifth: true },
]
