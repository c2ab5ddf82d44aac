import type { SheetView } from '@shared/schemas/views'
import { useState } from 'react'
import { call, type Refused } from '../../api/client'
import { useCall } from '../../api/useCall'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { SheetRows, type ShownRow } from '../form/sheet/SheetRows'
import { SheetSummary } from '../form/sheet/SheetSummary'
import { counter } from '../form/sheet/typedSheet'
import '../form/sheet/sheet.scss'

const first = 10
const further = 50

/** A case's list for whoever reviews it: what it comes to, its first rows, and the rest on request. */
export function SheetMaterial({ of, sheet }: { of: string; sheet: SheetView }) {
  return (
    <>
      <Card>
        <SheetSummary view={sheet} whole />
      </Card>
      {sheet.totalsOnly ? (
        <Note tone="hui">{sheet.totalsOnly}</Note>
      ) : (
        sheet.count > 0 && <EachRow of={of} sheet={sheet} />
      )}
    </>
  )
}

function EachRow({ of, sheet }: { of: string; sheet: SheetView }) {
  const found = useCall('rows', { params: { id: of }, query: { limit: first } })
  const [rest, setRest] = useState<{ rows: readonly ShownRow[]; next?: string }>()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused>()
  if (!found.answer) return found.refused ? <Note tone="zhe">{found.refused.says}</Note> : null
  const { columns, rows, gone } = found.answer
  const next = rest ? rest.next : found.answer.next
  const more = async () => {
    setBusy(true)
    const reply = await call('rows', { params: { id: of }, query: { limit: further, after: next } })
    setBusy(false)
    setRefused(reply.refused)
    if (reply.answer) setRest({ rows: [...(rest?.rows ?? []), ...reply.answer.rows], next: reply.answer.next })
  }
  return (
    <Card title={sheet.kind === 'statement' ? '逐项逐笔' : sheet.title} end={`${sheet.count}${counter(sheet.kind)}`}>
      <SheetRows columns={columns} rows={[...rows, ...(rest?.rows ?? [])]} />
      {gone.length > 0 && <Note tone="hui">上一份里有{gone.length}行，这一份里没有了。</Note>}
      {refused && <Note tone="zhe">{refused.says}</Note>}
      {next && (
        <Button kind="second" block small busy={busy} busyWords="正在取…" onPress={() => void more()}>
          看后面的
        </Button>
      )}
    </Card>
  )
}
