import { yuan } from '@shared/money'
import { type Column, type SheetKind, sheetKinds } from '@shared/sheetKinds'
import { html } from 'hono/html'
import type { Cells } from '../../views/rowMask'
import type { List } from './paper'
import { cellWords } from './paperWords'

/** A column of paper: its head, what stands in a row, what stands under it all. */
type Printed = {
  head: string
  kind: 'no' | 'text' | 'money' | 'short'
  cell: (row: Cells, no: number) => Lines
  sum?: string
}
type Lines = readonly (string | undefined)[]

/** The rows as a table whose head comes again on every page. */
export const listTable = (kind: SheetKind, list: List, wide: boolean) => {
  const columns = kind === 'statement' ? statementColumns(list, wide) : plainColumns(list)
  const hasSums = columns.some((c) => c.sum)
  return html`<table class="list ${kind}">
<thead><tr>${columns.map((c) => html`<th class="${c.kind}" scope="col">${c.head}</th>`)}</tr></thead>
<tbody>${list.rows.map((row, i) => html`<tr>${columns.map((c) => html`<td class="${c.kind}">${linesOf(c.cell(row, i + 1))}</td>`)}</tr>`)}
${hasSums ? html`<tr class="sum">${columns.map((c, i) => html`<td class="${c.kind}">${c.sum ?? (i === 0 ? '合计' : '')}</td>`)}</tr>` : ''}</tbody></table>`
}

const linesOf = (lines: Lines) =>
  lines.filter(Boolean).map((line, i) => (i === 0 ? line : html`<br><small>${line}</small>`))

const no: Printed = { head: '序', kind: 'no', cell: (_, n) => [String(n)] }

const plainColumns = ({ columns, rows }: List): readonly Printed[] => [
  no,
  ...columns
    .filter((c) => c.key !== 'minor' && rows.some((r) => r[c.key] !== undefined))
    .map((column): Printed => {
      const isMoney = column.kind === 'money'
      const kind = isMoney || column.kind === 'number' ? 'money' : column.kind === 'day' ? 'short' : 'text'
      const isSummed = isMoney && column.key !== 'rate'
      return {
        ...{ head: isMoney ? `${column.label}（元）` : column.label, kind },
        cell: (row) => [cellWords(column, row[column.key])],
        ...(isSummed && { sum: yuan(total(rows, column.key)) }),
      }
    }),
]

/** 收入 and 支出 stand beside each other as in a ledger; a narrow page puts what belongs together under each other. */
const statementColumns = ({ columns, rows }: List, wide: boolean): readonly Printed[] => {
  const has = (key: string) => columns.some((c) => c.key === key) && rows.some((r) => r[key] !== undefined)
  const text = (key: string, kind: Printed['kind'] = 'text'): Printed => ({
    ...{ head: label(key), kind },
    cell: (row) => [asText(row[key])],
  })
  const money = (direction: 'in' | 'out', head: string): Printed => {
    const mine = rows.filter((r) => r.direction === direction)
    return {
      ...{ head, kind: 'money', sum: yuan(total(mine, 'amount')) },
      cell: (row) => [row.direction === direction ? yuan(Number(row.amount)) : undefined],
    }
  }
  const sums = [money('in', '收入（元）'), money('out', '支出（元）')]
  const party = has('party') ? [text('party')] : []
  const consent = ['approvers', 'decision'].filter(has)
  if (wide)
    return [
      no,
      text('on', 'short'),
      text('voucher', 'short'),
      text('category'),
      text('purpose'),
      ...party,
      ...sums,
      ...consent.map((key) => text(key)),
    ]
  return [
    no,
    { head: '日期、凭证', kind: 'short', cell: (row) => [asText(row.on), asText(row.voucher)] },
    { head: '用途', kind: 'text', cell: (row) => [asText(row.purpose), asText(row.category)] },
    ...party,
    ...sums,
    ...(consent.length
      ? [{ head: '审批、决议', kind: 'text', cell: (row) => consent.map((key) => asText(row[key])) } satisfies Printed]
      : []),
  ]
}

const label = (key: string) => sheetKinds.statement.columns.find((c: Column) => c.key === key)?.label ?? key
const asText = (value: string | number | undefined) => (value === undefined ? undefined : String(value))
const total = (rows: readonly Cells[], key: string) => rows.reduce((sum, row) => sum + Number(row[key] ?? 0), 0)
