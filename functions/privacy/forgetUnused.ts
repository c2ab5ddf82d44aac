import { addDays } from '@shared/engine/deadline'
import { each } from '../clock/each'
import { bodyOf, changeItem } from '../store/changing'
import type { House } from '../stores'
import { today } from '../world'

const pk = 'forgottenFiles'
/** So far back is looked the first time. */
const backTo = 7

/**
 * Drops what was sent and not used by anything for thirty days. Up to which day that was done is noted, so that a late job leaves
 * nothing out. Killed anywhere and begun anew, it ends the same: the bytes go before what leads to them.
 */
export const forgetUnused = async (house: House): Promise<void> => {
  const { files } = house.stores
  const until = addDays(today(house), -1)
  const upTo = (await bodyOf<{ upTo: string }>(house.table, pk))?.upTo ?? addDays(until, -backTo)
  if (upTo >= until) return
  for (let day = addDays(upTo, 1); day <= until; day = addDays(day, 1))
    await each(await files.unused(day), async (id) => {
      const file = await files.get(id)
      if (!file || !(await files.giveUp(id))) return
      await house.files.drop(id)
      // the same content may have been used under another id
      await files.forget(id, { ...file, done: false }, today(house))
    })
  await changeItem<{ upTo: string }, void>(house.table, pk, today(house), () => ({
    ...{ next: { upTo: until }, says: undefined },
  }))
}
