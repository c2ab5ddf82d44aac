/** One village at one step: late of all that are in hand. */
export type Cell = { late: number; all: number }

/** Steps under one heading: 村民说事 has 说事 商议 办理 评价. `char` is the step's seal. */
export type HeatGroup = { title: string; steps: readonly { id: string; title: string; char: string }[] }

/** `cells` by step id; an absent one is empty. `late` and `all` are the village's sums. */
export type HeatVillage = {
  id: string
  name: string
  cells: Readonly<Record<string, Cell | undefined>>
  late: number
  all: number
}

/** 1 · 2–3 · 4–5 · 6 and more; 0 has no colour. */
export const heatLevel = (late: number): 0 | 1 | 2 | 3 | 4 =>
  late >= 6 ? 4 : late >= 4 ? 3 : late >= 2 ? 2 : late >= 1 ? 1 : 0

/** Columns of a row: a narrow one parts the groups. `edge` and `end` are what stands before and after. */
export const heatColumns = (groups: readonly HeatGroup[], edge = '', end = ''): string =>
  `grid-template-columns:${[edge, groups.map(({ steps }) => `repeat(${steps.length},minmax(0,1fr))`).join(' 8px '), end].filter(Boolean).join(' ')}`

/** Words for one cell: 逾期2件，在办5件. */
export const cellWords = ({ late, all }: Cell): string =>
  late ? `逾期${late}件，在办${all}件` : all ? `在办${all}件` : '没有事项'
