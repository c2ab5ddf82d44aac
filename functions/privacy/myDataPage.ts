import { privateDays } from '@shared/retention'
import type { MyData } from './myData'

const escaped = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)

/** The first page of someone's data: what is in it, in plain words, and what they can do about it. */
export const myDataPage = ({ texts, files, left }: MyData, name: string, on: string): string => {
  const many = (part: unknown) => (Array.isArray(part) ? `${part.length}条` : '')
  const parts = Object.entries(texts).map(
    ([title, part]) => `<h2>${title} ${many(part)}</h2><pre>${escaped(JSON.stringify(part, undefined, 2))}</pre>`,
  )
  const taken = [...files.keys()].map(
    (file) => `<li><a href="文件/${encodeURIComponent(file)}">${escaped(file)}</a></li>`,
  )
  const large = left.map((file) => `<li>${escaped(file)}（太大，没有放进来，请从那件事里打开）</li>`)
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>我的数据</title>
<style>body{font:18px/1.6 sans-serif;margin:2em auto;max-width:50em;padding:0 1em}pre{white-space:pre-wrap}</style>
<h1>${escaped(name)}的数据</h1><p>${on}导出。这里是我们存着的、和您有关的全部内容，别人的不在里面。每一部分另有一个同名的文件（json），方便别的程序读。</p>
<h2>您可以做的</h2><ul>
<li>自己说的事还没办完：打开那件事，点“补充”，把不对的写清楚。</li>
<li>名字、手机号写错了：到“投诉建议”里选“改、看、删我的个人信息”。</li>
<li>全部不要了：在“我的账号”里注销。只给办事的人看的事，不注销也会在办结${privateDays / 365}年以后删掉您写的内容。</li>
</ul>${parts.join('\n')}<h2>传过的照片、录音和文件 ${files.size + left.length}个</h2><ul>${[...taken, ...large].join('')}</ul></html>`
}
