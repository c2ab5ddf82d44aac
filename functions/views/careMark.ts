import { keyed } from '../acting'
import type { House } from '../stores'

/** The mark of someone who cares about a request: it can be counted and can't be read back. */
export const careMark = (house: House, person: string): string => keyed(house, `cares\u0000${person}`).slice(0, 32)
