/**
 * A column. `name` is a person's or an organisation's name, `money` whole fen, `number` a number with at most two decimals,
 * `day` YYYY-MM-DD. `aliases` are other headings that village accountants write over it.
 */
export type Column = {
  key: string
  label: string
  kind: 'text' | 'name' | 'money' | 'number' | 'day' | 'choice'
  options?: readonly { value: string; label: string }[]
  optional?: true
  /** may stay empty in a row that has this value there */
  optionalWhere?: { key: string; is: Cell }
  /** for the office alone */
  office?: true
  max?: number
  aliases?: readonly string[]
}

export type Cell = string | number
export type SheetRow = Readonly<Record<string, Cell | undefined>>

/** What a list is called, its columns, and what makes two rows the same thing when it is held against the last. */
export type SheetShape = { title: string; columns: readonly Column[]; same: readonly string[] }

export const text = (key: string, label: string, more: Partial<Column> = {}): Column => ({
  ...{ key, label, kind: 'text', max: 60, ...more },
})
export const optional = { optional: true } as const
export const yesNo = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
]
