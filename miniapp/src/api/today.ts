import { addDays, daysBetween } from '@shared/engine/deadline'
import { kept } from '../platform/storage'

// A phone's clock may be wrong; the server's day counts. Only how far they lie apart is kept.
const apart = kept('daysApart', 0)

const hour = 3_600_000
const phoneSays = (): string => new Date(Date.now() + 8 * hour).toISOString().slice(0, 10)

/** Tells the phone which day the server has. */
export function serverSaysToday(day: string): void {
  const days = daysBetween(phoneSays(), day)
  if (days !== apart.get()) apart.set(days)
}

/** Today in China. */
export const today = (): string => addDays(phoneSays(), apart.get())
