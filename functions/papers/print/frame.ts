import { html, raw } from 'hono/html'
import type { Paper } from './paper'
import { boardNames, dayWords, displayWords } from './paperWords'
import { qr } from './qr'
import { seal4 } from './seal'

export type Markup = ReturnType<typeof html>

/** A whole document: everything in it, nothing fetched, no script. */
export const documentOf = (title: string, css: string, body: Markup) => html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>${raw(css)}</style></head>
<body>${body}</body></html>`

/** Whose board this hangs on, the number, 文武线, title and days. */
export const head = ({ view, townshipName, today }: Paper, level = '', unit = '') => {
  const board = view.shown ? boardNames[view.shown.on] : '公开栏'
  return html`<div class="k"><span>${townshipName}${view.villageName}　${board}</span><span>编号 ${view.number}</span></div><div class="wenwu"></div>
<h1 class="${level}">${view.title}</h1><p class="sub">${displayWords({ shown: view.shown, today })}${unit && `　　${unit}`}</p>`
}

/** QR code, whom to ask, the reviewers' marks; who published it when, and the code to check it by. */
export const foot = (
  { view, address, phone, reviews, code, line, checkpoint }: Paper,
  { says, sign }: { says: string; sign: boolean },
) => {
  const seals = reviews.flatMap(({ seal }) => (seal ? [seal] : [])).slice(0, 3)
  return html`<div class="foot">${qr(address)}<div><h3>${says}</h3><p>觉得不对，可以扫码提出来问，也可以到村委会来问，或打电话 ${phone}。${checkpoint ? `${checkpoint}。` : ''}</p></div>${seals.length ? html`<div class="seals">${seals.map(seal4)}</div>` : ''}</div>
<div class="end"><span>${view.villageName}村民委员会　${view.shown ? `${dayWords(view.shown.appOn)}公开` : '还没有公开'}</span><span>核验码${sign ? `（第${line}条记录）` : ''} <b class="code">${code}</b></span></div>`
}
