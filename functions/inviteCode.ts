import { randomInt } from 'node:crypto'
import { keyed } from './acting'
import type { House } from './stores'

/** Letters and digits that nobody takes for another on paper: no 0 and O, no 1, I and L. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const length = 10
/** How many days an invite can be used: ours, long enough for a slip that is carried to every house. */
export const inviteDays = 30

/** A code that can't be guessed: 31 to the 10th, about 49 bits. */
export const newInviteCode = (): string => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')

/** What is kept of a code; however it was typed: small letters, spaces and dashes change nothing. */
export const inviteHash = (house: Pick<House, 'secret'>, code: string): string =>
  keyed(house, `invite\0${code.toUpperCase().replace(/[\s-]/g, '')}`)

/** What is kept of a telephone number. */
export const phoneHash = (house: Pick<House, 'secret'>, phone: string): string => keyed(house, `phone\0${phone}`)

/** What is kept, beside the person, of who somebody is at WeChat. */
export const openIdHash = (house: Pick<House, 'secret'>, openId: string): string => keyed(house, `openId\0${openId}`)

export const memberKey = (village: string, no: string): string => `${village}#${no}`
