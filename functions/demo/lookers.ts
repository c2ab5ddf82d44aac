import { dayInChina } from '@shared/calendar'
import { addDays } from '@shared/engine/deadline'
import type { House } from '../stores'

/** An office looks at its messages every evening, a villager once a week. */
const daysAgo = (id: string) => (/^(villager|neighbour|representative)-/.test(id) ? 7 : 1)

/** Until when those whom a visitor signs in as have looked at their messages: what came since is new to them. */
export const lookers = async (house: House, began: number): Promise<void> => {
  const ids = await house.stores.people.list('demo')
  const evening = (id: string) => new Date(`${addDays(dayInChina(began), -daysAgo(id))}T18:00:00+08:00`).toISOString()
  await Promise.all(ids.map((id) => house.stores.inbox.looked(id, evening(id))))
}
