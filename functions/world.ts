import { dayInChina, nextSession, type SessionRule } from '@shared/calendar'
import type { FormValue, Holidays, World } from '@shared/engine/case'
import { judgeFact } from '@shared/rules/facts'
import { judgeForm } from '@shared/schemas/stepForms'
import type { VillageAt } from './store/placeStore'
import type { SessionChanges } from './store/sessionStore'
import type { House } from './stores'

export const today = (house: Pick<House, 'now'>): string => dayInChina(house.now())

/**
 * Everything that the engine may know of the world, gathered for one village and, where there is one, for a case raised then.
 * 应到 is read by whoever counts.
 */
export const worldOf = async (
  house: House,
  at: VillageAt,
  raisedAt?: string,
  facts: Record<string, unknown> = {},
  rolls: World['rolls'] = {},
): Promise<World> => {
  const [settings, changes, holidays] = await Promise.all([
    house.stores.settings.of(at.place, at.village.session.days),
    house.stores.sessions.of(at.place.village),
    house.stores.holidays.of(at.place.county),
  ])
  const now = new Date(house.now()).toISOString()
  const session = sessionOf(at, settings, changes)
  const raised = raisedAt ?? now
  return {
    today: today(house),
    now,
    holidays,
    settings,
    rolls,
    // heard at the first session from that day on whose cut-off came after it was raised, however late it was taken in hand
    days: (on) => ({
      nextSessionOn: nextSession(raised, session, holidays, on).on,
      openedOn: dayInChina(raised),
    }),
    facts,
    judgeForm,
    judgeFact,
  }
}

const hostsByDefault = '村两委值班'

/** When a village's sessions are held: as it was set up, by the days that are set there, with what it has changed since. */
export const sessionOf = (
  { village }: Pick<VillageAt, 'village'>,
  settings: World['settings'],
  { rule, moved, extra }: SessionChanges,
): SessionRule => ({
  ...{ hosts: hostsByDefault, ...village.session, ...rule, moved, extra },
  days: settings.sessionDays as readonly number[],
})

/** A village's sessions by its rule, with what it has changed, and the holidays that it keeps. */
export type SessionsAt = { rule: SessionRule; kept: SessionChanges; holidays: Holidays }

/** The same, read for one village alone, in the version that its changes have. */
export const sessionsOf = async (
  house: Pick<House, 'stores'>,
  at: VillageAt,
): Promise<SessionsAt & { version: number }> => {
  const [settings, { kept, version }, holidays] = await Promise.all([
    house.stores.settings.of(at.place, at.village.session.days),
    house.stores.sessions.read(at.place.village),
    house.stores.holidays.of(at.place.county),
  ])
  return { rule: sessionOf(at, settings, kept), kept, version, holidays }
}

/** The ids of files that a form names. */
export const filesIn = (form: FormValue): readonly string[] =>
  Object.values(form).flatMap((v) =>
    Array.isArray(v) ? v.filter((f): f is string => typeof f === 'string' && /^f[0-9a-f]{24}$/.test(f)) : [],
  )
