import type { Workflow } from '@shared/engine/workflow'
import type { CaseView, EntryView } from '@shared/schemas/views'
import { Card } from '../../components/Card'
import { Timeline, TimelineStep } from '../../components/Timeline'
import { formOfEntry, toldBy } from '../../pages/case/fields'
import { type Node, nodesOf } from '../../pages/case/nodes'
import { instantWords } from '../../words'

export type ReviewTimelineProps = { view: CaseView; workflow: Workflow; today: string }

const cuts = ['a', 'b', 'c'] as const

/** Who has signed, who is to sign now, who after that: each with the day and what they said. */
export function ReviewTimeline({ view, workflow, today }: ReviewTimelineProps) {
  return (
    <Card>
      <Timeline>
        {nodesOf(view, workflow, today)
          .flatMap(apart)
          .map((node, i) => {
            const last = lastOf(node)
            return (
              <TimelineStep
                key={node.key}
                char={node.char}
                state={node.state}
                cut={cuts[i % 3]}
                title={node.steps[0]?.title ?? node.title}
                status={statusOf(node, last, view)}
                when={last ? `${instantWords(last.at, today)} ${last.who}` : (node.when ?? node.due)}
                say={last && saidIn(workflow, last, today)}
              />
            )
          })}
      </Timeline>
    </Card>
  )
}

// Two signatures with the same seal are two: each is somebody's own.
const apart = (node: Node): Node[] =>
  node.steps.length < 2
    ? [node]
    : node.steps.map((step) => ({
        ...node,
        ...{ key: step.id, state: step.state, steps: [step] },
        entries: node.entries.filter((entry) => entry.step === step.id),
        ...(step.state !== node.state && { status: stateWords[step.state] ?? node.status, due: undefined }),
      }))

const stateWords: Readonly<Partial<Record<Node['state'], Node['status']>>> = {
  done: { words: '已完成', tone: 'song' },
  todo: { words: '还没开始' },
}

const lastOf = ({ entries }: Node): EntryView | undefined =>
  entries.findLast(({ step, aside }) => step !== 'open' && !aside)

// Whoever reads this form is the one it waits for; what has been signed says how.
const statusOf = ({ state, status }: Node, last: EntryView | undefined, { may }: CaseView): Node['status'] => {
  if (state === 'now' && may.step?.ok) return { words: '等您', tone: 'zhe' }
  return state === 'done' && last?.says ? { words: last.says, tone: 'song' } : status
}

/** What was said with a signature, in one line. */
const saidIn = (workflow: Workflow, entry: EntryView, today: string): string | undefined => {
  const { facts, prose } = toldBy(formOfEntry(workflow, entry), entry.values, entry.on, today)
  return [...facts, ...prose].map(({ words }) => words).join('，') || undefined
}
