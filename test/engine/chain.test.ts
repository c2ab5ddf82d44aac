import { createHash } from 'node:crypto'
import type { Entry } from '@shared/engine/case'
import { canonical, pseudonym, type Shown, seal, sha256Hex, utf8, verify } from '@shared/engine/chain'
import { workflowOf } from '@shared/workflows'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { act, anOpened, aPerson, walk } from '../support/build'

const villager = aPerson('villager')
const log = walk(
  anOpened(workflowOf('request')!, { on: '2026-06-01', by: villager, form: { text: '路灯坏了', place: '村口' } }),
  [
    act(aPerson('clerk'), '2026-06-02', 'acknowledged', { note: '收到' }),
    act(aPerson('secretary'), '2026-06-10', 'handle', { decision: '换灯' }),
    act(aPerson('secretary'), '2026-06-11', 'done', { result: '换好了' }),
  ],
).log
const changed = (i: number, change: Partial<Entry>): Shown[] => log.map((e, at) => (at === i ? { ...e, ...change } : e))
const faults = (shown: readonly Shown[]) => verify(shown).map((f) => `${f.no} ${f.fault}`)

describe('a log', () => {
  it('verifies as it was written, also after it was stored as text', () => {
    expect(log).toHaveLength(4)
    expect(verify(log)).toEqual([])
    expect(verify(JSON.parse(JSON.stringify(log)))).toEqual([])
    expect(verify([])).toEqual([])
  })
  it.each([
    ['when', { at: '2026-06-02T03:00:00.000Z' }],
    ['who', { by: pseudonym('p-other', 'salt of the case') }],
    ['the step', { step: 'hearing' }],
    ['the outcome', { outcome: 'urgent' }],
    ['an aside made of it', { aside: 'urge' }],
    ['what the engine made of it', { effect: { to: 'closed' as const } }],
    ['a commitment', { form: { note: sha256Hex('other') } }],
  ])('shows that %s was edited', (_, change) => expect(faults(changed(1, change))).toContain('2 hash'))
  it('shows an edited value: its commitment no longer fits', () =>
    expect(faults(changed(1, { values: { note: '没收到' } }))).toEqual(['2 value']))
  it('shows an invented value that was never committed to', () =>
    expect(faults(changed(1, { values: { ...log[1].values, more: 'x' } }))).toEqual(['2 value']))
  it('shows a wrong salt', () => expect(faults(changed(1, { salts: { note: 'other' } }))).toEqual(['2 value']))
  it('shows an edit whose own hash was made anew: the next line points elsewhere', () => {
    const forged = seal({ ...log[1], values: { note: '改了' } }, log[0].hash, 'salt of the case', () => 's')
    expect(verify([log[0], forged])).toEqual([])
    expect(faults([log[0], forged, ...log.slice(2)])).toEqual(['3 link'])
  })
  it('shows a deleted line, first, middle or, by number, none at the end', () => {
    expect(faults(log.slice(1))).toContain('2 link')
    expect(faults([log[0], ...log.slice(2)])).toEqual(['3 order', '3 link', '4 order'])
    expect(faults(log.slice(0, 3))).toEqual([])
  })
  it('shows an inserted line', () =>
    expect(faults([log[0], log[1], log[1], ...log.slice(2)])).toEqual(['2 order', '2 link', '3 order', '4 order']))
  it('shows two lines that changed places', () =>
    expect(faults([log[0], log[2], log[1], log[3]])).toEqual(expect.arrayContaining(['3 order', '2 order', '3 link'])))
  it('still verifies with values withheld from a reader or erased', () => {
    expect(verify(log.map((e) => ({ ...e, values: {}, salts: {} })))).toEqual([])
    const { text: _, ...values } = log[0].values
    const { text: __, ...salts } = log[0].salts
    expect(verify(changed(0, { values, salts }))).toEqual([])
  })
  it('gives the same person one pseudonym in a case and another in the next', () => {
    expect(log[2].by).toBe(log[3].by)
    expect(log[0].by).not.toBe(log[1].by)
    expect(pseudonym('p', 'a')).not.toBe(pseudonym('p', 'b'))
    expect(log[0].by).toMatch(/^[0-9a-f]{32}$/)
  })
  it('salts each value anew, so that the same words cannot be recognised', () => {
    const again = seal(log[1], log[0].hash, 'salt of the case', () => 'fresh')
    expect(again.values).toEqual(log[1].values)
    expect(again.form).not.toEqual(log[1].form)
  })
})

describe('for all texts and values', () => {
  const text = fc.string({ unit: 'binary' })
  it('utf8 and sha256Hex are those of Node, half surrogate pairs too', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'grapheme' })), (t) => {
        expect(Buffer.from(utf8(t)).equals(Buffer.from(t, 'utf8'))).toBe(true)
        expect(sha256Hex(t)).toBe(createHash('sha256').update(t, 'utf8').digest('hex'))
      }),
    )
    for (const lone of ['\ud800', 'a\udc00b', '\udbff\ud800', '𝌆😀'])
      expect(Buffer.from(utf8(lone)).toString('hex')).toBe(Buffer.from(lone, 'utf8').toString('hex'))
  })
  it('canonical does not depend on the order of keys, and reads back', () => {
    fc.assert(
      fc.property(fc.dictionary(text, fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse())
        expect(canonical(turned)).toBe(canonical(value))
        expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value))
      }),
    )
    expect(canonical({ b: 1, a: [true, null, '汉'], c: { y: undefined, x: 1.5 } })).toBe(
      '{"a":[true,null,"汉"],"b":1,"c":{"x":1.5}}',
    )
    expect(canonical(undefined)).toBe('null')
  })
  it('whatever was sealed verifies, and any one changed character does not', () => {
    const values = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.oneof(text, fc.integer(), fc.array(text)))
    fc.assert(
      fc.property(fc.array(values, { minLength: 1, maxLength: 5 }), fc.nat(), (forms, at) => {
        const sealed: Entry[] = []
        for (const form of forms)
          sealed.push(
            seal({ ...log[1], no: sealed.length + 1, values: form }, sealed.at(-1)?.hash ?? '', 'case', () => 'salt'),
          )
        expect(verify(JSON.parse(JSON.stringify(sealed)))).toEqual([])
        const i = at % sealed.length
        const hash = sealed[i].hash.replace(/^./, (c) => (c === '0' ? '1' : '0'))
        expect(verify(sealed.map((e, n) => (n === i ? { ...e, hash } : e)))).not.toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
