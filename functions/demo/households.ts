/** Groups in every village. */
const groups = 8

/** Households are numbered through a village, and go round its groups. */
export const groupOf = (household: number): number => 1 + (household % groups)

/** What a village calls a household: its group and its number there. */
export const householdCode = (household: number): string =>
  `${groupOf(household)}-${String(household).padStart(3, '0')}`

/** Number on the roster of the nth grown or growing person of a household, counted from 0. */
export const memberNo = (household: number, nth: number): string => `${householdCode(household)}-${nth + 1}`

/** Where those live whom somebody may sign in as, by the first part of their id: each the first of a household. */
export const homes: Readonly<Record<string, number>> = {
  ...{ secretary: 1, director: 2, clerk: 3, supervisor: 4, keeper: 5, collective: 6, collectiveSupervisor: 7 },
  ...{ representative: 17, villager: 18, neighbour: 19 },
}

/** The last household that one of them lives in. */
export const lastHome = Math.max(...Object.values(homes))
