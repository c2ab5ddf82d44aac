import { isDay } from '@shared/engine/deadline'
import type { CaseView } from '@shared/schemas/views'
import { useState } from 'react'
import { useCall } from '../../api/useCall'
import type { Counting } from '../form/problems'

/**
 * 应到 on the day on which the meeting was held: today's until another day is chosen, and where it can't be asked for. `note` is
 * told the day as it stands in the form.
 */
export function useDayRoll(view: CaseView, counting: Counting | undefined, today: string) {
  const [day, setDay] = useState<string>()
  const { group } = view.fields
  const { answer } = useCall(
    'rolls',
    counting && day
      ? { params: { id: view.village }, query: { on: day, ...(typeof group === 'number' && { group }) } }
      : null,
  )
  const found = answer?.on === day ? answer?.rolls.find(({ roll }) => roll === counting?.roll.name) : undefined
  return {
    counting:
      counting && found && day ? { ...counting, roll: { ...counting.roll, ...headsOf(found), on: day } } : counting,
    note: (heldOn: unknown) => setDay(isDay(heldOn) && heldOn < today ? heldOn : undefined),
  }
}

const headsOf = ({ eligible, all, households }: { eligible: number; all: number; households: number }) => ({
  ...{ eligible, all, households },
})
