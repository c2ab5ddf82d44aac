import type { HeatGroup, HeatVillage } from '../../components/heat'

// A cell that begins like a formula would be run by the spreadsheet that opens it.
const safe = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

const cell = (value: string | number): string => {
  if (typeof value === 'number') return String(value)
  const text = safe(value)
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}

/** A table as spreadsheets in China open it: UTF-8 with its mark, CRLF. */
export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

/** What the matrix shows, two columns a step: 逾期 and 在办. */
export const matrixRows = (
  groups: readonly HeatGroup[],
  villages: readonly HeatVillage[],
): readonly (readonly (string | number)[])[] => {
  const columns = groups.flatMap(({ title, steps }) =>
    steps.map((step) => ({ id: step.id, title: `${title}·${step.title}` })),
  )
  return [
    ['村', '逾期合计', '在办合计', ...columns.flatMap(({ title }) => [`${title} 逾期`, `${title} 在办`])],
    ...villages.map((village) => [
      ...[village.name, village.late, village.all],
      ...columns.flatMap(({ id }) => [village.cells[id]?.late ?? 0, village.cells[id]?.all ?? 0]),
    ]),
  ]
}
