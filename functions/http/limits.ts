import { createHmac } from 'node:crypto'
import { dayInChina } from '@shared/calendar'
import type { Deps } from '../deps'
import { Refused } from './refuse'

/** Counts one of `what`; throws `Refused('tooManyRequests')` when there were more than `most` in this window of `seconds`. */
export type AtMost = (what: string, most: number, seconds: number) => Promise<void>

/**
 * How often something may be done: counted in this process's memory where there is one machine, in the table where there are
 * many. Windows are fixed, and what is counted stands under a keyed hash: no number, name or address is kept.
 */
export const limiter = ({ limits, table, now, secret }: Pick<Deps, 'limits' | 'table' | 'now' | 'secret'>): AtMost => {
  const counts = new Map<string, { n: number; until: number }>()
  const inMemory = (key: string, until: number): number => {
    const n = (counts.get(key)?.n ?? 0) + 1
    counts.set(key, { n, until })
    if (counts.size > 20_000) for (const [k, c] of counts) if (c.until <= now()) counts.delete(k)
    return n
  }
  const inTable = (key: string, until: number) =>
    table.number(`rate#${createHmac('sha256', secret).update(key).digest('base64url')}`, dayInChina(until))

  return async (what, most, seconds) => {
    const window = Math.floor(now() / 1000 / seconds)
    const until = (window + 1) * seconds * 1000
    const count = limits === 'table' ? inTable : inMemory
    if ((await count(`${what}\0${seconds}\0${window}`, until)) <= most) return
    const minutes = Math.max(1, Math.ceil((until - now()) / 60_000))
    throw new Refused('tooManyRequests', minutes === 1 ? undefined : tooOften(minutes))
  }
}

const tooOften = (minutes: number): string =>
  `试的次数太多了，请过${minutes < 90 ? `${minutes}分钟` : `${Math.ceil(minutes / 60)}小时`}再试。您填的内容还在。`
