import { createHash } from 'node:crypto'
import { sha256Hex } from '@shared/engine/chain'
import { fieldsOf } from '@shared/schemas/stepForms'
import { html, raw } from 'hono/html'
import type { House } from '../../stores'
import { formOfLine } from '../../views/readable'
import { pageCss } from '../print/css'
import type { Markup } from '../print/frame'
import { checkCode } from '../print/paper'
import { dayWords } from '../print/paperWords'
import { type Enclosed, enclosedIn, fileList, fileParts, roomForFiles } from './archiveFiles'
import { checkScript } from './checkScript'
import { logInWords } from './logInWords'
import { formCss } from './matterCss'
import type { MatterPaper } from './matterPaper'
import { recordBody } from './record'

/**
 * 存档: a matter as one file that asks for nothing from outside: the form, the log in words, the files, and the chain to be
 * checked. Kept among the files; returns its id. `room` in bytes for all files together.
 */
export const archive = async (house: House, paper: MatterPaper, name: string, room = roomForFiles): Promise<string> => {
  const files = await enclosedIn(house, paper.view.files, room)
  const words = String(wordsOf(paper, files))
  const chain = chainOf(paper, files, sha256Hex(plain(words)))
  // the same log read by the same eyes on the same day is kept once
  const id = `x${sha256Hex(chain)}`
  const parts = [
    String(headOf(paper)),
    `<main id="words">${words}</main><section class="part long" id="files">`,
    ...fileParts(files),
    // a closing tag inside what people wrote would end it
    `</section><script type="application/json" id="chain">${chain.replaceAll('<', '\\u003c')}</script>\n`,
    `<script>${checkScript}</script></body></html>`,
  ]
  await house.files.keep(
    { id, name, type: 'text/html; charset=utf-8' },
    Buffer.concat(parts.map((p) => Buffer.from(p))),
  )
  return id
}

const css = `${pageCss('A4')}${formCss}
#told{font-weight:700;margin-top:2mm}#told.good{color:#1c6b3c}#told.bad{color:#b3261e}
.check{border:2px solid #000;padding:4mm;margin-bottom:6mm}.check p{margin-top:1mm}
button{font:inherit;font-weight:700;padding:2mm 6mm;margin-top:2mm;border:1.5px solid #000;background:#fff;cursor:pointer}
.log li{border-top:.75px solid #000;padding:2mm 0;break-inside:avoid-page}.log dl{display:grid;grid-template-columns:9em 1fr;gap:0 3mm}.log dt{font-weight:700}
.hash{font:9pt ui-monospace,monospace;word-break:break-all}.files td:nth-child(2){white-space:normal}
figure{break-inside:avoid;margin-top:5mm}figure img{max-width:100%;max-height:230mm;border:.75px solid #000}
@media print{.check{display:none}}`

/** What may run and be shown: this one script by its hash, what stands in the file, nothing from outside. */
const policy = [
  "default-src 'none'",
  `script-src 'sha256-${createHash('sha256').update(checkScript).digest('base64')}'`,
  "style-src 'unsafe-inline'",
  'img-src data:',
  'media-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const headOf = ({ view }: MatterPaper): Markup => html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${raw(policy)}"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${view.number} ${view.title}</title><style>${raw(css)}</style></head>
<body><section class="check"><b>这份文件自己能核验</b>
<p>按下面的按钮，这台电脑会把每一条记录、每一项内容、页面上的字和附件重新算一遍，改过、删过、换过位置的会指出来。不用上网。</p>
<p>要知道的是：核验的程序就在这份文件里，它只能说明这份文件前后一致。有人把记录和程序一起换掉，它看不出来。要放心，请拿最后一条的核验码，和村里纸上的登记表、和明务里这件事的“核验一下”对一对。</p>
<button id="check" disabled>核验一下</button><p id="told" role="status">还没有核验。</p>
<noscript><p>这个浏览器不运行网页里的程序，不能在这里核验，内容照样能看。</p></noscript></section>`

/** All that people read here, as one piece: its hash is kept beside the chain. */
const wordsOf = ({ view, ...paper }: MatterPaper, files: readonly Enclosed[]): Markup => {
  const last = view.log[view.log.length - 1]
  return html`${recordBody({ view, ...paper })}
<section class="part"><h2>这份档案</h2><dl class="told"><dt>存档日期</dt><dd>${dayWords(paper.printedOn)}</dd><dt>存到</dt><dd>第${last.no}条记录</dd><dt>最后一条的核验码</dt><dd><b class="code">${checkCode(last.hash)}</b></dd><dt>全长</dt><dd class="hash">${last.hash}</dd>${paper.checkpoint ? html`<dt>总账</dt><dd>${paper.checkpoint}</dd>` : ''}<dt>附件</dt><dd>附件的SHA-256是存档这天照系统里的文件写下的。台账记的是哪几份附件，附件的内容不在每条记录的核验码里。</dd><dt>网上</dt><dd class="hash">${paper.address}</dd></dl></section>
${logInWords(view, paper.workflow)}${fileList(files)}`
}

const escapes: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
}

/** The words of markup without spaces, as a browser has them. */
const plain = (markup: string): string =>
  markup
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (e) => escapes[e])
    .replace(/[\s\0]/g, '')

/** The log as this reader has it, enough to work out every hash again, as JSON text. */
const chainOf = ({ view, workflow, printedOn }: MatterPaper, files: readonly Enclosed[], words: string): string => {
  const forms = new Set(view.log.map((e) => formOfLine(workflow, e)).filter((f) => f !== undefined))
  const labels = [...forms].flatMap((form) => fieldsOf(form).map(({ name, label }) => [name, label] as const))
  return JSON.stringify({
    ...{ about: '明务存档', number: view.number, title: view.title, village: view.villageName, madeOn: printedOn },
    ...{ workflow: view.workflow, workflowVersion: view.workflowVersion },
    ...{ lines: view.log.length, head: view.log.at(-1)!.hash, words, labels: Object.fromEntries(labels) },
    files: files.map(({ content, why, ...file }) => ({ ...file, kept: content !== undefined })),
    log: view.log.map(({ v, no, at, by, step, outcome, aside, effect, form, prev, hash, values, salts }) => ({
      ...{ v, no, at, by, step, outcome, aside, effect, form, prev, hash, values, salts },
    })),
  })
}
