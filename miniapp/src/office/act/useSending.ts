import type { CaseView } from '@shared/schemas/views'
import { useState } from 'react'
import { call, type Refused } from '../../api/client'
import { tick } from '../../platform/phone'
import { refusedAt } from '../form/refusedAt'
import { sendBeforehand, unsent } from '../form/sendAttached'
import { formValue } from '../form/typed'
import type { FormState } from '../form/useForm'

type SendingProps = {
  view: CaseView
  form: FormState
  /** what is recorded: an outcome of the step, or an act beside it */
  what: { outcome?: string; aside?: string }
  onDone: (view: CaseView) => void
  /** someone acted first */
  onChanged: () => void
  /** the server's no, before it is told anywhere */
  onRefused: (refused: Refused) => void
}

const words = (left: number) => (left > 0 ? `正在传照片和录音，还有${left}个…` : '正在提交…')

/** Sends one act: its files first, then itself. `trouble` is a no that no field of the form is about. */
export function useSending({ view, form, what, onDone, onChanged, onRefused }: SendingProps) {
  const [sending, setSending] = useState('')
  const [trouble, setTrouble] = useState<Refused>()

  const attempt = async (): Promise<Refused | undefined> => {
    const files = await sendBeforehand(form.fields, form.typed, view.village, (name, value, left) => {
      form.set(name, value)
      setSending(words(left))
    })
    if ('refused' in files) return files.refused
    const { answer, refused } = await call('act', {
      params: { id: view.id },
      body: { ...{ actId: await form.actId(), seen: view.seen, form: formValue(form.fields, files.typed) }, ...what },
    })
    if (refused) return refused
    form.done()
    tick()
    onDone(answer)
    return undefined
  }

  /** False when it was refused. */
  const send = async (): Promise<boolean> => {
    setSending(words(unsent(form.fields, form.typed)))
    const refused = await attempt()
    setSending('')
    if (!refused) return true
    onRefused(refused)
    const at = refusedAt(refused)
    if (refused.refusal === 'someoneActedFirst') onChanged()
    else if (at.length > 0) form.refuse(at)
    else setTrouble(refused)
    return false
  }

  return { sending, trouble, send, forget: () => setTrouble(undefined) }
}
