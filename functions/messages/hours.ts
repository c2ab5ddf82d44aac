import { hourInChina } from '@shared/calendar'
import type { Instant } from '@shared/engine/case'

const from = 8
const until = 21
const hour = 3_600_000

const hourOf = (at: number): number => Number(hourInChina(at).slice(11, 13))

/** Nobody's telephone sounds at night, which is from 21 to 8 in China. */
export const isNight = (at: number): boolean => hourOf(at) < from || hourOf(at) >= until

/** That instant, or eight in the morning after it where it is at night. */
export const byDay = (at: number): Instant => {
  if (!isNight(at)) return new Date(at).toISOString()
  const hours = (24 + from - hourOf(at)) % 24
  const began = Math.floor(at / hour) * hour
  return new Date(began + hours * hour).toISOString()
}
