import type { SessionPlanView, SessionsView } from '@shared/schemas/requestViews'
import type { ChipProps } from '../../components/Chip'
import { monthDay, timeWords } from '../../words'

const before = ['当天', '前一天', '前两天']

/** 每月10日、20日，上午8:30，在村委会一楼 …: the rule in sentences. */
export const ruleWords = ({ days, startsAt, place, hosts, movesOffHolidays, cutOff }: SessionsView['rule']): string[] =>
  [
    days.length > 0 && `每月${days.map((d) => `${d}日`).join('、')}，${timeWords(startsAt)}，在${place}。`,
    hosts && `值班：${hosts}。`,
    movesOffHolidays && '碰上放假，改到放假后第一个工作日。',
    `${before[cutOff.daysBefore] ?? `前${cutOff.daysBefore}天`}${cutOff.at}以前说的，赶得上这一次；晚了排到下一次。`,
  ].filter((line): line is string => !!line)

/** What isn't as the rule has it: 改期, 晚上加开, 流动说事. */
export function exceptionOf({ kind, was }: SessionPlanView): ChipProps | undefined {
  if (kind === 'evening') return { kind: 'dai', words: '晚上加开', icon: 'plus' }
  if (kind === 'mobile') return { kind: 'dai', words: '流动说事', icon: 'pin' }
  return was ? { kind: 'zhe', words: '改期', icon: 'cal' } : undefined
}

/** 原定6月19日（端午节放假，顺延） */
export const whyWords = ({ was, why }: SessionPlanView, today: string): string =>
  was ? `原定${monthDay(was, today)}${why ? `（${why}）` : ''}` : (why ?? '')

/** How a past one went. */
export function pastWords({ outcome, step }: SessionsView['past'][number]): string {
  if (outcome === 'nobodyCame') return '没有人来'
  if (outcome === 'notHeld') return '没有开成'
  if (step === 'meeting') return '还没记'
  return step === 'summary' ? '等小结' : '小结已公开'
}
