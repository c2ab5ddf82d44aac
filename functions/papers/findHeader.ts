import { type Column, type SheetKind, sheetKinds } from '@shared/sheetKinds'
import { plainText } from './readCell'
import { ageOf, bornLabels } from './readRosterCell'
import type { Grid, Value } from './workbook'

/** Where a column stands, and how many yuan a unit of its money is. */
export type Place = { at: number; times: number }
/** Income and expense in columns of their own stand for 收支 and 金额; month and day in two for 日期; the birthday for the days of age. */
export type PlaceKey = 'income' | 'expense' | 'balance' | 'month' | 'dayOfMonth' | 'born' | (string & {})
export type Header = { grid: Grid; firstRow: number; places: ReadonlyMap<PlaceKey, Place>; times: number }

const inStatements: Readonly<Record<string, readonly string[]>> = {
  income: ['收入', '收入金额', '本期收入', '收方', '收方金额', '借', '借方', '借方金额'],
  expense: ['支出', '支出金额', '本期支出', '付方', '付方金额', '贷', '贷方', '贷方金额'],
  balance: ['余额', '结余', '结存', '结余金额'],
  month: ['月'],
  dayOfMonth: ['日'],
}
/** Columns that stand for others, by the list that has them. */
const more: Partial<Record<SheetKind, Readonly<Record<string, readonly string[]>>>> = {
  statement: inStatements,
  roster: { born: bornLabels },
}

const bare = (label: string): string =>
  plainText(label)
    .replace(/\s/g, '')
    .replace(/[:*]/g, '')
    .replace(/\((单位)?(人民币)?万?元(\/年)?\)$/, '')
const isWan = (label: string): boolean => /万元/.test(plainText(label))

const spellings = ({ label, aliases = [] }: Column): readonly string[] => [label, ...aliases].map(bare)

const searched = 40

/**
 * The first sheet that has all the columns that a list needs, in one row or in two (金额 over 收入 and 支出); where there is
 * none, what the best one is short of, in labels.
 */
export const findHeader = (
  grids: readonly Grid[],
  kind: SheetKind,
): Header | { short: readonly string[]; in?: string } => {
  let best: { short: readonly string[]; in?: string } = { short: neededBy(kind) }
  for (const grid of grids)
    for (const [i, row] of grid.rows.slice(0, searched).entries()) {
      const below = grid.rows[i + 1] ?? []
      for (const [labels, height] of [
        [row, 1],
        [under(row, below), 2],
      ] as const) {
        const places = placesOf(labels, kind)
        const short = shortOf(places, kind)
        if (!short.length) {
          const isInWan = grid.rows
            .slice(0, i)
            .some((r) => r.some((v) => /单位:?万元/.test(plainText(v).replace(/\s/g, ''))))
          return { grid, firstRow: i + height, places, times: isInWan ? 10_000 : 1 }
        }
        if (short.length < best.short.length) best = { short, in: grid.name }
      }
    }
  return best
}

/** Of two rows of labels the lower one, where it says something. */
const under = (row: readonly Value[], below: readonly Value[]): readonly Value[] =>
  Array.from({ length: Math.max(row.length, below.length) }, (_, i) => (plainText(below[i]) ? below[i] : row[i]))

const placesOf = (labels: readonly Value[], kind: SheetKind): ReadonlyMap<PlaceKey, Place> => {
  const wanted: (readonly [PlaceKey, readonly string[]])[] = [
    ...sheetKinds[kind].columns.map((c) => [c.key, spellings(c)] as const),
    ...Object.entries(more[kind] ?? {}),
  ]
  const written = labels.map((v) => (typeof v === 'string' ? v : ''))
  const bares = written.map(bare)
  const taken = new Set<number>()
  const places = new Map<PlaceKey, Place>()
  // what is called by its own name comes before what is called by another, however they are ordered
  const deepest = Math.max(...wanted.map(([, names]) => names.length))
  for (let n = 0; n < deepest; n++)
    for (const [key, names] of wanted) {
      const at = names[n] && !places.has(key) ? bares.findIndex((b, i) => b === names[n] && !taken.has(i)) : -1
      if (at < 0) continue
      taken.add(at)
      places.set(key, { at, times: isWan(written[at]) ? 10_000 : 1 })
    }
  return places
}

const isThere = (places: ReadonlyMap<PlaceKey, Place>, key: string): boolean =>
  places.has(key) ||
  (key === 'on' && places.has('month') && places.has('dayOfMonth')) ||
  (ageOf(key) !== undefined && places.has('born')) ||
  (['direction', 'amount'].includes(key) && (places.has('income') || places.has('expense')))

const shortOf = (places: ReadonlyMap<PlaceKey, Place>, kind: SheetKind): readonly string[] =>
  sheetKinds[kind].columns.filter((c) => !c.optional && !isThere(places, c.key)).map((c) => c.label)

/** The labels that a list can't do without. */
export const neededBy = (kind: SheetKind): readonly string[] =>
  sheetKinds[kind].columns.filter((c) => !c.optional).map((c) => c.label)
