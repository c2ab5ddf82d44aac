import { dayInChina } from '@shared/calendar'
import { addDays } from '@shared/engine/deadline'
import type { Stores } from '../stores'
import { disclosureSettings } from './duties'
import { places } from './places'

/**
 * What was set before the story begins: how often accounts are owed in the township, and that 礁头村's collective has
 * supervisors of its own, so its finance is read by both bodies, and that in 后山村 the villagers
 * have the last word (五议). Doing it twice changes nothing.
 */
export const demoSettings = async ({ settings }: Stores, began: number): Promise<void> => {
  await settings.save('jiaotou', { financeBodies: 2 })
  await settings.save('houshan', { fifthStep: 1 })
  const township = { county: places.county, township: places.id }
  const on = addDays(dayInChina(began), -800)
  if (Object.keys(await settings.disclosure.own(township, on)).length) return
  await settings.disclosure.add(township, { on, who: '镇农业农村办 韩小舟', items: disclosureSettings })
}
