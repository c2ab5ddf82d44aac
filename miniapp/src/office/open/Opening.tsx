import { catalogueItem } from '@shared/catalogue'
import type { Rule } from '@shared/engine/workflow'
import type { CaseView } from '@shared/schemas/views'
import { type ReactNode, useMemo, useState } from 'react'
import { call, type Refused } from '../../api/client'
import { today } from '../../api/today'
import { Button } from '../../components/Button'
import { Note } from '../../components/Chip'
import { ErrorSummary } from '../../components/ErrorSummary'
import { Page } from '../../components/Page'
import { RuleNote } from '../../components/RuleNote'
import { goBack } from '../../screen/go'
import { goToField, toTop } from '../form/goToField'
import { Resumed } from '../form/Resumed'
import { refusedAt } from '../form/refusedAt'
import { idOf } from '../form/StepField'
import { StepForm, type StepFormProps } from '../form/StepForm'
import { sendBeforehand, unsent } from '../form/sendAttached'
import { knownOf } from '../form/startFrom'
import { Trouble } from '../form/Trouble'
import { formValue, type Typed } from '../form/typed'
import { useForm } from '../form/useForm'
import { type Opening as OpeningOf, openingWords } from './openings'

export type OpeningProps = {
  opening: OpeningOf
  /** what is corrected, to start from */
  from?: CaseView
  /** the item and the period that are owed, where the page was opened from there; '' when not */
  item: string
  period: string
  /** known beforehand, and what it is about, so that its draft is its own; `given` isn't asked */
  start?: Typed
  given?: Typed
  about?: string
  /** the matter that is raised once more */
  again?: string
  /** who may be named in the form */
  people?: StepFormProps['people']
  /** how it is called here, where it leads back to, why it is done so */
  title?: string
  onBack?: () => void
  rule?: Rule
  /** what has to be known before the form is filled in, in place of where and what for */
  children?: ReactNode
  onOpened: (view: CaseView) => void
}

/** The opening form of a workflow, and its sending: the same act id goes with every try, so it is opened once. */
export function Opening(props: OpeningProps) {
  const { opening, from, item, period, onOpened } = props
  const { workflow, village, villageName } = opening
  const words = openingWords(workflow)
  const day = today()
  const judging = useMemo(
    () => ({ facts: workflow.openFacts ?? [], workflow: workflow.id, settings: {}, today: day }),
    [workflow, day],
  )
  const form = useForm({
    form: workflow.openForm,
    about: ['open', workflow.id, village, from?.id ?? item, period, props.about].filter(Boolean).join(':'),
    known: from && knownOf(from),
    start: props.start ?? startOf(workflow.openForm, { item, period }),
    given: props.given,
    judging,
  })
  const [sending, setSending] = useState('')
  const [trouble, setTrouble] = useState<Refused>()
  const sources = Object.fromEntries((from?.files ?? []).map(({ id, name, url }) => [id, { name, url }]))

  const press = async () => {
    if (sending) return
    setTrouble(undefined)
    if (!form.check()) return toTop()
    const left = unsent(form.fields, form.typed)
    setSending(left > 0 ? `正在传附件，还有${left}个…` : '正在提交…')
    const refused = await attempt()
    setSending('')
    if (!refused) return
    const at = refusedAt(refused)
    if (at.length > 0) form.refuse(at)
    else setTrouble(refused)
    toTop()
  }

  const attempt = async (): Promise<Refused | undefined> => {
    const files = await sendBeforehand(form.fields, form.typed, village, form.set)
    if ('refused' in files) return files.refused
    const body = {
      ...{ actId: await form.actId(), workflow: workflow.id, villageId: village },
      form: formValue(form.fields, files.typed),
      ...(from && { from: from.id }),
      ...(props.again && { about: props.again }),
    }
    const { answer, refused } = await call('open', { body })
    if (refused) return refused
    form.done()
    onOpened(answer)
    return undefined
  }

  return (
    <Page
      title={props.title ?? words.title}
      onBack={props.onBack ?? goBack}
      actions={
        <Button grow busy={sending !== ''} busyWords={sending} onPress={() => void press()}>
          {words.button}
        </Button>
      }
    >
      {form.attempt > 0 && form.problems.length > 0 && (
        <ErrorSummary
          attempt={form.attempt}
          errors={form.problems.map(({ field, says }) => ({ id: idOf(field), says }))}
          onGo={goToField}
        />
      )}
      {trouble && <Trouble refused={trouble} onAgain={() => void press()} />}
      {props.children ?? <Note tone="hui">{`${villageName}：${words.detail}。`}</Note>}
      {form.resumed && <Resumed at={form.resumed} today={day} onClear={form.clear} />}
      {from && <Note tone="dai">{`更正的是：${from.title}，${from.number}。目录项和时期不能换。`}</Note>}
      <StepForm {...{ form, sources, today: day, people: props.people }} place={{ village, from: from?.id }} />
      <RuleNote {...(props.rule ?? workflow.steps[0].rule)} />
    </Page>
  )
}

// What is known before a key is pressed: the item that is owed, the only board that there is.
const startOf = (form: string, { item, period }: { item: string; period: string }): Typed | undefined => {
  if (form === 'majorFinance') return { board: 'finance' }
  const owed = form === 'notice' ? catalogueItem(item) : undefined
  return owed && { board: owed.board, item, audience: owed.sees, ...(period && { period }) }
}
