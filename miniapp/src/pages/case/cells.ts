import { yuan } from '@shared/money'
import { periodWords } from '@shared/period'
import type { RowsView, SheetView } from '@shared/schemas/views'
import { monthDay } from '../../words'

export type Columns = RowsView['columns']
export type Cells = Readonly<Record<string, string | number>>

/** A cell as people read it; undefined when nothing stands in it. */
export function cellWords({ kind, options }: Columns[number], value: string | number | undefined): string | undefined {
  if (value === undefined || value === '') return undefined
  if (kind === 'money' && typeof value === 'number') return `${yuan(value)}元`
  if (kind === 'day') return `${value}`.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')
  if (kind === 'choice') return options?.find((o) => o.value === value)?.label ?? `${value}`
  return `${value}`
}

// What a row is called by, best first; the sum that stands at its right.
const names: Partial<Record<SheetView['kind'], readonly string[]>> = {
  debts: ['party', 'what'],
  sealUses: ['document'],
}
const sums: Partial<Record<SheetView['kind'], string>> = { assets: 'cost', resources: 'rent' }

export type RowWords = { title: string; sum?: string; rest: { term: string; words: string }[] }

/** A row of any list: what it is called, its main sum, and the other columns that say something. */
export function rowWords(kind: SheetView['kind'], columns: Columns, cells: Cells): RowWords {
  const filled = columns.flatMap((column) => {
    const words = cellWords(column, cells[column.key])
    return words === undefined ? [] : [{ key: column.key, term: column.label, words }]
  })
  const called = (names[kind] ?? ['name', 'what']).find((key) => filled.some((f) => f.key === key))
  const main = sums[kind] ?? 'amount'
  return {
    title: filled.find((f) => f.key === called)?.words ?? filled[0]?.words ?? '',
    sum: filled.find((f) => f.key === main)?.words,
    rest: filled.filter((f) => f.key !== called && f.key !== main).map(({ term, words }) => ({ term, words })),
  }
}

/** The sums under a list: 金额合计 12,000.00元. */
export const totalsOf = ({ count, sums }: SheetView, columns: Columns): { term: string; words: string }[] => [
  { term: '一共', words: `${count}条` },
  ...columns
    .filter(({ kind, key }) => kind === 'money' && key !== 'rate' && sums[key] !== undefined)
    .map(({ key, label }) => ({ term: `${label}合计`, words: `${yuan(sums[key])}元` })),
]

/** How the sums of a statement are called: 上月结余, 本季收入, 年底结余, 期末结余. */
export const unitOf = (period = ''): '月' | '季' | '期' | '年' =>
  /Q/.test(period) ? '季' : /H/.test(period) ? '期' : /^\d{4}$/.test(period) ? '年' : '月'

/** 5月3日 · 凭证 记-12 · 张** : the small line of an entry of a statement. */
export const entryLine = ({ on, voucher, party }: Cells, period?: string): string =>
  [
    typeof on === 'string' && monthDay(on, period?.slice(0, 4) ? `${period.slice(0, 4)}-01-01` : on),
    voucher && `凭证${voucher}`,
    party,
  ]
    .filter(Boolean)
    .join(' · ')

/** What a statement says, a sentence at a time: the sums, then where money came from and went, largest first. */
export function sheetSentences(sheet: SheetView): string[] {
  const { kind, title, period, opening, closing, income, expense, categories } = sheet
  if (kind !== 'statement') return [`${title}，一共${sheet.count}条。`, ...(sheet.totalsOnly ? [sheet.totalsOnly] : [])]
  const unit = unitOf(period)
  const say = (name: string, fen?: number) => (fen === undefined ? [] : [`${name}${yuan(fen)}元`])
  const of = (direction: 'in' | 'out') =>
    categories.filter((c) => c.direction === direction).map(({ category, fen }) => `${category}${yuan(fen)}元`)
  const list = (words: string, items: readonly string[]) => (items.length ? [`${words}${items.join('，')}。`] : [])
  const sums = [
    ...say(`上${unit}结余`, opening),
    ...say(`本${unit}收入`, income),
    ...say(`本${unit}支出`, expense),
    ...say(unit === '期' ? '期末结余' : `${unit}底结余`, closing),
  ]
  return [
    `${period ? `${periodWords(period)}的账：` : ''}${sums.join('，')}。`,
    ...list('钱从哪里来：', of('in')),
    ...list('钱花到哪里：', of('out')),
    ...(sheet.otherIsMuch ? ['支出里“其他”超过了一成，可以请村里说明。'] : []),
  ]
}
