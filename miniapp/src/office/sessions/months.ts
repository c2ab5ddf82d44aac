import type { SessionPlanView, SessionsView } from '@shared/schemas/requestViews'
import { sessionKinds } from '@shared/schemas/sessionForms'
import type { ChipProps } from '../../components/Chip'
import { monthDay, timeWords } from '../../words'

/** A month and its sessions; `month` is 2026-06, `title` 2026年6月. */
export type Month = { month: string; title: string; sessions: readonly SessionPlanView[] }

/** The sessions month by month, in the order in which they come. */
export const monthsOf = (sessions: readonly SessionPlanView[]): readonly Month[] => {
  const found = new Map<string, SessionPlanView[]>()
  for (const one of [...sessions].sort((a, b) => a.on.localeCompare(b.on))) {
    const month = one.on.slice(0, 7)
    found.set(month, [...(found.get(month) ?? []), one])
  }
  return [...found].map(([month, inside]) => ({
    ...{ month, title: `${+month.slice(0, 4)}年${+month.slice(5)}月` },
    sessions: inside,
  }))
}

/** 固定日, 晚上加开, 流动说事 */
export const kindWords = (kind: SessionPlanView['kind']): string =>
  sessionKinds.find(({ value }) => value === kind)?.label ?? ''

/** What isn't as the rule has it; none for an ordinary fixed day. */
export const exceptionChips = ({ kind, was, why }: SessionPlanView): readonly ChipProps[] => {
  if (kind !== 'fixed') return [{ kind: 'dai', words: kindWords(kind), icon: kind === 'evening' ? 'clock' : 'pin' }]
  if (was !== undefined) return [{ kind: 'zhe', words: '改了日子', icon: 'undo' }]
  return why === undefined ? [] : [{ kind: 'zhe', words: '改了时间地点', icon: 'undo' }]
}

/** 原来是6月10日：端午节放假; undefined where it stands on its own day. */
export const movedWords = ({ was, why, on }: SessionPlanView): string | undefined =>
  was === undefined ? why : `原来是${monthDay(was, on)}${why ? `：${why}` : ''}`

/** 6月9日 18:00 */
export const cutOffDay = (cutOff: string, today: string): string =>
  `${monthDay(cutOff.slice(0, 10), today)}${cutOff.slice(11, 16)}`

/** 上午8:30 · 村委会一楼 */
export const whereWords = ({ startsAt, place }: Pick<SessionPlanView, 'startsAt' | 'place'>): string =>
  `${timeWords(startsAt)} · ${place}`

/** The rule in lines, as it is read: which days, when, where, who, until when one may still raise. */
export const ruleLines = (rule: SessionsView['rule']): readonly { term: string; words: string }[] => [
  {
    term: '日子',
    words: rule.days.length > 0 ? `每月${rule.days.map((d) => `${d}日`).join('、')}` : '没有定固定的日子',
  },
  { term: '时间', words: timeWords(rule.startsAt) },
  { term: '地点', words: rule.place },
  { term: '谁值班', words: rule.hosts || '还没定' },
  {
    term: '碰上放假',
    words: rule.movesOffHolidays ? '顺延到放完假第一个工作日' : '照开，不顺延',
  },
  { term: '报名截止', words: `${beforeWords(rule.cutOff.daysBefore)}${rule.cutOff.at}` },
]

const beforeWords = (days: number) => (days === 0 ? '当天' : days === 1 ? '前一天' : `前${days}天`)

/** What has become of a session that was, for its row. */
export const pastChip = ({ outcome, step }: SessionsView['past'][number]): ChipProps => {
  if (outcome === 'nobodyCame') return { kind: 'hui', words: '没有人来', icon: 'minusc' }
  if (outcome === 'notHeld') return { kind: 'hui', words: '没有开成', icon: 'minusc' }
  if (step === 'meeting') return { kind: 'zhe', words: '还没记' }
  return step === 'summary' ? { kind: 'zhe', words: '等公开小结' } : { kind: 'song', words: '开过了' }
}
