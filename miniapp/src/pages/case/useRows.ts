import type { RowsView } from '@shared/schemas/views'
import { useEffect, useState } from 'react'
import { call, type Refused } from '../../api/client'
import { useCall } from '../../api/useCall'

export type RowFilter = { direction?: 'in' | 'out'; category?: string }

const aPage = 50

/** The rows of a case's list, fifty at a time; another filter starts anew. */
export function useRows(id: string, filter: RowFilter) {
  const query = { limit: aPage, ...filter }
  const first = useCall('rows', { params: { id }, query })
  const [further, setFurther] = useState<{ of: RowsView; rows: RowsView['rows']; next?: string }>()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused>()
  const { answer } = first
  // biome-ignore lint/correctness/useExhaustiveDependencies: another first page is the reason to forget what went wrong
  useEffect(() => setRefused(undefined), [answer])
  const grown = further && further.of === answer ? further : undefined
  const next = grown ? grown.next : answer?.next
  const more = async () => {
    if (!answer || !next || busy) return
    setBusy(true)
    const reply = await call('rows', { params: { id }, query: { ...query, after: next } })
    setBusy(false)
    setRefused(reply.refused)
    if (reply.answer)
      setFurther({ of: answer, rows: [...(grown?.rows ?? []), ...reply.answer.rows], next: reply.answer.next })
  }
  return { first, rows: [...(answer?.rows ?? []), ...(grown?.rows ?? [])], ...(next && { more }), busy, refused }
}
