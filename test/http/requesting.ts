import { dayInChina } from '@shared/calendar'
import type { CaseView } from '@shared/schemas/views'
import type { TestHouse } from '../support/house'

export const lamps = {
  text: '晒谷场三盏路灯不亮。老人晚上跳完舞回家看不见路，想请村里修一修。',
  category: 'utilities',
  place: '晒谷场',
  visibility: 'villagers',
} as const
export const canal = {
  text: '后山水渠堵了，田里进不了水。淤泥有半人高，靠我们几户清不动。',
  category: 'environment',
  visibility: 'villagers',
} as const
export const quiet = {
  text: '我家低保的事想问问。上次说材料不够，到底还差哪一份？',
  category: 'relief',
  visibility: 'office',
} as const

/** A second after whatever was done before: of two at one instant neither is the earlier. */
export const raise = (h: TestHouse, person: string, form: Record<string, unknown>, village = 'dongxi') => {
  h.clock.at += 1000
  return h.open(person, 'request', form, { villageId: village })
}

/** Takes a request in hand and answers it on the spot. */
export const answer = async (h: TestHouse, id: string, decision: string, village = 'dongxi'): Promise<CaseView> => {
  const heldOn = dayInChina(h.clock.at)
  await h.done(`clerk-${village}`, id, { outcome: 'acknowledged' })
  return h.done(`secretary-${village}`, id, { outcome: 'answered', form: { decision, heldOn } })
}

/** Raises, answers and rates one: closed on the day. */
export const settled = async (
  h: TestHouse,
  form: Record<string, unknown>,
  { by = 'villager-dongxi', decision = '电工换了灯头，三盏都亮了。', outcome = 'satisfied' } = {},
): Promise<CaseView> => {
  const village = by.split('-')[1]
  const { id } = await raise(h, by, form, village)
  await answer(h, id, decision, village)
  return h.done(by, id, { outcome, ...(outcome === 'unsatisfied' && { form: { reason: '还是不亮' } }) })
}
