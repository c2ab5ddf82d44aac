import { stepOf } from '@shared/engine/evolve'
import type { Workflow } from '@shared/engine/workflow'
import type { CaseView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { type ReactNode, useRef, useState } from 'react'
import { call } from '../../api/client'
import { Button } from '../../components/Button'
import { Note } from '../../components/Chip'
import { type Rating, RatingField } from '../../components/RatingField'
import { LongTextField } from '../../components/TextField'
import { tick } from '../../platform/phone'
import { newActId } from '../../platform/random'

const faces = { satisfied: 'smile', basically: 'meh', unsatisfied: 'frown' } as const
type Face = keyof typeof faces

const outdated: readonly string[] = ['signInExpired', 'someoneActedFirst', 'caseIsClosed', 'tooLate']

/** 评, when it is this reader's turn: the faces in the timeline, the seal button for the bar. Undefined when it isn't. */
export function useRating(
  view: CaseView | undefined,
  workflow: Workflow | undefined,
  { done, stale }: { done: (view: CaseView) => void; stale: (says: string) => void },
): { field: ReactNode; button: ReactNode } | undefined {
  const [chosen, setChosen] = useState<Face | ''>('')
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<{ face?: string; reason?: string; says?: string }>({})
  const [busy, setBusy] = useState(false)
  // One rating is one act, however often it has to be sent.
  const actId = useRef<string>()
  const step = view?.may.step
  if (!view || !workflow || !step?.ok || step.form !== 'rating') return undefined

  const options = step.outcomes
    .filter((o): o is { id: Face; says: string } => o.id in faces)
    .map(({ id, says }): Rating<Face> => ({ value: id, words: says, face: faces[id] }))
  const reopens = stepOf(workflow, step.step)?.next.unsatisfied !== 'closed'

  const send = async () => {
    if (chosen === '') return setWrong({ face: '请先在上面选一项。' })
    if (chosen === 'unsatisfied' && reason.trim() === '')
      return setWrong({ reason: '请说说哪里没办好，村里才知道怎么改。' })
    setBusy(true)
    actId.current ??= await newActId()
    const form = reason.trim() ? { reason: reason.trim() } : {}
    const body = { actId: actId.current, seen: view.seen, outcome: chosen, form }
    const { answer, refused } = await call('act', { params: { id: view.id }, body })
    setBusy(false)
    // The page is drawn anew without this field, so the page has to say why.
    if (refused && outdated.includes(refused.refusal)) return stale(refused.says)
    if (refused) return setWrong({ says: refused.says })
    tick()
    done(answer)
  }

  return {
    field: (
      <View className="case-rating">
        <RatingField
          id="rating"
          label="办得怎么样"
          options={options}
          value={chosen}
          onChange={(value) => {
            setChosen(value)
            setWrong({})
          }}
          error={wrong.face}
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
        {wrong.says && <Note tone="jiang">{wrong.says}</Note>}
      </View>
    ),
    button: (
      <Button kind="seal" grow busy={busy} onPress={() => void send()}>
        盖上我的评价
      </Button>
    ),
  }
}
