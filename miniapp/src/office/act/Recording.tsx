import type { Step } from '@shared/engine/workflow'
import type { CaseView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { call, type Refused } from '../../api/client'
import { today } from '../../api/today'
import { Button } from '../../components/Button'
import { ChoiceField } from '../../components/ChoiceField'
import { Dialog } from '../../components/Dialog'
import { ErrorSummary } from '../../components/ErrorSummary'
import { Page } from '../../components/Page'
import { RuleNote } from '../../components/RuleNote'
import { tick } from '../../platform/phone'
import { goBack } from '../../screen/go'
import { goToField, toTop } from '../form/goToField'
import { talliedBy } from '../form/problems'
import { Resumed } from '../form/Resumed'
import { refusedAt } from '../form/refusedAt'
import { idOf } from '../form/StepField'
import { StepForm } from '../form/StepForm'
import { sendBeforehand, unsent } from '../form/sendAttached'
import { knownOf } from '../form/startFrom'
import { Trouble } from '../form/Trouble'
import { formValue } from '../form/typed'
import { useForm } from '../form/useForm'
import { Changed } from './Changed'
import { leadsTo, ofAside, ofStep, whereTo } from './consequence'
import { FoundCard, type Reads } from './FoundCard'
import { asksOf, type Findings, findingsIn, findingsOf, remarked } from './findings'
import { HeadCard } from './HeadCard'
import { Material } from './Material'
import type { Subject } from './subject'

export type RecordingProps = {
  view: CaseView
  subject: Subject
  /** others acted after this entry, while the form was open */
  since?: number
  onRecorded: (view: CaseView, stamped: boolean) => void
  /** someone acted first: fetch the case and come back with what is new */
  onChanged: () => void
}

/** One act on a case, from the first key to the stamp. */
export function Recording({ view, subject, since, onRecorded, onChanged }: RecordingProps) {
  const { workflow, step, aside, outcomes, counting } = subject
  const guards = step?.facts?.some((fact) => fact.startsWith('personalData')) ?? false
  const papers = guards && Array.isArray(view.fields.attachments) ? view.fields.attachments : []
  const [pointed, setPointed] = useState<Findings>()
  const told = pointed ?? findingsOf(view.files.filter(({ id }) => papers.includes(id)))
  const { checkedByEye, override } = asksOf(view, told, guards ? remarked(view) : [])
  const asks = useMemo(() => ({ checkedByEye, override }), [checkedByEye, override])
  const form = useForm({
    form: subject.form,
    about: `${view.id}:${subject.id}`,
    known: knownOf(view),
    asks,
    counting,
    outcome: outcomes.length === 1 ? outcomes[0].id : undefined,
  })
  const [asking, setAsking] = useState(false)
  const [sending, setSending] = useState('')
  const [trouble, setTrouble] = useState<Refused>()
  const day = today()

  const outcome = outcomes.some(({ id }) => id === form.outcome) ? form.outcome : undefined
  const tally = counting && talliedBy(counting, form.value)
  const known = { ...view.fields, ...form.value }
  const will = aside
    ? ofAside(aside, form.value)
    : step && ofStep(workflow, step, { outcome, tally }, known, counting?.settings)
  const choosing = outcomes.length > 1
  const filling = !choosing || outcome !== undefined
  // before an outcome is chosen the button already says whether it will stamp
  const stamps = will?.stamps ?? outcomes.every(({ id }) => step && leadsTo(step.next[id], known, {}) !== step.id)
  const problems =
    choosing && !outcome ? [{ field: 'outcome', says: `请先选${outcomeLabel(subject)}。` }] : form.problems

  const press = () => {
    if (sending) return
    setTrouble(undefined)
    const whole = form.check()
    if (!whole || problems.length > 0) return toTop()
    if (will?.ask) setAsking(true)
    else void submit()
  }

  // once said yes to, it isn't asked again because the network had gone
  const again = () => {
    setTrouble(undefined)
    if (form.check() && problems.length === 0) void submit()
    else toTop()
  }

  const submit = async () => {
    const left = unsent(form.fields, form.typed)
    setSending(left > 0 ? `正在传照片，还有${left}张…` : '正在提交…')
    const refused = await attempt()
    setSending('')
    setAsking(false)
    if (!refused) return
    const at = refusedAt(refused)
    setPointed(findingsIn(refused) ?? pointed)
    if (refused.refusal === 'someoneActedFirst') onChanged()
    else if (at.length > 0) form.refuse(at)
    else setTrouble(refused)
    toTop()
  }

  const attempt = async (): Promise<Refused | undefined> => {
    const files = await sendBeforehand(form.fields, form.typed, view.village, (name, value, left) => {
      form.set(name, value)
      setSending(left > 0 ? `正在传照片，还有${left}张…` : '正在提交…')
    })
    if ('refused' in files) return files.refused
    const { answer, refused } = await call('act', {
      params: { id: view.id },
      body: {
        ...{ actId: await form.actId(), seen: view.seen, form: formValue(form.fields, files.typed) },
        ...(aside ? { aside: aside.id } : outcome && { outcome }),
      },
    })
    if (refused) return refused
    form.done()
    tick()
    onRecorded(answer, will?.stamps ?? false)
    return undefined
  }

  return (
    <Page
      title={subject.title}
      onBack={goBack}
      hint={will?.hint}
      actions={
        <Button kind={stamps ? 'seal' : 'primary'} grow busy={sending !== ''} busyWords={sending} onPress={press}>
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
      {trouble && <Trouble refused={trouble} onAgain={again} />}
      {since !== undefined && <Changed view={view} since={since} today={day} />}
      <HeadCard view={view} aside={aside?.title} today={day} />
      {step && <RuleNote {...step.rule} />}
      {step && !step.count && !step.by.includes('opener') && <Material view={view} workflow={workflow} today={day} />}
      {guards && <FoundCard told={told} pointedAt={remarked(view)} as={readsAs(step)} />}
      {form.resumed && <Resumed at={form.resumed} today={day} onClear={form.clear} />}
      {choosing && step && (
        <ChoiceField
          id={idOf('outcome')}
          label={outcomeLabel(subject)}
          error={form.attempt > 0 && !outcome ? problems[0]?.says : undefined}
          options={outcomes.map(({ id, says }) => ({
            value: id,
            words: says,
            detail: whereTo(workflow, step, id, known, counting?.settings),
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
          place={{ village: view.village, from: view.id }}
        />
      )}
    </Page>
  )
}

const readsAs = (step: Step | undefined): Reads => {
  if (step?.form === 'noticePosting') return 'poster'
  if (step?.next.returned) return 'reviewer'
  return step?.facts?.includes('personalDataClear') ? 'answerer' : 'author'
}

const outcomeLabel = ({ step }: Subject) =>
  step?.form === 'reviewed' || step?.form === 'legality' ? '您的意见' : '怎么办'

const sourcesOf = (view: CaseView) => Object.fromEntries(view.files.map(({ id, name, url }) => [id, { name, url }]))
