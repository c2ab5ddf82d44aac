import { daysBetween } from '@shared/engine/deadline'
import { stepOf } from '@shared/engine/evolve'
import type { Step, Workflow } from '@shared/engine/workflow'
import type { CaseView, EntryView } from '@shared/schemas/views'
import type { Tone } from '../../components/Chip'
import type { SealState } from '../../components/Seal'
import { lateWords, monthDay, nearDay } from '../../words'
import { firstNode, opensApart, returnNode, returnsOf } from './nodesBeside'
import { isQuestion } from './notice'

type PathStep = CaseView['path'][number]

/** One seal of the timeline: steps beside each other with the same seal are one. */
export type Node = {
  key: string
  char: string
  state: SealState
  title: string
  status: { words: string; tone?: Tone }
  /** a day or two, where no line of the log says it better */
  when?: string
  /** until when the step in hand is to be done */
  due?: string
  steps: readonly PathStep[]
  entries: readonly EntryView[]
  /** what was pointed at when it was asked for, where no line of the log is drawn that says it */
  remarks?: EntryView['remarks']
  /** what was recorded in the round before it was sent back: it doesn't count any more */
  before?: readonly EntryView[]
}

const rank: SealState[] = ['late', 'now', 'back', 'todo', 'done']

/** The timeline of a case: path and log brought together. The opening and what it led to stand under the first seal. */
export function nodesOf(view: CaseView, workflow: Workflow, today: string): Node[] {
  const groups: PathStep[][] = []
  for (const step of view.path) {
    const last = groups.at(-1)
    if (last?.[0].seal === step.seal) last.push(step)
    else groups.push([step])
  }
  // taken back or merged before anyone acted: what was said still stands there
  if (groups.length === 0) groups.push([{ ...workflow.steps[0], state: 'done' }])
  // A question stands at the head of its page; what was raised stands under the first seal.
  const tellsOpening = workflow.titleFrom !== undefined && !isQuestion(workflow.mark) && !opensApart(workflow)
  const onPath = groups.flat().map((s) => s.id)
  const returns = returnsOf(view, workflow, onPath)
  const undone = returns.flatMap(({ entry, before = [] }) => [entry, ...before].map(({ no }) => no))
  const nodes = groups.flatMap((steps, i): Node[] => {
    const ids = steps.map((s) => s.id)
    const here = (e: EntryView) =>
      ids.includes(e.step) ||
      (i === 0 && e.step === 'open' && tellsOpening) ||
      // what ended it early, and what was found when someone looked again, stand under what was done last
      (i === groups.length - 1 && e.step !== 'open' && !onPath.includes(e.step))
    const entries = view.log.filter((e) => here(e) && !undone.includes(e.no))
    const states = steps.map((s) => s.state)
    const state = rank.find((s) => states.includes(s)) ?? 'todo'
    const current = steps.find((s) => s.id === view.step)
    const own: Node = {
      key: ids.join(),
      char: steps[0].seal,
      state,
      title: titleOf(steps, current, entries, workflow),
      status: statusOf(state, view, stepOf(workflow, (current ?? steps.at(-1)!).id)!, entries, today),
      when: whenOf(view, workflow, current, today),
      due: dueOf(view, workflow, current, today),
      steps,
      entries,
    }
    return [...returns.filter(({ to }) => ids.includes(to)).map((of) => returnNode(of, workflow)), own]
  })
  return [...firstNode(view, workflow, today), ...nodes]
}

/** The four 议 are known by their number; a joint meeting is two of them. */
export const numberOf = ({ char, steps }: Pick<Node, 'char' | 'steps'>): string => {
  if (steps.some(({ id }) => id === 'jointMeeting')) return '①②'
  return steps.length > 0 ? (numbers[char] ?? '') : ''
}
const numbers: Readonly<Record<string, string>> = { 提: '①', 商: '②', 审: '③', 决: '④' }

function titleOf(
  steps: readonly PathStep[],
  current: PathStep | undefined,
  entries: readonly EntryView[],
  workflow: Workflow,
) {
  const { titleFrom } = workflow
  const opening = entries.find((e) => e.step === 'open')
  // that someone was spoken for is known to all, who it was to the office alone
  const spokenFor = opening && 'onBehalf' in opening.form && `替${opening.values.onBehalf ?? '人'}`
  if (opening && titleFrom) return spokenFor ? `${opening.who}${spokenFor}登记了这件事` : `${opening.who}说了这件事`
  // ahead, a meeting is told rather than its call
  const counted = steps.find(({ id }) => workflow.steps.some((s) => s.id === id && s.count))
  const shown = current ?? steps.findLast((s) => s.state === 'done') ?? counted ?? steps[0]
  return shown.title
}

function statusOf(
  state: SealState,
  view: CaseView,
  step: Step,
  entries: readonly EntryView[],
  today: string,
): Node['status'] {
  const last = entries.findLast((e) => e.outcome !== undefined)
  if (state === 'done' && step.form === 'opinionOnAnswer' && last?.outcome === 'unsatisfied')
    return { words: '没有说清楚', tone: 'zhe' }
  if (state === 'done' && step.form === 'onRefusal') return { words: last?.says ?? '不受理', tone: 'hui' }
  if (state === 'done')
    return { words: step.count ? '通过' : step.seal === '评' ? (last?.says ?? '已完成') : '已完成', tone: 'song' }
  if (state === 'back') return { words: step.count ? '没有通过' : '退回', tone: 'zhe' }
  if (state === 'todo') return { words: '还没开始' }
  if (view.pausedOn) return { words: '等说事人补充', tone: 'zhe' }
  if (step.form === 'rating') return { words: speaksHere(view) ? '等您' : '等说事人', tone: 'zhe' }
  if (step.form === 'onRefusal') return { words: view.mine ? '等您看' : '等说事人看', tone: 'zhe' }
  if (step.form === 'opinionOnAnswer') return { words: view.mine ? '等您说' : '等提问的人', tone: 'zhe' }
  if (state === 'late') return { words: lateWords(view.dueOn, today) ?? '逾期', tone: 'jiang' }
  return waitingFor(step)
}

/** Whether this reader speaks for themselves; whoever entered it for an elder doesn't. */
export const speaksHere = ({ mine, fields }: Pick<CaseView, 'mine' | 'fields'>): boolean =>
  mine && fields.onBehalf === undefined

const townshipFirst = ['township', 'townshipLead', 'clusterLead', 'county', 'agency']

function waitingFor(step: Step): Node['status'] {
  if (step.shows) return { words: '正在公示', tone: 'dai' }
  if (step.count) return { words: '等开会', tone: 'dai' }
  const first = step.by[0]
  if (typeof first === 'object') return { words: '等本人', tone: 'dai' }
  if (first === 'child') return { words: '等结果', tone: 'dai' }
  if (first === 'opener') return { words: '等提出的人', tone: 'dai' }
  if (first === 'clock') return { words: '等到日子', tone: 'dai' }
  const above = step.by.includes('county') ? '等县里' : first === 'clusterLead' ? '等片里' : '等镇里'
  return { words: townshipFirst.includes(first) ? above : '等村里', tone: 'dai' }
}

function whenOf(view: CaseView, workflow: Workflow, current: PathStep | undefined, today: string): string | undefined {
  if (!current) return undefined
  const step = stepOf(workflow, current.id)
  if (step?.shows && view.shown?.untilOn) {
    const { appOn, boardOn, untilOn } = view.shown
    const from = boardOn && boardOn > appOn ? boardOn : appOn
    const nth = daysBetween(from, today)
    return `${monthDay(from, today)}到${monthDay(untilOn, today)}，${nth > 0 ? `今天是第${nth}天` : '贴出当天不算'}`
  }
  if (view.dueOn && step?.form === 'rating') return `${monthDay(view.dueOn, today)}以前都能评，过后记“没评价”`
  if (view.dueOn && step?.form === 'onRefusal')
    return `${monthDay(view.dueOn, today)}以前可以请镇里看，没说就按不受理办结`
  if (view.dueOn && step?.form === 'opinionOnAnswer') return `${monthDay(view.dueOn, today)}以前可以说，没说不算说清楚`
  return undefined
}

function dueOf(
  { dueOn, dueIsProvisional }: CaseView,
  workflow: Workflow,
  current: PathStep | undefined,
  today: string,
) {
  const step = current && stepOf(workflow, current.id)
  if (!step || !dueOn || step.shows || ['rating', 'onRefusal', 'opinionOnAnswer'].includes(step.form)) return undefined
  if (step.due?.from?.includes('nextSessionOn')) return `${nearDay(dueOn, today)}说事日听`
  return `期限：${nearDay(dueOn, today)}${dueIsProvisional ? '（暂定，那年的节假日表还没出）' : ''}`
}
