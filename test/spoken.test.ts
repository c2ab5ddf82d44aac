import { spokenDay, spokenNumber, spokenPeriod, spokenPhone, spokenText, spokenYuan } from '@shared/spoken'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

/** Reads a spoken number back, by a way of its own. */
const heard = (said: string): number => {
  const units: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }
  const under = (part: string): number => {
    let total = 0
    let digit = 0
    for (const c of part) {
      if (c in units) {
        total += (digit || 1) * units[c]
        digit = 0
      } else digit = '零一二三四五六七八九'.indexOf(c === '两' ? '二' : c)
    }
    return total + digit
  }
  const [, yi, rest] = /^(?:(.*)亿)?(.*)$/.exec(said)!
  const wan = (part: string) => {
    const [, many, ones] = /^(?:(.*)万)?(.*)$/.exec(part)!
    return (many ? under(many) * 1e4 : 0) + under(ones)
  }
  return (yi ? wan(yi) * 1e8 : 0) + wan(rest)
}

describe('numbers as they are spoken', () => {
  it.each([
    [0, '零'],
    [2, '二'],
    [9, '九'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [99, '九十九'],
    [100, '一百'],
    [101, '一百零一'],
    [110, '一百一十'],
    [222, '二百二十二'],
    [1000, '一千'],
    [1001, '一千零一'],
    [1010, '一千零一十'],
    [1100, '一千一百'],
    [2000, '两千'],
    [2222, '两千二百二十二'],
    [9999, '九千九百九十九'],
    [10_000, '一万'],
    [10_005, '一万零五'],
    [10_010, '一万零一十'],
    [12_000, '一万两千'],
    [20_000, '两万'],
    [100_000, '十万'],
    [100_005, '十万零五'],
    [101_000, '十万一千'],
    [120_000, '十二万'],
    [412_093, '四十一万两千零九十三'],
    [1_020_304, '一百零二万零三百零四'],
    [10_000_000, '一千万'],
    [100_000_000, '一亿'],
    [200_000_000, '两亿'],
    [100_000_001, '一亿零一'],
    [100_100_000, '一亿零一十万'],
    [110_000_000, '一亿一千万'],
    [1_000_200_000_000, '一万零二亿'],
    [-15, '负十五'],
  ])('%i is %s', (n, said) => expect(spokenNumber(n)).toBe(said))

  it('can be read back, whatever the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (n) => {
        expect(heard(spokenNumber(n))).toBe(n)
      }),
      { numRuns: 2000 },
    )
  })

  it('takes no fractions', () => expect(() => spokenNumber(1.5)).toThrow(RangeError))
})

describe('money as it is spoken', () => {
  it.each([
    [0, '零元'],
    [1, '一分'],
    [2, '二分'],
    [10, '一角'],
    [27, '二角七分'],
    [100, '一元整'],
    [200, '两元整'],
    [305, '三元零五分'],
    [350, '三元五角'],
    [1000, '十元整'],
    [1_250, '十二元五角'],
    [20_000, '二百元整'],
    [200_000, '两千元整'],
    [8_000_000, '八万元整'],
    [41_209_327, '四十一万两千零九十三元二角七分'],
    [1_000_000_000_000, '一百亿元整'],
    [-305, '负三元零五分'],
  ])('%i fen are %s', (fen, said) => expect(spokenYuan(fen)).toBe(said))
})

describe('days, periods and telephone numbers as they are spoken', () => {
  it('reads a year digit by digit, month and day as numbers', () => {
    expect(spokenDay('2026-06-08')).toBe('二〇二六年六月八日')
    expect(spokenDay('2030-12-31')).toBe('二〇三〇年十二月三十一日')
    expect(spokenDay('2026-10-10')).toBe('二〇二六年十月十日')
  })
  it.each([
    ['2026-05', '二〇二六年五月'],
    ['2026-12', '二〇二六年十二月'],
    ['2026-Q2', '二〇二六年二季度'],
    ['2026-H1', '二〇二六年上半年'],
    ['2026-H2', '二〇二六年下半年'],
    ['2026', '二〇二六年'],
  ])('%s is %s', (period, said) => expect(spokenPeriod(period)).toBe(said))
  it('reads a telephone number in its groups, 幺 for 1', () =>
    expect(spokenPhone('0000-6012 0010')).toBe('零零零零，六零幺二，零零幺零'))
})

describe('plain words with figures in them', () => {
  it.each([
    ['2026年5月财务收支公开表', '二〇二六年五月财务收支公开表'],
    ['修路花了128,460.50元', '修路花了十二万八千四百六十元五角'],
    ['每户2元，共400元', '每户两元，共四百元'],
    ['预算48.6万元，第2批2万元', '预算四十八点六万元，第二批两万元'],
    ['同意47人，占92.2%', '同意四十七人，占百分之九十二点二'],
    ['6月10日上午8点30分', '六月十日上午八点三十分'],
    ['2026-06-08起', '二〇二六年六月八日起'],
    ['打电话0000-6012 0010', '打电话零零零零，六零幺二，零零幺零'],
    ['没有数字', '没有数字'],
  ])('%s → %s', (text, said) => expect(spokenText(text)).toBe(said))
  it('leaves no digit behind', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789,.-元万年月%路 '), maxLength: 30 }), (text) => {
        expect(spokenText(text)).not.toMatch(/\d/)
      }),
    )
  })
})
