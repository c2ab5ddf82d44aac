import type { AccountsView } from '@shared/schemas/views'

export type AccountSums = AccountsView['accounts'][number]

const kindOf = (period: string) => (/Q/.test(period) ? 'Q' : /H/.test(period) ? 'H' : period.length === 4 ? 'Y' : 'M')
const most: Readonly<Record<string, number>> = { M: 12, Q: 8, H: 4, Y: 3 }

/** The periods before and with this one, of its kind, earliest first: twelve months, eight quarters. */
export const lately = (accounts: readonly AccountSums[], period: string): readonly AccountSums[] =>
  accounts
    .filter((a) => kindOf(a.period) === kindOf(period) && a.period <= period)
    .sort((a, b) => (a.period < b.period ? -1 : 1))
    .filter((a, i, all) => all[i + 1]?.period !== a.period)
    .slice(-most[kindOf(period)])

export type YearAgainst = {
  year: number
  /** 1月到5月: the periods that both years have */
  periods: readonly string[]
  income: { now: number; before: number }
  expense: { now: number; before: number }
}

/** This year up to the period against the same periods of last year; undefined where last year isn't there to hold against. */
export function yearAgainst(accounts: readonly AccountSums[], period: string): YearAgainst | undefined {
  const year = Number(period.slice(0, 4))
  const of = (p: string) => accounts.find((a) => a.period === p)
  const both = accounts
    .filter((a) => kindOf(a.period) === kindOf(period) && a.period.startsWith(`${year}`) && a.period <= period)
    .map((now) => ({ now, before: of(`${year - 1}${now.period.slice(4)}`) }))
    .filter((pair): pair is { now: AccountSums; before: AccountSums } => pair.before !== undefined)
    .sort((a, b) => (a.now.period < b.now.period ? -1 : 1))
    .filter((pair, i, all) => all[i + 1]?.now.period !== pair.now.period)
  if (both.length === 0) return undefined
  const sum = (of: (pair: (typeof both)[number]) => number) => both.reduce((total, pair) => total + of(pair), 0)
  return {
    year,
    periods: both.map((pair) => pair.now.period),
    income: { now: sum((p) => p.now.income), before: sum((p) => p.before.income) },
    expense: { now: sum((p) => p.now.expense), before: sum((p) => p.before.expense) },
  }
}
