import type { Case } from '@shared/engine/case'
import type { By } from '@shared/engine/workflow'

/** Whose desk it lies on: the first who may act. Time and linked cases have no desk. */
export const deskOf = (by: readonly By[], { opener, owner, offered, fields, place }: Case): string | undefined => {
  for (const who of by) {
    if (typeof who === 'object') return fields[who.named] as string
    if (who === 'opener') return opener
    if (who === 'offered') {
      if (offered) return offered
      continue
    }
    if (who === 'owner') {
      if (owner) return owner
    } else if (who !== 'clock' && who !== 'child') return deskOfRole(who, place)
  }
  return undefined
}

/** Desks of a role: in the village, the cluster, the township or the county that it is held in. */
export const deskOfRole = (role: Extract<By, string>, place: Case['place']): string => {
  const at =
    role === 'clusterLead'
      ? place.cluster
      : role === 'county'
        ? place.county
        : townshipRoles.includes(role)
          ? place.township
          : place.village
  return `${at}#${role}`
}

export const townshipRoles: readonly string[] = ['agency', 'township', 'townshipLead', 'discipline']
