import type { Case } from '@shared/engine/case'
import type { Audience, Workflow } from '@shared/engine/workflow'
import type { AnswersView } from '@shared/schemas/requestViews'
import type { CardView } from '@shared/schemas/views'
import { seesNow } from '../store/caseCard'
import type { Row } from '../store/table'
import type { House } from '../stores'
import { formOfLine, readableValues } from './readable'

const unanswered: readonly string[] = ['merged', 'withdrawn']

/** Whether a row is of a request that was answered: what was merged is answered elsewhere, what was taken back nowhere. */
export const isAnswered = ({ card }: Row): boolean => {
  const { step, outcome } = JSON.parse(card!) as CardView
  return step === 'closed' && !unanswered.includes(outcome ?? '')
}

/** What was answered, as these audiences may read it. */
export const answersView = async (
  house: House,
  rows: readonly Row[],
  audiences: readonly Audience[],
): Promise<AnswersView['found']> => {
  const stored = await Promise.all(rows.map((r) => house.stores.cases.get(r.pk)))
  return stored
    .filter((s) => s !== undefined)
    .filter(({ workflow, found }) => audiences.includes(seesNow(workflow, found)))
    .map(({ workflow, found }) => ({
      ...{ id: found.id, title: found.title, category: String(found.fields.category ?? '') },
      ...{ closedOn: found.closedOn!, outcome: found.outcome ?? '' },
      answer: cut(lastAnswer(workflow, found, audiences)),
    }))
}

const answering = ['result', 'answer', 'decision'] as const

/** What was said last of how it was handled. */
const lastAnswer = (workflow: Workflow, { log }: Case, audiences: readonly Audience[]): string => {
  for (const entry of log.toReversed()) {
    const values = readableValues(formOfLine(workflow, entry), entry.values, { audiences, stone: false })
    const said = answering.map((field) => values[field]).find((v) => typeof v === 'string' && v)
    if (said) return String(said)
  }
  return ''
}

const mostCharacters = 200
const cut = (text: string): string => {
  const characters = [...text]
  return characters.length <= mostCharacters ? text : `${characters.slice(0, mostCharacters - 1).join('')}…`
}
