import { monthsOf } from '@shared/period'
import { sheetKinds } from '@shared/sheetKinds'
import { maxRows, rowProblems, type Sheet, sheetProblems } from '@shared/sheets'
import { written } from '../store/sheetStore'
import { sumProblem, totalOf } from '../sums'
import { findHeader, type Header, neededBy } from './findHeader'
import { type BadRow, type Imported, type ImportJob, PaperRefused } from './jobs'
import { plainText } from './readCell'
import { readMargins } from './readMargins'
import { isDocumentLabel } from './readRosterCell'
import { type ReadRow, readRows } from './readRows'
import { readWorkbook } from './workbook'

const listed = 200
const previewed = 20
const ofPeople: readonly Sheet['kind'][] = ['roster', 'roll']

/**
 * Reads a workbook as village accountants keep it. Rows whose number is in `drop` are left out; of the others each that can't be
 * taken is named with its cell and what to do. Throws `PaperRefused` where no list can be found.
 */
export const importRows = async (job: ImportJob): Promise<Imported> => {
  const { kind, period, drop = [] } = job
  const header = headerOf(findHeader(await readWorkbook(job.bytes, { visible: true }), kind), kind)
  if (ofPeople.includes(kind)) refuseDocuments(header)
  const all = readRows(header, kind, monthsOf(period ?? '')[0]?.slice(0, 4) ?? yearIn(header))
  if (!all.length) throw new PaperRefused('表头下面没有写内容。请一行写一笔，再传一次（模板里标“例”的那行不算）。')
  const read = all.filter((r) => !drop.includes(r.no))
  if (!read.length) throw new PaperRefused('每一行都去掉了，没有可以存的。请改好表格再传，或者少去掉几行。')
  if (read.length > maxRows) throw new PaperRefused(`最多${maxRows}行，这里有${read.length}行。请分成几份，一期一份。`)
  const inFile = kind === 'statement' ? readMargins.balances(header.grid, header.times) : {}
  const [opening, closing] = [job.opening ?? inFile.opening, job.closing ?? inFile.closing]
  const sheet: Sheet = { kind, rows: read.map((r) => r.row), period, opening, closing }
  const problems = problemsIn(read, sheet)
  return {
    ...(!problems.length && { sheet: written(sheet) }),
    ...{ count: read.length, preview: sheet.rows.slice(0, previewed), opening, closing },
    ...{ income: totalOf(sheet, 'in'), expense: totalOf(sheet, 'out'), problems: problems.slice(0, listed) },
    more: Math.max(0, problems.length - listed),
    dropped: all.map((r) => r.no).filter((no) => drop.includes(no)),
  }
}

const headerOf = (found: ReturnType<typeof findHeader>, kind: Sheet['kind']): Header => {
  if (!('short' in found)) return found
  const needed = neededBy(kind).join('、')
  const two = kind === 'statement' ? '（收支和金额也可以分成“收入”“支出”两列）' : ''
  const lacks = found.in && `“${found.in}”这张表还缺${found.short.map((s) => `“${s}”`).join('')}。`
  throw new PaperRefused(
    `没有找到${sheetKinds[kind].title}的表头。${lacks ?? ''}表头这一行要有：${needed}${two}。请下载模板照着填，或者补上缺的列再传。`,
  )
}

/** Numbers of documents aren't wanted, not even to be left out: whoever keeps the list takes the column away. */
const refuseDocuments = ({ grid, firstRow }: Header): void => {
  const labels = grid.rows
    .slice(Math.max(0, firstRow - 2), firstRow)
    .flatMap((row) => row.map((v) => plainText(v).replace(/\s/g, '')))
  const found = labels.find(isDocumentLabel)
  if (found)
    throw new PaperRefused(
      `表里有“${found}”一列，名册不收证件号码，这次什么都没有存。请在Excel里把这一列整列删掉，另存以后再传。`,
    )
}

/** The year that stands over the rows, for days that are written without one. */
const yearIn = ({ grid, firstRow }: Header): string | undefined =>
  grid.rows
    .slice(0, firstRow)
    .flatMap((row) =>
      row.map((v) => (typeof v === 'string' ? /(20\d{2})\s*年/.exec(v.normalize('NFKC'))?.[1] : undefined)),
    )
    .find((y) => y !== undefined)

/** What is wrong, in the order of the file: what can't be read, then what the list's own rules say of what was read. */
const problemsIn = (read: readonly ReadRow[], sheet: Sheet): readonly BadRow[] => {
  const named = (r: ReadRow, field: string, says: string): BadRow => {
    const cell = r.cells.get(field)
    return { row: r.no, ...(cell && { cell }), field, says }
  }
  const ofRows = read.flatMap((r) => [
    ...[...r.says].map(([field, says]) => named(r, field, says)),
    ...rowProblems(sheet.kind, r.row)
      .filter(({ field }) => !r.says.has(field) && !followsFrom(field, r))
      .map(({ field, says }) => named(r, field, says)),
  ])
  const ofList = sheetProblems(sheet).map((p) =>
    named(
      read[p.row - 1],
      p.field,
      p.says.replace(/第(\d+)[笔行]/, (_, n) => `在第${read[Number(n) - 1].no}行`),
    ),
  )
  const problems = [...ofRows, ...ofList].sort((a, b) => a.row - b.row)
  const sums = problems.length ? undefined : sumProblem(sheet)
  return sums ? [sums] : problems
}

/** While nobody knows whether it is income or spending, that is said once, and nothing of the category that depends on it. */
const followsFrom = (field: string, { row, says }: ReadRow): boolean =>
  !('direction' in row) && (field === 'direction' ? says.has('amount') : field === 'category' && 'category' in row)
