import type { Citizen } from '@shared/schemas/person'
import type { Context } from 'hono'
import { sign, verify } from 'hono/jwt'
import type { House } from '../stores'
import { Refused } from './refuse'

const twelveHours = 12 * 3600

/** A bearer token: signed, good for twelve hours. */
export const tokenFor = (house: House, person: string): Promise<string> => {
  const iat = Math.floor(house.now() / 1000)
  return sign({ sub: person, iat, exp: iat + twelveHours }, house.secret, 'HS256')
}

type Payload = { sub?: unknown; exp?: unknown }

/**
 * Who calls. Nobody without a token; a token that is wrong, too old or of someone unknown is refused, never ignored.
 * A signature that was good once stays good, so it is worked out once; how old the token is is asked each time.
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
  return async (c: Context): Promise<Citizen | undefined> => {
    const header = c.req.header('authorization')
    if (header === undefined) return undefined
    const payload = verified.get(header) ?? (await payloadOf(header))
    if (!payload || typeof payload.exp !== 'number' || payload.exp * 1000 <= house.now())
      throw new Refused('signInExpired')
    const person = await house.stores.people.get(String(payload.sub))
    if (!person) throw new Refused('signInExpired')
    return person
  }
}
