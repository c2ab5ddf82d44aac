import { titleOf } from '@shared/engine/open'
import { judgeForm } from '@shared/schemas/stepForms'
import type { CaseView } from '@shared/schemas/views'
import { workflowOf } from '@shared/workflows/index'
import { pageScrollTo, useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import type { Refused } from '../../api/client'
import type { Draft } from '../../api/drafts'
import { enqueue, send, takeOut } from '../../api/outbox'
import { useSession } from '../../api/session'
import { useHome } from '../../api/useHome'
import { Empty } from '../../components/Blank'
import { Button } from '../../components/Button'
import { Note } from '../../components/Chip'
import { DateCard } from '../../components/DateBlock'
import { ErrorSummary } from '../../components/ErrorSummary'
import { Page } from '../../components/Page'
import { tick } from '../../platform/phone'
import { newActId } from '../../platform/random'
import { param, routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { cutOffWords, leafOf, nearDay, timeWords } from '../../words'
import { Kept, Receipt, type Why } from './Receipt'
import { RequestForm } from './RequestForm'
import { useDraft } from './useDraft'
import './index.scss'

// What passes by itself: it stays in the outbox.
const waitsFor: Readonly<Record<string, Why>> = { offline: 'network', signInExpired: 'signIn', notSignedIn: 'signIn' }

type Errors = Readonly<Record<string, string>>
// The order in which the fields stand on the page.
const order = ['text', 'category', 'photos', 'place', 'wish', 'visibility', 'nameShown']

/** 我要说事: written now, kept as it is typed, sent once, with network or when it returns. */
export default function Raise() {
  const about = param(useRouter().params, 'about') || undefined
  const session = useSession()
  const home = useHome()
  const own = session?.person.village
  const village = home.answer?.village
  // A villager speaks in their own village, whichever boards they were reading.
  const at = own ?? home.villageId
  const { draft, saved, change, clear } = useDraft(session?.person.id, at, about)
  const [errors, setErrors] = useState<Errors>({})
  const [attempt, setAttempt] = useState(0)
  const [refused, setRefused] = useState<Refused>()
  const [busy, setBusy] = useState(false)
  const [sent, setSent] = useState<CaseView | Why>()
  const actId = useRef<string>()
  const today = home.answer?.today ?? ''

  // What is being mended is no longer marked as wrong.
  const write = (next: Draft) => {
    setErrors((before) =>
      Object.fromEntries(
        Object.entries(before).filter(([name]) =>
          name === 'photos' ? next.photos === draft.photos : next.form[name] === draft.form[name],
        ),
      ),
    )
    change(next)
  }

  const submit = async () => {
    if (!session || !at) return
    const form = cleaned(draft.form)
    const verdict = judgeForm('raised', form)
    setRefused(undefined)
    setErrors(
      verdict.ok ? {} : Object.fromEntries(verdict.problems.toReversed().map((p) => [p.field.split('.')[0], p.says])),
    )
    if (!verdict.ok) {
      setAttempt((n) => n + 1)
      void pageScrollTo({ scrollTop: 0 })
      return
    }
    setBusy(true)
    actId.current ??= await newActId()
    const waits = {
      actId: actId.current,
      person: session.person.id,
      workflow: 'request',
      title: titleOf(workflowOf('request')!, form),
      form,
      photos: draft.photos,
      about,
    }
    enqueue({
      ...waits,
      village: { id: at, name: village?.id === at ? village.name : '' },
      since: new Date().toISOString(),
    })
    const { answer, refused } = await send(actId.current)
    setBusy(false)
    if (answer || waitsFor[refused.refusal]) {
      clear()
      setSent(answer ?? waitsFor[refused.refusal])
      if (answer) tick()
      return
    }
    // Nothing is lost: what was refused goes back into the draft, with what has been sent of its photos.
    const back = takeOut(actId.current, true)
    if (back) change({ form: draft.form, photos: back.photos })
    setRefused(refused)
    setErrors(problemsOf(refused))
    setAttempt((n) => n + 1)
    void pageScrollTo({ scrollTop: 0 })
  }

  if (sent)
    return (
      <Page title="我要说事" onBack={goBack}>
        {typeof sent === 'string' ? <Kept why={sent} /> : <Receipt sent={sent} today={today} />}
      </Page>
    )
  if (!session)
    return (
      <Page title="我要说事" onBack={goBack}>
        <Empty
          title="说事要先登录"
          says="登录以后村里才知道给谁回话。别人看不看得到您的名字，由您自己定。"
          action="去登录"
          actionIcon="me"
          onAction={() => go(routes.signIn(routes.raise(about)))}
        />
      </Page>
    )
  const next = home.answer?.session
  const list = order.filter((name) => errors[name]).map((name) => ({ id: name, says: errors[name] }))
  return (
    <Page
      title="我要说事"
      onBack={goBack}
      hint="发出去以后不能改，可以补充，也可以在村里商量以前撤回。"
      actions={
        <Button grow busy={busy} busyWords="正在发…" onPress={() => void submit()}>
          提交，说事日去说
        </Button>
      }
    >
      {list.length > 0 && (
        <ErrorSummary errors={list} attempt={attempt} onGo={(id) => void pageScrollTo({ selector: `#${id}` })} />
      )}
      {refused && <Note tone="jiang">{refused.says}</Note>}
      {next && village?.id === at && (
        <DateCard
          {...leafOf(next.on)}
          title={`赶得上${nearDay(next.on, today)}说事日`}
          lines={[
            `${timeWords(next.startsAt)} · ${next.place}`,
            `${cutOffWords(next.cutOff, today)}提交，就排进这一次`,
          ]}
        />
      )}
      {about && <Note tone="dai">这次说的是公开栏上的一件事，发出去后两边都看得到对方。</Note>}
      <RequestForm {...{ draft, saved, errors }} onChange={write} surname={[...session.person.name][0] ?? ''} />
    </Page>
  )
}

/** Without what was left empty, and with the name hidden unless she chose otherwise. */
function cleaned(form: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const filled = Object.fromEntries(Object.entries(form).filter(([, v]) => v !== '' && v !== undefined))
  return { channel: 'online', nameShown: 'hidden', ...filled }
}

/** What the server found wrong, by field. */
function problemsOf({ detail }: Refused): Errors {
  const problems = detail?.problems
  if (!Array.isArray(problems)) return {}
  return Object.fromEntries(
    problems.map((p: { field: string; says: string }) => [p.field.replace(/^form\./, '').split('.')[0], p.says]),
  )
}
