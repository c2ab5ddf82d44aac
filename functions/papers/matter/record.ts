import { stepOf } from '@shared/engine/evolve'
import { matterTopic } from '@shared/matterTopics'
import { html } from 'hono/html'
import { documentOf, type Markup } from '../print/frame'
import { checkCode } from '../print/paper'
import { dayWords } from '../print/paperWords'
import { qr } from '../print/qr'
import { basicsPart } from './basics'
import { formTable } from './boxes'
import { recordCss } from './matterCss'
import type { MatterPaper } from './matterPaper'
import { meetingPart } from './meetingPart'
import { oversightPart } from './oversightPart'
import { partOf } from './parts'
import { callPart, consultationPart, plainPart, postingPart } from './stepParts'
import { worksPart } from './worksPart'

/** 一议 to 五议, as the steps are counted in villages. */
const ordinals: Readonly<Record<string, string>> = {
  ...{ proposal: '一议', jointMeeting: '一议、二议', deliberation: '二议' },
  ...{ partyMeeting: '三议', resolution: '四议', appraisal: '五议' },
}

/** 四议两公开登记表: every step on one form, those to come empty for a hand. */
export const record = (paper: MatterPaper): Markup =>
  documentOf(`${paper.view.number} 登记表`, recordCss(paper.view.number), html`${recordBody(paper)}${footOf(paper)}`)

/** The form without its page: head, parts, signatures of those who file it. */
export const recordBody = ({ view, workflow, townshipName }: MatterPaper): Markup =>
  html`<div class="k"><span>${townshipName}${view.villageName}</span><span>编号 ${view.number}</span></div><div class="wenwu"></div>
<h1>四议两公开登记表</h1><p class="sub">${view.title}</p>
${basicsPart(view)}
${workflow.steps.filter(({ id }) => view.path.some((n) => n.id === id)).map(({ id }) => stepPart({ view, workflow }, id))}
${oversightPart(view)}
${partOf('归档', formTable([{ label: '村党组织书记签字' }, { label: `${headOf(view)}签字` }, { label: '经办人签字' }, { label: '归档日期' }]))}`

const heads = { village: '村委会主任', collective: '经济合作社社长', group: '村民小组长' }
/** Who answers for what it is about. */
const headOf = ({ fields }: MatterPaper['view']): string => heads[matterTopic(fields.topic)?.about ?? 'village']

/** What stands on the form for a step; a display stands with its posting. */
const stepPart = ({ view, workflow }: Pick<MatterPaper, 'view' | 'workflow'>, id: string): Markup | '' => {
  const step = stepOf(workflow, id)
  if (!step || step.shows) return ''
  const title = `${ordinals[id] ? `${ordinals[id]}　` : ''}${step.title}`
  if (step.count) return meetingPart(view, workflow, id, title)
  if (id === 'planPosting') return consultationPart(view, workflow, title)
  if (id === 'call') return callPart(view, workflow, title)
  if (id === 'announcement') return postingPart(view, workflow, { posting: id, display: 'decisionDisplay', title })
  if (id === 'works') return worksPart(view, workflow, title)
  if (id === 'report') return postingPart(view, workflow, { posting: id, display: 'reportDisplay', title })
  return plainPart(view, workflow, id, title, id === 'appraisal' ? '主持人' : '审查人')
}

const footOf = ({ view, address, printedOn, checkpoint }: MatterPaper): Markup => {
  const last = view.log[view.log.length - 1]
  return html`<div class="foot">${qr(address)}<div><h3>扫一扫，在手机上看</h3><p>空着的是还没有办的，办完记进手机，再打一张就有了；没有网的时候可以先用笔填。${checkpoint ? `${checkpoint}。` : ''}</p></div></div>
<div class="end"><span>${dayWords(printedOn)}打印，到第${last.no}条记录</span><span>核验码 <b class="code">${checkCode(last.hash)}</b></span></div>`
}
