import { requestCategories, requestWords } from '@shared/requestCategories'
import { describe, expect, it } from 'vitest'
import { withTemplate } from '../../miniapp/src/office/form/templates'
import { monthsBefore, monthWords } from '../../miniapp/src/office/sample/months'
import {
  moved,
  piecesOf,
  problemsIn,
  renamed,
  textsOf,
  type Words,
  withCategory,
  withNewText,
  withoutCategory,
  withoutText,
  withText,
} from '../../miniapp/src/office/words/edits'

const words: Words = { categories: [...requestWords.categories], templates: [...requestWords.templates] }
const labels = ({ categories }: Words) => categories.map(({ label }) => label)

describe('ready-made words put into an answer', () => {
  it('stand alone in an empty box, with the first gap to type over', () => {
    const { text, select } = withTemplate(' ', '【哪天】去看过，【怎么处理】。')
    expect(text).toBe('【哪天】去看过，【怎么处理】。')
    expect(text.slice(select.from, select.until)).toBe('【哪天】')
  })
  it('follow what was written, and lose nothing of it', () => {
    const { text, select } = withTemplate('先谢谢您提醒。\n', '已经【怎么清理】。')
    expect(text).toBe('先谢谢您提醒。\n已经【怎么清理】。')
    expect(text.slice(select.from, select.until)).toBe('【怎么清理】')
  })
  it('without a gap the cursor stands at the end', () => {
    expect(withTemplate('', '已经办好。').select).toEqual({ from: 5, until: 5 })
  })
})

describe('the list of categories and ready-made words', () => {
  it('as it comes has nothing wrong', () => {
    expect(problemsIn(words, words)).toEqual([])
  })
  it('a new name leaves the value, so that what was raised under it is found again', () => {
    expect(renamed(words, 'road', '道路').categories[0]).toEqual({ value: 'road', label: '道路' })
  })
  it('moves one place, and not past an end', () => {
    expect(labels(moved(words, 'utilities', -1)).slice(0, 2)).toEqual(['水电路灯', '村道交通'])
    expect(moved(words, 'road', -1)).toBe(words)
    expect(moved(words, requestCategories.at(-1)!.value, 1)).toBe(words)
  })
  it('a category goes with its words, no other’s', () => {
    const without = withoutCategory(words, 'road')
    expect(labels(without)).not.toContain('村道交通')
    expect(without.templates).toHaveLength(words.templates.length - 1)
  })
  it('a name left empty, nine letters long, or used twice is told at its place', () => {
    const added = withCategory(words, 'cabc')
    expect(problemsIn(added, words)).toEqual([{ id: 'w-cabc', says: '请填写类别。', value: 'cabc' }])
    expect(problemsIn(renamed(added, 'cabc', '一二三四五六七八'), words)).toEqual([])
    expect(problemsIn(renamed(added, 'cabc', '一二三四五六七八九'), words)[0].says).toContain('最多8个字')
    expect(problemsIn(renamed(added, 'cabc', ' 邻里纠纷'), words)[0]).toMatchObject({ id: 'w-cabc', value: 'cabc' })
  })
  it('a name used twice is told at the one that was renamed, though it stands first', () => {
    expect(problemsIn(renamed(words, 'road', '邻里纠纷'), words).map(({ value }) => value)).toEqual(['road'])
  })
  it('a list without any category is told too', () => {
    expect(problemsIn({ categories: [], templates: [] }, words)[0].says).toBe('至少要有一类。')
  })
  it('texts are written and taken away by their place in the whole list', () => {
    const two = withText(withNewText(words, 'road'), words.templates.length, '路已经通了。')
    expect(textsOf(two, 'road').map(({ text }) => text)).toEqual([words.templates[0].text, '路已经通了。'])
    expect(textsOf(withoutText(two, 0), 'road').map(({ text }) => text)).toEqual(['路已经通了。'])
    expect(problemsIn(withNewText(words, 'road'), words)[0]).toMatchObject({ id: `w-text-${words.templates.length}` })
  })
  it('what is to be filled in stands by itself in the preview', () => {
    expect(piecesOf('【哪天】去看过。')).toEqual([
      { words: '【哪天】', gap: true },
      { words: '去看过。', gap: false },
    ])
  })
})

describe('months that can be drawn', () => {
  it('are over, the latest first, twelve of them, across the year', () => {
    const months = monthsBefore('2026-03-31')
    expect(months).toHaveLength(12)
    expect(months.slice(0, 3)).toEqual([
      { value: '2026-02', label: '2月' },
      { value: '2026-01', label: '1月' },
      { value: '2025-12', label: '2025年12月' },
    ])
    expect(monthsBefore('2026-01-01')[0].value).toBe('2025-12')
    expect(monthWords('2026-06', '2026-06-08')).toBe('6月')
  })
})
