import type { Citizen } from '@shared/schemas/person'
import type { Context } from 'hono'
import { sign, verify } from 'hono/jwt'
import type { Way } from '../store/signInStore'
import type { House } from '../stores'
import { Refused } from './refuse'

const halfAnHour = 1800

/** A bearer token of one sign-in: signed, good for half an hour. */
export const accessToken = (house: Pick<House, 'now' | 'secret'>, person: string, signIn: string): Promise<string> => {
  const iat = Math.floor(house.now() / 1000)
  return sign({ sub: person, sid: signIn, iat, exp: iat + halfAnHour }, house.secret, 'HS256')
}

/** Signs someone in on a device: a token, and what renews it. Never a cookie: what rides along by itself could be ridden on. */
export const beginSignIn = async (house: House, person: string, how: { says: string; way: Way }) => {
  const { id, refresh } = await house.stores.signIns.begin(person, how)
  return { token: await accessToken(house, person, id), refresh }
}

/** A token of a sign-in that begins with it. */
export const tokenFor = async (house: House, person: string): Promise<string> =>
  (await beginSignIn(house, person, { says: '', way: 'demo' })).token

type Payload = { sub?: unknown; sid?: unknown; exp?: unknown }
/** Who calls, and by which sign-in. */
export type Caller = { person: Citizen; signIn: string }

/**
 * Who calls. Nobody without a token; a token that is wrong, too old, of someone unknown or of a sign-in that was ended is
 * refused, never ignored. A signature that was good once stays good, so it is worked out once; how old the token is and
 * whether its sign-in stands is asked each time.
 */
export const callers = (house: House) => {
  const verified = new Map<string, Payload>()
  const payloadOf = async (header: string): Promise<Payload | undefined> => {
    const token = /^Bearer ([\w.-]{20,2000})$/.exec(header)?.[1]
    if (!token) return undefined
    const checks = { alg: 'HS256', exp: false, iat: false, nbf: false } as const
    const payload: Payload | undefined = await verify(token, house.secret, checks).catch(() => undefined)
    if (verified.size >= 5000) verified.clear()
    if (payload) verified.set(header, payload)
    return payload
  }
  return async (c: Context): Promise<Caller | undefined> => {
    const header = c.req.header('authorization')
    if (header === undefined) return undefined
    const payload = verified.get(header) ?? (await payloadOf(header))
    if (!payload || typeof payload.exp !== 'number' || payload.exp * 1000 <= house.now())
      throw new Refused('signInExpired')
    const [id, signIn] = [String(payload.sub), String(payload.sid)]
    const [person, stands] = await Promise.all([house.stores.people.get(id), house.stores.signIns.stands(id, signIn)])
    if (!person || !stands) throw new Refused('signInExpired')
    return { person, signIn }
  }
}
