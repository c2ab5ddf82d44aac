import type { CaseView } from '@shared/schemas/views'
import { call, deliberation, partyMeeting, proposal, raisedRoad, resolution, toMatter } from '../journeys/meetings'

/** What has come of the story so far, as the people in it know it from the answers they got. */
export type Known = { request?: CaseView; same?: CaseView; matter?: CaseView; notice?: CaseView; correction?: CaseView }
export type Scene =
  | { on: string; sweep: true }
  | { on: string; person: string; path: (known: Known) => string; body: (known: Known) => object; about: keyof Known }

const act = (on: string, person: string, about: keyof Known, actId: string, more: object): Scene => ({
  ...{ on, person, about },
  path: (known) => `/api/cases/${known[about]!.id}/acts`,
  body: (known) => ({ actId: `story-${actId}`, seen: known[about]!.seen, form: {}, ...more }),
})
const matter = (on: string, who: string, actId: string, form: object, outcome?: string) =>
  act(on, `${who}-dongxi`, 'matter', actId, { form, ...(outcome && { outcome }) })

/** Written, read by the supervisors, posted. */
const posted = (
  on: string,
  about: 'notice' | 'correction',
  more: (known: Known) => object,
  written: object = {},
): readonly Scene[] => [
  {
    ...{ on, person: 'clerk-dongxi', about },
    path: () => '/api/cases',
    body: (known) => ({
      ...{ actId: `story-${about}`, workflow: about, villageId: 'dongxi' },
      form: {
        ...{ title: '协助收缴医保', board: 'village', item: 'V12', period: '2026-Q2', audience: 'everyone' },
        ...{ body: '收了三百户。', ...written },
      },
      ...more(known),
    }),
  },
  act(on, 'clerk-dongxi', about, `${about}-sent`, { outcome: 'village' }),
  act(on, 'supervisor-dongxi', about, `${about}-agreed`, { outcome: 'agreed', form: { opinion: '属实' } }),
  act(on, 'clerk-dongxi', about, `${about}-posted`, { form: { boardOn: on } }),
]

const bill = {
  ...{ purpose: '石料款', payee: '石料厂', amount: 10_000_000, category: '工程款', account: 'village' },
  billOn: '2026-07-09',
}
const contract = {
  ...{ sealKind: 'committee', paper: 'contract', document: '路面硬化施工合同', purpose: '请人修路', copies: 2 },
  ...{ applicant: '施工队', written: 'whole', amount: 40_000_000 },
}

/** A road from being raised to being built, in the fewest acts; what nobody does, time does. */
export const story: readonly Scene[] = [
  {
    ...{ on: '2026-06-07', person: 'villager-dongxi', about: 'request' as const },
    path: () => '/api/cases',
    body: () => ({ actId: 'story-raise', workflow: 'request', villageId: 'dongxi', form: raisedRoad }),
  },
  act('2026-06-07', 'clerk-dongxi', 'request', 'acknowledge', { outcome: 'acknowledged' }),
  // a second one about the same is merged into it: two cases again
  {
    ...{ on: '2026-06-08', person: 'neighbour-dongxi', about: 'same' as const },
    path: () => '/api/cases',
    body: () => ({ actId: 'story-same', workflow: 'request', villageId: 'dongxi', form: raisedRoad }),
  },
  {
    ...{ on: '2026-06-09', person: 'clerk-dongxi', about: 'same' as const },
    path: ({ same }) => `/api/cases/${same!.id}/acts`,
    body: ({ same, request }) => ({
      ...{ actId: 'story-merge', seen: same!.seen, aside: 'merge' },
      form: { into: request!.id, reason: '同一段路' },
    }),
  },
  act('2026-06-10', 'secretary-dongxi', 'request', 'decide', {
    outcome: 'decide',
    form: toMatter('2026-06-10'),
  }),
  matter('2026-06-11', 'secretary', 'proposal', proposal('2026-06-11')),
  matter('2026-06-12', 'director', 'deliberation', deliberation('2026-06-12')),
  matter('2026-06-15', 'secretary', 'party', partyMeeting('2026-06-15')),
  matter('2026-06-15', 'director', 'call', call('2026-06-15', '2026-06-19')),
  matter('2026-06-19', 'director', 'resolution', resolution('2026-06-19')),
  matter('2026-06-20', 'clerk', 'announce', { summary: '修路。', boardOn: '2026-06-20' }),
  // money is drawn on the matter and the bill opened by it, a paper under a seal likewise: two cases each
  act('2026-07-10', 'clerk-dongxi', 'matter', 'spend', { aside: 'spend', form: bill }),
  act('2026-07-11', 'clerk-dongxi', 'matter', 'seal', { aside: 'sealPaper', form: contract }),
  matter('2026-07-20', 'director', 'finish', { progress: '修好了', spent: 48_000_000 }, 'finished'),
  matter('2026-07-21', 'clerk', 'report', { result: '验收合格', spent: 48_000_000, resultBoardOn: '2026-07-21' }),
  ...posted('2026-07-22', 'notice', () => ({})),
  // the correction takes the old one off the board: two cases, and a crash may lie between them
  ...posted('2026-07-25', 'correction', ({ notice }) => ({ from: notice!.id }), { changed: '漏了两户' }),
  { on: '2026-08-20', sweep: true },
  { on: '2026-09-20', sweep: true },
]
