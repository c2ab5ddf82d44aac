import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partsOf } from '../../functions/views/versionsView'

type Kind = ReturnType<typeof partsOf>[number]['kind']
const without = (parts: ReturnType<typeof partsOf>, kind: Kind) =>
  parts
    .filter((p) => p.kind !== kind)
    .map((p) => p.text)
    .join('')

describe('a plan held against the one before', () => {
  it('gives back both texts whole, whatever was changed', () => {
    const words = fc.array(fc.constantFrom('修路', '三组', '，', '12.5万元', '\n', '一公里', '𠮷', 'A1'), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [before, after] = [a.join(''), b.join('')]
        const parts = partsOf(before, after)
        expect([without(parts, 'added'), without(parts, 'gone')]).toEqual([before, after])
      }),
    )
  })

  it('keeps a number or a word whole: 1.2 became 1.25, not 5 was added', () => {
    expect(partsOf('硬化1.2公里路面', '硬化1.25公里路面')).toEqual([
      { kind: 'same', text: '硬化' },
      { kind: 'gone', text: '1.2' },
      { kind: 'added', text: '1.25' },
      { kind: 'same', text: '公里路面' },
    ])
  })

  it('shows two long texts that share next to nothing as one gone and one added, soon', () => {
    const [before, after] = ['修路、', '挖塘；'].map((text, i) =>
      Array.from({ length: 800 }, (_, n) => `${text}${n * 2 + i}`).join(''),
    )
    const began = performance.now()
    expect(partsOf(before, after)).toEqual([
      { kind: 'gone', text: before },
      { kind: 'added', text: after },
    ])
    expect(performance.now() - began).toBeLessThan(1000)
  })
})
