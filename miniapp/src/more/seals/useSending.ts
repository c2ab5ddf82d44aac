import { judgeForm } from '@shared/schemas/stepForms'
import type { CaseView } from '@shared/schemas/views'
import { pageScrollTo } from '@tarojs/taro'
import { useState } from 'react'
import { call, type Refused } from '../../api/client'
import type { Draft } from '../../api/drafts'
import { sendFile } from '../../api/files'
import { useDraft } from '../../pages/raise/useDraft'
import { tick } from '../../platform/phone'
import { newActId } from '../../platform/random'

type Errors = Readonly<Record<string, string>>

const byField = (problems: readonly { field: string; says: string }[]): Errors =>
  Object.fromEntries(problems.toReversed().map((p) => [p.field.replace(/^form\./, '').split('.')[0], p.says]))

/**
 * 用章申请 as it is written: kept as it is typed, its photos first and then itself, with the same act id at every try. `applicant` is
 * whoever asks. `sent`: the case that it opened.
 */
export function useSending(person: { id: string; name: string } | undefined, village: string | undefined) {
  const { draft, saved, change, clear, latest } = useDraft(person?.id, village, 'sealPaper')
  const [errors, setErrors] = useState<Errors>({})
  const [attempt, setAttempt] = useState(0)
  const [refused, setRefused] = useState<Refused>()
  const [busy, setBusy] = useState('')
  const [sent, setSent] = useState<CaseView>()

  const set = (name: string) => (value: string | number | undefined) => {
    setErrors(({ [name]: _, ...others }) => others)
    change({ ...latest(), form: { ...latest().form, [name]: value } })
  }
  const setPhotos = (photos: Draft['photos']) => change({ ...latest(), photos })
  const wrong = (problems: Errors) => {
    setErrors(problems)
    setAttempt((n) => n + 1)
    void pageScrollTo({ scrollTop: 0 })
  }

  /** The ids of the photos in their order; what has arrived isn't sent again. */
  const sendPhotos = async (): Promise<readonly string[] | Refused> => {
    for (const photo of latest().photos.filter(({ fileId }) => !fileId)) {
      setBusy(`正在传照片，还有${latest().photos.filter(({ fileId }) => !fileId).length}张…`)
      const { answer, refused: no } = await sendFile(photo)
      if (no) return no
      setPhotos(latest().photos.map((one) => (one.id === photo.id ? { ...one, fileId: answer.id } : one)))
    }
    return latest().photos.map(({ fileId }) => fileId!)
  }

  const attemptOnce = async (form: Readonly<Record<string, unknown>>, at: string): Promise<Refused | undefined> => {
    const papers = await sendPhotos()
    if ('refusal' in papers) return papers
    setBusy('正在提交…')
    const actId = latest().actId ?? (await newActId())
    change({ ...latest(), actId })
    const body = { actId, workflow: 'sealReview', villageId: at, form: papers.length > 0 ? { ...form, papers } : form }
    const { answer, refused: no } = await call('open', { body })
    if (no) return no
    clear()
    setSent(answer)
    tick()
    return undefined
  }

  const submit = async () => {
    if (!person || !village || busy) return
    setRefused(undefined)
    const form = { ...draft.form, applicant: person.name }
    const verdict = judgeForm('sealPaper', form)
    if (!verdict.ok) return wrong(byField(verdict.problems))
    setErrors({})
    setBusy('正在提交…')
    const no = await attemptOnce(form, village)
    setBusy('')
    if (!no) return
    const problems = no.detail?.problems
    const told = Array.isArray(problems)
      ? byField(problems)
      : typeof no.detail?.field === 'string'
        ? { [no.detail.field]: no.says }
        : {}
    if (Object.keys(told).length === 0) setRefused(no)
    wrong(told)
  }
  return { form: draft.form, photos: draft.photos, saved, set, setPhotos, submit, busy, errors, attempt, refused, sent }
}
