import type { Case } from '@shared/engine/case'
import type { Workflow } from '@shared/engine/workflow'
import type { House } from '../stores'
import { messagesOf } from './messagesOf'
import { queuePush } from './queuePush'

/** Tells whomever the lines of a case concern that haven't been told yet. Begun anew, it tells nobody twice. */
export const tellAll = async (house: House, workflow: Workflow, found: Case): Promise<void> => {
  for (const entry of found.log.slice(found.told ?? 0))
    for (const message of messagesOf(workflow, found, entry)) {
      await house.stores.inbox.tell(found.id, message)
      // also where the letter was there already: a crash in between lost this and nothing else
      await queuePush(house, found, message)
    }
}
