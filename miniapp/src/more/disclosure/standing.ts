import { daysBetween } from '@shared/engine/deadline'
import { periodName } from '@shared/period'
import type { DisclosureView } from '@shared/schemas/views'
import type { ChipProps } from '../../components/Chip'
import { monthDay } from '../../words'

export type ItemDue = DisclosureView['items'][number]
export type Period = ItemDue['periods'][number]
export type State = Period['state']

/** 2026年2季度; of what happened on a day 5月3日的事. */
export const whatOf = ({ period }: Period): string =>
  period.startsWith('@') ? `${periodName(period)}的事` : periodName(period)

const chips: Record<State, ChipProps> = {
  missing: { kind: 'jiang', words: '还没公开' },
  late: { kind: 'zhe', words: '迟公开', icon: 'clock' },
  posted: { kind: 'song', words: '已公开' },
  nothing: { kind: 'hui', words: '本期无', icon: 'minusc' },
  notDue: { kind: 'hui', words: '还没到期', icon: 'cal' },
  notApplicable: { kind: 'hui', words: '不适用', icon: 'minusc' },
}

export const chipOf = (state: State): ChipProps => chips[state]

/** 按规定应在7月20日前公开，还没有公开; the same day still counts. */
export function standingWords({ state, dueOn, provisional, postedOn }: Period, today: string): string {
  const due = `${monthDay(dueOn, today)}${provisional ? '（暂定）' : ''}`
  if (state === 'missing') return `按规定应在${due}前公开，还没有公开`
  if (state === 'notDue') return `${due}前公开`
  const on = postedOn ? monthDay(postedOn, today) : ''
  if (state === 'late') return `${on}公开，比规定的${due}迟了${daysBetween(dueOn, postedOn!)}天`
  if (state === 'nothing') return `${on}声明这一期没有，按时`
  return state === 'posted' ? `${on}公开，按时` : '这里不用公开'
}

const order: readonly State[] = ['missing', 'late', 'posted', 'nothing', 'notDue', 'notApplicable']

/** The state of an item that matters most: what is missing before all, then what was late, else that of the latest period that is due. */
export function stateOf({ off, periods }: ItemDue): State | undefined {
  if (off !== undefined) return 'notApplicable'
  const bad = order.slice(0, 2).find((state) => periods.some((p) => p.state === state))
  const due = periods.filter((p) => p.state !== 'notDue')
  return bad ?? (due.at(-1) ?? periods[0])?.state
}

/** Items by how they stand; those that only events owe, and to which nothing happened, are `idle`. */
export function sorted(items: readonly ItemDue[]) {
  const of = (...states: (State | undefined)[]) => items.filter((item) => states.includes(stateOf(item)))
  return {
    missing: of('missing'),
    late: of('late'),
    done: of('posted', 'nothing'),
    notDue: of('notDue'),
    off: of('notApplicable'),
    idle: of(undefined),
  }
}
