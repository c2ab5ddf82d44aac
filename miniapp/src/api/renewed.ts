import { addresses } from '@shared/addresses'
import type { Answer } from '@shared/contract'
import Taro from '@tarojs/taro'
import { apiOrigin } from '../platform/network'
import type { Refused } from './client'
import { type Session, session } from './session'

const timeout = 30_000
const renewing = new Map<string, Promise<Session | undefined>>()

/**
 * The sign-in with a new token, for a call that was refused because its own had run out; undefined when it is over, and then
 * nobody is signed in here any more. Asked once for all calls that wait. What another tab has got meanwhile counts. Throws where
 * there is no network or the server is out of order: the sign-in stays.
 */
export function renewed(old: Session, isLeaving = false): Promise<Session | undefined> {
  const there = session.newest()
  if (!isLeaving) {
    // signed out in another tab, or somebody else signed in: what one person wrote never goes out as another's
    if (!there || there.person.id !== old.person.id) return Promise.resolve(undefined)
    if (there.token !== old.token) return Promise.resolve(there)
  }
  const waiting = renewing.get(old.refresh) ?? ask(old).finally(() => renewing.delete(old.refresh))
  renewing.set(old.refresh, waiting)
  return waiting
}

async function ask(old: Session): Promise<Session | undefined> {
  const { statusCode, data } = await Taro.request({
    url: apiOrigin + addresses.refresh.path,
    method: 'POST',
    header: { 'Content-Type': 'application/json' },
    data: JSON.stringify({ refresh: old.refresh }),
    timeout,
  })
  const isStill = () => session.newest()?.token === old.token
  const told = data as Partial<Answer<'refresh'> & Refused> | undefined
  if (statusCode === 200 && told?.token && told.refresh) {
    const next = { token: told.token, refresh: told.refresh, person: old.person }
    if (isStill()) session.set(next)
    return next
  }
  // too many at once, a fault of ours, or somebody else's page in between: the sign-in may well be good
  if (!told?.refusal || statusCode === 429 || statusCode >= 500) throw new Error(`renewing: ${statusCode}`)
  if (isStill()) session.set(null)
  return undefined
}
