type KeyEvent = { key?: string; preventDefault?: () => void; currentTarget?: Grid }
type Grid = {
  querySelectorAll?: (of: string) => ArrayLike<{ focus?: () => void }>
  ownerDocument?: { activeElement?: unknown }
}

/** Props of a table of pressable cells, so many across: arrow keys move from cell to cell and stop at the edges (web). */
export const arrowKeys = (cell: string, across: number) => ({
  onKeyDown: (event: unknown) => walk(event as KeyEvent, cell, across),
})

function walk(event: KeyEvent, cell: string, across: number) {
  const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -across, ArrowDown: across }[event.key ?? '']
  const cells = by && event.currentTarget?.querySelectorAll?.(cell)
  if (!by || !cells) return
  event.preventDefault?.()
  const at = Array.from(cells).indexOf(event.currentTarget?.ownerDocument?.activeElement as (typeof cells)[number])
  const isSideways = Math.abs(by) === 1
  if (at < 0 || (isSideways && Math.floor(at / across) !== Math.floor((at + by) / across))) return
  cells[at + by]?.focus?.()
}
