import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../../api/client'
import { aria } from '../../../components/aria'
import { Button } from '../../../components/Button'
import { Note } from '../../../components/Chip'
import { type DrawnKind, drawnWords, takenWords, withDrawn } from './takenOver'
import type { TypedRow } from './typedSheet'

export type DrawnUpProps = {
  kind: DrawnKind
  village: string
  period: string
  rows: readonly TypedRow[]
  onTake: (rows: readonly TypedRow[]) => void
}

/** Takes over what is known already, so that nobody types it a second time; what was typed stays. */
export function DrawnUp({ kind, village, period, rows, onTake }: DrawnUpProps) {
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState<{ says: string; ok: boolean; of: string }>()
  const take = async () => {
    setBusy(true)
    const { answer, refused } = await call('drawnUp', { params: { id: village }, query: { kind, period } })
    setBusy(false)
    if (refused) return setTold({ says: refused.says, ok: false, of: period })
    const next = withDrawn(kind, rows, answer.rows)
    setTold({ says: takenWords(kind, answer.rows.length, next.added, answer.from.length), ok: true, of: period })
    if (next.added > 0) onTake(next.rows)
  }
  return (
    <View className="mw-sheet mw-drawn-up">
      <Button kind="second" block icon="download" busy={busy} busyWords="正在取…" onPress={() => void take()}>
        {drawnWords[kind].take}
      </Button>
      {told?.of === period && (
        <View {...aria({ role: 'status' })}>
          <Note tone={told.ok ? 'dai' : 'jiang'}>{told.says}</Note>
        </View>
      )}
    </View>
  )
}
