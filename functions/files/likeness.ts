/**
 * Up to so many of 64 signs apart, two pictures are taken to be one, saved again. Measured on 117 photos and screens: saved at
 * qualities of 60 to 95, at half and a quarter of the size, lighter and darker by a tenth, or as a chat sends it, more than 99
 * of 100 are 7 or fewer apart; cut by 2 % at one side 95, at all four 80, by 4 % at all four 26. Of the 6 786 pairs of different
 * ones, two of a pair of stereo cameras are 11 apart, and any of different things 14 or more; sheets of one printed form, filled
 * in and scanned flat, 8 or more. What a fixed camera takes twice may be taken to be one: a person looks, nothing is stopped.
 */
const most = 7

/**
 * Six bands of 10 or 11 of the signs. Two looks that differ in no more than five signs have a band in common; of those that
 * differ in seven, nineteen in twenty. Neighbouring signs lie in different bands, so that none is shared by every screen or sheet
 * of paper.
 */
const bands = 6

const bitsOf = (look: string): readonly number[] =>
  [...look].flatMap((hex) => [8, 4, 2, 1].map((bit) => (Number.parseInt(hex, 16) & bit ? 1 : 0)))

/** In how many of their signs two looks differ, 0 to 64. */
export const apart = (one: string, other: string): number => {
  const bits = bitsOf(other)
  return bitsOf(one).filter((bit, i) => bit !== bits[i]).length
}

/** Whether two looks are of what is likely one picture, saved again. */
export const isLike = (one: string, other: string): boolean => apart(one, other) <= most

/** Under which keys a look is found: what is like it shares one of them. */
export const bandsOf = (look: string): readonly string[] => {
  const bits = bitsOf(look)
  return Array.from({ length: bands }, (_, band) => {
    const ofBand = bits.filter((_, i) => i % bands === band)
    return `${band}#${Number.parseInt(ofBand.join(''), 2).toString(16)}`
  })
}
