import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apart, bandsOf, isLike } from '../../functions/files/likeness'

const look = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })
const hex = (bits: bigint) => bits.toString(16).padStart(16, '0')
/** Some of the 64 signs, to turn round. */
const signs = (many: number) => fc.uniqueArray(fc.nat(63), { minLength: many, maxLength: many })
const turned = (bits: bigint, which: readonly number[]) => which.reduce((left, n) => left ^ (1n << BigInt(n)), bits)

describe('two looks', () => {
  it.each([0, 1, 7, 8, 64])('that differ in %i signs are that far apart, alike up to 7', (many) => {
    fc.assert(
      fc.property(look, signs(many), (bits, which) => {
        const [one, other] = [hex(bits), hex(turned(bits, which))]
        expect([apart(one, other), apart(other, one), isLike(one, other)]).toEqual([many, many, many <= 7])
      }),
    )
  })

  it('share a band wherever they differ in five signs, and wherever all that differ lie in fewer than six bands', () => {
    const shared = (one: bigint, other: bigint) => bandsOf(hex(one)).some((band) => bandsOf(hex(other)).includes(band))
    fc.assert(fc.property(look, signs(5), (bits, which) => shared(bits, turned(bits, which))))
    // one sign of each band
    expect(shared(0n, turned(0n, [0, 1, 2, 3, 4, 5]))).toBe(false)
  })

  it('are found under six bands, each by its own name', () => {
    expect(bandsOf('0000000000000000')).toEqual(['0#0', '1#0', '2#0', '3#0', '4#0', '5#0'])
    expect(bandsOf('ffffffffffffffff')).toEqual(['0#7ff', '1#7ff', '2#7ff', '3#7ff', '4#3ff', '5#3ff'])
  })
})
