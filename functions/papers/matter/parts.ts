import { html } from 'hono/html'
import type { Markup } from '../print/frame'

/** A part of the form under its title, kept on one page where it isn't longer than one. */
export const partOf = (title: string, body: Markup, isLong = false): Markup =>
  html`<section class="part${isLong ? ' long' : ''}"><h2>${title}</h2>${body}</section>`

/** A day or an amount stays on one line. */
const isShort = /^(\d{4}年\d+月\d+日|[-\d,.]+元)$/

/** A plain list: heads, lines, and empty lines for a hand where there are none. */
export const listOf = (
  heads: readonly string[],
  lines: readonly (readonly string[])[],
  { empty = 0, says = '' }: { empty?: number; says?: string } = {},
): Markup => {
  if (!lines.length && !empty) return html`<p class="none">${says}</p>`
  const blank = Array.from({ length: lines.length ? 0 : empty }, () => heads.map(() => ''))
  return html`<table class="form rows"><thead><tr>${heads.map((h) => html`<th scope="col">${h}</th>`)}</tr></thead><tbody>${[...lines, ...blank].map((line) => html`<tr>${line.map((cell) => html`<td class="${isShort.test(cell) ? 'short' : 'pre'}">${cell}</td>`)}</tr>`)}</tbody></table>`
}
