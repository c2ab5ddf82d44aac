import { addDays } from '@shared/engine/deadline'
import { isErased } from '@shared/engine/erase'
import { privateDays } from '@shared/retention'
import { each } from '../clock/each'
import { seesNow } from '../store/caseCard'
import type { StoredCase } from '../store/caseStore'
import { bodyOf, changeItem } from '../store/changing'
import type { House } from '../stores'
import { today } from '../world'
import { eraseIn } from './eraseIn'
import { erasableIn, ownLines, spokenFor } from './ownWords'

/**
 * Forgets what need not be kept any longer and doesn't go by itself: the words, pictures and the hand of whoever raised what the
 * office alone may read, once it has been closed for three years. Up to which day that was done is noted for each village, so
 * that a late job leaves nothing out and an hourly one costs a read.
 */
export const forgetAll = async (house: House): Promise<void> => {
  const { townships } = await house.stores.places.places()
  await each(
    townships.flatMap((t) => t.villages),
    ({ id, since }) => forgetIn(house, id, since ?? '2024-01-01'),
  )
}

const forgetIn = async (house: House, village: string, since: string): Promise<void> => {
  // kept on the day on which the time is full, gone on the next
  const until = addDays(today(house), -privateDays - 1)
  const pk = `forgotten#${village}`
  const from = (await bodyOf<{ upTo: string }>(house.table, pk))?.upTo ?? since
  if (from >= until) return
  for (const month of monthsFrom(from.slice(0, 7), until.slice(0, 7)))
    await each(await house.stores.cases.closedIn(village, month), async ({ pk: id, sort }) => {
      if (sort.split('#')[0]! > until) return
      const stored = await house.stores.cases.get(id)
      if (stored && isPrivate(stored)) await forgetOpener(house, stored)
    })
  await changeItem<{ upTo: string }, void>(house.table, pk, today(house), () => ({
    ...{ next: { upTo: until }, says: undefined },
  }))
}

/** What someone raised for themselves, or was raised for them, and the office alone reads. */
const isPrivate = ({ workflow, found }: StoredCase): boolean =>
  workflow.opensBy.includes('villager') && ['office', 'township'].includes(seesNow(workflow, found))

const forgetOpener = async (house: House, stored: StoredCase): Promise<void> => {
  const { workflow, found } = stored
  if (isErased(found.opener)) return
  const why = 'period' as const
  const own = ownLines(workflow, found, found.opener)
  const lines = own.map((e) => e.no)
  // whoever held office and wrote it down for an elder did so by their post
  if (found.fields.onBehalf !== undefined) {
    const theirs = found.log
      .flatMap((e) => erasableIn(workflow, e))
      .filter((at) => spokenFor.includes(at.split('.')[1]!))
    return eraseIn(house, stored, { fields: theirs, why })
  }
  await eraseIn(house, stored, { fields: own.flatMap((e) => erasableIn(workflow, e)), lines, opener: true, why })
}

const monthsFrom = (from: string, until: string): readonly string[] => {
  const months: string[] = []
  for (let month = from; month <= until; month = addDays(`${month}-28`, 4).slice(0, 7)) months.push(month)
  return months
}
