import { stepOf } from '@shared/engine/evolve'
import type { Step, Workflow } from '@shared/engine/workflow'
import type { CaseView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../components/Button'
import { Note } from '../../components/Chip'
import { ChoiceField } from '../../components/ChoiceField'
import { LongTextField } from '../../components/TextField'
import type { Acted } from './useAct'
import { useVerdict } from './useVerdict'

type Asking = {
  id: string
  label: string
  help: (step: Step | undefined) => string
  no: string
  why: string
  whyNeeded: string
}

const goesOn = (step: Step | undefined, outcome: string) => step?.next[outcome] !== 'closed'

/** What a form asks the one who raised or asked, and which of its outcomes is the no that wants a reason. */
const askings: Readonly<Record<string, Asking>> = {
  opinionOnAnswer: {
    id: 'heard',
    label: '说清楚了吗',
    help: (step) =>
      goesOn(step, 'unsatisfied') ? '选“没有说清楚”，会转到镇里调查答复。' : '这是最后一次，选了就办结。',
    no: 'unsatisfied',
    why: '哪里没说清楚',
    whyNeeded: '请说说哪里没说清楚，答复的人才知道怎么补。',
  },
  onRefusal: {
    id: 'refusal',
    label: '这个理由您同意吗',
    help: () => '不同意，就请镇里看该不该受理。镇里3天内看过，看的结果写在这里。',
    no: 'objected',
    why: '为什么不同意',
    whyNeeded: '请写一句为什么不同意，好让镇里看。',
  },
}

/** What this reader says of an answer or of a refusal, when it is their turn: the choice in the timeline, the seal button for the bar. */
export function useOpinion(
  view: CaseView | undefined,
  workflow: Workflow | undefined,
  acted: Acted,
): { field: ReactNode; button: ReactNode } | undefined {
  const step = view?.may.step
  const asking = step && askings[step.form]
  const verdict = useVerdict(view, acted, asking ? { [asking.no]: asking.whyNeeded } : {})
  const { chosen, choose, reason, setReason, wrong, press, busy, says } = verdict
  if (!view || !workflow || !step?.ok || !asking) return undefined

  return {
    field: (
      <View className="case-rating">
        <ChoiceField
          id={asking.id}
          label={asking.label}
          help={asking.help(stepOf(workflow, step.step))}
          options={step.outcomes.map(({ id, says }) => ({ value: id, words: says }))}
          value={chosen}
          onChange={choose}
          error={wrong.chosen}
        />
        {chosen === asking.no && (
          <LongTextField label={asking.why} value={reason} onChange={setReason} maxLength={500} error={wrong.reason} />
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
