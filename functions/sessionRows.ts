import { type Session, type SessionRule, sessionsBetween } from '@shared/calendar'
import type { Day, Holidays } from '@shared/engine/case'
import { addDays } from '@shared/engine/deadline'
import type { Row } from './store/table'
import type { House } from './stores'

/** What waits to be heard in a village: the rows of its secretary's desk. */
export const waitingRows = async (house: House, village: string): Promise<readonly Row[]> =>
  (await house.stores.cases.deskKeys(`${village}#secretary`)).filter((r) => r.sort.endsWith('#说#议#hearing'))

/** The day on which a row of a desk is due. */
export const dueOf = ({ sort }: Row): Day => sort.slice(0, 10)

/** The outcome by which something was heard. */
export const decidedOf = ({ sort }: Row): string => sort.slice(sort.indexOf('#') + 1)

/** no two sessions lie further apart */
const apart = 70

/** The session before that of a day. */
export const sessionBefore = (on: Day, rule: SessionRule, holidays: Holidays): Session | undefined =>
  sessionsBetween(addDays(on, -apart), addDays(on, -1), rule, holidays).at(-1)

const promises: readonly string[] = ['handle', 'consult', 'decide', 'escalate', 'plan']

/** What was promised at a session, in the order of hearing. */
export const promisedRows = async (
  house: House,
  village: string,
  session: Session | undefined,
): Promise<readonly Row[]> =>
  session ? (await house.stores.cases.heardOn(village, session.on)).filter((r) => promises.includes(decidedOf(r))) : []
