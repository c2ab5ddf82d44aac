import { stepOf } from '@shared/engine/evolve'
import type { Workflow } from '@shared/engine/workflow'
import { yuan } from '@shared/money'
import type { CaseView } from '@shared/schemas/views'
import { html } from 'hono/html'
import type { Markup } from '../print/frame'
import { dayWords } from '../print/paperWords'
import { formTable, stagesOf } from './boxes'
import { besides } from './course'
import { ruleWords } from './meetingPart'
import { listOf, partOf } from './parts'

/** 实施: stage by stage, what was done and posted when; what was decided, drawn, promised and spent. */
export const worksPart = (view: CaseView, workflow: Workflow, title: string): Markup => {
  const lines = view.log.filter((e) => !e.aside && e.step === 'works')
  const stages = stagesOf(view.fields.stages)
  const doneBy = (i: number) => lines.find((e) => Number(e.values.stagesDone ?? 0) > i)
  return partOf(
    title,
    html`${formTable([{ label: '规定', words: ruleWords(stepOf(workflow, 'works')!), wide: true }])}
<h3>分几步办</h3>${listOf(
      ['步', '计划哪天做完', '做什么', '哪天记的做完', '哪天公开'],
      stages.map(({ on, does }, i) => {
        const line = doneBy(i)
        const posted = line?.values.stageBoardOn
        return [
          String(i + 1),
          dayWords(on),
          does,
          line ? dayWords(line.on) : '',
          posted ? dayWords(String(posted)) : '',
        ]
      }),
      { empty: lines.length ? 0 : 3, says: '一次做完，没有分步。' },
    )}
<h3>进展</h3>${listOf(
      ['哪天', '谁记的', '做到哪里', '到那天花了'],
      lines.map((e) => [
        dayWords(e.on),
        e.who,
        [e.values.progress, e.values.overWhy && `超出的原因：${e.values.overWhy}`].filter(Boolean).join('\n'),
        money(e.values.spent),
      ]),
      { empty: 3 },
    )}
${moneyPart(view)}`,
    lines.length > 4,
  )
}

const money = (fen: unknown): string => (typeof fen === 'number' ? `${yuan(fen)}元` : '')

/** 决议定的 against what was used of it, and every bill and paper under a seal that drew on it. */
const moneyPart = (view: CaseView): Markup => {
  const { budget, spent } = view.fields
  const left = typeof budget === 'number' && typeof spent === 'number' ? budget - spent : undefined
  const uses = besides(view, 'spend', 'sealPaper', 'billRefused', 'paperUnstamped')
  const isDecided = typeof budget === 'number'
  return html`<h3>预算和实际</h3>${formTable([
    { label: '决议定的', words: money(budget) },
    { label: '实际花了', words: money(spent) },
    { label: '已经报账', words: isDecided ? money(view.drawn) : '' },
    { label: '合同占用', words: isDecided ? money(view.pledged) : '' },
    {
      label: '比决议',
      words: left === undefined ? '' : left === 0 ? '正好' : `${left > 0 ? '少' : '多'}花${yuan(Math.abs(left))}元`,
      wide: true,
    },
  ])}${
    uses.length
      ? listOf(
          ['哪天', '办了什么', '做什么用', '多少钱'],
          uses.map((e) => [
            dayWords(e.on),
            e.title,
            String(e.values.purpose ?? e.values.document ?? ''),
            money(e.values.amount),
          ]),
        )
      : ''
  }`
}
