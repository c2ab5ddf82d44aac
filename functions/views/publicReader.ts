import type { Case } from '@shared/engine/case'
import type { Audience, Role } from '@shared/engine/workflow'
import type { Reader } from '../scope'

const rolesOf: Partial<Record<Audience, readonly Role[]>> = {
  villagers: ['villager'],
  members: ['villager'],
  party: ['villager', 'partyMember'],
}

/**
 * Anyone of a case's audience and nobody in particular: whoever reads what hangs on a wall or is heard over a loudspeaker.
 * What a committee member may see beyond that doesn't belong there.
 */
export const publicReader = ({ place, sees }: Pick<Case, 'place' | 'sees'>, today: string): Reader => {
  const roles = rolesOf[sees]
  if (!roles) return { today }
  const posts = roles.map((role) => ({ role, place: place.village, title: '', from: '0000-01-01' }))
  return { today, person: { id: '-', name: '', says: '', village: place.village, township: place.township, posts } }
}
