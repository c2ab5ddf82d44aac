import { hourInChina } from '@shared/calendar'
import { stepOf } from '@shared/engine/evolve'
import type { Workflow } from '@shared/engine/workflow'
import { fieldsOf } from '@shared/schemas/stepForms'
import type { CaseView, EntryView } from '@shared/schemas/views'
import { html } from 'hono/html'
import { formOfLine } from '../../views/readable'
import type { Markup } from '../print/frame'
import { checkCode } from '../print/paper'
import { dayWords } from '../print/paperWords'
import { valueWords } from './boxes'

/** The whole log, line by line: who did what when, all that was filled in, what followed, and the code of the line. */
export const logInWords = ({ log, files }: CaseView, workflow: Workflow): Markup => {
  const numberOf = new Map(files.map((f, i) => [f.id, i + 1]))
  return html`<section class="part long log"><h2>台账，共${log.length}条</h2><ol>${log.map((line) => lineOf(line, workflow, numberOf))}</ol></section>`
}

const lineOf = (line: EntryView, workflow: Workflow, numberOf: ReadonlyMap<string, number>): Markup => {
  const says = line.aside ? '' : (line.says ?? '')
  return html`<li><p><b>第${line.no}条</b>　${hourInChina(line.at).replace('T', ' ')}　${line.who}　<b>${line.title}${says && `：${says}`}</b></p>
<dl>${rowsOf(line, workflow, numberOf).map(([term, words]) => html`<dt>${term}</dt><dd class="pre">${words}</dd>`)}</dl></li>`
}

const rowsOf = (
  line: EntryView,
  workflow: Workflow,
  numberOf: ReadonlyMap<string, number>,
): readonly (readonly [string, string])[] => {
  const fields = fieldsOf(formOfLine(workflow, line) ?? 'nothing')
  const { to, dueOn, lapsesOn } = line.effect
  const next = to === 'closed' ? '办结' : to && stepOf(workflow, to)?.title
  const withheld = fields.filter((f) => f.name in line.form && !(f.name in line.values)).map((f) => f.label)
  const until = lapsesOn ? `，${dayWords(lapsesOn)}起进入下一步` : dueOn ? `，最迟${dayWords(dueOn)}` : ''
  return [
    ...fields
      .filter((f) => f.kind !== 'hidden' && line.values[f.name] !== undefined)
      .map((f) => [f.label, enclosed(line.values[f.name], numberOf) ?? valueWords(f, line.values[f.name])] as const),
    ...(line.counted ? [['算下来', line.counted.join('；')] as const] : []),
    ...line.remarks.map(({ says }) => ['提醒', says] as const),
    ...(next && to !== line.step ? [['下一步', `${next}${to === 'closed' ? '' : until}`] as const] : []),
    ...(withheld.length
      ? [['不给看的', `${withheld.join('、')}。内容不在这份档案里，在台账里的印记还在。`] as const]
      : []),
    ['核验码', checkCode(line.hash)],
  ]
}

/** 附件1、附件3, where a value is files; undefined where it isn't. */
const enclosed = (value: unknown, numberOf: ReadonlyMap<string, number>): string | undefined => {
  const isFiles = Array.isArray(value) && value.length > 0 && value.every((v) => /^f[0-9a-f]{24}$/.test(String(v)))
  return isFiles
    ? value.map((id) => (numberOf.has(id) ? `附件${numberOf.get(id)}` : '一份不给看的附件')).join('、')
    : undefined
}
