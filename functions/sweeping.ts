import { asOf } from '@shared/engine/asOf'
import type { Person as Actor, Case, FollowUp } from '@shared/engine/case'
import { isRefusal } from '@shared/engine/refusal'
import { actOn, newSalt, openAs } from './acting'
import { each } from './clock/each'
import { isUntold } from './messages/messagesOf'
import { tellAll } from './messages/tellAll'
import { letThrough } from './privacy/appeals'
import { sealed } from './store/caseStore'
import type { House } from './stores'
import { worldOf } from './world'

const child: Actor = { id: 'child', kind: 'child', roles: [] }

/**
 * Does what a case still causes: writes what time has done, opens what follows, tells whom it concerns. Each has an id derived
 * from the act, so doing it twice changes nothing and a crash anywhere loses nothing.
 */
export const sweepCase = async (house: House, id: string): Promise<void> => {
  for (let tries = 0; tries < 8; tries++) {
    const stored = await house.stores.cases.get(id)
    if (!stored) return
    const { workflow, version } = stored
    const at = await house.stores.places.village(stored.found.place.village)
    // the village is no more: its cases stay as they are
    if (!at) return
    const { lapsed } = asOf(workflow, stored.found, await worldOf(house, at, stored.found.log[0].at))
    if (lapsed.length) {
      // what time has done is on record before anyone is told of it
      const found = sealed(workflow, stored.found, lapsed, newSalt)
      await house.stores.cases.save(workflow, found, version)
      continue
    }
    const { found } = stored
    const left: FollowUp[] = []
    for (const follow of found.pending) if (!(await follows(house, found, follow))) left.push(follow)
    const untold = isUntold(workflow, found)
    if (untold) {
      await letThrough(house, found)
      await tellAll(house, workflow, found)
    }
    if (!untold && left.length === found.pending.length) return
    const next = { ...found, pending: left, told: found.log.length }
    if ((await house.stores.cases.save(workflow, next, version)) === 'put') return
  }
}

/** True when there is nothing left to do for it. */
const follows = async (house: House, found: Case, follow: FollowUp): Promise<boolean> => {
  if (follow.kind === 'open') {
    if (await house.stores.cases.get(follow.caseId)) return true
    const opener = found.log.find((e) => e.then.some((t) => t.actId === follow.actId))?.person ?? found.opener
    const wanted = {
      workflow: follow.workflow,
      village: found.place.village,
      actId: follow.actId,
      form: follow.carry,
      from: found.id,
      id: follow.caseId,
      opener,
    }
    if (isRefusal(await openAs(house, child, wanted))) return false
    await sweepCase(house, follow.caseId)
    return true
  }
  const target = await house.stores.cases.get(follow.caseId)
  const asked = target?.workflow.asides.some((a) => a.id === follow.act)
    ? { aside: follow.act }
    : { outcome: follow.act }
  const told = await actOn(
    house,
    follow.caseId,
    { actId: follow.actId, seen: 0, ...asked, form: follow.carry },
    () => child,
  )
  // the other case went on without waiting: there is nobody left to tell
  if (isRefusal(told))
    return ['notFound', 'caseIsClosed', 'notYourTurn', 'noSuchOutcome', 'onlyOnce'].includes(told.refusal)
  await sweepCase(house, follow.caseId)
  return true
}

/** Everything that is due by now. Returns how many cases were looked at. Safe to run twice, late, or to be killed. */
export const sweepAll = async (house: House): Promise<number> => {
  const rows = await house.stores.cases.pendingBy(new Date(house.now()).toISOString())
  await each(rows, (row) => sweepCase(house, row.pk))
  return rows.length
}
