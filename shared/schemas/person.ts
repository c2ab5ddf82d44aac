import type { Day } from '../engine/case'
import type { Role } from '../engine/workflow'

/** A post that someone holds from a day on: in a village, a cluster, a township or the county. */
export type Post = { role: Role; place: string; title: string; from: Day; until?: Day }

export type Citizen = {
  id: string
  name: string
  says: string
  village?: string
  township: string
  household?: string
  /** the number under which the village's roster has this person */
  member?: string
  /** who this is to our mini-program at WeChat; known since they signed in there, and never sent to anyone else */
  openId?: string
  posts: readonly Post[]
}

export type VillagePlace = {
  /** its boards are shown to those who have signed in alone */
  closedToGuests?: true
  id: string
  name: string
  cluster: string
  households: number
  phone: string
  /** its first day of use: nothing that was due before is held against it */
  since?: Day
  session: {
    days: readonly number[]
    startsAt: string
    place: string
    cutOff: { daysBefore: number; at: string }
    movesOffHolidays: boolean
  }
}

export type TownshipPlace = {
  id: string
  name: string
  county: string
  clusters: readonly { id: string; name: string }[]
  villages: readonly VillagePlace[]
}
