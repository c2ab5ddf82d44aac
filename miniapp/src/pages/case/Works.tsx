import { yuan } from '@shared/money'
import type { CaseView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { aria } from '../../components/aria'
import { type BarRow, Bars } from '../../components/Bars'
import { Card } from '../../components/Card'
import { Note, Status, type Tone } from '../../components/Chip'
import type { IconName } from '../../components/Icon'
import { lateWords, monthDay } from '../../words'
import { type Milestone, milestonesOf, moneyOf } from './milestones'

type WorksProps = {
  view: CaseView
  today: string
  /** what the steps are: 分几步办, 要整改的 */
  title: string
}

/** What was decided against what has come of it: the steps with their days, the money with what was used of it. */
export function Works({ view, today, title }: WorksProps) {
  const steps = milestonesOf(view, today)
  return (
    <>
      {steps.length > 0 && <Milestones {...{ steps, today, title }} />}
      <Spent view={view} />
    </>
  )
}

const looks: Readonly<Record<Milestone['state'], { tone?: Tone; icon?: IconName; words: string }>> = {
  done: { tone: 'song', words: '做完了' },
  late: { tone: 'jiang', words: '逾期' },
  next: { tone: 'dai', words: '正在做' },
  todo: { words: '还没开始' },
}

function Milestones({ steps, today, title }: { steps: readonly Milestone[] } & Omit<WorksProps, 'view'>) {
  const done = steps.filter(({ state }) => state === 'done').length
  return (
    <Card title={title} end={`${done}/${steps.length}步做完`}>
      <View {...aria({ role: 'list' })}>
        {steps.map(({ on, does, state, doneOn }, i) => {
          const { words, tone, icon } = looks[state]
          return (
            <View key={`${on}${does}`} className="case-row" {...aria({ role: 'listitem' })}>
              <View className="case-milestone">
                <View className="mw-strong">
                  {i + 1}. {does}
                </View>
                <Status
                  tone={tone}
                  icon={icon ?? (tone ? undefined : null)}
                  words={state === 'late' ? (lateWords(on, today) ?? words) : words}
                />
              </View>
              <View className="mw-meta">
                {monthDay(on, today)}前{doneOn ? ` · ${monthDay(doneOn, today)}记了做完` : ''}
              </View>
            </View>
          )
        })}
      </View>
    </Card>
  )
}

function Spent({ view }: { view: CaseView }) {
  const money = moneyOf(view)
  if (!money) return null
  const { budget, spent, drawn, pledged, over } = money
  const rows: BarRow[] = [
    { name: '决议定的', fen: budget },
    ...(pledged > 0 ? [{ name: '合同定下的', fen: pledged }] : []),
    ...(drawn > 0 ? [{ name: '报账用掉的', fen: drawn }] : []),
    ...(spent !== undefined ? [{ name: '村里记的花费', fen: spent }] : []),
  ]
  return (
    <Card title="预算和花费" end="单位：元">
      <Bars kind="out" rows={rows} maxFen={Math.max(...rows.map(({ fen }) => fen))} />
      {over > 0 && (
        <View className="case-band-act">
          <Note tone="jiang">{`比决议定的多花了${yuan(over)}元。为什么超，写在“实施”里。`}</Note>
        </View>
      )}
    </Card>
  )
}
