import type { SessionsView } from '@shared/schemas/requestViews'
import type { CardView } from '@shared/schemas/views'
import { describe, expect, it } from 'vitest'
import { beganWords, groupsOf, ofKind, placeOf, sundayOf, taskWords } from '../../miniapp/src/office/desk/groups'
import { dueChip } from '../../miniapp/src/office/dueChip'
import { openingCalled, openingsOf, rowsToBegin } from '../../miniapp/src/office/open/openings'
import { routes } from '../../miniapp/src/routes'

const card = (id: string, mark: string, step: string, due?: string): CardView => ({
  ...{ id, title: '后山水渠清淤', mark, step, on: '2026-05-20', n: 1 },
  ...(due && { due }),
})
const today = '2026-06-08'

describe('待办', () => {
  it('is overdue from the day after it was due, not on the day; this week ends on Sunday', () => {
    const cards = [
      card('a', '说', 'handling', '2026-06-07'),
      card('b', '议', 'works', '2026-06-08'),
      card('c', '公', 'posting', '2026-06-09'),
      card('d', '公', 'posting', '2026-06-14'),
      card('e', '公', 'posting', '2026-06-15'),
      card('f', '议', 'works'),
    ]
    const { overdue, today: now, week, later } = groupsOf(cards, today)
    expect([overdue, now, week, later].map((g) => g.map((c) => c.id))).toEqual([['a'], ['b'], ['c', 'd'], ['e', 'f']])
  })
  it.each([
    ['2026-06-08', '2026-06-14'],
    ['2026-06-13', '2026-06-14'],
    ['2026-06-14', '2026-06-14'],
    ['2026-12-31', '2027-01-03'],
  ])('the week of %s ends on %s', (day, sunday) => expect(sundayOf(day)).toBe(sunday))
  it('a session and what a consultation came to stand under 说事', () => {
    const marks = ['说', '会', '协', '议']
    const cards = marks.map((mark) => card(mark, mark, 'meeting'))
    expect(ofKind(cards, 'speak').map((c) => c.mark)).toEqual(['说', '会', '协'])
    expect(ofKind(cards, 'all')).toHaveLength(4)
  })
  it('one tap leads to the form of what is mine, to the matter itself where it is another’s', () => {
    expect(placeOf(card('a', '说', 'handling'), true, undefined)).toBe(routes.act('a'))
    expect(placeOf(card('a', '说', 'handling'), false, undefined)).toBe(routes.case('a'))
  })
  it('a session leads to where it is run, before its day and after it', () => {
    const one = {
      startsAt: '08:30',
      place: '村委会一楼',
      hosts: '',
      cutOff: '2026-06-09T18:00',
      kind: 'fixed' as const,
    }
    const year: SessionsView = {
      ...{ today, village: 'dongxi', villageName: '东溪村', mayChange: true, changes: [] },
      rule: { ...one, days: [10], movesOffHolidays: true, cutOff: { daysBefore: 1, at: '18:00' } },
      sessions: [{ ...one, on: '2026-06-10', case: 's2' }],
      past: [{ on: '2026-05-20', case: 's1', step: 'summary' }],
    }
    const to = (id: string) => placeOf(card(id, '会', 'meeting'), true, year)
    expect(to('s2')).toBe(routes.sessionRun('dongxi', '2026-06-10'))
    expect(to('s1')).toBe(routes.sessionRun('dongxi', '2026-05-20'))
    expect(to('s0')).toBe(routes.act('s0'))
  })
  it('a correction and a major matter of money stand under 公开, questions under 说事', () => {
    const cards = ['更', '财', '问', '询', '质', '避'].map((mark) => card(mark, mark, 'submission'))
    expect(ofKind(cards, 'publish').map((c) => c.mark)).toEqual(['更', '财'])
    expect(ofKind(cards, 'speak').map((c) => c.mark)).toEqual(['问', '询', '质'])
    expect([beganWords(cards[2]), beganWords(cards[0])]).toEqual(['提出', '开始'])
  })
  it('says what to do', () => {
    expect(taskWords(card('a', '说', 'handling'))).toBe('村里办理：后山水渠清淤')
    expect(taskWords(card('a', '财', 'agencyReview'))).toBe('三资代理中心审核：后山水渠清淤')
    expect(taskWords(card('a', '问', 'villageAnswer'))).toBe('村里答复：后山水渠清淤')
    expect(taskWords(card('a', '说', 'gone'))).toBe('后山水渠清淤')
  })
  it('says by when, in words of today', () => {
    expect(dueChip('2026-06-06', today)).toEqual({ kind: 'jiang', words: '逾期2天' })
    expect(dueChip('2026-06-08', today).words).toBe('今天到期')
    expect(dueChip('2026-06-10', today).words).toBe('后天到期')
    expect(dueChip('2026-06-12', today).words).toBe('6月12日前')
  })
})

describe('what someone may begin', () => {
  const person = (role: string) => ({
    ...{ id: 'p', name: '方大海', village: 'dongxi', township: 'shiwan', says: '' },
    posts: [{ role, place: 'dongxi', placeName: '东溪村', title: '' }],
  })
  const ids = (role: string) => openingsOf(person(role)).map(({ workflow }) => workflow.id)
  it('a clerk: a notice, a major matter of money, a matter, a declaration of kin, a seal, a bill; a session opens by itself', () => {
    const mine = ['kinship', 'majorFinance', 'matterOfRepresentatives', 'notice', 'sealReview', 'spending']
    expect(ids('clerk').sort()).toEqual(mine)
    expect(ids('supervisor').sort()).toEqual(['kinship', 'questioning'])
    expect(openingsOf(undefined)).toEqual([])
  })
  it('what villagers raise and a correction don’t begin from nothing', () => {
    expect([...ids('villager'), ...ids('secretary')]).not.toEqual(
      expect.arrayContaining(['request', 'objection', 'correction']),
    )
    expect(openingCalled('correction', person('clerk'))?.village).toBe('dongxi')
    expect(openingCalled('correction', person('supervisor'))).toBeUndefined()
    expect(openingCalled('request', person('villager'))).toBeUndefined()
  })
  it('what others say at the door is entered by the committee; the sessions are planned by those who run them', () => {
    const rows = (role: string) => rowsToBegin(person(role)).map(({ page }) => page)
    const door = routes.raise(undefined, { channel: 'door' })
    expect(rows('secretary').slice(0, 2)).toEqual([door, routes.sessions('dongxi')])
    expect(rows('committee')).toContain(door)
    expect(rows('committee')).not.toContain(routes.sessions('dongxi'))
    expect(rows('supervisor')).not.toContain(door)
    expect(rows('villager')).toEqual([])
    expect(rowsToBegin(undefined)).toEqual([])
  })
})
