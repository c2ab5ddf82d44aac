/**
 * How light a picture is, in equal squares from its upper left corner, `columns` to a line, each 0 (black) to 255. `across` and
 * `down` say how many squares the picture itself fills: the last of a line may stand over its edge. `way`: which way up it is
 * shown, 1 (as it lies) to 8, as a camera notes it.
 */
export type Gray = { across: number; down: number; columns: number; light: Float32Array; way: number }

/** Upright and in so many squares a side, whatever its shape was. */
export function squared({ across, down, columns, light, way }: Gray, side: number): Float32Array {
  const [xs, ys] = [shares(across, side), shares(down, side)]
  const squares = new Float32Array(side * side)
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      let sum = 0
      for (const [row, high] of ys[y]!)
        for (const [column, wide] of xs[x]!) sum += light[row * columns + column]! * high * wide
      squares[placeOf(x, y, side, way)] = sum
    }
  return squares
}

/** Which squares each of `side` equal parts of a length takes in, and how much each of them counts. */
const shares = (length: number, side: number): readonly (readonly [square: number, share: number])[][] =>
  Array.from({ length: side }, (_, n) => {
    const [from, until] = [(n * length) / side, ((n + 1) * length) / side]
    const first = Math.floor(from)
    return Array.from({ length: Math.ceil(until) - first }, (_, i) => {
      const within = Math.min(until, first + i + 1) - Math.max(from, first + i)
      // a hair beyond the last square is an error of rounding
      return [Math.min(first + i, Math.ceil(length) - 1), within / (until - from)] as const
    })
  })

/** Where what lies at x, y stands when the picture is shown. */
const placeOf = (x: number, y: number, side: number, way: number): number => {
  const across = [2, 3, 7, 8].includes(way) ? side - 1 - x : x
  const down = [3, 4, 6, 7].includes(way) ? side - 1 - y : y
  return way > 4 ? across * side + down : down * side + across
}
