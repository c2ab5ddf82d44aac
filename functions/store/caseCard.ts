import type { Case } from '@shared/engine/case'
import { stepOf } from '@shared/engine/evolve'
import type { Audience, Workflow } from '@shared/engine/workflow'
import type { CardView } from '@shared/schemas/views'

const cardBytes = 260

/** Who may see the case now: a case that first has to hang on a board is its office's until then. */
export const seesNow = (workflow: Workflow, found: Case): Audience =>
  found.outcome === 'withdrawn' && found.shown
    ? 'office'
    : workflow.seesBefore && !found.shown
      ? workflow.seesBefore
      : found.sees

/** The JSON text that lists carry: at most 260 bytes, no personal name, no word that ages. */
export const cardOf = (workflow: Workflow, found: Case): string => {
  const step = stepOf(workflow, found.step)
  const shown = found.shown
  const card: CardView = {
    id: found.id,
    title: shown?.as ? `${found.title}${shown.as}` : found.title,
    mark: workflow.mark,
    step: found.step,
    seal: step?.seal,
    board: shown?.on,
    on: shown?.appOn ?? found.openedOn,
    until: shown?.untilOn,
    due: shown?.untilOn === found.dueOn ? undefined : found.dueOn,
    outcome: found.step === 'closed' ? found.outcome : undefined,
  }
  return fitted(card)
}

const fitted = (card: CardView): string => {
  const text = JSON.stringify(card)
  if (Buffer.byteLength(text) <= cardBytes) return text
  const title = [...card.title]
  return fitted({ ...card, title: `${title.slice(0, title.length - (title.at(-1) === '…' ? 2 : 1)).join('')}…` })
}
