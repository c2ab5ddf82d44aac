/** Chance that can be had again: the same seed gives the same draws. */
export const random = (seed: number) => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number): number => Math.floor(next() * n)
  return {
    below,
    chance: (of: number): boolean => next() < of,
    pick: <T>(from: readonly T[]): T => from[below(from.length)]!,
  }
}

export type Random = ReturnType<typeof random>
