import { yuan } from '@shared/money'
import type { SheetView } from '@shared/schemas/views'
import { html } from 'hono/html'
import { spanOf } from './paperWords'

/** 上月结余 ＋ 本月收入 － 本月支出 ＝ 月底结余, as a sum that can be checked. */
export const ledger = ({ opening, income, expense, closing, period }: SheetView) => {
  const { last, now, end } = spanOf(period)
  const cells = [
    ...(opening === undefined ? [] : [[`${last}结余`, opening] as const]),
    [`＋ ${now}收入`, income] as const,
    [`－ ${now}支出`, expense] as const,
  ]
  return html`<dl class="led">${cells.map(([name, fen]) => html`<div><dt>${name}</dt><dd>${yuan(fen)}</dd></div>`)}</dl>
${closing === undefined ? '' : html`<dl class="big"><dt>${end}结余</dt><dd>${yuan(closing)}<small>元</small></dd></dl>`}`
}

// lines, not a gradient: cheap printers and old viewers leave patterns out
const hatching = Array.from({ length: 140 }, (_, i) => `M${i * 6 - 12} 12l12-12`).join('')
const hatch = html`<svg width="0" height="0" style="position:absolute"><path id="hatch" d="${hatching}" stroke="#333" stroke-width="2.4"/></svg>`
const hatched = html`<svg width="100%" height="100%"><use href="#hatch"/></svg>`

/** Where money came from and went, on one scale: the largest single kind is the full width. `most` kinds a side, the rest as one. */
export const kinds = (sheet: SheetView, most: number) => {
  const scale = Math.max(1, ...sheet.categories.map((c) => c.fen))
  const side = (direction: 'in' | 'out', title: string, sum: number) => {
    const mine = sheet.categories
      .filter((c) => c.direction === direction)
      .map((c) => ({ name: c.category, fen: c.fen }))
    return html`<section><h2>${title}<b>${yuan(sum)}</b></h2><ul class="${direction}">
${shortened(mine, most).map(
  ({ name, fen }) =>
    html`<li><span>${name}</span><b>${yuan(fen)}</b><i class="bar"><i style="width:${Math.min(100, (fen / scale) * 100).toFixed(1)}%">${direction === 'out' ? hatched : ''}</i></i></li>`,
)}</ul></section>`
  }
  return html`${hatch}<div class="t2">${side('in', '钱从哪里来', sheet.income)}${side('out', '钱花到哪里', sheet.expense)}</div>`
}

type Kind = { name: string; fen: number }

const shortened = (all: readonly Kind[], most: number): readonly Kind[] => {
  if (all.length <= most) return all
  const rest = all.slice(most - 1)
  return [...all.slice(0, most - 1), { name: `另外${rest.length}项`, fen: rest.reduce((sum, { fen }) => sum + fen, 0) }]
}
