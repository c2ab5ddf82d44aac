import { findPersonalData, maskPersonalData } from '@shared/personalData'
import { describe, expect, it } from 'vitest'
import { cardNumber, chanceOf, fullWidth, idNumber, mobileNumber, oldIdNumber } from './chance'

/** Texts put together from whole and broken pieces, with whatever stands between. */
const jumbles = (seed: number, count: number) => {
  const c = chanceOf(seed)
  const pieces: readonly (() => string)[] = [
    ...[() => idNumber(c), () => oldIdNumber(c), () => cardNumber(c, '6228', 19), () => mobileNumber(c)],
    ...[
      () => `0574-657${c.digits(5)}`,
      () => 'a.b@163.com',
      () => '患肝癌',
      () => '二级残疾',
      () => '住东溪村3组12号301室',
    ],
    ...[() => fullWidth(idNumber(c)), () => idNumber(c).slice(0, c.from(5, 17)), () => c.digits(c.from(1, 20))],
    ...[
      () => '东溪村',
      () => '3组',
      () => '12号',
      () => '5幢',
      () => '金海小区',
      () => '室',
      () => '电话',
      () => '卡号',
    ],
    ...[() => '*', () => '****', () => 'X', () => '〔已遮住〕', () => '编号', () => '元', () => '😀', () => '村委会'],
  ]
  const gaps = ['', '', ' ', '-', '　', '，', '\n', '\t', '.', '、', '\u200b', '/', '(']
  return Array.from({ length: count }, () =>
    Array.from({ length: c.from(1, 12) }, () => c.pick(pieces)() + c.pick(gaps)).join(''),
  )
}

describe('whatever the text', () => {
  const texts = jumbles(7, 3000)

  it('a find is the text at its place, and no two lie over each other', () => {
    for (const text of texts) {
      let last = 0
      for (const found of findPersonalData(text)) {
        expect(text.slice(found.from, found.to)).toBe(found.text)
        expect(found.to).toBeGreaterThan(found.from)
        expect(found.from).toBeGreaterThanOrEqual(last)
        last = found.to
      }
    }
  })

  it('nothing is found in a masked text, and masking it again changes nothing', () => {
    for (const text of texts) {
      const masked = maskPersonalData(text)
      expect(findPersonalData(masked)).toEqual([])
      expect(maskPersonalData(masked)).toBe(masked)
    }
  })

  it('a text in which nothing is found stays as it is', () => {
    const clean = texts.filter((text) => findPersonalData(text).length === 0)
    expect(clean.length).toBeGreaterThan(200)
    for (const text of clean) expect(maskPersonalData(text)).toBe(text)
  })

  it('what is found in a text is found beside another line too', () => {
    for (const text of texts.slice(0, 500)) {
      const alone = findPersonalData(text).map((found) => found.text)
      const beside = findPersonalData(`路灯已修好。\t\n${text}\t\n路灯已修好。`).map((found) => found.text)
      expect(beside).toEqual(alone)
    }
  })
})

describe('time grows with the text, not faster', () => {
  const hostile = [
    '1',
    '1 ',
    '1-',
    '13812345678 ',
    '33022519680512123',
    '5号',
    '住',
    '住东',
    '家住a',
    'a@',
    '@',
    'a.',
    '0574-',
    '残疾',
    '癌',
  ]
  const more = [
    '肝',
    '一',
    '1\u200b',
    '东溪村',
    '62284804',
    '(0',
    '5-',
    '电话',
    'A1',
    '患',
    '三级',
    '12号3',
    '1幢1',
    '\n1',
  ]
  const spent = (text: string) => {
    const start = performance.now()
    maskPersonalData(text)
    return performance.now() - start
  }

  it.each([...hostile, ...more])('100 KB of “%s”', (piece) => {
    // A rule that looked at every pair of places would need minutes for this.
    expect(spent(piece.repeat(Math.ceil(100_000 / piece.length)))).toBeLessThan(4000)
  })
})
