import { Refused } from './refuse'

const minute = 60_000

/** At most so many acts per person and minute, counted in this process's memory. */
export const limiter = (perMinute: number, now: () => number) => {
  let window = 0
  let counts = new Map<string, number>()
  return (person: string) => {
    const current = Math.floor(now() / minute)
    if (current !== window) {
      window = current
      counts = new Map()
    }
    const n = (counts.get(person) ?? 0) + 1
    counts.set(person, n)
    if (n > perMinute) throw new Refused('tooManyRequests')
  }
}
