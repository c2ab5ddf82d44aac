import type { CaseView } from '@shared/schemas/views'
import { useState } from 'react'
import { type Acted, useAct } from './useAct'

/** One of several outcomes, with a reason where `reasonFor` wants one: chosen, checked and sent from the page itself. */
export function useVerdict<T extends string>(
  view: CaseView | undefined,
  acted: Acted,
  reasonFor: Readonly<Record<string, string>>,
) {
  const [chosen, setChosen] = useState<T | ''>('')
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<{ chosen?: string; reason?: string }>({})
  const { send, busy, says } = useAct(acted)
  return {
    ...{ chosen, reason, setReason, wrong, busy, says },
    choose: (value: T) => {
      setChosen(value)
      setWrong({})
    },
    press: () => {
      const said = reason.trim()
      if (!view) return
      if (chosen === '') return setWrong({ chosen: '请先在上面选一项。' })
      if (reasonFor[chosen] && said === '') return setWrong({ reason: reasonFor[chosen] })
      void send(view, { outcome: chosen }, said ? { reason: said } : {})
    },
  }
}
