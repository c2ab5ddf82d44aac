import { type SheetKind, sheetKinds } from '@shared/sheetKinds'
import { isEmptyRow, type TypedRow } from './typedSheet'

/** Lists whose rows the system knows already: bills that are booked, seals that were put on paper. */
export type DrawnKind = 'statement' | 'sealUses'
export const isDrawn = (kind: SheetKind): kind is DrawnKind => kind === 'statement' || kind === 'sealUses'

/** How taking them over is called, and what it is called that there are none. */
export const drawnWords: Readonly<Record<DrawnKind, { take: string; none: string }>> = {
  statement: { take: '从已入账的单据取', none: '这个时期没有已经入账的单据，请从Excel导入或者一笔一笔记。' },
  sealUses: { take: '从用章台账取', none: '这个时期台账里没有用过章。真的没有，就勾上“这一期没有”。' },
}

const said = (row: TypedRow, key: string) => String(row[key] ?? '').trim()
const agree = (a: TypedRow, b: TypedRow, keys: readonly string[]) => keys.every((key) => said(a, key) === said(b, key))

// A row that was typed without the number of its application is known by its day and document.
const isSame = (kind: DrawnKind, a: TypedRow, b: TypedRow): boolean => {
  const [first, ...others] = sheetKinds[kind].same
  const known = kind === 'statement' ? 'voucher' : first
  if (said(a, known) && said(b, known)) return agree(a, b, kind === 'statement' ? sheetKinds.statement.same : [first])
  return kind === 'sealUses' && agree(a, b, others)
}

/** The rows that were typed with those that are drawn up behind them; a voucher or a stamping that stands there isn't added again. */
export const withDrawn = (
  kind: DrawnKind,
  typed: readonly TypedRow[],
  drawn: readonly TypedRow[],
): { rows: readonly TypedRow[]; added: number } => {
  const kept = typed.filter((row) => !isEmptyRow(row))
  const fresh = drawn.filter((row) => !kept.some((one) => isSame(kind, one, row)))
  return { rows: [...kept, ...fresh], added: fresh.length }
}

/** What has come of it, in one sentence: from how many cases, and how many rows stood there already. */
export const takenWords = (kind: DrawnKind, drawn: number, added: number, cases: number): string => {
  if (drawn === 0) return drawnWords[kind].none
  const from = kind === 'statement' ? `${cases}件财务审核` : `${cases}件用章申请`
  const already = drawn - added
  if (added === 0) return `${from}里的${drawn}行都已经在上面了，没有再加。`
  return `从${from}取来${added}行${already > 0 ? `，另外${already}行已经有了` : ''}。请核对。`
}
