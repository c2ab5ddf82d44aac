import type { Workflow } from '@shared/engine/workflow'
import type { CaseView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Link } from '../../components/Button'
import { RuleNote } from '../../components/RuleNote'
import { Timeline, TimelineStep } from '../../components/Timeline'
import { Entry } from './Entry'
import { type Node, nodesOf } from './nodes'

export type StepsProps = {
  view: CaseView
  workflow: Workflow
  today: string
  /** ①② before the titles: the steps of a matter are known by their number */
  numbered?: boolean
  /** what stands in the step in hand: a rating */
  here?: ReactNode
  /** the step that was stamped a moment ago */
  just?: string
}

const cuts = ['a', 'b', 'c'] as const
const numbers = '①②③④⑤⑥⑦⑧⑨⑩'

/** The timeline of a case: what has been done, by whom, with its evidence and its rule; what is in hand; what is ahead. */
export function Steps({ view, workflow, today, numbered, here, just }: StepsProps) {
  return (
    <Timeline>
      {nodesOf(view, workflow, today).map((node, i) => (
        <TimelineStep
          key={node.key}
          char={node.char}
          state={node.state}
          cut={cuts[i % 3]}
          title={numbered ? `${numbers[i]} ${node.title}` : node.title}
          status={node.status}
          when={node.when}
          just={just !== undefined && node.steps.some((s) => s.id === just)}
          bare
        >
          {node.entries.map((entry) => (
            <Entry key={entry.no} {...{ entry, view, workflow, today }} />
          ))}
          {node.steps.some((s) => s.id === view.step) && here}
          {node.due && <View className="mw-tl-when">{node.due}</View>}
          <Why node={node} dueHow={node.steps.some((s) => s.id === view.step) ? view.dueHow : undefined} />
        </TimelineStep>
      ))}
    </Timeline>
  )
}

/** 凭什么这样办 and 期限怎么算的: folded, because most readers only want to know how far it is. */
function Why({ node, dueHow }: { node: Node; dueHow?: readonly string[] }) {
  const [open, setOpen] = useState(false)
  const rules = node.steps.filter((s, i, all) => all.findIndex((o) => o.rule.says === s.rule.says) === i)
  return (
    <View className="case-why">
      <Link
        words={open ? '收起' : dueHow?.length ? '凭什么这样办，期限怎么算的' : '凭什么这样办'}
        onPress={() => setOpen(!open)}
      />
      {open && (
        <View className="mw-stack">
          {rules.map(({ id, rule }) => (
            <RuleNote key={id} {...rule} />
          ))}
          {dueHow?.length ? <View className="mw-second">期限：{dueHow.join('；')}。</View> : null}
        </View>
      )}
    </View>
  )
}
