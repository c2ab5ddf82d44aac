import type { Problem } from '@shared/engine/case'
import type { Refused } from '../../api/client'
import { placeOf } from './problems'

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'field' in value && 'says' in value

/** The places of the form that the server's no is about; none when it isn't about the form. */
export const refusedAt = ({ refusal, says, detail = {} }: Refused): readonly Problem[] => {
  if (Array.isArray(detail.problems) && detail.problems.every(isProblem))
    return detail.problems.map((problem) => ({ field: placeOf(problem.field), says: problem.says }))
  if (typeof detail.field === 'string') return [{ field: placeOf(detail.field), says }]
  if (refusal === 'notQuorate') return [{ field: 'present', says }]
  if (refusal === 'tallyWrong') return [{ field: 'votes', says }]
  return []
}
