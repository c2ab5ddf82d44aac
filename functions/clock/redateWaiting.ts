import { heardBy, nextSession } from '@shared/calendar'
import type { Day } from '@shared/engine/case'
import { isRefusal } from '@shared/engine/refusal'
import { cn } from '@shared/rules/fact'
import { actOn } from '../acting'
import { waitingRows } from '../sessionRows'
import type { House } from '../stores'
import { type SessionsAt, today } from '../world'
import { clock } from './person'

/** What waits to be heard, with the day on which it will be; `moved` where it was another until now, or wasn't certain. */
export type Waiting = { id: string; dueOn: Day; moved: boolean }

/** Puts whatever waits to be heard on the day on which it will be, as the village's sessions and the holidays stand now. */
export const redateWaiting = async (
  house: House,
  village: string,
  { rule, kept: { off }, holidays }: SessionsAt,
): Promise<readonly Waiting[]> => {
  const left = new Set(off.map((on) => heardBy(on, holidays)))
  const waiting: Waiting[] = []
  for (const { pk: id } of await waitingRows(house, village)) {
    const found = (await house.stores.cases.get(id))?.found
    if (found?.step !== 'hearing' || !found.dueOn) continue
    const was = found.dueOn
    const { on } = nextSession(found.log[0].at, rule, holidays, found.enteredOn)
    const dueOn = heardBy(on, holidays)
    const isSettled = !found.dueIsProvisional || dueOn > holidays.until
    // what is late stays late, unless its session was put off before it came
    if (dueOn === was ? isSettled : was < today(house) && !left.has(was)) {
      waiting.push({ id, dueOn: was, moved: false })
      continue
    }
    const nth = found.log.filter((e) => e.aside === 'redate').length
    const act = { actId: `redate:${found.visit}:${nth}`, seen: 0, aside: 'redate' }
    const told = await actOn(house, id, { ...act, form: { reason: `说事日是${cn(on)}`, was } }, () => clock)
    // someone has heard it in between, or it was withdrawn
    if (isRefusal(told) || told.found.step !== 'hearing') continue
    waiting.push({ id, dueOn: told.found.dueOn!, moved: true })
  }
  return waiting
}
