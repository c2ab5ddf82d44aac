import { stepOf } from '@shared/engine/evolve'
import type { Workflow } from '@shared/engine/workflow'
import type { CaseView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../components/Button'
import { Note } from '../../components/Chip'
import { type Rating, RatingField } from '../../components/RatingField'
import { LongTextField } from '../../components/TextField'
import { speaksHere } from './nodes'
import type { Acted } from './useAct'
import { useVerdict } from './useVerdict'

const faces = { satisfied: 'smile', basically: 'meh', unsatisfied: 'frown' } as const
type Face = keyof typeof faces

/** 评, when it is this reader's turn: the faces in the timeline, the seal button for the bar. Undefined when it isn't. */
export function useRating(
  view: CaseView | undefined,
  workflow: Workflow | undefined,
  acted: Acted,
): { field: ReactNode; button: ReactNode } | undefined {
  const verdict = useVerdict<Face>(view, acted, { unsatisfied: '请说说哪里没办好，村里才知道怎么改。' })
  const { chosen, choose, reason, setReason, wrong, press, busy, says } = verdict
  const step = view?.may.step
  // what an elder said is entered with its proof, on a form of its own
  if (!view || !workflow || !step?.ok || step.form !== 'rating' || !speaksHere(view)) return undefined

  const options = step.outcomes
    .filter((o): o is { id: Face; says: string } => o.id in faces)
    .map(({ id, says }): Rating<Face> => ({ value: id, words: says, face: faces[id] }))
  const reopens = stepOf(workflow, step.step)?.next.unsatisfied !== 'closed'

  return {
    field: (
      <View className="case-rating">
        <RatingField
          id="rating"
          label="办得怎么样"
          options={options}
          value={chosen}
          onChange={choose}
          error={wrong.chosen}
          after={reopens ? '选“不满意”，会退回去重办一次，镇里也会知道。' : '这是最后一次评价。'}
        />
        {chosen !== '' && (
          <LongTextField
            label="说说原因"
            note={chosen === 'unsatisfied' ? undefined : '可以不填'}
            value={reason}
            onChange={setReason}
            maxLength={500}
            error={wrong.reason}
          />
        )}
        {says !== '' && <Note tone="jiang">{says}</Note>}
      </View>
    ),
    button: (
      <Button kind="seal" grow busy={busy} onPress={press}>
        盖上我的评价
      </Button>
    ),
  }
}
