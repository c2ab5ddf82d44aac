import type { CaseView } from '@shared/schemas/views'
import { openAs } from '../../functions/acting'
import type { House } from '../../functions/stores'

let opened = 0
const clock = { id: 'clock', kind: 'clock', roles: [] } as const

/** A 说事日会 as the clock opens it. */
export const openSession = async (
  house: House,
  { on, village = 'dongxi', title = '说事日会' }: { on: string; village?: string; title?: string },
): Promise<Pick<CaseView, 'id'>> => {
  const id = `c${String(++opened).padStart(24, '0')}`
  const form = { title, sessionOn: on, startsAt: '08:30', place: '说事室', hosts: '书记', kind: 'fixed' }
  const found = await openAs(house, clock, {
    id,
    opener: 'clock',
    workflow: 'session',
    village,
    actId: `opens:${id}`,
    form,
  })
  if ('refusal' in found) throw new Error(found.says)
  return { id }
}
