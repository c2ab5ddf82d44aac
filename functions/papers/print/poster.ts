import { yuan } from '@shared/money'
import { html } from 'hono/html'
import { posterCss } from './css'
import { documentOf, foot, head, type Markup } from './frame'
import type { Paper } from './paper'
import { kinds, ledger } from './sums'

const kindsShown = 6

/** One A4 sheet for the wall, in letters that are read from a metre and a half away; the rest is behind the QR code. */
export const poster = (paper: Paper) => {
  const { view } = paper
  const { sheet } = view
  const length = [...view.title].length
  const level = length > 30 ? 'longest' : length > 14 ? 'long' : ''
  const isStatement = sheet?.kind === 'statement'
  return documentOf(
    view.title,
    posterCss,
    html`<div class="a4">${head(paper, level, isStatement ? '单位：元' : '')}
${isStatement ? account(paper) : words(paper)}
${foot(paper, { says: isStatement ? '扫一扫，看每一笔' : '扫一扫，看全部内容', sign: false })}</div>`,
  )
}

const account = ({ view }: Paper): Markup => {
  const sheet = view.sheet!
  const room =
    kindsShown -
    Math.min(
      kindsShown,
      Math.max(...(['in', 'out'] as const).map((d) => sheet.categories.filter((c) => c.direction === d).length)),
    )
  const { summary } = view.fields
  return html`${ledger(sheet)}${kinds(sheet, kindsShown)}${
    room > 0 && typeof summary === 'string'
      ? html`<div class="after"><div class="words">${clamped(summary, 1 + room, '')}</div></div>`
      : ''
  }`
}

const words = ({ view }: Paper): Markup => {
  const { summary, body } = view.fields
  const { sheet } = view
  const both = typeof summary === 'string' && typeof body === 'string'
  return html`<div class="words">
${typeof summary === 'string' ? html`<section>${clamped(summary, both ? 6 : 13, '')}</section>` : ''}
${sheet ? html`<section><h2>${sheet.title}</h2><p>一共${sheet.count}条${sheet.sums.amount ? `，合计 ${yuan(sheet.sums.amount)} 元` : ''}。</p></section>` : ''}
${typeof body === 'string' ? html`<section>${both ? html`<h2>内容</h2>` : ''}${clamped(body, both ? 8 : 14, 'text')}</section>` : ''}
${summary === undefined && body === undefined ? course(view.log) : ''}</div>`
}

const clamped = (text: string, lines: number, kind: string) =>
  html`<p class="${kind}" style="-webkit-line-clamp:${lines}">${text}</p>`

/** A decision hangs with what the meetings counted. */
const course = (log: Paper['view']['log']): Markup => {
  const counted = log.filter((e) => e.counted && !e.aside)
  return html`${counted.slice(-3).map((e) => html`<section><h2>${e.title}</h2>${clamped((e.counted ?? []).join('\n'), 4, 'text')}</section>`)}`
}
