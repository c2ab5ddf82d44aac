import type { CatalogueItem } from '@shared/catalogue'
import { monthsOf, periodName } from '@shared/period'
import type { Option } from '@shared/schemas/fields'

type Kind = 'month' | 'quarter' | 'half' | 'year'

const many: Readonly<Record<Kind, number>> = { month: 14, quarter: 6, half: 4, year: 4 }
const months: Readonly<Record<Kind, number>> = { month: 1, quarter: 3, half: 6, year: 12 }
const nameOf = (kind: Kind, year: number, part: number): string =>
  ({
    month: `${year}-${String(part).padStart(2, '0')}`,
    quarter: `${year}-Q${part}`,
    half: `${year}-H${part}`,
    year: `${year}`,
  })[kind]

/** What stands on the wheel: 2026年5月, 2026年2季度（4—6月）, 2026年上半年, 2026年. */
export const periodOption = (value: string): Option => {
  const [from = '', until = ''] = /Q/.test(value) ? monthsOf(value) : []
  return { value, label: `${periodName(value)}${from && `（${+from.slice(5)}—${+until.slice(5)}月）`}` }
}

/** What the sum of a statement is of: a season, or a month. */
export const ledgerPeriod = (period = ''): '月' | '季' => (period.includes('Q') ? '季' : '月')

/** The kinds of period in which an item may be disclosed; where much money moves a village goes from quarters to months. */
const kindsOf = ({ every }: CatalogueItem): readonly Kind[] =>
  every === undefined ? [] : every === 'busy' ? ['quarter', 'month'] : [every]

/** The periods of an item that may be disclosed on that day, latest first, in words. */
export const periodsOf = (item: CatalogueItem, today: string): readonly Option[] => {
  const now = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1
  return kindsOf(item).flatMap((kind) => {
    const first = Math.floor(now / months[kind]) + (item.ahead ? 1 : 0)
    return Array.from({ length: many[kind] }, (_, i) => {
      const at = first - i
      const parts = 12 / months[kind]
      return periodOption(nameOf(kind, Math.floor(at / parts), (at % parts) + 1))
    })
  })
}
