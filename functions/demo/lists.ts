import { monthsOf } from '@shared/period'
import type { SheetKind, SheetRow } from '@shared/sheetKinds'
import type { Sheet } from '@shared/sheets'
import { sumsOf } from './accounts'
import { lot } from './days'
import { assetsHeld, helped, owing, resourcesHeld, worked } from './words/listed'
import { personOf } from './words/names'

const groups = ['一组', '二组', '三组', '四组', '五组', '六组', '七组', '八组']
const many = (n: number) => Array.from({ length: n }, (_, i) => i)

type Of = { village: string; period: string; today: string }

const person = (village: string, nth: number) => ({ name: personOf(village, nth), group: groups[nth % 8] })

/** A grant by heads or by mu: whole yuan. */
const granted = (
  village: string,
  [from, count]: readonly [number, number],
  what: (nth: number) => string,
  yuan: (nth: number) => number,
): readonly SheetRow[] =>
  many(count).map((i) => ({
    ...person(village, from + i),
    ...{ people: 1 + lot(`${from + i}${village}`, 4), what: what(i), amount: yuan(i) * 100 },
  }))

const care = ({ village, period }: Of): readonly SheetRow[] => {
  const key = `${village}${period}`
  const rows = granted(
    village,
    [10, 6 + lot(key, 4)],
    (i) => helped[i % helped.length],
    (i) => [1_860, 600, 2_240, 500][i % 4] + 10 * lot(`${i}${key}`, 20),
  )
  return [...rows, { ...person(village, 21), people: 1, what: '临时救助', amount: 120_000, minor: 'yes' }]
}

const relief = ({ village, period }: Of) =>
  granted(
    village,
    [24, 5 + lot(`${village}${period}`, 5)],
    () => '台风受灾户补助',
    (i) => 800 + 100 * lot(`${i}relief${village}${period}`, 12),
  )

const farming = ({ village, period }: Of) =>
  granted(
    village,
    [36, 12 + lot(`${village}${period}`, 6)],
    () => '耕地地力保护补贴',
    (i) => 110 * (2 + lot(`${i}field${village}`, 6)),
  )

const dayRate = 12_000
const half = dayRate / 2

/** The days that were paid in the quarter's accounts, by whom they were worked. */
const workdays = ({ village, period, today }: Of): readonly SheetRow[] => {
  const [first, last] = monthsOf(period)
  const year = period.slice(0, 4)
  const months = many(12)
    .map((m) => `${year}-${String(m + 1).padStart(2, '0')}`)
    .filter((m) => first !== undefined && first <= m && m <= last)
  const paid = months
    .flatMap((m) => sumsOf(village, m, today))
    .filter((s) => s.flow.category === '误工补贴')
    .reduce((a, s) => a + s.amount, 0)
  // what isn't whole half days was a night watch at another rate
  const watch = paid % half === 0 ? 0 : 10_000
  const halves = (paid - watch) / half
  const workers = 5 + lot(`${village}${period}`, 3)
  const rows = many(workers).map((i) => {
    const share = Math.floor(halves / workers) + (i < halves % workers ? 1 : 0)
    const name = personOf(village, 60 + i)
    const what = worked[(i + lot(village, 6)) % worked.length]
    return { name, what, people: share / 2, rate: dayRate, amount: share * half }
  })
  return watch
    ? [...rows, { name: personOf(village, 70), what: '夜间看守', people: 1, rate: watch, amount: watch }]
    : rows
}

const assets = ({ village }: Of): readonly SheetRow[] =>
  assetsHeld
    .filter(([name], i) => i < 4 || lot(`${village}${name}`, 4) > 0)
    .map(([name, quantity, unit, cost, value, use], i) => ({
      ...{ name, code: `资-${String(i + 1).padStart(2, '0')}`, quantity, unit },
      ...{ cost: cost * 100, value: value * 100, use },
    }))

const resources = ({ village, period }: Of): readonly SheetRow[] =>
  resourcesHeld.map(([name, what, area, place, use, rent], i) => ({
    ...{ name, what, area, place, use },
    ...(rent && {
      party: personOf(village, 80 + i),
      until: `${Number(period) + 2 + i}-12-31`,
      rent: rent * 100,
    }),
  }))

/** From half-year to half-year one is paid, one is new, one is less; the rest stands. */
const debts = ({ village, period }: Of): readonly SheetRow[] => {
  const turn = Number(period.slice(0, 4)) * 2 + Number(period.slice(6))
  return owing
    .map(([direction, party, what, since, yuan], i) => ({
      ...{ direction, party: party ?? personOf(village, 90 + i), what, since },
      amount: (yuan - (i === 0 ? 1_000 * (turn % 4) : 0)) * 100,
    }))
    .filter((_, i) => i === 0 || i % 3 !== turn % 3)
}

const lists: Readonly<Record<string, (of: Of) => readonly SheetRow[]>> = {
  ...{ V03: workdays, V07: relief, V08: care, V09: farming },
  ...{ F04: assets, F05: resources, F06: debts },
}
const kinds: Readonly<Record<string, SheetKind>> = {
  ...{ V03: 'workdays', V07: 'recipients', V08: 'recipients', V09: 'recipients' },
  ...{ F04: 'assets', F05: 'resources', F06: 'debts' },
}

/** The list that goes with an item, if one does, and the words that its text takes from it. */
export const listOf = (code: string, of: Of): { sheet?: Sheet; told: Readonly<Record<string, string>> } => {
  const rows = lists[code]?.(of)
  if (!rows) return { told: {} }
  const kind = kinds[code]
  const money = kind === 'assets' ? 'cost' : kind === 'resources' ? 'rent' : 'amount'
  const sum = (of: readonly SheetRow[]) =>
    String(of.reduce((a, r) => a + ((r[money] as number | undefined) ?? 0), 0) / 100)
  const going = (direction: string) => sum(rows.filter((r) => r.direction === direction))
  return {
    sheet: { kind, period: of.period, rows },
    told: { many: String(rows.length), sum: sum(rows), owed: going('owedToUs'), owes: going('owedByUs') },
  }
}
