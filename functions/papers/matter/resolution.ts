import { addDays } from '@shared/engine/deadline'
import { stepOf } from '@shared/engine/evolve'
import type { Workflow } from '@shared/engine/workflow'
import { bodyName, matterTopic } from '@shared/matterTopics'
import { yuan } from '@shared/money'
import type { CaseView, EntryView } from '@shared/schemas/views'
import { html } from 'hono/html'
import { documentOf, type Markup } from '../print/frame'
import { checkCode } from '../print/paper'
import { dayWords } from '../print/paperWords'
import { qr } from '../print/qr'
import { seal4 } from '../print/seal'
import { hung } from './course'
import { resolutionCss } from './matterCss'
import type { MatterPaper } from './matterPaper'
import { ruleWords } from './meetingPart'

/** 决议, to be hung: who decided what on which day, with which figures, by which law, and until when it hangs. */
export const resolution = ({ view, workflow, townshipName, phone, address, checkpoint }: MatterPaper): Markup => {
  const line = view.log.findLast((e) => e.step === 'resolution' && e.outcome === 'passed')!
  const body = bodyName(workflow.id).split('，')[0]!
  const text = String(line.values.resolution ?? '')
  const decidedOn = dayWords(String(line.values.heldOn))
  return documentOf(
    `${view.number} 决议`,
    resolutionCss(text.length > 300 ? 'small' : text.length > 90 ? 'middle' : 'large'),
    html`<div class="k"><span>${townshipName}${view.villageName}　村务公开栏</span><span>编号 ${view.number}</span></div><div class="wenwu"></div>
<h1>${body}决议</h1><p class="sub">${view.title}</p>
${figures(line)}
<div class="decided"><p>${text}</p></div>
<dl class="told">${rowsOf(view, workflow, line).map(([term, words]) => html`<dt>${term}</dt><dd class="pre">${words}</dd>`)}</dl>
<p class="date">${view.villageName}${body}<br>${decidedOn}</p>
<div class="foot">${qr(address)}<div><h3>扫一扫，看从提出到现在的每一步</h3><p>有不同意见，可以扫码提出来，也可以到村委会来问，或打电话 ${phone}。${checkpoint ? `${checkpoint}。` : ''}</p></div><div class="seals">${seal4('表决通过')}</div></div>
<div class="end"><span>系统的标记，不代替公章</span><span>核验码（第${line.no}条记录） <b class="code">${checkCode(line.hash)}</b></span></div>`,
  )
}

const figures = ({ effect: { tally } }: EntryView): Markup | '' => {
  if (!tally) return ''
  const led = (cells: readonly (readonly [string, number | string])[], two = '') =>
    html`<dl class="led${two}">${cells.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
  const apart = tally.notVoting ? [['回避', `${tally.notVoting}人`] as const] : []
  return html`${led([['应到', `${tally.eligible}人`], ['实到', `${tally.present}人`], ...apart])}${led(
    [
      ['同意', `${tally.for}票`],
      ['反对', `${tally.against}票`],
      ['弃权', `${tally.abstain}票`],
    ],
    ' two',
  )}`
}

/** A day as a hand writes it. */
const byHand = '　　　　年　　月　　日'

const rowsOf = (view: CaseView, workflow: Workflow, line: EntryView): readonly (readonly [string, string])[] => {
  const { values } = line
  const topic = matterTopic(view.fields.topic)
  const { budget } = view.fields
  const at = hung(view, workflow, 'decisionDisplay')
  const on = at && [at.appOn, at.boardOn ?? at.appOn].sort().at(-1)!
  return [
    ['什么时候、在哪里开的', `${dayWords(String(values.heldOn))} ${values.startsAt}，${values.place}`],
    ...(typeof budget === 'number' && budget > 0 ? [['多少钱', `${yuan(budget)}元`] as const] : []),
    ['按什么定', ruleWords(stepOf(workflow, 'resolution')!)],
    ...(topic ? [['为什么由这个会定', `${topic.rule.says}（${topic.rule.source}）`] as const] : []),
    [
      '公示期',
      on
        ? `${dayWords(on)} 至 ${dayWords(at?.untilOn ?? addDays(on, 15))}`
        : `${byHand} 至${byHand}，至少15天，贴出当天不算`,
    ],
  ]
}
