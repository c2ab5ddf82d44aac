import { dayInChina, holidaysWith, nextSession } from '@shared/calendar'
import type { FormValue, World } from '@shared/engine/case'
import { judgeFact } from '@shared/rules/facts'
import type { VillagePlace } from '@shared/schemas/person'
import { judgeForm } from '@shared/schemas/stepForms'
import type { VillageAt } from './store/placeStore'
import type { House } from './stores'

/** Worked out once, at the start. */
export const holidays = holidaysWith()

export const today = (house: Pick<House, 'now'>): string => dayInChina(house.now())

/** Everything that the engine may know of the world, gathered for one village and, where there is one, for a case raised then. */
export const worldOf = async (
  house: House,
  at: VillageAt,
  raisedAt?: string,
  facts: Record<string, unknown> = {},
): Promise<World> => {
  const [settings, rolls] = await Promise.all([
    house.stores.settings.of(at.place, at.village.session.days),
    house.stores.rosters.rolls(at.place.village),
  ])
  const now = new Date(house.now()).toISOString()
  const session = sessionOf(at, settings)
  return {
    today: today(house),
    now,
    holidays,
    settings,
    rolls,
    // heard at the first session from that day on whose cut-off came after it was raised, however late it was taken in hand
    days: (on) => ({ nextSessionOn: nextSession(raisedAt ?? now, session, holidays, on).on }),
    facts,
    judgeForm,
    judgeFact,
  }
}

/** When a village's sessions are held, by the days that are set there. */
export const sessionOf = ({ village }: VillageAt, settings: World['settings']): VillagePlace['session'] => ({
  ...village.session,
  days: settings.sessionDays as readonly number[],
})

/** The ids of files that a form names. */
export const filesIn = (form: FormValue): readonly string[] =>
  Object.values(form).flatMap((v) =>
    Array.isArray(v) ? v.filter((f): f is string => typeof f === 'string' && /^f[0-9a-f]{24}$/.test(f)) : [],
  )
