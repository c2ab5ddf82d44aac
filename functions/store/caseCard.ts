import type { Case } from '@shared/engine/case'
import { stepOf } from '@shared/engine/evolve'
import type { Audience, Workflow } from '@shared/engine/workflow'
import type { CardView } from '@shared/schemas/views'

const cardBytes = 260

/** Whether it has hung on a board, now or before it was taken down. */
export const hasHung = (workflow: Workflow, found: Case): boolean =>
  found.log.some((e) => e.effect.to !== undefined && stepOf(workflow, e.effect.to)?.shows !== undefined)

/** The title of whatever was taken down, wherever it still is named. */
export const stoneTitle = '已撤下'

/** What was taken down leaves a stone: that it was there, when and why it went, but not what it said. */
export const isStone = (workflow: Workflow, found: Case): boolean =>
  found.outcome === 'withdrawn' && hasHung(workflow, found)

/** Who may see the case now: a case that first has to hang on a board is its office's until then. */
export const seesNow = (workflow: Workflow, found: Case): Audience =>
  workflow.seesBefore && !hasHung(workflow, found) ? workflow.seesBefore : found.sees

/** The JSON text that lists carry: at most 260 bytes, no personal name, no word that ages. */
export const cardOf = (workflow: Workflow, found: Case): string => {
  const step = stepOf(workflow, found.step)
  const shown = found.shown
  const card: CardView = {
    id: found.id,
    title: isStone(workflow, found) ? stoneTitle : shown?.as ? `${found.title}${shown.as}` : found.title,
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
