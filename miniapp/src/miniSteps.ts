import { isOverdue } from '@shared/engine/deadline'
import type { CardView } from '@shared/schemas/views'
import type { MiniStep, SealState } from './components/Seal'
import { sealsOf } from './words'

// How far a case had come when it ended early; any other ending has been all the way.
const cameTo: Record<string, number> = {
  ...{ declined: 2, accepted: 2, undisputed: 2, upheld: 2 },
  ...{ withdrawn: 1, merged: 1, failed: 0 },
}

/** The strip of small seals in a list row, worked out from the card. */
export function miniSteps(card: CardView, today: string): { steps: MiniStep[]; label: string } {
  const seals = [...withSeal(sealsOf[card.mark] ?? '', card)]
  const closed = card.step === 'closed'
  // whoever said nothing has stamped nothing
  const whole = card.outcome === 'silent' ? seals.length - 1 : seals.length
  const at = closed ? (cameTo[card.outcome ?? ''] ?? whole) : seals.indexOf(card.seal ?? '')
  const now: SealState = isOverdue(card.due, today) && card.seal !== '评' ? 'late' : 'now'
  const steps = seals.map(
    (char, i) => ({ char, state: i < at ? 'done' : i === at && !closed ? now : 'todo' }) as MiniStep,
  )
  return { steps, label: `${seals.join('')}，${closed ? '已经结束' : `走到“${card.seal ?? ''}”`}` }
}

// The township's look at procedure, comments on a plan and the villagers' word aren't part of every matter, nor the reasons part of every request: they show while they last.
const withSeal = (seals: string, { seal, mark }: CardView) => {
  if (mark === '说' && seal === '答') return '说议答'
  if (mark === '议' && seal === '评') return `${seals}评`
  return mark === '议' && (seal === '核' || seal === '征') ? seals.replace('审', `${seal}审`) : seals
}
