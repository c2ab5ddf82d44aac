import { daysBetween } from '@shared/engine/deadline'
import type { InboxView, SubscriptionsView } from '@shared/schemas/monitorViews'
import { dayOf, nearDay } from '../../words'

export type Letter = InboxView['letters'][number]

/** So many are counted and no more. */
const mostUnread = 50

/** Whether it is this reader's turn, also where they were reminded since. */
export const isTurn = ({ lines }: Pick<Letter, 'lines'>): boolean => lines.some(({ turn }) => turn)

/** 今天3件有新消息，2件等您办。 Of what isn't all here, how many wait isn't guessed. */
export function digestOf(letters: readonly Letter[], unread: number, today: string): string {
  const fresh = letters.filter((letter) => letter.unread > 0)
  const whole = fresh.length >= unread
  const turns = fresh.filter(isTurn).length
  if (unread === 0) return '没有新消息，都看过了。'
  const ofToday = whole && fresh.every(({ at }) => dayOf(at) === today)
  const many = unread >= mostUnread ? `${mostUnread}件以上` : `${unread}件`
  return `${ofToday ? '今天' : ''}${many}有新消息${whole && turns > 0 ? `，${turns}件等您办` : ''}。`
}

/** 今天 8:12 · 昨天 16:20 · 6月2日 */
export function whenWords(at: string, today: string): string {
  const day = dayOf(at)
  const [hour, minute] = new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16).split(':')
  return Math.abs(daysBetween(day, today)) < 2 ? `${nearDay(day, today)}${+hour}:${minute}` : nearDay(day, today)
}

type Told = { at: string; says: string; isNew: boolean; times: number }
const shownLines = 3

/** What is shown of a letter: its newest lines, what says the same once, and in words how many there are behind them. */
export function toldOf({ lines, unread }: Pick<Letter, 'lines' | 'unread'>): { told: readonly Told[]; rest?: string } {
  const all: Told[] = []
  lines.forEach(({ at, says }, i) => {
    const same = all.find((one) => one.says === says)
    if (same) same.times++
    else all.push({ at, says, isNew: i < unread, times: 1 })
  })
  const rest = all.length - shownLines
  return { told: all.slice(0, shownLines), ...(rest > 0 && { rest: `还有${rest}条，打开看` }) }
}

/** 我的事有进展：还能提醒3次 */
export const leftWords = (templates: SubscriptionsView['templates']): readonly string[] =>
  templates.map(({ title, left }) => `${title}：${left > 0 ? `还能提醒${left}次` : '不会提醒'}`)
