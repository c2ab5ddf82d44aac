import type { EntryView } from '@shared/schemas/views'
import { describe, expect, it } from 'vitest'
import { digestOf, type Letter, leftWords, toldOf, whenWords } from '../../miniapp/src/more/inbox/words'
import { linesOf, overseenBy, remindersWords, reminderWords } from '../../miniapp/src/pages/case/lines'
import { caseChip } from '../../miniapp/src/words'

const today = '2026-11-03'
const letter = (of: Partial<Letter> & { turn?: boolean }): Letter => ({
  card: { id: 'a', title: '路灯不亮', mark: '说', step: 'hearing', on: '2026-11-01', n: 3 },
  ...{ villageName: '东溪村', at: '2026-11-03T01:00:00.000Z', unread: 1 },
  lines: [{ at: '2026-11-03T01:00:00.000Z', says: '到您办了：村里接下', turn: of.turn ?? false }],
  ...of,
})

describe('what stands over the inbox', () => {
  it('counts matters, not lines, and those that wait for the reader', () => {
    const letters = [
      letter({ turn: true, unread: 4 }),
      letter({ turn: true }),
      letter({}),
      letter({ unread: 0, turn: true }),
    ]
    expect(digestOf(letters, 3, today)).toBe('今天3件有新消息，2件等您办。')
  })

  it('says 今天 only where all of them came today, in China: seven in the evening in London is tomorrow there', () => {
    const inLondon = '2026-11-02T19:00:00.000Z'
    expect(digestOf([letter({ at: inLondon })], 1, today)).toBe('今天1件有新消息。')
    expect(digestOf([letter({ at: '2026-11-02T15:00:00.000Z' })], 1, today)).toBe('1件有新消息。')
  })

  it('guesses nothing of what is on a further page, and counts to fifty', () => {
    expect(digestOf([letter({ turn: true })], 2, today)).toBe('2件有新消息。')
    expect(digestOf([letter({ turn: true })], 50, today)).toBe('50件以上有新消息。')
    expect(digestOf([letter({ unread: 0 })], 0, today)).toBe('没有新消息，都看过了。')
  })

  it('tells the hour of yesterday and today, of other days the day', () => {
    expect(whenWords('2026-11-03T00:12:00.000Z', today)).toBe('今天8:12')
    expect(whenWords('2026-11-02T08:20:00.000Z', today)).toBe('昨天16:20')
    expect(whenWords('2026-10-30T08:20:00.000Z', today)).toBe('10月30日')
  })

  it('shows three lines of a matter, what was said over again once, and how many more there are', () => {
    const lines = ['催办', '逾期了，请尽快办', '逾期了，请尽快办', '今天到期'].map((says) => ({
      at: today,
      says,
      turn: false,
    }))
    expect(toldOf({ lines, unread: 1 })).toEqual({
      told: [
        { at: today, says: '催办', isNew: true, times: 1 },
        { at: today, says: '逾期了，请尽快办', isNew: false, times: 2 },
        { at: today, says: '今天到期', isNew: false, times: 1 },
      ],
    })
    const more = { at: today, says: '快到期了', turn: false }
    expect(toldOf({ lines: [...lines, more], unread: 0 }).rest).toBe('还有1条，打开看')
  })

  it('says in plain words how many messages WeChat may still send', () => {
    const of = (left: number) => ({ id: 't', name: 'moved' as const, title: '我的事有进展', left })
    expect(leftWords([of(3), of(0)])).toEqual(['我的事有进展：还能提醒3次', '我的事有进展：不会提醒'])
  })
})

const entry = (no: number, aside: string | undefined, on: string, values: Record<string, unknown> = {}) =>
  ({ no, aside, on, values }) as EntryView

describe('the log of a case', () => {
  const rung = (no: number, n: number, on: string) => entry(no, 'remind', on, { rung: n, dueOn: '2026-10-31' })
  const log = [
    entry(0, undefined, '2026-10-20'),
    rung(1, 1, '2026-10-28'),
    entry(2, 'nudge', '2026-10-29'),
    rung(3, 2, '2026-10-31'),
    rung(4, 3, '2026-11-01'),
    rung(5, 4, '2026-11-03'),
    entry(6, undefined, '2026-11-03'),
  ]

  it('has its reminders in one line, where the last of them stands; all else stays as it is', () => {
    const lines = linesOf(log).map((line) => ('entry' in line ? line.entry.no : line.reminders.map(({ no }) => no)))
    expect(lines).toEqual([0, 2, [1, 3, 4, 5], 6])
  })

  it('says how many there were and when the last one', () => {
    const reminders = log.filter(({ aside }) => aside === 'remind')
    expect(remindersWords(reminders, today)).toBe('到期提醒了4次，最近一次11月3日')
    expect(remindersWords(reminders.slice(0, 1), today)).toBe('10月28日到期提醒了一次')
  })

  it('tells of each when and whom: the two highest rungs go to those above', () => {
    expect(reminderWords(rung(1, 1, '2026-10-28'))).toBe('还有3天到期')
    expect(reminderWords(rung(2, 2, '2026-10-31'))).toBe('到期当天')
    expect(reminderWords(rung(3, 5, '2026-11-07'))).toBe('逾期7天')
    expect(reminderWords(rung(4, 6, '2026-11-10'))).toBe('逾期10天，报给了片长')
    expect(reminderWords(rung(5, 7, '2026-11-15'))).toBe('逾期15天，报给了镇领导')
  })

  it('lets what those above did stand out, and nothing else', () => {
    const marked = ['nudge', 'urge', 'urgeAnswered', 'summon', 'takeOver', 'raiseLevel', 'inspection', 'opinion']
    for (const aside of marked) expect(overseenBy({ aside })).toBeDefined()
    for (const aside of ['remind', 'extend', 'comment', undefined]) expect(overseenBy({ aside })).toBeUndefined()
  })

  it('calls a 督办 that was accepted 已销号; accepting a refusal of 说事 stays 不受理', () => {
    const closed = { step: 'closed', outcome: 'accepted' }
    expect(caseChip({ ...closed, mark: '督' }, today).words).toBe('已销号')
    expect(caseChip({ ...closed, mark: '说' }, today).words).toBe('不受理')
  })
})
