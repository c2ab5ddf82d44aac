import type { Tally, World } from '@shared/engine/case'
import { outcomeOf } from '@shared/engine/count'
import { numberOf } from '@shared/engine/deadline'
import { isRefusal } from '@shared/engine/refusal'
import { resolve } from '@shared/engine/routeTo'
import type { Aside, Route, Step, Workflow } from '@shared/engine/workflow'
import { type Ask, ofAsideAlone } from './asideWords'
import { linesOf, type Told } from './outcomeLines'

type Values = Readonly<Record<string, unknown>>

/** What pressing the button will do: its words, the sentence above it, and what is asked before. */
export type Consequence = {
  /** it moves the case on: vermilion, asked once more, can't be undone */
  stamps: boolean
  button: string
  hint?: string
  ask?: Ask
}

/** The step or 'closed' that an outcome leads to; an amount picks its tier. */
export const leadsTo = (route: Route, values: Values, settings: Values): string =>
  resolve(route, values, { settings: settings as World['settings'] })

/** One line under an outcome: where the case goes with it. */
export const whereTo = (
  workflow: Workflow,
  step: Step,
  outcome: string,
  values: Values,
  settings: Values = {},
): string => {
  const to = leadsTo(step.next[outcome], values, settings)
  if (to === step.id) return '还在这一步，可以接着再记'
  if (to === 'closed') return '这件事到此结束'
  const next = workflow.steps.find((s) => s.id === to)
  if (!next) return ''
  const who = byWhom(workflow, next)
  return `接着：${next.title}${who && !next.title.includes(who) ? `（${who}）` : ''}`
}

const desks: Partial<Record<string, string>> = {
  ...{ secretary: '村书记', director: '村主任', clerk: '报账员', supervisor: '村监委', agency: '代理中心' },
  ...{ township: '镇里', clusterLead: '片长', owner: '经办人', offered: '经办人', collectiveSupervisor: '监事会' },
  ...{ sealKeeper: '管章的人', collectiveHead: '社长', groupLeader: '小组长' },
}

// The first of a step's list is whose desk it lies on.
const byWhom = (workflow: Workflow, { by }: Step) => {
  const [first] = by
  if (typeof first === 'object') return '本人'
  return first === 'opener' ? raisedBy(workflow) : (desks[first] ?? '')
}

const raisedBy = ({ titleFrom }: Workflow) =>
  titleFrom === 'text' ? '说事人' : titleFrom === 'question' ? '提问的人' : '经手人'

const hint = '落印后不能改，只能补充。'

/** A step: the count or the person gives the outcome. Undefined while the outcome isn't known. */
export const ofStep = (
  workflow: Workflow,
  step: Step,
  chosen: { outcome?: string; tally?: Tally },
  values: Values,
  settings: Values = {},
  told: Told = {},
): Consequence | undefined => {
  const counted = step.count && chosen.tally ? outcomeOf(step.count, chosen.tally, settings) : undefined
  const outcome = step.count ? counted : chosen.outcome
  if (outcome === undefined || isRefusal(outcome))
    return step.count ? { stamps: true, button: '落印', hint } : undefined
  const says = step.says?.[outcome] ?? '办理'
  const to = leadsTo(step.next[outcome], values, settings)
  if (to === step.id) return { stamps: false, button: says }
  const button = step.count ? '落印' : says.startsWith('落印') ? says : `落印：${says}`
  const lines = [
    ...(chosen.tally && step.count
      ? [votesSay(chosen.tally), `${step.title}${outcome === 'passed' ? '通过' : '没有通过'}。`]
      : []),
    ...(step.count || says.startsWith('落印') ? [] : [`您选的是“${says}”。`]),
    `${whereTo(workflow, step, outcome, values, settings)}。`,
    ...displaySays(workflow, to, settings),
    ...replaces(step, outcome),
    ...linesOf(step, outcome, values, told),
  ]
  return { stamps: true, button, hint, ask: { title: '落印后就不能改了', lines, act: '落印' } }
}

// 更正: what is posted takes the place of what it corrects.
const replaces = ({ then }: Step, outcome: string): string[] => {
  const follow = then?.[outcome]
  return follow && 'tell' in follow && follow.act === 'superseded'
    ? ['原来那一份会标明“已经更正”，从公开栏上拿下，内容还查得到。']
    : []
}

const votesSay = ({ present, notVoting, for: yes, against, abstain }: Tally) =>
  `实到${present}人，同意${yes}，反对${against}，弃权${abstain}${notVoting ? `，回避${notVoting}人` : ''}。`

const displaySays = (workflow: Workflow, to: string, settings: Values): string[] => {
  const days = workflow.steps.find((s) => s.id === to)?.shows?.days
  return days === undefined ? [] : [`公示至少${numberOf(days, settings)}天，从手机和墙上较晚贴出的那天算。`]
}

/** An act beside the main path. What can't be taken back is asked once more. */
export const ofAside = (aside: Aside, values: Values, told: Told = {}): Consequence => {
  const { button = `记下${aside.title}`, ...more } = ofAsideAlone(aside, values, told)
  return { stamps: false, button, ...more }
}
