import { fenOf, wan, yuan } from '@shared/money'
import fc from 'fast-check'
import { expect, it } from 'vitest'

it.each([
  [0, '0.00'],
  [5, '0.05'],
  [-5, '-0.05'],
  [100, '1.00'],
  [99_999, '999.99'],
  [100_000, '1,000.00'],
  [12_846_000, '128,460.00'],
  [-1_234_567_890, '-12,345,678.90'],
])('%i fen reads %s yuan', (fen, reads) => expect(yuan(fen)).toBe(reads))

it.each([
  [12_846_000, '12.85'],
  [1_000_000, '1.00'],
  [4_999, '0.00'],
  [5_000, '0.01'],
])('%i fen reads %s 万', (fen, reads) => expect(wan(fen)).toBe(reads))

it.each([
  ['128460', 12_846_000],
  ['128,460.5', 12_846_050],
  ['128，460.05元', 12_846_005],
  ['￥１２．３４', 1_234],
  [' 0.1 ', 10],
  ['9999999999.99', 999_999_999_999],
])('“%s” typed is %i fen', (typed, fen) => expect(fenOf(typed)).toBe(fen))

it.each(['', '元', '1.234', '1.', '.5', '-1', '1e3', '12345678901', 'abc', '1.2.3'])(
  '“%s” typed is no amount',
  (typed) => expect(fenOf(typed)).toBeUndefined(),
)

it('what is shown can be typed again, to the fen', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (fen) => fenOf(yuan(fen)) === fen))
})
