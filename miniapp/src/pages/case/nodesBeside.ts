import type { Workflow } from '@shared/engine/workflow'
import type { CaseView, EntryView } from '@shared/schemas/views'
import { instantWords } from '../../words'
import type { Node } from './nodes'

// Where the opening isn't told under a step of its own: what was asked for, and by whom.
const firstNodes: Readonly<Record<string, { char: string; title: string }>> = {
  章: { char: '申', title: '申请' },
  支: { char: '报', title: '报账' },
}

/** The node of what was asked for, where it isn't told under a step of its own. */
export const firstNode = ({ log }: CaseView, { mark }: Workflow, today: string): Node[] => {
  const first = firstNodes[mark]
  const opening = log.find((e) => e.step === 'open')
  if (!first || !opening) return []
  const when = `${instantWords(opening.at, today)} ${opening.who}`
  const { remarks } = opening
  return [
    {
      ...{ ...first, key: 'open', state: 'done', status: { words: '已完成', tone: 'song' }, when, remarks },
      ...{ steps: [], entries: [] },
    },
  ]
}

/** Whether its opening is a node of its own. */
export const opensApart = ({ mark }: Workflow): boolean => firstNodes[mark] !== undefined

type Return = { entry: EntryView; to: string; before?: readonly EntryView[] }

/** Each time that it was sent back beside the path: where to, and what had been recorded from there on. */
export const returnsOf = ({ log }: CaseView, { asides }: Workflow, path: readonly string[]): readonly Return[] => {
  const sendsBack = asides.filter((a) => a.does === 'back').map((a) => a.id)
  let since = 0
  return log
    .filter((e) => e.aside !== undefined && sendsBack.includes(e.aside))
    .map((entry) => {
      const to = entry.effect.to ?? ''
      const ahead = path.slice(path.indexOf(to))
      const before = log.filter((e) => e.no >= since && e.no < entry.no && ahead.includes(e.step))
      since = entry.no
      return { entry, to, before }
    })
}

/** A return as a node: before the step that it went back to, with its reason. */
export const returnNode = ({ entry, before }: Return, { steps }: Workflow): Node => ({
  key: `back${entry.no}`,
  char: '退',
  state: 'back',
  title: `退回：${steps.find(({ id }) => id === entry.effect.to)?.title ?? '前面'}`,
  status: { words: '重新议', tone: 'zhe' },
  steps: [],
  entries: [entry],
  before,
})
