import { keyed } from '../acting'
import { sameText } from '../sameText'
import type { House } from '../stores'

const goodFor = 180 * 86_400_000

const proof = (house: House, person: string, at: number, password: string) =>
  keyed(house, `device\0${person}\0${at}\0${password}`).slice(0, 43)

/** What a device shows that its person has signed in on it before. A new password makes it worth nothing. */
export const deviceToken = (house: House, person: string, password: string): string => {
  const at = house.now()
  return `${at}.${proof(house, person, at, password)}`
}

/** Whether this person has signed in on that device with this password in the last half a year. */
export const isKnownDevice = (
  house: House,
  device: string | undefined,
  person: string,
  password: string | undefined,
): boolean => {
  const [at, given = ''] = (device ?? '').split('.')
  if (!password || !/^\d{1,15}$/.test(at) || house.now() - Number(at) > goodFor) return false
  return sameText(proof(house, person, Number(at), password), given)
}
