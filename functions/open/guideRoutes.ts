import { html, raw } from 'hono/html'
import { keptHeaders, readingPage } from '../http/headers'
import type { Route } from '../http/serve'
import { today } from '../world'
import { fieldGuide } from './fieldGuide'
import { guideAddress, licence } from './licence'
import { keptSeconds } from './tables'

const css =
  'body{font:17px/1.6 sans-serif;max-width:860px;margin:0 auto;padding:24px;background:#F6F2E9;color:#1F1B16}h2{font-size:20px;margin:32px 0 8px}div{overflow-x:auto}table{border-collapse:collapse;background:#FFFDF8;width:100%}th,td{border:1px solid #DDD3C2;padding:8px;text-align:left;vertical-align:top}th{white-space:nowrap}'

const page =
  () => html`${raw('<!doctype html>')}<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>开放数据字段说明</title><style>${raw(css)}</style></head>
<body><h1>开放数据字段说明</h1>
<p>不用登录就能取。许可：<a href="${licence.licenceAddress}">${licence.licence}</a>。给程序读的在 <a href="${guideAddress}.json">${guideAddress}.json</a>。</p>
${fieldGuide.map(
  ({ title, addresses, fields }) => html`<h2>${title}</h2><p>${addresses.map((a) => html`<code>${a}</code> `)}</p>
<div><table><thead><tr><th scope="col">字段</th><th scope="col">中文</th><th scope="col">类型</th><th scope="col">单位</th><th scope="col">从哪里来</th></tr></thead><tbody>${fields.map(
    (f) =>
      html`<tr><th scope="row"><code>${f.name}</code></th><td>${f.title}</td><td>${f.type}</td><td>${f.unit}</td><td>${f.source}${Object.entries(
        f.values ?? {},
      ).map(([value, says]) => html`<br><code>${value}</code> ${says}`)}</td></tr>`,
  )}</tbody></table></div>`,
)}</body></html>`

/** 字段说明: what each field of the open data is, for programs and to read. */
export const guideRoutes: Route = (call, house, app) => {
  call('openGuide', async () => ({
    ...{ ...licence, on: today(house) },
    sets: fieldGuide.map((set) => ({ ...set, addresses: [...set.addresses], fields: [...set.fields] })),
  }))
  app.get(guideAddress, (c) => c.html(page(), 200, { ...keptHeaders(keptSeconds), ...readingPage }))
}
