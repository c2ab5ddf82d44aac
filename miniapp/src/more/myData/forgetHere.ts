import { takeOut, waitingOf } from '../../api/outbox'
import { forgetAnswers } from '../../api/savedAnswers'
import { session } from '../../api/session'
import { device } from '../../api/signIn'
import { forget, keptNames } from '../../platform/storage'
import { appealed } from '../../screen/appealed'

/** Nothing of whoever has deleted their account stays on this phone: what they read, were writing, and hadn't sent. */
export function forgetHere(person: string): void {
  for (const { actId } of waitingOf(person)) takeOut(actId)
  for (const name of keptNames()) if (name.startsWith(`draft:${person}:`)) forget(name)
  forgetAnswers()
  appealed.set({})
  device.set(null)
  session.set(null)
}
