import type { Problem } from '@shared/engine/case'
import { fieldsOf, formFiles, judgeForm, stepForms } from '@shared/schemas/stepForms'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filled } from '../support/build'

const today = '2026-06-10'
const names = Object.keys(stepForms)
const problems = (name: string, value: unknown): readonly Problem[] => {
  const verdict = judgeForm(name, value)
  return verdict.ok ? [] : verdict.problems
}
const one = (name: string, over: Record<string, unknown>) => problems(name, filled(name, today, over))
const fields = names.flatMap((name) => fieldsOf(name).map((field) => ({ name, field })))
const of = (...kinds: string[]) => fields.filter(({ field }) => kinds.includes(field.kind))
const title = ({ name, field }: (typeof fields)[number]) => [`${name}.${field.name}`, name, field] as const

it('no two forms have one name', () => {
  const all = formFiles.flatMap((file) => Object.keys(file))
  expect(all).toEqual([...new Set(all)])
})

describe.each(names)('%s', (name) => {
  it('takes the least that it asks for, and also every optional field left blank', () => {
    expect(judgeForm(name, filled(name, today))).toEqual({ ok: true, value: filled(name, today) })
    for (const blank of ['', '  ', null, undefined]) {
      const optional = Object.fromEntries(fieldsOf(name).flatMap((f) => (f.optional ? [[f.name, blank]] : [])))
      expect(judgeForm(name, { ...filled(name, today), ...optional })).toEqual({ ok: true, value: filled(name, today) })
    }
  })

  it('names each required field that is missing or blank, in Chinese', () => {
    for (const field of fieldsOf(name).filter((f) => !f.optional))
      for (const blank of [undefined, '', ' \n', null])
        expect(one(name, { [field.name]: blank })).toEqual([
          { field: field.name, says: expect.stringContaining(field.label) },
        ])
  })

  it('refuses a field that it does not know', () => {
    expect(one(name, { slipsIn: 1 })).toEqual([{ field: '', says: '多了不认识的内容，请刷新后重新填写。' }])
  })

  it('refuses what is no form at all', () => {
    for (const value of [undefined, null, 'text', 5, [], [{}]]) {
      expect(problems(name, value)).toHaveLength(1)
      expect(problems(name, value)[0].says).toMatch(/\p{Script=Han}/u)
    }
  })
})

it('a form of no name is refused', () => expect(judgeForm('nothingLikeIt', {})).toMatchObject({ ok: false }))

describe('limits', () => {
  const periods = fields.filter(({ field }) => field.name === 'period' && field.kind === 'text')
  const plain = of('text', 'longText').filter((f) => !periods.includes(f))
  it.each(periods.map(title))('%s takes a month, a quarter, half a year or a year and nothing else', (_, name) => {
    for (const right of ['2026-05', '2026-12', '2026-Q4', '2026-H2', '2026'])
      expect(one(name, { period: right })).toEqual([])
    for (const wrong of ['2026-13', '2026-00', '2026-5', '2026-Q5', '2026-H3', '26', '五月', '2026-05-01'])
      expect(one(name, { period: wrong })).toHaveLength(1)
  })

  it.each(plain.map(title))('%s takes its longest text and not one character more', (_, name, f) => {
    expect(one(name, { [f.name]: '字'.repeat(f.max!) })).toEqual([])
    expect(one(name, { [f.name]: '字'.repeat(f.max! + 1) })).toEqual([
      { field: f.name, says: `“${f.label}”最多${f.max}个字，请写短一点。` },
    ])
    expect(one(name, { [f.name]: 5 })).toEqual([{ field: f.name, says: expect.stringContaining(f.label) }])
  })

  it.each(of('money').map(title))('%s takes whole fen up to ten billion yuan', (_, name, f) => {
    expect(one(name, { [f.name]: 0 })).toEqual([])
    expect(one(name, { [f.name]: 1_000_000_000_000 })).toEqual([])
    for (const wrong of [1_000_000_000_001, -1, 0.5, '100', Number.NaN, 1e300])
      expect(one(name, { [f.name]: wrong })).toEqual([{ field: f.name, says: expect.stringContaining(f.label) }])
  })

  it.each(of('number', 'present', 'votes').map(title))('%s takes whole heads', (_, name, f) => {
    const top = name === 'extension' ? 7 : (f.max ?? 100_000)
    expect(one(name, { [f.name]: top })).toEqual([])
    for (const wrong of [top + 1, -1, 1.5, '5'])
      expect(one(name, { [f.name]: wrong })).toEqual([
        { field: f.name, says: expect.stringMatching(/^\p{Script=Han}|^“/u) },
      ])
  })

  it('an extension is one to seven days', () => {
    expect(one('extension', { days: 1 })).toEqual([])
    expect(one('extension', { days: 0 })).toEqual([{ field: 'days', says: '至少延1天。' }])
    expect(one('extension', { days: 8 })).toEqual([{ field: 'days', says: '最多延7天。' }])
  })

  it.each(of('day').map(title))('%s takes a day that exists', (_, name, f) => {
    expect(one(name, { [f.name]: '2028-02-29' })).toEqual([])
    for (const wrong of ['2026-02-29', '2026-6-1', '明天', '2026-06-10T00:00', 20260610])
      expect(one(name, { [f.name]: wrong })).toEqual([{ field: f.name, says: expect.stringContaining(f.label) }])
  })

  it.each(of('time').map(title))('%s takes an hour of the day', (_, name, f) => {
    for (const right of ['00:00', '23:59']) expect(one(name, { [f.name]: right })).toEqual([])
    for (const wrong of ['24:00', '7:00', '19:60', 'evening'])
      expect(one(name, { [f.name]: wrong })).toEqual([{ field: f.name, says: `“${f.label}”请按 19:00 的样子填。` }])
  })

  it.each(of('choice').map(title))('%s takes each of its options and no other', (_, name, f) => {
    for (const { value } of f.options!) expect(one(name, { [f.name]: value })).toEqual([])
    // a county has its own list: a fact says whether it stands there
    if (f.name === 'category') return expect(one(name, { [f.name]: '路' })).toHaveLength(1)
    expect(one(name, { [f.name]: 'another' })).toEqual([{ field: f.name, says: `请在“${f.label}”里选一项。` }])
  })

  it.each(of('photos', 'files', 'voice', 'proof').map(title))(
    '%s takes its number of files, by their ids',
    (_, name, f) => {
      const file = `f${'0'.repeat(24)}`
      expect(one(name, { [f.name]: Array(f.max).fill(file) })).toEqual([])
      expect(one(name, { [f.name]: Array(f.max! + 1).fill(file) })).toEqual([
        { field: f.name, says: `“${f.label}”最多${f.max}个。` },
      ])
      expect(one(name, { [f.name]: ['../secret'] })).toEqual([
        { field: `${f.name}.0`, says: '这个文件没有传好，请重新选。' },
      ])
      expect(one(name, { [f.name]: file })).toEqual([{ field: f.name, says: `“${f.label}”没有传好，请重新选。` }])
    },
  )

  it('texts lose the blanks around them', () =>
    expect(judgeForm('reason', { reason: '  写错了\n' })).toEqual({ ok: true, value: { reason: '写错了' } }))
})

it('whatever is typed into any field, nobody reads a sentence in another language', () => {
  const typed = fc.oneof(fc.anything(), fc.constantFrom(-1, 1e21, 'x'.repeat(9000), ['x'], [[]], {}, true))
  fc.assert(
    fc.property(fc.constantFrom(...fields), typed, ({ name, field }, value) => {
      for (const { says } of one(name, { [field.name]: value })) {
        expect(says).toMatch(/\p{Script=Han}/u)
        expect(says).not.toMatch(/[A-Za-z]{2}/)
      }
    }),
    { numRuns: 1000 },
  )
})
