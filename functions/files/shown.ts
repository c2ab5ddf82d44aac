import type { StoredFile } from '../store/fileStore'

/**
 * Whether others may be shown a file that a villager has sent with a request; whoever sent it and the office always may.
 * What is risky never, what passed the check at once; what nobody checked when the village has looked at the request
 * (`passedByOffice`). What is being checked waits for that, as long as there are checks (`hasChecks`): else no answer comes.
 */
export function isShown(
  { safety }: Pick<StoredFile, 'safety'>,
  { passedByOffice, hasChecks }: { passedByOffice: boolean; hasChecks: boolean },
): boolean {
  if (safety === 'pass') return true
  if (safety === 'risky' || (safety === 'pending' && hasChecks)) return false
  return passedByOffice
}
