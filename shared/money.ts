/** Amounts are integer fen. */

const grouped = (n: number) => String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ',')

/** 12846000 → `128,460.00` */
export const yuan = (fen: number): string => {
  const abs = Math.abs(fen)
  return `${fen < 0 ? '-' : ''}${grouped(Math.floor(abs / 100))}.${String(abs % 100).padStart(2, '0')}`
}

/** 12846000 → `12.85`, for summaries in 万 only */
export const wan = (fen: number): string => (Math.round(fen / 10_000) / 100).toFixed(2)

/** What people type, in yuan, to fen. Undefined when it isn't an amount with at most two decimals. */
export const fenOf = (typed: string): number | undefined => {
  const plain = typed
    .replace(/[,，\s元¥￥]/g, '')
    .replace(/[０-９．]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
  const match = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(plain)
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : undefined
}
