import type { Workflow } from '@shared/engine/workflow'
import type { CaseView, PersonView } from '@shared/schemas/views'

/** Whether this person may raise a matter once more that failed or was taken back. */
export const mayRaiseAgain = (
  { outcome, village }: Pick<CaseView, 'outcome' | 'village'>,
  { mark, opensBy }: Workflow,
  person: PersonView | undefined,
): boolean =>
  mark === '议' &&
  (outcome === 'failed' || outcome === 'withdrawn') &&
  (person?.posts.some(({ place, role }) => place === village && (opensBy as readonly string[]).includes(role)) ?? false)
