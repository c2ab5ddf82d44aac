import type { SessionRunView } from '@shared/schemas/requestViews'
import type { CaseView } from '@shared/schemas/views'
import type { Typed } from '../form/typed'
import { summaryOf } from '../session/summary'

/** What is known when a form is opened: the day, the 说事日 that it is filled in at, what that came to, the kind of paper. */
export type Known = { today: string; on?: string; run?: SessionRunView; paper?: string }

const calledMeetings = ['resolutionMeeting', 'assemblyMeeting', 'membersMeeting', 'memberRepresentativesMeeting']

/** What a form of a request, a session or a matter begins with, over what it takes from the case. */
export const startWith = (
  form: string,
  { fields }: Pick<CaseView, 'fields'>,
  { today, on, run, paper }: Known,
): Typed => {
  const { meetOn, meetAt, meetPlace } = fields
  if (form === 'triage') return { heldOn: on ?? today }
  if (form === 'watchNote') return { notedOn: today }
  if (form === 'consultation' && typeof meetOn === 'string' && meetOn <= today) return { heldOn: meetOn }
  // held as it was called
  if (calledMeetings.includes(form) && typeof meetOn === 'string' && meetOn <= today)
    return { heldOn: meetOn, startsAt: meetAt, place: meetPlace }
  if (form === 'sealOfDecision' && paper) return { paper }
  if (form === 'sessionSummary' && run) return { summary: summaryOf(run) }
  return {}
}
