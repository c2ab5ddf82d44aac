import { catalogueItem } from '@shared/catalogue'
import type { Case } from '@shared/engine/case'
import { stepOf } from '@shared/engine/evolve'
import type { Audience, Step, Workflow } from '@shared/engine/workflow'
import type { CardView } from '@shared/schemas/views'

const cardBytes = 260

/** The day on which a step of that kind was first entered. */
const firstIn = (workflow: Workflow, found: Case, is: (step: Step) => unknown): string | undefined =>
  found.log.find((e) => {
    const step = e.effect.to === undefined ? undefined : stepOf(workflow, e.effect.to)
    return step && is(step)
  })?.on

/** The day on which it first hung on a board, now or before it was taken down; a plan that comments are asked on doesn't count. */
export const hungOn = (workflow: Workflow, found: Case): string | undefined =>
  firstIn(workflow, found, (s) => s.shows && !s.shows.brief)
export const hasHung = (workflow: Workflow, found: Case): boolean => hungOn(workflow, found) !== undefined

/** The disclosure item that it owes, or has disclosed: named in its form, else owed by a step since it was entered. */
export const owesOf = (workflow: Workflow, found: Case): { code: string; period: string } | undefined => {
  const { item, board, period, happenedOn } = found.fields
  // a question about an item hangs on no board and owes nothing
  if (typeof item === 'string' && board) {
    const isEvent = happenedOn && (!period || catalogueItem(item)?.within !== undefined)
    return { code: item, period: isEvent ? `@${happenedOn}` : String(period ?? '-') }
  }
  const entered = found.log.find((e) => stepOf(workflow, e.effect.to ?? '')?.owes)
  const code = stepOf(workflow, entered?.effect.to ?? '')?.owes
  return entered && code ? { code, period: `@${String(entered.values.heldOn ?? entered.on)}` } : undefined
}

/** The title of whatever was taken down, wherever it still is named. */
export const stoneTitle = '已撤下'

/** What was taken down leaves a stone: that it was there, when and why it went, but not what it said. */
export const isStone = (workflow: Workflow, found: Case): boolean =>
  found.outcome === 'withdrawn' && hasHung(workflow, found)

/** Who may see the case now: a case that first has to hang on a board, or to be answered, is its office's until then. */
export const seesNow = (workflow: Workflow, found: Case): Audience =>
  workflow.seesBefore && !firstIn(workflow, found, (s) => s.shows || s.opens) ? workflow.seesBefore : found.sees

/** The JSON text that lists carry: at most 260 bytes, no personal name, no word that ages. */
export const cardOf = (workflow: Workflow, found: Case, sums?: readonly number[]): string => {
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
    n: found.log.length,
    ...(sums && seesNow(workflow, found) === 'everyone' && !isStone(workflow, found) && { sums: [...sums] }),
  }
  return fitted(card)
}

const fitted = (card: CardView): string => {
  const text = JSON.stringify(card)
  if (Buffer.byteLength(text) <= cardBytes) return text
  const title = [...card.title]
  return fitted({ ...card, title: `${title.slice(0, title.length - (title.at(-1) === '…' ? 2 : 1)).join('')}…` })
}
