import { addDays } from './engine/deadline'

/** Periods are written 2026-05, 2026-Q2, 2026-H1 or 2026; `@2026-05-03` stands for what happened on a day. */

/** The first and the last month of a period, YYYY-MM; undefined if it isn't one. */
export const monthsOf = (period: string): readonly [string, string] | readonly [undefined, undefined] => {
  const match = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/.exec(period)
  if (!match) return [undefined, undefined]
  const [, year, month, quarter, half] = match
  const of = (m: number) => `${year}-${String(m).padStart(2, '0')}`
  if (month) return [of(+month), of(+month)]
  if (quarter) return [of(+quarter * 3 - 2), of(+quarter * 3)]
  if (half) return [of(+half * 6 - 5), of(+half * 6)]
  return [of(1), of(12)]
}

/** Whether a day lies in a period. */
export const dayIsIn = (day: string, period: string): boolean => {
  const [from, until] = monthsOf(period)
  const month = day.slice(0, 7)
  return from !== undefined && month >= from && month <= until
}

/** The kind of period that is written so. */
export const kindOf = (period: string): 'month' | 'quarter' | 'half' | 'year' | undefined =>
  monthsOf(period)[0] === undefined
    ? undefined
    : /Q/.test(period)
      ? 'quarter'
      : /H/.test(period)
        ? 'half'
        : period.length === 4
          ? 'year'
          : 'month'

/** 2026-05 → 5月, 2026-Q2 → 2季度, 2026-H1 → 上半年, 2026 → 2026年 */
export const periodWords = (period: string): string => {
  const [year, part] = period.split('-')
  if (!part) return `${year}年`
  if (part.startsWith('H')) return part === 'H1' ? '上半年' : '下半年'
  return part.startsWith('Q') ? `${part.slice(1)}季度` : `${+part}月`
}

/** The same with its year: 2026年5月; of what happened on a day that day: 2026年5月3日. */
export const periodName = (period: string): string => {
  if (period.startsWith('@')) return `${+period.slice(1, 5)}年${+period.slice(6, 8)}月${+period.slice(9)}日`
  return period.includes('-') ? `${period.slice(0, 4)}年${periodWords(period)}` : periodWords(period)
}

/** The month or quarter that a day lies in: 2026-06, 2026-Q2. */
export const periodOf = (kind: 'month' | 'quarter', day: string): string =>
  kind === 'month' ? day.slice(0, 7) : `${day.slice(0, 4)}-Q${Math.ceil(+day.slice(5, 7) / 3)}`

/** The one before. */
export const periodBefore = (period: string): string => {
  const [first] = monthsOf(period)
  return periodOf(period.includes('Q') ? 'quarter' : 'month', addDays(`${first}-01`, -1))
}
