import { dayInChina, holidaysWith, sessionsFrom } from '@shared/calendar'
import type { Day } from '@shared/engine/case'
import { addDays, daysBetween } from '@shared/engine/deadline'
import { places } from './places'

export const holidays = holidaysWith()

/** The days of the story, counted from the day of the first start: 0 is that day, -3 three days before. */
export type Days = ReturnType<typeof daysFrom>

export const daysFrom = (began: number) => {
  const today = dayInChina(began)
  const sessionsOf = (village: string) =>
    sessionsFrom(addDays(today, -75), places.villages.find((v) => v.id === village)!.session, holidays, 12).map((s) =>
      daysBetween(today, s.on),
    )
  return {
    began,
    today,
    on: (day: number): Day => addDays(today, day),
    year: today.slice(0, 4),
    /** sessions that lie before today, latest first */
    pastSessions: (village: string): readonly number[] =>
      sessionsOf(village)
        .filter((day) => day < 0)
        .reverse(),
    nextSession: (village: string): number => sessionsOf(village).find((day) => day >= 0)!,
  }
}

/** A number from 0 up to a bound that follows from the words alone. */
export const lot = (text: string, below: number): number =>
  [...text].reduce((sum, c) => (Math.imul(sum, 131) + c.codePointAt(0)!) >>> 0, 17) % below

export const oneOf = <T>(list: readonly T[], text: string): T => list[lot(text, list.length)]
