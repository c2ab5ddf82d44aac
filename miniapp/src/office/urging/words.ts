import { addDays, isOverdue } from '@shared/engine/deadline'
import type { UrgedView } from '@shared/schemas/monitorViews'

export type Missing = { village: string; item: string; period: string }

/** What someone is about to send 督办单 for. */
export type Wanted = { cases: readonly string[]; missing: readonly Missing[] }

/** The most in one go. */
export const atOnce = 50

export const countOf = ({ cases, missing }: Wanted): number => cases.length + missing.length

/** Why it can't be sent for what was chosen; undefined when it can. */
export const choiceProblem = (many: number): string | undefined =>
  many === 0
    ? '请先勾上要督办的。'
    : many > atOnce
      ? `一次最多督办${atOnce}件，现在勾了${many}件，请去掉${many - atOnce}件。`
      : undefined

/** That day, from a weekend on to Monday. */
const onWorkday = (day: string): string => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, weekday === 6 ? 2 : weekday === 0 ? 1 : 0)
}

/** What is proposed to be written, to be changed or sent as it stands. */
export const proposed = ({ missing }: Wanted, today: string): { reason: string; replyBy: string } => ({
  reason:
    missing.length > 0
      ? '按规定到期了，还没有公开。请补上公开，写明哪天公开的、为什么迟了。'
      : '已经逾期，请抓紧办，写明办到哪一步、哪天办完。',
  replyBy: onWorkday(addDays(today, 7)),
})

/** Why what was written can't be sent, by field. */
export const writtenProblems = (
  { reason, replyBy }: { reason: string; replyBy: string },
  today: string,
): { reason?: string; replyBy?: string } => ({
  ...(!reason.trim() && { reason: '请写督办要求：要村里做什么。' }),
  ...((!replyBy || isOverdue(replyBy, today)) && { replyBy: '请选今天或以后的日子。' }),
})

/** 发出去5件，1件没有发。 */
export const sentWords = ({ done, refused }: UrgedView): string => {
  const not = refused.length > 0 ? `${refused.length}件没有发，原因在下面。` : ''
  return done.length > 0 ? `发出去${done.length}件督办单。${not}` : not
}
