import { daysBetween, isOverdue } from '@shared/engine/deadline'
import type { CardView } from '@shared/schemas/views'
import type { ChipProps } from './components/Chip'
import type { Leaf } from './components/DateBlock'

// Words that age are worked out here, from days, on the day on which they are read.

const weekdays = '日一二三四五六'

/** 星期三 */
export const weekday = (day: string): string => `星期${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]}`

/** 6月10日; with its year where that isn't this year's. */
export function monthDay(day: string, today = day): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? '' : `${+day.slice(0, 4)}年`
  return `${year}${+day.slice(5, 7)}月${+day.slice(8, 10)}日`
}

/** 6月10日 星期三 */
export const dayWords = (day: string, today = day): string => `${monthDay(day, today)} ${weekday(day)}`

const near: Record<number, string> = { [-2]: '前天', [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' }

/** 今天, 明天, 后天 … else 6月10日. */
export const nearDay = (day: string, today: string): string => near[daysBetween(today, day)] ?? monthDay(day, today)

export const leafOf = (day: string): Leaf => ({
  month: `${+day.slice(5, 7)}月`,
  day: `${+day.slice(8, 10)}`,
  weekday: weekday(day),
})

/** 08:30 → 上午8:30 */
export function timeWords(time: string): string {
  const [hour, minute] = time.split(':')
  const part = +hour < 6 ? '凌晨' : +hour < 12 ? '上午' : +hour < 13 ? '中午' : +hour < 18 ? '下午' : '晚上'
  return `${part}${+hour > 12 ? +hour - 12 : +hour}:${minute}`
}

const chinaTime = (instant: string) => new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString()

/** The day of an instant, in China time. */
export const dayOf = (instant: string): string => chinaTime(instant).slice(0, 10)

/** 6月2日 16:20, in China time. */
export function instantWords(instant: string, today: string): string {
  const there = chinaTime(instant)
  return `${monthDay(there.slice(0, 10), today)} ${there.slice(11, 16)}`
}

/** 没有网络。先看今天8:12存下来的。 */
export function savedWords(instant: string, today: string): string {
  const there = chinaTime(instant)
  return `没有网络。先看${nearDay(there.slice(0, 10), today)}${+there.slice(11, 13)}:${there.slice(14, 16)}存下来的。`
}

/** What was raised until then is heard: 明天18:00前. */
export const cutOffWords = (cutOff: string, today: string): string =>
  `${nearDay(cutOff.slice(0, 10), today)}${cutOff.slice(11, 16)}前`

/** 逾期2天; undefined while it isn't late. */
export const lateWords = (due: string | undefined, today: string): string | undefined =>
  isOverdue(due, today) ? `逾期${daysBetween(due!, today)}天` : undefined

/** How long it still hangs: 公示还剩12天, 公示明天结束, 公示期满. */
export function displayChip(until: string | undefined, today: string, what = '公示'): ChipProps {
  if (!until) return { kind: 'hui', words: '正在公开' }
  const left = daysBetween(today, until)
  if (left < 0) return { kind: 'song', words: `${what}期满` }
  if (left > 1) return { kind: 'dai', words: `${what}还剩${left}天` }
  return { kind: 'zhe', words: left === 1 ? `${what}明天结束` : `${what}今天结束` }
}

type Where = Pick<CardView, 'step' | 'due' | 'until' | 'outcome'> & { mark?: string }

const closed: Record<string, ChipProps> = {
  satisfied: { kind: 'song', words: '已办结，满意' },
  basically: { kind: 'song', words: '已办结，基本满意' },
  unsatisfied: { kind: 'hui', words: '已办结，不满意', icon: 'minusc' },
  silent: { kind: 'hui', words: '已办结，没评价' },
  declined: { kind: 'hui', words: '不受理', icon: 'minusc' },
  withdrawn: { kind: 'hui', words: '已撤回', icon: 'undo' },
  failed: { kind: 'hui', words: '没有通过', icon: 'minusc' },
  refused: { kind: 'hui', words: '没有同意', icon: 'minusc' },
  accepted: { kind: 'hui', words: '不受理', icon: 'minusc' },
  undisputed: { kind: 'hui', words: '不受理', icon: 'minusc' },
  upheld: { kind: 'hui', words: '不受理', icon: 'minusc' },
  merged: { kind: 'hui', words: '并到一件办', icon: 'link' },
  nobodyCame: { kind: 'hui', words: '没有人来', icon: 'minusc' },
  notHeld: { kind: 'hui', words: '没有开成', icon: 'minusc' },
  superseded: { kind: 'zhe', words: '已经更正', icon: 'undo' },
  settled: { kind: 'song', words: '说清楚了' },
  dropped: { kind: 'hui', words: '不提了', icon: 'minusc' },
}

// An answer is told, not done: whoever asked says whether it is clear, and saying nothing is no yes.
const closedQuestion: Record<string, ChipProps> = {
  unsatisfied: { kind: 'zhe', words: '没有说清楚', icon: 'minusc' },
  silent: { kind: 'song', words: '已经答复' },
}
const questions = ['问', '询', '质']

// Of 督办, 约谈 and 重点帮扶: what was found in the end.
const closedOversight: Record<string, ChipProps> = {
  accepted: { kind: 'song', words: '已销号' },
  notDone: { kind: 'jiang', words: '没有办到' },
  kept: { kind: 'song', words: '做到了' },
  notKept: { kind: 'jiang', words: '没有做到' },
  removed: { kind: 'song', words: '已移出' },
}
const oversight = ['督', '谈', '帮']

const waits: Record<string, ChipProps> = {
  acknowledgement: { kind: 'dai', words: '等村里答复' },
  urgentHearing: { kind: 'dai', words: '急事，正在商量' },
  clusterHandling: { kind: 'dai', words: '片里在办' },
  townshipHandling: { kind: 'dai', words: '镇里在办' },
  countyHandling: { kind: 'dai', words: '县里在办' },
  consultationNotice: { kind: 'dai', words: '等通知协商' },
  consultation: { kind: 'dai', words: '正在协商' },
  waitingForMatter: { kind: 'dai', words: '等四议结果', icon: 'ballot' },
  answering: { kind: 'dai', words: '等村里答复' },
  planned: { kind: 'hui', words: '暂时办不了', icon: 'cal' },
  declinedReview: { kind: 'dai', words: '镇里在看' },
  reopening: { kind: 'zhe', words: '退回重办', icon: 'undo' },
  secondHandling: { kind: 'zhe', words: '退回重办', icon: 'undo' },
  proposal: { kind: 'dai', words: '等支部会提议' },
  deliberation: { kind: 'dai', words: '等“两委”商议' },
  legalityReview: { kind: 'dai', words: '镇里在看程序' },
  partyMeeting: { kind: 'dai', words: '等党员会审议' },
  call: { kind: 'dai', words: '等发会议通知' },
  resolution: { kind: 'dai', words: '等开会决议', icon: 'ballot' },
  announcement: { kind: 'dai', words: '等公开决议' },
  works: { kind: 'dai', words: '正在实施' },
  report: { kind: 'dai', words: '等公开结果' },
  meeting: { kind: 'dai', words: '等开会', icon: 'cal' },
  summary: { kind: 'dai', words: '等公开小结' },
  submission: { kind: 'hui', words: '还没送审', icon: 'edit' },
  revision: { kind: 'zhe', words: '退回修改', icon: 'undo' },
  supervisorReview: { kind: 'dai', words: '村监委在审' },
  financeReview: { kind: 'dai', words: '村监委在审' },
  collectiveReview: { kind: 'dai', words: '监事会在审' },
  agencyReview: { kind: 'dai', words: '代理中心在审' },
  branchReview: { kind: 'dai', words: '党支部在审' },
  partyApproval: { kind: 'dai', words: '等上级审批' },
  posting: { kind: 'dai', words: '等贴出公开' },
  villageAnswer: { kind: 'dai', words: '等村里答复' },
  townshipAnswer: { kind: 'dai', words: '等镇里答复' },
  joining: { kind: 'dai', words: '正在联名', icon: 'me' },
  decision: { kind: 'dai', words: '等村里决定' },
  reply: { kind: 'dai', words: '等村里答复' },
  check: { kind: 'dai', words: '镇里在核对' },
  replyAgain: { kind: 'zhe', words: '退回再答复', icon: 'undo' },
  secondCheck: { kind: 'dai', words: '镇里在核对' },
  talk: { kind: 'dai', words: '等谈话', icon: 'cal' },
  undertaking: { kind: 'dai', words: '村里在做' },
  undertakingCheck: { kind: 'dai', words: '镇里在核对' },
  helping: { kind: 'dai', words: '正在帮' },
  watchReview: { kind: 'dai', words: '镇里在看' },
}

const displays: Record<string, string> = {
  planDisplay: '方案公示',
  decisionDisplay: '决议公示',
  reportDisplay: '结果公示',
  display: '公示',
}

/** Where a case stands, in at most eight characters. `mine`: the reader raised it. */
export function caseChip({ step, due, until, outcome, mark = '' }: Where, today: string, mine = false): ChipProps {
  if (step === 'closed')
    return (
      (questions.includes(mark) && closedQuestion[outcome ?? '']) ||
      (oversight.includes(mark) && closedOversight[outcome ?? '']) ||
      (closed[outcome ?? ''] ?? { kind: 'song', words: '已办结' })
    )
  if (displays[step]) return displayChip(until ?? due, today, displays[step])
  // A rating that isn't given is nobody's delay.
  if (step === 'rating' || step === 'secondRating') return { kind: 'zhe', words: mine ? '等您评价' : '等说事人评价' }
  if (step === 'heard' || step === 'told')
    return mine ? { kind: 'zhe', words: '等您看答复' } : { kind: 'song', words: '已经答复' }
  if (step === 'declined') return mine ? { kind: 'zhe', words: '等您看理由' } : closed.declined
  const late = lateWords(due, today)
  if (late) return { kind: 'jiang', words: step.toLowerCase().endsWith('handling') ? `办理${late}` : late }
  if (step === 'hearing' && due) return { kind: 'dai', words: `${dayOfSession(due, today)}说事日听`, icon: 'cal' }
  return waits[step] ?? { kind: 'dai', words: '正在办' }
}

// 10日 while it is this month or the next weeks; the month where it would be misread.
const dayOfSession = (day: string, today: string) =>
  daysBetween(today, day) < 28 ? `${+day.slice(8, 10)}日` : monthDay(day, today)

/** The seals that a case of this mark collects, in order. */
export const sealsOf: Record<string, string> = {
  ...{ 说: '说议办评', 议: '提商审决公施果' },
  ...{ 问: '答评', 询: '答评', 质: '联定答评' },
  ...{ 督: '答核', 谈: '谈办核', 帮: '帮核' },
}

/** What stands on a tile for a board. */
export const boardTile: Record<string, string> = { party: '党', village: '村', finance: '财' }
export const boardWords: Record<string, string> = { party: '党务', village: '村务', finance: '财务' }
