import type { CardView } from '@shared/schemas/views'
import { describe, expect, it } from 'vitest'
import { groupsOf, ofKind, taskWords } from '../../miniapp/src/office/desk/groups'
import { dueChip } from '../../miniapp/src/office/dueChip'
import { openingsOf } from '../../miniapp/src/office/open/openings'

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
  it('says what to do', () => {
    expect(taskWords(card('a', '说', 'handling'))).toBe('村里办理：后山水渠清淤')
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
  it('a clerk: a session, a notice, a matter; a supervisor nothing', () => {
    expect(ids('clerk').sort()).toEqual(['matterOfRepresentatives', 'notice', 'session'])
    expect(ids('collectiveHead')).toEqual(['notice'])
    expect(ids('supervisor')).toEqual([])
    expect(openingsOf(undefined)).toEqual([])
  })
})
