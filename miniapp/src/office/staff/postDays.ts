import { monthDay } from '../../words'

/** From when until when a post is held, in words. Days are 'YYYY-MM-DD'; the last day still counts. */
export function postDays({ from, until }: { from: string; until?: string }, today: string): string {
  const began = from > today ? `${monthDay(from, today)}才开始` : `从${monthDay(from, today)}起`
  if (until === undefined) return began
  return until < today ? `${monthDay(until, today)}已经届满` : `${began}，到${monthDay(until, today)}止`
}
