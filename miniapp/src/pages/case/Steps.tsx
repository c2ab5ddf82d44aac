import type { Workflow } from '@shared/engine/workflow'
import type { CaseView, EntryView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Link } from '../../components/Button'
import { Note } from '../../components/Chip'
import { RuleNote } from '../../components/RuleNote'
import { Timeline, TimelineStep } from '../../components/Timeline'
import { monthDay, nearDay } from '../../words'
import { Comments } from './Comments'
import { Entry } from './Entry'
import { How } from './How'
import { linesOf } from './lines'
import { type Node, nodesOf, numberOf } from './nodes'
import { Reminders } from './Reminders'

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
          title={numbered ? `${numberOf(node)} ${node.title}`.trim() : node.title}
          status={node.status}
          when={node.when}
          just={just !== undefined && node.steps.some((s) => s.id === just)}
          bare
        >
          {linesOf(node.entries.filter(isNoComment)).map((line) =>
            'entry' in line ? (
              <Entry
                key={line.entry.no}
                {...{ entry: line.entry, view, workflow, today }}
                untitled={node.steps.length === 0}
              />
            ) : (
              <Reminders key="reminders" reminders={line.reminders} today={today} />
            ),
          )}
          {node.remarks?.map(({ remark, says }) => (
            <Note key={remark + says} tone="zhe">
              {says}
            </Note>
          ))}
          {node.steps.some((s) => s.id === 'planDisplay' && s.state !== 'todo') && (
            <Comments entries={node.entries.filter((e) => !isNoComment(e))} today={today} />
          )}
          {node.before && node.before.length > 0 && <Before {...{ view, workflow, today }} entries={node.before} />}
          {isInHand(node, view) && here}
          {node.due && <How says={node.due} how={isInHand(node, view) ? view.dueHow : undefined} />}
          {isInHand(node, view) && <OtherDays {...{ view, today }} />}
          {node.steps.length > 0 && <Why node={node} />}
        </TimelineStep>
      ))}
    </Timeline>
  )
}

const isNoComment = ({ aside }: EntryView) => aside !== 'comment'

type BeforeProps = Pick<StepsProps, 'view' | 'workflow' | 'today'> & { entries: readonly EntryView[] }

/** What was recorded before it was sent back: it stays to be read, and no longer counts. */
function Before({ entries, ...of }: BeforeProps) {
  const [open, setOpen] = useState(false)
  return (
    <View>
      <Link words={open ? '收起' : `退回以前的记录，${entries.length}条`} onPress={() => setOpen(!open)} />
      {open &&
        entries.map((entry) => (
          <View key={entry.no} className="case-entry">
            <View className="mw-strong">{entry.title}（退回以前，不算数）</View>
            <Entry entry={entry} {...of} />
          </View>
        ))}
    </View>
  )
}

const isInHand = ({ steps }: Node, view: CaseView) => steps.some((s) => s.id === view.step)

/** Before when nothing may be done, and until when it hangs, each with how that was reached. */
function OtherDays({ view, today }: Pick<StepsProps, 'view' | 'today'>) {
  const { notBeforeOn, notBeforeHow, untilHow, shown } = view
  return (
    <>
      {notBeforeOn && notBeforeOn > today && (
        <How says={`${nearDay(notBeforeOn, today)}起才能办`} ask="日子怎么算的" how={notBeforeHow} />
      )}
      {untilHow && shown?.untilOn && (
        <How says={`公示到${monthDay(shown.untilOn, today)}`} ask="日子怎么算的" how={untilHow} />
      )}
    </>
  )
}

/** 凭什么这样办: folded, because most readers only want to know how far it is. */
function Why({ node }: { node: Node }) {
  const [open, setOpen] = useState(false)
  const rules = node.steps.filter((s, i, all) => all.findIndex((o) => o.rule.says === s.rule.says) === i)
  return (
    <View className="case-why">
      <Link words={open ? '收起' : '凭什么这样办'} onPress={() => setOpen(!open)} />
      {open && (
        <View className="mw-stack">
          {rules.map(({ id, rule }) => (
            <RuleNote key={id} {...rule} />
          ))}
        </View>
      )}
    </View>
  )
}
