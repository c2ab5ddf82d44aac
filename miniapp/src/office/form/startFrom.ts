import type { Field, Typed } from './typed'

/** What a form takes over from what the case already holds. Heads and votes of an earlier meeting never. */
const takesOver: Readonly<Record<string, readonly string[] | 'all'>> = {
  revision: 'all',
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
      if (kind === 'switch') return [[name, false]]
      const taken = names === 'all' || names.includes(name) ? known[name] : undefined
      return taken === undefined || taken === null ? [] : [[name, taken]]
    }),
  )
}
