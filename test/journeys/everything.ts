import { calls } from '@shared/contract'
import type { TestHouse } from '../support/house'

type About = { cases: readonly string[]; files?: readonly string[]; words?: readonly string[] }

/** Answers of every GET call of the contract that speaks of a village, a township or these cases, as they go over the wire. */
export const everyAnswer = async (h: TestHouse, person: string | undefined, about: About): Promise<string> => {
  const me = await h.as(person)
  const answers: string[] = []
  for (const [name, { method, path }] of Object.entries(calls))
    if (method === 'GET')
      for (const filled of pathsOf(name, path, about)) {
        const { status, body } = await me.get(filled)
        if (status >= 500) throw new Error(`${filled}: ${status}`)
        answers.push(`${filled} ${status} ${JSON.stringify(body)}`)
      }
  return answers.join('\n')
}

/** What a call is asked about, so that nothing that it could send is left out. A call of a new kind has to be added here. */
const pathsOf = (name: string, path: string, { cases, words = ['公开'] }: About): readonly string[] => {
  const at = (ids: readonly string[], more: readonly string[] = ['']) =>
    ids.flatMap((id) => more.map((m) => path.replace(':id', id) + m))
  if (name === 'search')
    return at(
      ['dongxi'],
      words.map((w) => `?q=${encodeURIComponent(w)}`),
    )
  if (name === 'board')
    return ['all', 'party', 'village', 'finance'].map(
      (b) => `${path.replace(':id', 'dongxi').replace(':board', b)}?limit=50`,
    )
  if (name === 'cases')
    return at(
      ['dongxi'],
      kinds.flatMap((w) => [`?workflow=${w}&limit=50`, `?workflow=${w}&limit=50&mine=1`]),
    )
  if (name === 'backlog') return ['me', 'village', 'township'].map((s) => `${path}?scope=${s}&limit=50`)
  if (name === 'drawnUp') return at(['dongxi'], ['?kind=statement&period=2026-06', '?kind=sealUses&period=2026-06'])
  if (name === 'sealRegister') return at(['dongxi'], ['?month=2026-06', '?month=2026-07'])
  if (name === 'disclosure') return at(['dongxi'], ['?year=2025', '?year=2026'])
  if (path.startsWith('/api/villages/:id')) return at(['dongxi'])
  if (path.startsWith('/api/open/villages/:id')) return at(['dongxi'])
  if (name === 'report') return at(['shiwan'], ['?period=2026-06', '?period=2026-Q2', '?period=2026-06&village=dongxi'])
  if (name === 'trends') return at(['shiwan'], ['', '?village=dongxi'])
  if (path.startsWith('/api/townships/:id')) return at(['shiwan'])
  if (path.startsWith('/api/counties/:id')) return at(['demo-county'])
  if (path.startsWith('/api/places/:id')) return at(['dongxi', 'shiwan', 'demo-county'])
  if (path.startsWith('/api/sign-in/scan/:id')) return at(['nothing'])
  if (path.startsWith('/api/cases/:id')) return at(cases)
  if (path.includes(':')) throw new Error(`${name} asks about something that isn't filled in yet: ${path}`)
  return [path]
}

const kinds = [
  ...['notice', 'correction', 'majorFinance', 'objection', 'objectionToTownship', 'questioning', 'kinship'],
  ...['request', 'session', 'matterOfRepresentatives', 'sealReview', 'spending', 'audit', 'rosterChange'],
  ...['supervision', 'interview', 'watch', 'feedback'],
]
