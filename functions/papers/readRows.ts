import { type Cell, type SheetKind, type SheetRow, sheetKinds } from '@shared/sheetKinds'
import type { Header, Place, PlaceKey } from './findHeader'
import { plainText, type ReadCell, readCategory, readCell } from './readCell'
import { readMargins } from './readMargins'
import { ageOf, readComingOfAge, readRosterCell } from './readRosterCell'
import { cellName, type Value } from './workbook'

/** A row as it was read. `no` is its number in the file; `cells` where each column stands; `says` what can't be taken, by column. */
export type ReadRow = {
  no: number
  row: SheetRow
  cells: ReadonlyMap<string, string>
  says: ReadonlyMap<string, string>
}

const total =
  /^(收入|支出|收支|本[月期季年日页]|当[月期年]|全年|累计|本年)?(收入|支出)?(合计|小计|总计|累计|共计)(数|金额)?:?$/
const pageTurn = /^(过次页|承前页|转下页|接上页)$/
const example = /^(例|示例|样例)(:|$)/
const signature =
  /^(制表|填表|编制|审核|复核|会计|出纳|报账员|经办|负责人|村(党)?支?书记|村主任|主任|社长|村监委|监督|理财小组|盖章|公示|公开|备注|注|说明)[^:]{0,8}:/

/** Every row of a list under its header, less totals, blanks, repeated headings, balances and signatures. */
export const readRows = (header: Header, kind: SheetKind, year: string | undefined): readonly ReadRow[] => {
  const labels = new Set(sheetKinds[kind].columns.flatMap((c) => [c.label, ...(c.aliases ?? [])]))
  return header.grid.rows.slice(header.firstRow).flatMap((values, i) => {
    const texts = values.map((v) => plainText(v).replace(/\s/g, ''))
    const filled = texts.filter(Boolean)
    const isUnworked = values.some((v) => typeof v === 'object' && 'unworked' in v)
    if (!filled.length && !isUnworked) return []
    if (filled.some((t) => example.test(t)) || filled.every((t) => labels.has(t))) return []
    if (isAside(filled, texts, header)) return []
    return [readRow(values, header.firstRow + i, header, kind, year)]
  })
}

/** Whether a row is no row of the list: a total, a balance, a turned page, or who signed below. */
const isAside = (filled: readonly string[], texts: readonly string[], { places }: Header): boolean => {
  const at = (key: string) => texts[places.get(key)?.at ?? -1]
  // what has a day and a voucher of its own is an entry, whatever it is for
  if (at('voucher') && (at('on') || at('month'))) return false
  if (filled.some((t) => total.test(t) || pageTurn.test(t))) return true
  if (filled.some((t) => readMargins.isLabel(t))) return true
  return filled.some((t) => signature.test(t))
}

const readRow = (
  values: readonly Value[],
  index: number,
  { places, times }: Header,
  kind: SheetKind,
  year: string | undefined,
): ReadRow => {
  const row: Record<string, Cell> = {}
  const cells = new Map<string, string>()
  const says = new Map<string, string>()
  const scale = (place: Place | undefined) => Math.max(times, place?.times ?? 1)
  const put = (key: string, at: number, read: ReadCell) => {
    cells.set(key, cellName(index, at))
    if ('says' in read) says.set(key, read.says)
    else if (read.value !== undefined) row[key] = read.value
  }
  const two =
    kind === 'statement' && !(places.has('direction') && places.has('amount')) && readTwo(values, places, scale)
  if (two) {
    put('direction', two.at, { value: two.direction })
    put('amount', two.at, two.read)
  }
  for (const column of sheetKinds[kind].columns) {
    const place = places.get(column.key)
    const [born, years] = [places.get('born'), ageOf(column.key)]
    if (born && years !== undefined && !(place && plainText(values[place.at]))) {
      put(column.key, born.at, readComingOfAge(values[born.at], years))
      continue
    }
    if (column.key === 'on' && !place) put('on', places.get('month')!.at, readMonthAndDay(values, places, year))
    if (!place || (two && ['direction', 'amount'].includes(column.key))) continue
    const value = values[place.at]
    const isCategory = kind === 'statement' && column.key === 'category'
    const isFormula = typeof value === 'object' && 'unworked' in value
    const read =
      kind === 'roster' ? readRosterCell(column, value) : readCell(column, value, { year, times: scale(place) })
    put(column.key, place.at, isCategory && !isFormula ? readCategory(value, row.direction) : read)
  }
  return { no: index + 1, row, cells, says }
}

type Two = { at: number; direction?: 'in' | 'out'; read: ReadCell }

/** Income and expense in two columns: the one that is filled says which it is. Nought counts as not filled. */
const readTwo = (
  values: readonly Value[],
  places: ReadonlyMap<PlaceKey, Place>,
  scale: (place: Place | undefined) => number,
): Two => {
  const side = (key: 'income' | 'expense', label: string) => {
    const place = places.get(key)
    const read = place ? readCell({ key, label, kind: 'money' }, values[place.at], { times: scale(place) }) : {}
    return { at: place?.at ?? -1, read, isFilled: 'says' in read || Boolean(read.value) }
  }
  const [income, expense] = [side('income', '收入'), side('expense', '支出')]
  if (income.isFilled && expense.isFilled)
    return { at: income.at, read: { says: '同一行又写了收入又写了支出，请分成两行，一笔一行。' } }
  if (income.isFilled) return { at: income.at, direction: 'in', read: income.read }
  if (expense.isFilled) return { at: expense.at, direction: 'out', read: expense.read }
  return { at: Math.max(income.at, 0) || expense.at, read: { says: '收入和支出都没有写，请在其中一列填上金额。' } }
}

const readMonthAndDay = (
  values: readonly Value[],
  places: ReadonlyMap<PlaceKey, Place>,
  year: string | undefined,
): ReadCell => {
  const [month, day] = ['month', 'dayOfMonth'].map((k) => plainText(values[places.get(k)!.at]))
  return readCell({ key: 'on', label: '日期', kind: 'day' }, month || day ? `${month}月${day}日` : undefined, { year })
}
