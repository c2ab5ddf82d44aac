import type { Person as Actor } from '@shared/engine/case'

/** Time itself, where it acts. */
export const clock: Actor = { id: 'clock', kind: 'clock', roles: [] }
