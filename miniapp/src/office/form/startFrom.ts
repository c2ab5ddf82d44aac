import type { CaseView } from '@shared/schemas/views'
import { keptSheet } from './sheet/typedSheet'
import type { Field, Typed } from './typed'

/** What a form may take over from a case: its fields, its list with what is known of it. */
export const knownOf = ({ fields, sheet }: Pick<CaseView, 'fields' | 'sheet'>): Readonly<Record<string, unknown>> => {
  const { sheet: _id, ...rest } = fields
  return sheet ? { ...rest, sheet: keptSheet(sheet) } : rest
}

const proposed = ['place', 'plan', 'budget', 'funds', 'finishBy'] as const

/** What a form takes over from what the case already holds. Heads and votes of an earlier meeting never. */
const takesOver: Readonly<Record<string, readonly string[] | 'all'>> = {
  revision: 'all',
  correction: 'all',
  correctionRevision: 'all',
  majorFinanceRevision: 'all',
  matter: ['title', 'topic', 'group', 'actsFor', 'joint', 'jointBasis', 'plan', 'motive'],
  proposalMeeting: [...proposed, 'authorisation'],
  plainProposalMeeting: proposed,
  jointProposalMeeting: [...proposed, 'authorisation'],
  plainJointProposalMeeting: proposed,
  deliberationMeeting: ['place', 'plan'],
  partyMeeting: ['place', 'plan'],
  planPosting: ['planSummary', 'risk', 'exchange'],
  ...Object.fromEntries(
    ['representativesCall', 'assemblyCall', 'memberCall', 'memberRepresentativesCall', 'groupCall'].map((name) => [
      name,
      ['meetPlace', 'agenda'],
    ]),
  ),
  progress: ['spent', 'stagesDone'],
  report: ['spent'],
  rectification: ['stagesDone'],
  sealRevision: 'all',
  billRevision: 'all',
  rosterRevision: 'all',
}

/** The form before anything is typed: taken over from the case; a switch stands at no. */
export const startFrom = (form: string, fields: readonly Field[], known: Readonly<Record<string, unknown>>): Typed => {
  const names = takesOver[form] ?? []
  return Object.fromEntries(
    fields.flatMap(({ name, kind }) => {
      const taken = names === 'all' || names.includes(name) ? known[name] : undefined
      if (kind === 'switch') return [[name, taken === true]]
      return taken === undefined || taken === null ? [] : [[name, taken]]
    }),
  )
}
