import type { Called } from './roll'

export type Household = { household: string; members: readonly Called[] }
export type Group = { group: number; members: readonly Called[] }

const gathered = <T, K>(all: readonly T[], by: (one: T) => K): [K, T[]][] => {
  const found = new Map<K, T[]>()
  for (const one of all) {
    const known = found.get(by(one))
    if (known) known.push(one)
    else found.set(by(one), [one])
  }
  return [...found]
}

/** Those who are called, by 组, in the order in which they came. */
export const byGroup = (called: readonly Called[]): readonly Group[] =>
  gathered(called, (c) => c.group).map(([group, members]) => ({ group, members }))

/** The same of one group, by 户. */
export const byHousehold = (members: readonly Called[]): readonly Household[] =>
  gathered(members, (c) => c.household).map(([household, of]) => ({ household, members: of }))

/** Whoever's name, number or household has these letters in it. */
export const matching = (called: readonly Called[], typed: string): readonly Called[] => {
  const q = typed.trim()
  return q ? called.filter(({ name, no, household }) => [name, no, household].some((words) => words.includes(q))) : []
}

/** A short roll is one list; a long one opens group by group. */
export const isShort = (called: readonly Called[]): boolean => called.length <= 60
