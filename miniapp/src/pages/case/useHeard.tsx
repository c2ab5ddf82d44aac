import { stepOf } from '@shared/engine/evolve'
import type { Workflow } from '@shared/engine/workflow'
import type { CaseView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../components/Button'
import { Note } from '../../components/Chip'
import { ChoiceField } from '../../components/ChoiceField'
import { LongTextField } from '../../components/TextField'
import type { Acted } from './useAct'
import { useVerdict } from './useVerdict'

/** 说清楚了没有, when it is this reader's turn to say: the choice in the timeline, the seal button for the bar. */
export function useHeard(
  view: CaseView | undefined,
  workflow: Workflow | undefined,
  acted: Acted,
): { field: ReactNode; button: ReactNode } | undefined {
  const verdict = useVerdict(view, acted, '请说说哪里没说清楚，答复的人才知道怎么补。')
  const { chosen, choose, reason, setReason, wrong, press, busy, says } = verdict
  const step = view?.may.step
  if (!view || !workflow || !step?.ok || step.form !== 'opinionOnAnswer') return undefined

  const goesOn = stepOf(workflow, step.step)?.next.unsatisfied !== 'closed'
  return {
    field: (
      <View className="case-rating">
        <ChoiceField
          id="heard"
          label="说清楚了吗"
          help={goesOn ? '选“没有说清楚”，会转到镇里调查答复。' : '这是最后一次，选了就办结。'}
          options={step.outcomes.map(({ id, says }) => ({ value: id, words: says }))}
          value={chosen}
          onChange={choose}
          error={wrong.chosen}
        />
        {chosen === 'unsatisfied' && (
          <LongTextField
            label="哪里没说清楚"
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
        盖上我的意见
      </Button>
    ),
  }
}
