import { harmless } from '../papers/harmless'

type Cell = string | number | null

const quoted = (value: Cell): string => {
  const text = typeof value === 'string' ? harmless(value) : String(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const lineOf = (cells: readonly Cell[]): string => `${cells.map(quoted).join(',')}\r\n`

const chunk = 16 * 1024

/**
 * Lines of a table as they are read, each a field by its name, under their titles in Chinese; with the mark by which Excel
 * knows UTF-8. What a spreadsheet might take for a formula is text. Words in place of a row are a line of their own.
 */
export const csvOf = <K extends string>(
  fields: Readonly<Record<K, { title: string; unit: string; values?: Record<string, string> }>>,
  rows: AsyncIterable<Readonly<Record<K, Cell>> | string>,
): ReadableStream<Uint8Array> => {
  const keys = Object.keys(fields) as K[]
  const titleOf = (key: K) => (fields[key].unit.startsWith('分') ? `${fields[key].title}（分）` : fields[key].title)
  const cellOf = (key: K, value: Cell): Cell => fields[key].values?.[String(value)] ?? value
  const written = async function* () {
    let text = `\ufeff${lineOf(keys.map(titleOf))}`
    for await (const row of rows) {
      const cells = keys.map((key, i) => (typeof row !== 'string' ? cellOf(key, row[key]) : i === 0 ? row : null))
      text += lineOf(cells)
      if (text.length > chunk) {
        yield text
        text = ''
      }
    }
    yield text
  }
  const lines = written()
  const bytes = new TextEncoder()
  return new ReadableStream({
    async pull(to) {
      const { value, done } = await lines.next()
      if (done) to.close()
      else to.enqueue(bytes.encode(value))
    },
    cancel: () => void lines.return(undefined),
  })
}
