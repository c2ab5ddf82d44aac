import { titleOf } from '@shared/engine/open'
import type { CaseView } from '@shared/schemas/views'
import { workflowOf } from '@shared/workflows/index'
import { pageScrollTo } from '@tarojs/taro'
import { useState } from 'react'
import type { Refused } from '../../api/client'
import type { Draft } from '../../api/drafts'
import { enqueue, send, takeOut } from '../../api/outbox'
import { tick } from '../../platform/phone'
import { newActId } from '../../platform/random'
import { finishRecording } from '../../platform/recorder'
import { channelOf, type Errors, sentForm, wrongBy, wrongIn } from './form'
import { useDraft } from './useDraft'

// What passes by itself: it stays in the outbox.
const waitsFor = { offline: 'network', signInExpired: 'signIn', notSignedIn: 'signIn' } as const
/** What it waits for. */
export type Why = (typeof waitsFor)[keyof typeof waitsFor]

/** What became of it. `forOther` as it was sent; `other`: an earlier writing of this draft had gone out before. */
export type Outcome = { sent: CaseView | Why; forOther: boolean; other: boolean }

export type RaisingOf = {
  person?: string
  village?: { id: string; name: string }
  about?: string
  /** how it comes, where the page was opened for that */
  channel: string
  /** holds a post in which others' matters are written down */
  mayEnter: boolean
}

/** 说事, from the first letter to the receipt: kept as it is typed, sent once, given back to be mended where it is refused. */
export function useRaising({ person, village, about, channel: asked, mayEnter }: RaisingOf) {
  const { draft, saved, elsewhere, change, clear, latest, settle } = useDraft(person, village?.id, about)
  const [errors, setErrors] = useState<Errors>({})
  const [attempt, setAttempt] = useState(0)
  const [refused, setRefused] = useState<Refused>()
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome>()
  const waysOf = (of: Draft) => ({
    forOther: mayEnter && (of.forOther ?? asked !== ''),
    channel: channelOf(of, asked),
  })

  // What is being mended is no longer marked as wrong.
  const write = (make: (draft: Draft) => Draft) => {
    const before = latest()
    const next = make(before)
    const kept = (name: string) =>
      next.form[name] === before.form[name] && next[name as keyof Draft] === before[name as keyof Draft]
    setErrors((wrong) => Object.fromEntries(Object.entries(wrong).filter(([name]) => kept(name))))
    change(next)
  }
  const stop = (wrong: Errors) => {
    setErrors(wrong)
    setAttempt((n) => n + 1)
    void pageScrollTo({ scrollTop: 0 })
  }

  /** `first` may hold it back once it is known to be whole; then nothing is sent. */
  const submit = async (first?: () => Promise<boolean>) => {
    if (!person || !village || busy) return
    setBusy(true)
    await finishRecording()
    const now = settle()
    const ways = waysOf(now)
    const wrong = wrongIn(now, ways)
    setRefused(undefined)
    setErrors(wrong)
    const holds = Object.keys(wrong).length > 0
    if (holds) stop(wrong)
    if (!holds && !(await first?.())) await sendOut(now, ways)
    setBusy(false)
  }

  const sendOut = async (now: Draft, ways: ReturnType<typeof waysOf>) => {
    const form = sentForm(now, ways)
    const actId = now.actId ?? (await newActId())
    const { photos, voice } = now
    enqueue({
      ...{ actId, person: person!, village: village!, workflow: 'request', about },
      ...{ title: titleOf(workflowOf('request')!, form), form, photos, voice },
      ...(ways.forOther && { consent: now.consent }),
      since: new Date().toISOString(),
    })
    const { answer, refused } = await send(actId)
    const waits = refused && waitsFor[refused.refusal as keyof typeof waitsFor]
    if (answer || waits) {
      const other = answer !== undefined && isOther(answer, form)
      clear()
      // What was written since then isn't lost: it is the next draft.
      if (other) change({ ...now, actId: undefined })
      setOutcome({ sent: answer ?? waits!, forOther: ways.forOther, other })
      if (answer) tick()
      return
    }
    // Nothing is lost: what was refused goes back into the draft, with what has been sent of its files.
    const back = takeOut(actId, true)
    change({
      ...now,
      photos: back?.photos ?? photos,
      voice: back?.voice ?? voice,
      consent: back?.consent ?? now.consent,
    })
    setRefused(refused)
    stop(wrongBy(refused))
  }
  const again = () => {
    clear()
    setOutcome(undefined)
  }
  const told = busy || outcome ? undefined : elsewhere
  return {
    draft,
    saved,
    elsewhere: told,
    write,
    again,
    submit,
    busy,
    errors,
    attempt,
    refused,
    outcome,
    ...waysOf(draft),
  }
}

/** The answer to this act was an earlier writing of it. */
const isOther = (sent: CaseView, form: Readonly<Record<string, unknown>>): boolean => {
  const said = sent.log[0]?.values.text
  return typeof said === 'string' && said.trim() !== String(form.text).trim()
}
