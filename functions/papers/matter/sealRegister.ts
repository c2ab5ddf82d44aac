import { type Refusal, refuse } from '@shared/engine/refusal'
import { html } from 'hono/html'
import { may, type Reader } from '../../scope'
import type { VillageAt } from '../../store/placeStore'
import type { House } from '../../stores'
import { sealRegisterView } from '../../views/sealRegisterView'
import { today } from '../../world'
import { pageCss } from '../print/css'
import { documentOf, type Markup } from '../print/frame'
import { dayWords, shortDay } from '../print/paperWords'
import type { SealsAsked } from '../print/printToken'
import { formCss } from './matterCss'

/** Why this reader gets no register of a village's seals, in words; undefined where they do. */
export const whyNoRegister = (at: VillageAt | undefined, { person, today }: Reader): Refusal | undefined => {
  if (!at) return refuse('notFound', '没有这个村，请从村名列表里选。')
  return may(person, 'printSealRegister', at, today)
    ? undefined
    : refuse('notInScope', '用章台账由村干部和镇里打印。在手机上看，本村村民都可以。')
}

/** 用章台账 of a month, across an A4 sheet: what was stamped with which seal, by which decision, and room for the keeper's name. */
export const sealRegister = async (
  house: House,
  { seals: village, month, person: by }: SealsAsked,
): Promise<Markup | Refusal> => {
  const reader: Reader = { today: today(house), person: await house.stores.people.get(by) }
  const at = await house.stores.places.village(village)
  const no = whyNoRegister(at, reader)
  if (no || !at) return no ?? refuse('notFound')
  const { rows } = await sealRegisterView(house, village, month, reader)
  const [year, of] = month.split('-')
  const title = `${year}年${Number(of)}月用章台账`
  const heads = ['序', '哪天', '编号', '什么章', '哪类文件', '文件名称', '份数', '谁要用', '按哪个决议', '保管人签字']
  return documentOf(
    `${at.village.name}${title}`,
    css,
    html`<div class="k"><span>${at.township.name}${at.village.name}</span><span>${dayWords(reader.today)}打印</span></div><div class="wenwu"></div>
<h1>${title}</h1><p class="sub">${rows.length ? `共${rows.length}次，${rows.reduce((sum, r) => sum + r.copies, 0)}份` : '这个月没有用过章'}</p>
<table class="form rows"><thead><tr>${heads.map((h) => html`<th scope="col">${h}</th>`)}</tr></thead><tbody>
${rows.map(
  (r, i) =>
    html`<tr><td>${i + 1}</td><td class="short">${shortDay(r.on)}</td><td class="short">${r.number}</td><td>${r.seal}</td><td>${r.paper}</td><td>${r.document}${r.voidOn ? html`<br><b>${shortDay(r.voidOn)}作废</b>` : ''}</td><td>${r.copies}</td><td>${r.applicant ?? ''}</td><td>${r.decision ?? ''}</td><td></td></tr>`,
)}</tbody></table>
<div class="end"><span>盖章日期按管章的人登记的那天算</span><span>谁要用，只给村干部和镇里看，不要张贴这张纸</span></div>`,
  )
}

const css = `${pageCss('A4')}${formCss}
@page{size:A4 landscape}
table.rows{font-size:10pt}.rows td:last-child{width:26mm}
@media screen{body{max-width:297mm}}`
