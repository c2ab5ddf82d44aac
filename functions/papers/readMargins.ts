import { plainText, readMoney } from './readCell'
import type { Grid, Value } from './workbook'

const opening = /^(上[期月季年]|期初|月初|季初|年初)(累计)?(结余|余额|结存|结转|转入)(数|金额)?$/
const closing = /^(期末|月末|季末|年末|本[期月季年](期末|月末|末)?)(累计)?(结余|余额|结存)(数|金额)?$/

const split = (text: string): readonly [label: string, rest: string] => {
  const [, label, rest] = /^([^\d:¥][^\d:¥(-]*)(?:[:(¥]?([¥\d(-].*)|[:(¥])?$/.exec(text.replace(/\s/g, '')) ?? []
  return [(label ?? text).replace(/:$/, ''), rest ?? '']
}

const isLabel = (text: string): boolean => {
  const [label] = split(text)
  return opening.test(label) || closing.test(label)
}

/** The balances that stand before, among or below the rows of a statement, beside their label or in one cell with it. Fen. */
const balances = (grid: Grid, times: number): { opening?: number; closing?: number } => {
  const found: { opening?: number; closing?: number } = {}
  for (const row of grid.rows)
    for (const [i, value] of row.entries()) {
      const [label, rest] = split(plainText(value))
      const which = opening.test(label) ? 'opening' : closing.test(label) ? 'closing' : undefined
      if (!which) continue
      const fen = rest ? fenOf(rest, times) : besides(row, i, times)
      // an opening is the first that is said, a closing the last
      if (fen !== undefined && (which === 'closing' || found.opening === undefined)) found[which] = fen
    }
  return found
}

const besides = (row: readonly Value[], at: number, times: number): number | undefined => {
  // the balance column stands last: what is nearest to the right edge is the balance, not the turnover
  const right = row.slice(at + 1).map((v) => fenOf(v, times))
  return (
    right.find((v) => v !== undefined) ??
    row
      .slice(0, at)
      .map((v) => fenOf(v, times))
      .findLast((v) => v !== undefined)
  )
}

const fenOf = (value: Value, times: number): number | undefined => {
  const read = typeof value === 'object' ? {} : readMoney(value, '结余', times)
  return 'value' in read ? (read.value as number | undefined) : undefined
}

export const readMargins = { isLabel, balances }
