import { askedOf } from './asked'
import { type Days, daysFrom } from './days'
import { accountsDue, dutiesOf } from './duties'
import { type Course, matterOf } from './matters'
import { noticesOf } from './notices'
import { kinshipOf, once } from './once'
import { ourVillage } from './ourVillage'
import { places } from './places'
import { requestsOf } from './requests'
import { sessionsOf } from './sessions'
import { statementsOf } from './statements'
import type { Told } from './telling'

/** Matters of the other villages, in every step; 东溪村's are told in `ourVillage`. */
const courses: readonly Course[] = [
  { village: 'shatang', put: 'charging', at: 'report', since: -6 },
  { village: 'shatang', put: 'harbour', at: 'deliberation', since: -9 },
  { village: 'jiaotou', put: 'water', at: 'legalityReview', since: -1 },
  { village: 'jiaotou', put: 'seawall', at: 'works', since: -24, finish: -5 },
  { village: 'jiaotou', put: 'dividend', at: 'resolution', since: -10 },
  { village: 'beiao', put: 'lamps', at: 'announcement', since: -5 },
  { village: 'beiao', put: 'clinic', at: 'closed', since: -4 },
  { village: 'yancheng', put: 'sewage', at: 'works', since: -12, finish: 18 },
  { village: 'qiaowei', put: 'bridge', at: 'decisionDisplay', since: -10 },
  { village: 'shijing', put: 'square', at: 'reportDisplay', since: -7 },
  { village: 'zhukeng', put: 'bamboo', at: 'proposal', since: -2 },
  { village: 'guantian', put: 'orchard', at: 'partyMeeting', since: -3 },
  { village: 'xialin', put: 'rules', at: 'announcement', since: -1 },
  { village: 'bailu', put: 'ancestral', at: 'works', since: -8, finish: 25 },
  { village: 'houshan', put: 'fishpond', at: 'resolution', since: -4 },
]

/** 东溪村's accounts go back so far that this year can be held against the last. */
const monthsShown = 14

/** A township in use, as of the day on which its first start began. */
export const storyOf = (began: number): readonly Told[] => {
  const days: Days = daysFrom(began)
  const ours = ourVillage(days)
  return [
    ...ours,
    ...kinshipOf(),
    ...once(days),
    ...askedOf(days),
    ...courses.map((course) => matterOf(course, days)),
    ...places.villages.flatMap(({ id }, nth) => {
      const requests = requestsOf(id, nth, days)
      return [
        ...statementsOf(id, id === 'dongxi' ? monthsShown : accountsDue(id, days), days),
        ...dutiesOf(id, days),
        ...noticesOf(id, days),
        ...sessionsOf(id, [...ours, ...requests], days),
        ...requests,
      ]
    }),
  ]
}
