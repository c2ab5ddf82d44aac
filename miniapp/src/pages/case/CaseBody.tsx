import type { Workflow } from '@shared/engine/workflow'
import type { CaseView } from '@shared/schemas/views'
import { workflowOf } from '@shared/workflows/index'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card, SectionTitle } from '../../components/Card'
import type { ChipProps } from '../../components/Chip'
import { Definitions } from '../../components/Definitions'
import { DocumentHead, ReadProgress } from '../../components/Document'
import { boardWords, caseChip, displayChip, monthDay } from '../../words'
import { Bands } from './Bands'
import { Cares } from './Cares'
import { Demand } from './Demand'
import { Entry } from './Entry'
import { factsOf } from './fields'
import { How } from './How'
import { overseenBy } from './lines'
import { MatterHead } from './MatterHead'
import { MatterPapers } from './MatterPapers'
import { isDecided } from './milestones'
import { NoticeBody } from './NoticeBody'
import { isNotice, isQuestion } from './notice'
import { Outcome } from './Outcome'
import { QuestionHead } from './QuestionHead'
import { Asked, Beside, Related } from './Related'
import { RequestBands } from './RequestBands'
import { isReview, ReviewHead } from './ReviewHead'
import { SessionAgenda } from './SessionAgenda'
import { Steps } from './Steps'
import { Verify } from './Verify'
import { Works } from './Works'

export type CaseBodyProps = {
  view: CaseView
  workflow: Workflow
  today: string
  here?: ReactNode
  just?: string
  /** something small has changed on it, told by a toast */
  onChanged: (next: CaseView, words: string) => void
  /** asks about the case, or about a row of its list; absent where this reader may not */
  onAsk?: (row?: number) => void
  /** handed on, at the foot of the page */
  share?: ReactNode
}

// Marks whose head tells what they are about.
const tellsAbout = ['问', '询', '质', '议']
// What the page itself offers, in its bar or on a band.
// What a decision's money is taken by: nothing before it has passed.
const ofDecision = ['spend', 'sealPaper']
const onPage = ['join', 'accept', 'decline', 'comment']

/** The chip of a page: a case that hangs on a board says how long still. */
export const statusOf = (view: CaseView, today: string): ChipProps => {
  const { step, dueOn, outcome, mine, shown } = view
  const isOver = outcome === 'withdrawn' || outcome === 'superseded'
  if (step === 'closed' && shown && !isOver) return displayChip(shown.untilOn, today)
  const { mark } = workflowOf(view.workflow, view.workflowVersion) ?? {}
  const chip = caseChip({ step, due: dueOn, until: shown?.untilOn, outcome, mark }, today, mine)
  // What hung on a board wasn't taken back by its writer.
  return outcome === 'withdrawn' && mark && isNotice(mark) ? { ...chip, words: '已撤下' } : chip
}

/** A notice is a document; everything else is a way that is gone step by step. */
export function CaseBody(props: CaseBodyProps) {
  const { view, today, workflow } = props
  const isDocument = isNotice(workflow.mark)
  return (
    <>
      {isDocument ? <Notice {...props} /> : <Way {...props} />}
      {view.shown && (
        <Card>
          <ReadProgress households={view.read.of} read={view.read.households} />
          {isDocument && view.shown.untilOn && view.untilHow && (
            <How says={`公示到${monthDay(view.shown.untilOn, today)}`} ask="日子怎么算的" how={view.untilHow} />
          )}
          <View className="mw-meta case-read">{view.read.mine ? '您家看过了。' : ''}只数户数，不记谁看过。</View>
        </Card>
      )}
      <Asked>{view.links.children}</Asked>
      <Related
        links={tellsAbout.includes(workflow.mark) ? { ...view.links, about: undefined } : view.links}
        of={workflow}
      />
      <Beside
        view={view}
        but={[...onPage, ...(view.pausedOn ? ['supplement'] : []), ...(isDecided(view) ? [] : ofDecision)]}
      />
      {props.share}
      <Verify view={view} today={today} folded={!isDocument} />
    </>
  )
}

function Notice({ view, workflow, today, onAsk }: CaseBodyProps) {
  const { shown, fields } = view
  const reviewed = view.path.some((s) => s.seal === '审' && s.state === 'done')
  const board = boardWords[(shown?.on ?? fields.board) as string] ?? '公开'
  const facts = [
    shown ? `${monthDay(shown.appOn, today)}公开` : `${monthDay(view.openedOn, today)}起草`,
    ...(shown?.untilOn ? [`${monthDay(shown.untilOn, today)}到期`] : []),
    view.villageName,
    `编号 ${view.number}`,
  ]
  return (
    <>
      <DocumentHead
        chips={[statusOf(view, today), ...(reviewed ? [{ kind: 'song', words: '已审核' } as const] : [])]}
        title={view.title}
        seal={reviewed ? { chars: `${board}审核`, label: `${board}审核已通过` } : undefined}
        facts={facts}
        ruled
      />
      <Bands {...{ view, workflow, today }} />
      {workflow.mark === '协' ? <Outcome {...{ view, workflow, today }} /> : <NoticeBody view={view} onAsk={onAsk} />}
      {!shown && (
        <Card>
          <Steps {...{ view, workflow, today }} />
        </Card>
      )}
      {shown && <Overseen {...{ view, workflow, today }} />}
    </>
  )
}

/** On a notice that hangs, whose steps nobody has to read any more: what those above and the supervisors did about it. */
function Overseen({ view, workflow, today }: Pick<CaseBodyProps, 'view' | 'workflow' | 'today'>) {
  const entries = view.log.filter(overseenBy)
  if (entries.length === 0) return null
  return (
    <Card title="督促和监督">
      {entries.map((entry) => (
        <Entry key={entry.no} {...{ entry, view, workflow, today }} />
      ))}
    </Card>
  )
}

// What everyone wants to know first, by the mark of the workflow; the fields are those of its forms.
const firstFacts: Record<string, readonly string[]> = {
  会: ['sessionOn', 'startsAt', 'place', 'hosts'],
}

const endWords = ({ step, outcome }: CaseView): string | undefined => {
  if (step !== 'closed') return undefined
  return outcome === 'failed' || outcome === 'withdrawn' ? '到此结束' : '走完了'
}

function Way({ view, workflow, today, here, just, onChanged }: CaseBodyProps) {
  const { mark } = workflow
  const isMatter = mark === '议'
  const facts = factsOf(workflow, view.fields, firstFacts[mark] ?? [], today)
  const passed = view.path.filter((s, i, all) => s.state === 'done' && all[i + 1]?.seal !== s.seal).length
  return (
    <>
      <DocumentHead
        chips={[statusOf(view, today)]}
        title={view.title}
        facts={[
          `编号 ${view.number}`,
          // the clock opens a session: nobody raised it
          ...(mark === '会' ? [] : [`${monthDay(view.openedOn, today)}提出`]),
          view.category ?? view.villageName,
          ...(mark === '说' && view.owner ? [`${view.owner}负责`] : []),
        ]}
      />
      {mark === '说' && <RequestBands {...{ view, workflow, today }} />}
      {mark === '说' && <Cares view={view} onCared={onChanged} />}
      {isQuestion(mark) && <QuestionHead {...{ view, workflow, today }} />}
      <Demand {...{ view, workflow, today }} />
      {isMatter && <MatterHead {...{ view, workflow, today }} />}
      {isReview(mark) && <ReviewHead {...{ view, workflow, today }} />}
      {facts.length > 0 && (
        <Card>
          <Definitions items={facts} />
        </Card>
      )}
      {(isMatter || mark === '计') && <Works {...{ view, today }} title={isMatter ? '分几步办' : '要整改的'} />}
      {mark === '会' && <SessionAgenda view={view} today={today} />}
      {isMatter && <SectionTitle title="四议两公开" meta={endWords(view) ?? `已经走过${passed}步`} />}
      <Card>
        <Steps {...{ view, workflow, today, here, just }} numbered={isMatter} />
      </Card>
      <Looks {...{ view, today }} />
      {isMatter && <MatterPapers view={view} />}
    </>
  )
}

/** To whoever raised a private matter: who of the office has opened it, and when. */
function Looks({ view: { lookedAt = [] }, today }: Pick<CaseBodyProps, 'view' | 'today'>) {
  const names = [...new Set(lookedAt.map(({ who }) => who))]
  const daysOf = (name: string) => lookedAt.flatMap(({ who, on }) => (who === name ? monthDay(on, today) : []))
  return names.length ? (
    <Card title="谁看过">
      <Definitions layout="rows" items={names.map((term) => ({ term, words: daysOf(term).join('、') }))} />
    </Card>
  ) : null
}
