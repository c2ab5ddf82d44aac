import type { CaseView } from '@shared/schemas/views'
import { keptSheet } from './sheet/typedSheet'
import type { Field, Typed } from './typed'

/** What a form may take over from a case: its fields, its list with what is known of it. */
export const knownOf = ({ fields, sheet }: Pick<CaseView, 'fields' | 'sheet'>): Readonly<Record<string, unknown>> => {
  const { sheet: _id, ...rest } = fields
  return sheet ? { ...rest, sheet: keptSheet(sheet) } : rest
}

/** What a form takes over from what the case already holds. Heads and votes of an earlier meeting never. */
const takesOver: Readonly<Record<string, readonly string[] | 'all'>> = {
  revision: 'all',
  correction: 'all',
  correctionRevision: 'all',
  majorFinanceRevision: 'all',
  proposalMeeting: ['plan'],
  deliberationMeeting: ['place', 'plan'],
  partyMeeting: ['place'],
  resolutionMeeting: ['place'],
  progress: ['spent'],
  report: ['spent'],
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
