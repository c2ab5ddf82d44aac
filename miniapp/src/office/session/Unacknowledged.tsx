import type { CardView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { call, type Refused } from '../../api/client'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { WorkCard } from '../../components/WorkCard'
import { newActId } from '../../platform/random'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { monthDay } from '../../words'
import { dueChip } from '../dueChip'

export type UnacknowledgedProps = {
  cards: readonly CardView[]
  today: string
  /** whether this person takes them in hand */
  runs: boolean
  onTaken: () => Promise<void>
}

/** Raised in time and in nobody's hand yet: one press takes one, then it is on the agenda. */
export function Unacknowledged({ cards, today, runs, onTaken }: UnacknowledgedProps) {
  const [busy, setBusy] = useState<string>()
  const [refused, setRefused] = useState<Refused>()
  const actIds = useRef<Record<string, string>>({})

  const take = async ({ id }: CardView) => {
    setBusy(id)
    setRefused(undefined)
    actIds.current[id] ??= await newActId()
    const actId = actIds.current[id]
    const refused = await acknowledge(id, actId)
    setRefused(refused)
    await onTaken()
    setBusy(undefined)
  }

  return (
    <>
      <Note tone="zhe">{`还有${cards.length}件没人接下。${runs ? '接下以后就能听。' : '等村里接下。'}`}</Note>
      {refused && <Note tone="jiang">{`没有接下。${refused.says}`}</Note>}
      <Card flush>
        {cards.map((card) => (
          <View key={card.id} className="mw-run-take">
            <WorkCard
              char={card.seal ?? card.mark}
              state="now"
              title={card.title}
              detail={`${monthDay(card.on, today)}提出`}
              chips={[dueChip(card.due, today)]}
              onPress={() => go(routes.case(card.id))}
            />
            {runs && (
              <View className="mw-run-act">
                <Button
                  kind="second"
                  small
                  icon="check"
                  busy={busy === card.id}
                  busyWords="正在接下…"
                  label={`接下：${card.title}`}
                  onPress={() => void take(card)}
                >
                  接下
                </Button>
              </View>
            )}
          </View>
        ))}
      </Card>
    </>
  )
}

/** Taken in hand as it stands now; a list may be older than what it lists. */
const acknowledge = async (id: string, actId: string): Promise<Refused | undefined> => {
  const found = await call('case', { params: { id } })
  if (found.refused) return found.refused
  const { seen } = found.answer
  const body = { actId, seen, outcome: 'acknowledged', form: {} }
  return (await call('act', { params: { id }, body })).refused
}
