import type { CardView } from '@shared/schemas/views'
import { describe, expect, it } from 'vitest'
import { beganWords, groupsOf, ofKind, taskWords } from '../../miniapp/src/office/desk/groups'
import { dueChip } from '../../miniapp/src/office/dueChip'
import { openingCalled, openingsOf } from '../../miniapp/src/office/open/openings'

const card = (id: string, mark: string, step: string, due?: string): CardView => ({
  ...{ id, title: '后山水渠清淤', mark, step, on: '2026-05-20' },
  ...(due && { due }),
})
const today = '2026-06-08'

describe('待办', () => {
  it('is overdue from the day after it was due, not on the day', () => {
    const cards = [
      card('a', '说', 'handling', '2026-06-07'),
      card('b', '议', 'works', '2026-06-08'),
      card('c', '公', 'posting', '2026-06-09'),
      card('d', '议', 'works'),
    ]
    const { overdue, today: now, later } = groupsOf(cards, today)
    expect([overdue, now, later].map((g) => g.map((c) => c.id))).toEqual([['a'], ['b'], ['c', 'd']])
  })
  it('a session stands under 说事', () => {
    const cards = [card('a', '说', 'handling'), card('b', '会', 'meeting'), card('c', '议', 'works')]
    expect(ofKind(cards, 'speak').map((c) => c.id)).toEqual(['a', 'b'])
    expect(ofKind(cards, 'all')).toHaveLength(3)
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
  it('a clerk: a session, a notice, a major matter of money, a matter, a declaration of kin', () => {
    expect(ids('clerk').sort()).toEqual(['kinship', 'majorFinance', 'matterOfRepresentatives', 'notice', 'session'])
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
})
