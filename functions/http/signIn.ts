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

/** Who calls. Nobody without a token; a token that is wrong, too old or of someone unknown is refused, never ignored. */
export const personOf = async (house: House, c: Context): Promise<Citizen | undefined> => {
  const header = c.req.header('authorization')
  if (header === undefined) return undefined
  const token = /^Bearer ([\w.-]{20,2000})$/.exec(header)?.[1]
  if (!token) throw new Refused('signInExpired')
  const payload = await verify(token, house.secret, { alg: 'HS256', exp: false, iat: false, nbf: false }).catch(
    () => undefined,
  )
  if (!payload || typeof payload.exp !== 'number' || payload.exp * 1000 <= house.now())
    throw new Refused('signInExpired')
  const person = await house.stores.people.get(String(payload.sub))
  if (!person) throw new Refused('signInExpired')
  return person
}
