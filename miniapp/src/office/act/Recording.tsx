import type { SessionRunView } from '@shared/schemas/requestViews'
import type { CaseView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { useEffect, useMemo, useState } from 'react'
import { today } from '../../api/today'
import { Button } from '../../components/Button'
import { ChoiceField } from '../../components/ChoiceField'
import { Dialog } from '../../components/Dialog'
import { ErrorSummary } from '../../components/ErrorSummary'
import { Page } from '../../components/Page'
import { RuleNote } from '../../components/RuleNote'
import { goBack } from '../../screen/go'
import { goToField, toTop } from '../form/goToField'
import { earliestMeeting } from '../form/judgedHere'
import { talliedBy } from '../form/problems'
import { Resumed } from '../form/Resumed'
import { idOf } from '../form/StepField'
import { StepForm } from '../form/StepForm'
import { knownOf } from '../form/startFrom'
import { Trouble } from '../form/Trouble'
import type { Typed } from '../form/typed'
import { useForm } from '../form/useForm'
import { Changed } from './Changed'
import { leadsTo, ofAside, ofStep, whereTo } from './consequence'
import { FoundCard } from './FoundCard'
import { HeadCard } from './HeadCard'
import { judgingOf, knownOfCase } from './knownOfCase'
import { isReview, Material } from './Material'
import { onRegister, opinionWords } from './opinions'
import { dayWords } from './outcomeLines'
import { Remarks } from './Remarks'
import { RunMaterial } from './RunMaterial'
import type { Subject } from './subject'
import { useDayRoll } from './useDayRoll'
import { useFound } from './useFound'
import { useSending } from './useSending'
import { useTold } from './useTold'

export type RecordingProps = {
  view: CaseView
  subject: Subject
  /** what the form begins with, over what it takes from the case */
  start: Typed
  /** the case of the 说事日 at which it is heard */
  session?: string
  /** the session that is put on record, as it was run */
  run?: SessionRunView
  /** others acted after this entry, while the form was open */
  since?: number
  onRecorded: (view: CaseView, stamped: boolean) => void
  /** someone acted first: fetch the case and come back with what is new */
  onChanged: () => void
}

/** One act on a case, from the first key to the stamp. */
export function Recording({ view, subject, start, session, run, since, onRecorded, onChanged }: RecordingProps) {
  const { workflow, step, aside, outcomes } = subject
  const day = today()
  const { counting, note } = useDayRoll(view, subject.counting, day)
  const found = useFound(view, subject)
  const inSession = session !== undefined
  const carried = subject.form === 'rating' && view.fields.onBehalf !== undefined
  const promised = (run?.promised.length ?? 0) > 0
  const asks = useMemo(
    () => ({ ...found.asks, inSession, carried, promised, known: knownOfCase(view, subject) }),
    [found.asks, inSession, carried, promised, view, subject],
  )
  const judging = useMemo(() => judgingOf(view, subject, day), [view, subject, day])
  const form = useForm({
    form: subject.form,
    about: [view.id, subject.id, ...againSince(view, workflow), ...(session ? [session] : [])].join(':'),
    known: knownOf(view),
    ...{ asks, counting, judging, start },
    outcome: outcomes.length === 1 ? outcomes[0].id : undefined,
    // one session hears a thing once, whoever writes it down
    ...(session && { actId: `heard:${session}:${view.id}` }),
  })
  const [asking, setAsking] = useState(false)
  const { heldOn } = form.value
  // biome-ignore lint/correctness/useExhaustiveDependencies: another day is the reason
  useEffect(() => note(heldOn), [heldOn])
  const earliest = earliestMeeting(judging, form.value)
  const { override: _, ...written } = form.value
  const words = JSON.stringify(Object.values(written).filter((value) => typeof value === 'string'))
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words are the reason
  useEffect(() => void found.forget(), [words])

  const outcome = outcomes.some(({ id }) => id === form.outcome) ? form.outcome : undefined
  const tally = counting && talliedBy(counting, form.value)
  const known = { ...view.fields, ...form.value }
  const { told, into } = useTold(view, subject, form.value)
  const settings = counting?.settings ?? told.settings
  const will = aside
    ? ofAside(aside, form.value, told)
    : step && ofStep(workflow, step, { outcome, tally }, known, settings, told)
  const choosing = outcomes.length > 1
  const filling = !choosing || outcome !== undefined
  // before an outcome is chosen the button already says whether it will stamp
  const stamps = will?.stamps ?? outcomes.every(({ id }) => step && leadsTo(step.next[id], known, {}) !== step.id)
  const problems =
    choosing && !outcome ? [{ field: 'outcome', says: `请先选“${outcomeLabel(subject)}”。` }] : form.problems

  const { sending, trouble, send, forget } = useSending({
    ...{ view, form, onChanged, onRefused: found.note },
    what: aside ? { aside: aside.id } : outcome ? { outcome } : {},
    onDone: (next) => onRecorded(next, will?.stamps ?? false),
  })
  const submit = async () => {
    if (await send()) return
    setAsking(false)
    toTop()
  }
  // once said yes to, it isn't asked again because the network had gone
  const press = (again = false) => {
    if (sending) return
    forget()
    if (!form.check() || problems.length > 0) return toTop()
    if (will?.ask && !again) setAsking(true)
    else void submit()
  }

  return (
    <Page
      title={subject.title}
      onBack={goBack}
      hint={(will?.stamps && step && onRegister(step.form, outcome)) || will?.hint}
      actions={
        <Button
          kind={stamps ? 'seal' : 'primary'}
          grow
          busy={sending !== ''}
          busyWords={sending}
          onPress={() => press()}
        >
          {will?.button ?? (stamps ? '落印' : '记下')}
        </Button>
      }
      over={
        asking && will?.ask ? (
          <Dialog
            title={will.ask.title}
            safe="再看看"
            onSafe={() => setAsking(false)}
            act={will.ask.act}
            onAct={() => void submit()}
            kind={will.stamps ? 'seal' : aside?.does === 'withdraw' ? 'danger' : 'primary'}
            busy={sending !== ''}
          >
            {will.ask.lines.map((line) => (
              <View key={line}>{line}</View>
            ))}
          </Dialog>
        ) : undefined
      }
    >
      {form.attempt > 0 && problems.length > 0 && (
        <ErrorSummary
          attempt={form.attempt}
          title={`有${problems.length}处要改，改好再${stamps ? '落印' : '交'}`}
          errors={problems.map(({ field, says }) => ({ id: idOf(field), says }))}
          onGo={goToField}
        />
      )}
      {trouble && <Trouble refused={trouble} onAgain={() => press(true)} />}
      {since !== undefined && <Changed view={view} since={since} today={day} />}
      <HeadCard view={view} aside={aside?.title} today={day} />
      {step && <RuleNote {...step.rule} />}
      {/* what was pointed at in its meetings is nothing to whoever draws on its money */}
      {aside?.does !== 'draw' && <Remarks view={view} />}
      {(step
        ? isReview(workflow) || (!step.count && (carried || !step.by.includes('opener')))
        : readFirst.includes(subject.form)) && <Material view={view} workflow={workflow} today={day} />}
      {run && subject.form === 'sessionHeld' && <RunMaterial run={run} today={day} />}
      {found.shown && <FoundCard told={found.told} pointedAt={found.pointedAt} as={found.as} />}
      {form.resumed && <Resumed at={form.resumed} today={day} onClear={form.clear} />}
      {choosing && step && (
        <ChoiceField
          id={idOf('outcome')}
          label={outcomeLabel(subject)}
          error={form.attempt > 0 && !outcome ? problems[0]?.says : undefined}
          options={outcomes.map(({ id, says }) => ({
            value: id,
            words: says,
            detail: opinionWords(step.form, id) ?? whereTo(workflow, step, id, known, settings),
          }))}
          value={outcome ?? ''}
          onChange={form.choose}
        />
      )}
      {filling && (
        <StepForm
          form={form}
          counting={counting}
          lacksRoll={subject.lacksRoll}
          today={day}
          sources={sourcesOf(view)}
          people={view.may.people}
          place={{
            ...{ village: view.village, from: view.id, category: String(view.fields.category ?? '') },
            ...{ title: view.title, into },
            ...(typeof view.fields.group === 'number' && { group: view.fields.group }),
          }}
          hints={earliest ? { meetOn: `最早${dayWords(earliest)}。` } : undefined}
        />
      )}
    </Page>
  )
}

// Once it has been sent back, the meeting is another one: what was begun of the one before isn't gone on with.
const againSince = ({ log }: CaseView, { asides }: Subject['workflow']): string[] => {
  const back = asides.filter(({ does }) => does === 'back').map(({ id }) => id)
  const times = log.filter(({ aside }) => aside !== undefined && back.includes(aside)).length
  return times > 0 ? [`again${times}`] : []
}

// beside the main path: what can't be judged without reading it
const readFirst: readonly string[] = ['inspected', 'merging', 'urge', 'nudge', 'summons', 'raiseLevel', 'takeOver']

const choiceOf: Readonly<Record<string, string>> = {
  ...{ reviewed: '您的意见', legality: '您的意见', sealApproval: '您的意见', signing: '您的意见' },
  ...{ supervisionCheck: '核对下来', undertakingCheck: '核对下来', watchReview: '看下来', watchNote: '这个月怎样' },
  ...{ rating: '他说办得怎么样', sessionHeld: '这次说事日开得怎么样', onRefusal: '您怎么看' },
}
const outcomeLabel = ({ step }: Subject) => choiceOf[step?.form ?? ''] ?? '怎么办'

const sourcesOf = (view: CaseView) => Object.fromEntries(view.files.map(({ id, name, url }) => [id, { name, url }]))
