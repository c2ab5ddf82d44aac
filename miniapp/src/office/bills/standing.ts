import type { CardView } from '@shared/schemas/views'
import { workflowOf } from '@shared/workflows/index'
import type { ChipProps } from '../../components/Chip'
import { lateWords } from '../../words'

const closed: Readonly<Record<string, ChipProps>> = {
  booked: { kind: 'song', words: '已入账' },
  failed: { kind: 'hui', words: '没有通过', icon: 'minusc' },
  refused: { kind: 'hui', words: '不能报', icon: 'minusc' },
  dropped: { kind: 'hui', words: '不报了', icon: 'minusc' },
}

/** Where a bill that one has handed in stands: whose signature it waits for, or how it ended. */
export const standing = ({ step, outcome, due }: CardView, today: string): ChipProps => {
  if (step === 'closed') return closed[outcome ?? ''] ?? { kind: 'hui', words: '已经结束' }
  if (step === 'revision') return { kind: 'zhe', words: '等您补票据', icon: 'edit' }
  const late = lateWords(due, today)
  const title = workflowOf('spending')?.steps.find(({ id }) => id === step)?.title ?? '审核'
  return late ? { kind: 'jiang', words: late } : { kind: 'dai', words: `等${title}` }
}
