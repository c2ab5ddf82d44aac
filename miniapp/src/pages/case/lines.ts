import { daysBetween } from '@shared/engine/deadline'
import type { EntryView } from '@shared/schemas/views'
import type { IconName } from '../../components/Icon'
import { monthDay } from '../../words'

/** What is drawn of a step: a line of the log, or its reminders together, where the last of them stands. */
export type Line = { entry: EntryView } | { reminders: readonly EntryView[] }

/** The lines of a step. Reminders come by themselves and say little each: they are one line. */
export function linesOf(entries: readonly EntryView[]): readonly Line[] {
  const reminders = entries.filter(isReminder)
  return entries.flatMap((entry): Line[] =>
    !isReminder(entry) ? [{ entry }] : entry === reminders.at(-1) ? [{ reminders }] : [],
  )
}

const isReminder = ({ aside }: EntryView) => aside === 'remind'

/** 已提醒4次，最近一次11月3日 */
export function remindersWords(reminders: readonly EntryView[], today: string): string {
  const last = monthDay(reminders.at(-1)!.on, today)
  return reminders.length === 1 ? `${last}到期提醒了一次` : `到期提醒了${reminders.length}次，最近一次${last}`
}

// The two highest rungs go to those above whoever has it in hand.
const ofCluster = 6
const ofLead = 7

/** 逾期3天; the two highest rungs say to whom else it was told */
export function reminderWords({ on, values }: Pick<EntryView, 'on' | 'values'>): string {
  const rung = Number(values.rung)
  const late = typeof values.dueOn === 'string' ? daysBetween(values.dueOn, on) : 0
  const when = late > 0 ? `逾期${late}天` : late === 0 ? '到期当天' : `还有${-late}天到期`
  return rung >= ofLead ? `${when}，报给了镇领导` : rung >= ofCluster ? `${when}，报给了片长` : when
}

/** What supervisors and those above a village did about it stands out, each with its sign. */
const stamps: Readonly<Record<string, IconName>> = {
  ...{ nudge: 'bell', urge: 'flag', urgeAnswered: 'checkc', summon: 'users', takeOver: 'shield', raiseLevel: 'send' },
  ...{ inspection: 'eye', opinion: 'eye' },
}
export const overseenBy = ({ aside }: Pick<EntryView, 'aside'>): IconName | undefined => stamps[aside ?? '']
