import { titleOf } from '@shared/engine/open'
import { judgeForm } from '@shared/schemas/stepForms'
import type { CaseView } from '@shared/schemas/views'
import { workflowOf } from '@shared/workflows/index'
import { pageScrollTo } from '@tarojs/taro'
import { useRef, useState } from 'react'
import type { Refused } from '../../api/client'
import type { Draft } from '../../api/drafts'
import { enqueue, send, takeOut } from '../../api/outbox'
import { useDraft } from '../../pages/raise/useDraft'
import { tick } from '../../platform/phone'
import { newActId } from '../../platform/random'

export type SendingOf = {
  person?: string
  village?: { id: string; name: string }
  about?: string
  /** where it is written on if it can't be sent, and under what name its draft is kept */
  mend: { url: string; draft: string }
}

/** What passes by itself: it stays in the outbox. */
const waitsFor = { offline: 'network', signInExpired: 'signIn', notSignedIn: 'signIn' } as const
export type Why = (typeof waitsFor)[keyof typeof waitsFor]

/**
 * What someone writes to open a case: kept as it is typed, sent once with the same act id, left in the outbox where there is no
 * network, given back to be mended where it is refused. `sent`: the case, or why it waits.
 */
export function useSending({ person, village, about, mend }: SendingOf) {
  const { draft, saved, change, clear } = useDraft(person, village?.id, mend.draft)
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [attempt, setAttempt] = useState(0)
  const [refused, setRefused] = useState<Refused>()
  const [busy, setBusy] = useState(false)
  const [sent, setSent] = useState<CaseView | Why>()
  const actId = useRef<string>()

  const fill = (more: Draft['form']) => change({ ...draft, form: { ...draft.form, ...more } })
  const set = (name: string) => (value: string) => {
    setErrors(({ [name]: _, ...others }) => others)
    fill({ [name]: value })
  }
  const wrong = (problems: Readonly<Record<string, string>>) => {
    setErrors(problems)
    setAttempt((n) => n + 1)
    void pageScrollTo({ scrollTop: 0 })
  }
  /** `form` is what goes out: the draft without what only the page knows. */
  const submit = async (workflow: string, form: Draft['form'], more: Readonly<Record<string, string>> = {}) => {
    if (!person || !village) return
    const verdict = judgeForm(workflowOf(workflow)!.openForm, form)
    setRefused(undefined)
    const found = verdict.ok ? more : { ...byField(verdict.problems), ...more }
    if (Object.keys(found).length) return wrong(found)
    setErrors({})
    setBusy(true)
    actId.current ??= draft.actId ?? (await newActId())
    const since = new Date().toISOString()
    const title = titleOf(workflowOf(workflow)!, form)
    const { photos } = draft
    enqueue({ actId: actId.current, person, village, workflow, title, form, photos, about, mend, since })
    const reply = await send(actId.current)
    setBusy(false)
    const waits = reply.refused && waitsFor[reply.refused.refusal as keyof typeof waitsFor]
    if (reply.answer || waits) {
      clear()
      setSent(reply.answer ?? waits)
      if (reply.answer) tick()
      return
    }
    const back = takeOut(actId.current, true)
    // what has been sent of its files isn't sent again
    if (photos.length) change({ ...draft, photos: back?.photos ?? photos })
    setRefused(reply.refused)
    const problems = reply.refused?.detail?.problems
    wrong(Array.isArray(problems) ? byField(problems) : {})
  }
  const setPhotos = (photos: Draft['photos']) => change({ ...draft, photos })
  return {
    form: draft.form,
    photos: draft.photos,
    setPhotos,
    fill,
    saved,
    set,
    submit,
    busy,
    errors,
    attempt,
    refused,
    sent,
  }
}

const byField = (problems: readonly { field: string; says: string }[]) =>
  Object.fromEntries(problems.toReversed().map((p) => [p.field.replace(/^form\./, '').split('.')[0], p.says]))
