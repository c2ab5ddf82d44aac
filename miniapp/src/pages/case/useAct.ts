import type { CaseView } from '@shared/schemas/views'
import { useRef, useState } from 'react'
import { call } from '../../api/client'
import { tick } from '../../platform/phone'
import { newActId } from '../../platform/random'

export type Acted = { done: (view: CaseView) => void; stale: (says: string) => void }

const outdated: readonly string[] = ['signInExpired', 'someoneActedFirst', 'caseIsClosed', 'tooLate']

/**
 * One act on this case, sent from the page itself. However often it has to be sent, it is one act. `says`: why it wasn't taken;
 * what makes the page itself out of date goes to `stale`, because the field is gone when the page is drawn anew.
 */
export function useAct({ done, stale }: Acted) {
  const [busy, setBusy] = useState(false)
  const [says, setSays] = useState('')
  const actId = useRef<string>()
  const send = async (view: CaseView, what: { outcome: string } | { aside: string }, form = {}) => {
    setBusy(true)
    setSays('')
    actId.current ??= await newActId()
    const body = { actId: actId.current, seen: view.seen, ...what, form }
    const { answer, refused } = await call('act', { params: { id: view.id }, body })
    setBusy(false)
    if (refused && outdated.includes(refused.refusal)) return stale(refused.says)
    if (refused) return setSays(refused.says)
    actId.current = undefined
    tick()
    done(answer)
  }
  return { send, busy, says }
}
