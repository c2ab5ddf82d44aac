import { stepOf } from '@shared/engine/evolve'
import type { Count, Standing, Step, Workflow } from '@shared/engine/workflow'
import { fieldsOf } from '@shared/schemas/stepForms'
import type { CaseView, EntryView } from '@shared/schemas/views'
import { html } from 'hono/html'
import type { Markup } from '../print/frame'
import { dayWords } from '../print/paperWords'
import { type Box, boxesOf, enclosed, formTable } from './boxes'
import { walked } from './course'
import { partOf } from './parts'

const standings: Readonly<Record<Standing, string>> = {
  law: '法律',
  party: '党内规定',
  local: '当地做法',
  ours: '本系统建议',
}

/** The rule of a step, where it comes from, and how strong it is. */
export const ruleWords = ({ rule }: Pick<Step, 'rule'>): string =>
  rule.source.startsWith(standings[rule.standing])
    ? `${rule.says}（${rule.source}）`
    : `${rule.says}（${standings[rule.standing]}：${rule.source}）`

/** What every meeting writes and what has a place of its own on the form. */
const told = [
  ...['heldOn', 'startsAt', 'place', 'roll', 'present', 'householdsPresent', 'online', 'proxies'],
  ...['notVoting', 'notVotingWhy', 'votesFor', 'votesAgainst', 'votesAbstain', 'minutes'],
]

/** A counted meeting as a form: when and where, heads and votes, what law asks, what was said, who signs. */
export const meetingPart = (view: CaseView, workflow: Workflow, id: string, title: string): Markup => {
  const step = stepOf(workflow, id)!
  const { stands, before } = walked(view, id)
  const { values = {} } = stands ?? {}
  const asked = fieldsOf(step.form).map((f) => f.name)
  return partOf(
    title,
    html`${formTable([
      { label: '开会时间', words: stands && `${dayWords(String(values.heldOn))} ${values.startsAt}` },
      { label: '地点', words: values.place as string | undefined },
    ])}
${figures(step.count!, stands)}
${formTable([
  { label: '会议要求', words: ruleWords(step), wide: true },
  { label: '算下来', words: stands?.counted?.join('；'), wide: true },
  ...resultOf(stands),
  ...(values.notVotingWhy
    ? [{ label: '回避的原因', words: `${values.notVotingWhy}${leftOut(stands)}`, wide: true }]
    : []),
  ...boxesOf(step.form, stands?.values, values.plan === view.log[0].values.plan ? [...told, 'plan'] : told),
  { label: '会议记录', words: values.minutes as string | undefined, wide: true, tall: true },
  ...(before.length ? [{ label: '以前开过', words: before.map(heldBefore).join('\n'), wide: true }] : []),
  ...(stands ? papersOf(step, stands) : []),
  ...signatures(asked),
])}`,
    String(values.minutes ?? '').length > 600,
  )
}

const leftOut = (line: EntryView | undefined) =>
  Number(line?.values.notVoting ?? 0) > (line?.effect.tally?.notVoting ?? 0)
    ? '。按当地规定，回避的人不算在应到、实到里'
    : ''

/** How it ended, and which roster its 应到 was counted from. */
const resultOf = (line: EntryView | undefined): readonly Box[] =>
  line
    ? [
        { label: '结果', words: line.outcome === 'passed' ? '通过' : '没有通过' },
        { label: '应到名册核验码', words: line.effect.tally?.rollHash.slice(0, 12).toUpperCase() },
      ]
    : [{ label: '结果', words: '□ 通过　□ 没有通过', wide: true }]

const papersOf = (step: Step, { values }: EntryView): readonly Box[] => {
  const papers = enclosed(step.form, values)
  return papers ? [{ label: '附件', words: papers, wide: true }] : []
}

const signatures = (asked: readonly string[]): readonly Box[] => [
  { label: '参会人员签字', words: '', wide: true, tall: true },
  { label: '主持人签字' },
  { label: '记录人签字' },
  ...(asked.includes('officer') ? [{ label: '镇里到会的人签字（写职务）', wide: true }] : []),
  ...(asked.includes('supervised') ? [{ label: '监督人员签字', wide: true }] : []),
]

/** 6月3日：12人到会，同意9、反对3、弃权0，没有通过 */
const heldBefore = ({ on, values, outcome, effect: { tally } }: EntryView): string =>
  `${dayWords(String(values.heldOn ?? on))}：${
    tally ? `${tally.present}人到会，同意${tally.for}、反对${tally.against}、弃权${tally.abstain}，` : ''
  }${outcome === 'passed' ? '当时通过，后来退回重新议' : '没有通过'}`

const percent = (part: number, whole: number) => (whole > 0 ? `${((part / whole) * 100).toFixed(1)}%` : '')

/** 应到, 实到 and the votes beside each other, as whole heads; empty for a hand before the meeting. */
const figures = ({ quorum = [], admits = [] }: Count, line: EntryView | undefined): Markup => {
  const tally = line?.effect.tally
  const recused = Number(line?.values.notVoting ?? 0)
  const heads: readonly (readonly [string, string | number | undefined])[] = [
    ['应到', tally?.eligible],
    ['实到', tally?.present],
    ['到会比例', tally && percent(tally.present, tally.eligible)],
    ...(quorum.some((q) => q.of === 'households')
      ? ([
          ['应到户', tally?.households?.eligible],
          ['到会户', tally?.households?.present],
        ] as const)
      : []),
    ...(admits.includes('online') ? [['在线', tally && (tally.online ?? 0)] as const] : []),
    ...(admits.includes('proxy') ? [['委托', tally && (tally.proxies ?? 0)] as const] : []),
    ['回避', tally && recused],
    ['有表决权', tally && tally.present - (tally.notVoting ?? 0)],
    ['同意', tally?.for],
    ['反对', tally?.against],
    ['弃权', tally?.abstain],
  ]
  return html`<table class="form figures"><thead><tr>${heads.map(([name]) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody><tr>${heads.map(([, value]) => html`<td>${value ?? ''}</td>`)}</tr></tbody></table>`
}
