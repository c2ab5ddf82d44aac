import { askedOf } from './asked'
import { auditsOf } from './audits'
import { billsOf } from './bills'
import { courses } from './courses'
import { type Days, daysFrom } from './days'
import { accountsDue, dutiesOf } from './duties'
import { feedbackTold } from './feedback'
import { matterOf } from './matters'
import { noticesOf } from './notices'
import { kinshipOf, once } from './once'
import { missingOrders } from './orders'
import { ourVillage } from './ourVillage'
import { places } from './places'
import { requestsOf } from './requests'
import { sealsOf } from './seals'
import { sessionsOf } from './sessions'
import { statementsOf } from './statements'
import type { Told } from './telling'
import { watchedOf } from './watched'

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
    ...feedbackTold,
    ...watchedOf(days),
    ...courses.flatMap((course) => matterOf(course, days)),
    ...places.villages.flatMap(({ id }, nth) => {
      const requests = requestsOf(id, nth, days)
      return [
        ...statementsOf(id, id === 'dongxi' ? monthsShown : accountsDue(id, days), days),
        ...dutiesOf(id, days),
        ...missingOrders(id, days),
        ...noticesOf(id, days),
        ...sessionsOf(id, [...ours, ...requests], days),
        ...requests,
        ...sealsOf(id, days),
        ...billsOf(id, days),
        ...auditsOf(id, days),
      ]
    }),
  ]
}
